"""What is asked of carrying a project over into a year, and why it may be refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generators.model.dataset import Dataset
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.reading.quoting import quoted
from generators.reading.yaml_writing import Written, yaml_mapping


class CarryOverError(Exception):
    """Nothing is carried over; ``problem`` says why, with the option that it comes from as its place."""

    def __init__(self, problem: Problem) -> None:
        """Keep ``problem``; its details are the message."""
        super().__init__(problem.detail)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class CarryOverWanted:
    """The ``year`` to carry over into, asked for on ``today``.

    ``programmes`` are those asked for; without any all that are not over. ``document`` is the id of the
    source that decides on the new year, ``at`` the place in it, both empty if there is none yet. With
    ``same_values`` the targets of the year before are set once more.
    """

    year: int
    today: date
    programmes: tuple[str, ...] = ()
    document: str = ""
    at: str = ""
    same_values: bool = False

    @property
    def citation(self) -> str:
        """Return the source as a mapping in YAML, empty if there is none."""
        cited: dict[str, Written] = {"document": self.document}
        if self.at:
            cited["at"] = self.at
        return yaml_mapping(cited) if self.document else ""

    @property
    def first_day(self) -> date:
        """Return the first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """Return the last day of the year."""
        return date(self.year, 12, 31)


def carried_programmes(dataset: Dataset, wanted: CarryOverWanted) -> tuple[Programme, ...]:
    """Return the programmes that go on in the year; raises :class:`CarryOverError` for a wrong request.

    They are those that end in the year before, or in the year or later, or have no end; one that ended
    earlier is over. One that begins after the year before has nothing to carry over.
    """
    for found in _complaints(dataset, wanted):
        raise CarryOverError(found)
    return tuple(
        each
        for each in dataset.programmes.values()
        if (not wanted.programmes or each.id in wanted.programmes)
        and not _is_over(each, wanted)
        and (each.period is None or each.period.start < wanted.first_day)
    )


def _is_over(programme: Programme, wanted: CarryOverWanted) -> bool:
    """Whether a programme ended before the year before."""
    span = programme.whole_period
    return span is not None and span.end is not None and span.end.year < wanted.year - 1


def _complaints(dataset: Dataset, wanted: CarryOverWanted) -> Iterator[Problem]:
    if wanted.year not in {wanted.today.year, wanted.today.year + 1}:
        detail = f"--to {wanted.year}，计算日期是 {wanted.today}"
        yield problem("E932", Place("--to"), detail)
    for name in wanted.programmes:
        if name not in dataset.programmes:
            known = "、".join(dataset.programmes)
            yield problem("E861", Place("--programme"), f"没有工作{quoted(name)}", f"请写工作的标识：{known}")
        elif _is_over(dataset.programmes[name], wanted):
            span = dataset.programmes[name].whole_period
            detail = f"{dataset.programmes[name].short_name}到 {span and span.end} 为止"
            yield problem("E933", Place("--programme"), detail)
    if wanted.document and wanted.document not in dataset.sources:
        yield problem("E934", Place("--source"), f"没有出处{quoted(wanted.document)}")
    if wanted.same_values and not (wanted.document and wanted.at):
        lacking = "--at" if wanted.document else "--source"
        yield problem("E934", Place(lacking), f"用了 --same-values，没有写 {lacking}")
