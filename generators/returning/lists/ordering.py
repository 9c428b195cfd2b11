"""Which lists are made for which offices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generators.composing.kit.dates import day_text
from generators.model.dataset import Dataset
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.returning.errors import ReturnsError
from generators.returning.lists.checks import checks_form
from generators.returning.lists.commitments import commitments_form
from generators.returning.lists.inspections import inspections_form
from generators.returning.lists.office import Office
from generators.returning.lists.problems import problems_form
from generators.returning.lists.targets import targets_form
from generators.returning.writing import NewWorkbook, office_named, programme_named, unique_names
from generators.workbooks.writing.form import Form


class ListKind(StrEnum):
    """A kind of list."""

    PROBLEMS = "problems"
    COMMITMENTS = "commitments"
    CHECKS = "checks"
    INSPECTIONS = "inspections"
    TARGETS = "targets"


_FORMS: Final[Mapping[ListKind, Callable[[Office, date], Form]]] = MappingProxyType(
    {
        ListKind.PROBLEMS: problems_form,
        ListKind.COMMITMENTS: commitments_form,
        ListKind.CHECKS: checks_form,
        ListKind.INSPECTIONS: inspections_form,
        ListKind.TARGETS: targets_form,
    }
)


def lists_ordered(
    dataset: Dataset, kind: ListKind, order: tuple[str, str | None], as_of: date, *, is_whole: bool
) -> tuple[NewWorkbook, ...]:
    """Return the lists of ``kind`` as on ``as_of``: of each township, or one if ``is_whole``.

    ``order`` names the programme, and the office or ``None``. Targets, and rounds of inspection, are a matter
    of the owner: they are one list. Raises :class:`ReturnsError` if the programme or office is unknown, or
    there is nothing that could be listed.
    """
    programme = programme_named(dataset, order[0])
    office = office_named(dataset, order[1], programme)
    if kind is ListKind.CHECKS and not programme.standards:
        what = f"{programme.short_name}没有写标准（standards），没有可以验收的"
        raise ReturnsError(problem("E863", Place("--kind"), what, "请先在工作里写明标准，见 data/README.md"))
    is_one = is_whole or kind in {ListKind.TARGETS, ListKind.INSPECTIONS}
    offices = [office] if is_one else _townships(dataset, programme, office)
    names = unique_names(dataset, offices)
    return tuple(
        _workbook(Office(dataset, programme, each), kind, name, as_of)
        for name, each in zip(names, offices, strict=True)
    )


def _townships(dataset: Dataset, programme: Programme, office: str) -> list[str]:
    """Return the townships of an office: itself if it is one."""
    found = dict.fromkeys(
        township
        for each in dataset.within(office)
        if dataset.divisions[each].exists_on(date.max) and (township := dataset.township_of(each)) is not None
    )
    return list(found) or [programme.owner]


def _workbook(office: Office, kind: ListKind, name: str, day: date) -> NewWorkbook:
    form = _FORMS[kind](office, day)
    return NewWorkbook(f"{name}-{form.name}-{day_text(day)}.xlsx", form)
