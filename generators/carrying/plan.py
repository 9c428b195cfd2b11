"""The files that a project needs for the next year, as new texts with what is added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generators.carrying.targets import EndedTarget, ended_targets, same_target_lines
from generators.carrying.wanted import CarryOverError, CarryOverWanted, carried_programmes
from generators.importing.filing.files import file_of, text_on_disk
from generators.importing.filing.insertion import Insertion, Line, NotInsertableError, with_insertions
from generators.model.dataset import Dataset
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What carrying over would do: ``texts`` are the new contents of files by their paths.

    ``extended`` are the programmes that need an extension, with their end before; ``set_again`` the targets
    that are set again with the same value; ``open`` those that somebody has to decide on.
    """

    programmes: tuple[Programme, ...]
    extended: tuple[tuple[Programme, date], ...]
    set_again: tuple[EndedTarget, ...]
    open: tuple[EndedTarget, ...]
    texts: Mapping[str, str]


def planned_carry_over(project: Path, dataset: Dataset, wanted: CarryOverWanted) -> CarryOver:
    """Return what the year needs; what is there already is not added again.

    Raises :class:`CarryOverError` if the request is wrong or a file has no place for a record, ``OSError`` or
    ``UnicodeDecodeError`` if a file cannot be read.
    """
    programmes = carried_programmes(dataset, wanted)
    extended = tuple(_too_short(programmes, wanted))
    ended = ended_targets(dataset, programmes, wanted.year)
    again = tuple(each for each in ended if wanted.same_values and each.obstacle is None)
    added: dict[str, list[Insertion]] = defaultdict(list)
    for programme, _ in extended:
        added[f"data/programmes/{programme.id}.yml"].append(
            Insertion((), "extensions", ((Line(_extension(wanted)),),))
        )
    by_division: dict[str, list[EndedTarget]] = defaultdict(list)
    for each in again:
        by_division[each.filed.division].append(each)
    for division, targets in by_division.items():
        file, path = file_of(dataset.divisions[division])
        items = tuple(same_target_lines(each.target, wanted) for each in targets)
        added[file].append(Insertion(path, "targets", items))
    texts = {file: _inserted(project, file, insertions) for file, insertions in added.items()}
    still_open = tuple(each for each in ended if each not in again)
    return CarryOver(programmes, extended, again, still_open, texts)


def _too_short(
    programmes: tuple[Programme, ...], wanted: CarryOverWanted
) -> Iterator[tuple[Programme, date]]:
    """Yield the programmes that end in the year before, with their last days."""
    for each in programmes:
        span = each.whole_period
        if span is not None and span.end is not None and span.end < wanted.first_day:
            yield each, span.end


def _extension(wanted: CarryOverWanted) -> str:
    source = f", source: {wanted.citation}" if wanted.citation else ""
    return f"{{to: {wanted.last_day}, on: {wanted.today}{source}}}"


def _inserted(project: Path, file: str, insertions: list[Insertion]) -> str:
    try:
        return with_insertions(text_on_disk(project, file) or "", file, insertions).text
    except NotInsertableError:
        detail = "这个文件里用了别名（& 和 *），或者写法特别，添不进去"
        raise CarryOverError(problem("E821", Place(file), detail)) from None
