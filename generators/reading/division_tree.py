"""Reader of ``divisions.yml``: provinces, cities and counties, and which lies within which."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from generators.model.division import Division, DivisionEntry, Level
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.reading.data_files import read_mapping
from generators.reading.field_names import probable_name
from generators.reading.memory import read_once
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile
from generators.reading.quoting import quoted
from generators.reading.validation import entries

_CODE: Final = re.compile(r"[0-9]{12}")
_CODE_DIGITS: Final[Mapping[Level, tuple[int, int]]] = {
    Level.PROVINCE: (0, 2),
    Level.CITY: (2, 4),
    Level.COUNTY: (4, 6),
}
"""The slice of a division code that holds the level's own digits; zeros follow it."""


@dataclass(frozen=True, slots=True)
class UpperDivisions:
    """The valid divisions down to counties; ``mentioned`` also contains the ids of invalid entries."""

    divisions: Mapping[str, Division]
    mentioned: Collection[str]


def _code_problem(entry: DivisionEntry) -> Problem | None:
    if entry.code is None or entry.kind.level not in _CODE_DIGITS:
        return None
    start, end = _CODE_DIGITS[entry.kind.level]
    own, rest = entry.code[start:end], entry.code[end:]
    if not _CODE.fullmatch(entry.code):
        detail = f"{quoted(entry.code)}不是 12 位数字"
    elif not own.strip("0"):
        detail = f"{quoted(entry.code)}第 {start + 1}–{end} 位不应全为零"
    elif rest.strip("0"):
        detail = f"{quoted(entry.code)}第 {end + 1} 位起应全为零"
    else:
        return None
    return problem("E209", entry.place("code"), detail)


def _level_problem(entry: DivisionEntry) -> Problem | None:
    if entry.kind.level in _CODE_DIGITS:
        return None
    detail = f"“kind”为 {entry.kind.value}：这里只登记省、市、县，乡镇和村登记在 data/townships/"
    return problem("E203", entry.place("kind"), detail)


def _within_problem(
    name: str, entry: DivisionEntry, others: Mapping[str, DivisionEntry], mentioned: Collection[str]
) -> Problem | None:
    if entry.within is None:
        return None
    upper = others.get(entry.within)
    if entry.within == name:
        detail = f"{quoted(name)}不能隶属于它自己"
    elif upper is not None and upper.kind.level.depth >= entry.kind.level.depth:
        detail = f"{quoted(name)}隶属于{quoted(entry.within)}，而后者的级别并不更高"
    elif upper is None and entry.within not in mentioned:
        near = probable_name(entry.within, tuple(others))
        detail = f"没有登记{quoted(entry.within)}{f'；是不是想写 {near}？' if near else ''}"
    else:
        return None
    return problem("E309", entry.place("within"), detail)


def _sound_upper(entry: DivisionEntry, found: Mapping[str, DivisionEntry]) -> str | None:
    """Return the division that ``entry`` lies within if it is known and of a higher level, else ``None``."""
    upper = None if entry.within is None else found.get(entry.within)
    return None if upper is None or upper.kind.level.depth >= entry.kind.level.depth else entry.within


def _assembled(found: Mapping[str, DivisionEntry]) -> dict[str, Division]:
    within = {name: _sound_upper(entry, found) for name, entry in found.items()}
    fictional: dict[str, bool] = {}
    for name in sorted(found, key=lambda name: found[name].kind.level.depth):
        upper = within[name]
        fictional[name] = found[name].fictional or (upper is not None and fictional[upper])
    return {
        name: Division(
            id=name,
            name=entry.name,
            kind=entry.kind,
            within=within[name],
            fictional=fictional[name],
            place=entry.place(),
            word=entry.word,
            history=entry.history,
        )
        for name, entry in found.items()
    }


@read_once
def read_divisions(file: ProjectFile) -> Outcome[UpperDivisions]:
    """Return the divisions of ``divisions.yml``.

    A division whose ``within`` is invalid (E309) is kept without it, so that the error is reported once
    and not again for everything that refers to the division.
    """
    mapping = read_mapping(file)
    if mapping.value is None:
        return Outcome(None, mapping.problems)
    read = entries(mapping.value, DivisionEntry)
    found = read.value or {}
    problems = [*mapping.problems, *read.problems]
    for name, entry in found.items():
        checks = (
            _code_problem(entry),
            _level_problem(entry),
            _within_problem(name, entry, found, mapping.value.keys()),
        )
        problems.extend(check for check in checks if check is not None)
    sound = {name: entry for name, entry in found.items() if entry.kind.level in _CODE_DIGITS}
    return Outcome(UpperDivisions(_assembled(sound), mapping.value.keys()), tuple(problems))
