"""Writes workbooks into a folder: all of them or none, and never over a file that is there."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generators.checking.kit.wording import near_miss
from generators.composing.kit.dates import period_text
from generators.interrupts import interrupts_held_back
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.model.period import Period, stated_period
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.reading.project_files import printable
from generators.reading.quoting import quoted
from generators.returning.errors import ReturnsError
from generators.returning.office import OfficeReturn, return_of_all, returns_by_office
from generators.returning.owed import Owing
from generators.system_errors import reason_of
from generators.workbooks.writing.form import Form, form_bytes

_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""Characters that some system does not allow in the name of a file."""


@dataclass(frozen=True, slots=True)
class ReturnsOrder:
    """Returns as ordered: ids and a period as on the command line.

    ``is_whole`` asks for one workbook of all that is owed instead of one for each office.
    """

    programme: str
    period: str
    division: str | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class NewWorkbook:
    """A workbook to be written: the name of its file, and its content."""

    name: str
    form: Form


def returns_ordered(dataset: Dataset, order: ReturnsOrder, as_of: date) -> tuple[NewWorkbook, ...]:
    """Return the workbooks of what is owed, as far as is known on ``as_of``.

    Raises :class:`ReturnsError` if the programme or division is unknown, the period is none or not one of the
    programme, or nothing is owed.
    """
    programme = programme_named(dataset, order.programme)
    period = _period(order.period, programme)
    office = office_named(dataset, order.division, programme)
    owing = Owing(dataset, programme, period, as_of)
    returns = returns_by_office(owing, (office,))
    if not returns:
        what = (
            f"{dataset.divisions[office].name}在{period_text(period)}没有要报的：都已报过，或没有到期的指标"
        )
        raise ReturnsError(problem("E863", Place("--period"), what))
    if order.is_whole:
        owed = [each for one in returns for each in one.owed]
        returns = (return_of_all(owing, office, owed),)
    suffix = f"-{period_text(period)}报表.xlsx"
    names = unique_names(dataset, [each.office for each in returns])
    return tuple(_workbook(f"{name}{suffix}", each) for name, each in zip(names, returns, strict=True))


def _workbook(name: str, made: OfficeReturn) -> NewWorkbook:
    return NewWorkbook(name, made.form)


def programme_named(dataset: Dataset, name: str) -> Programme:
    """Return a programme; raises :class:`ReturnsError` if it is unknown."""
    if name not in dataset.programmes:
        what = f"没有工作{quoted(name)}{near_miss(name, dataset.programmes)}"
        known = "、".join(f"{each.id}（{each.short_name}）" for each in dataset.programmes.values())
        raise ReturnsError(problem("E861", Place("--programme"), what, f"请写工作的标识：{known}"))
    return dataset.programmes[name]


def _period(text: str, programme: Programme) -> Period:
    period = stated_period(text)
    if period is None or period.start is None or period.end is None:
        raise ReturnsError(problem("E862", Place("--period"), f"{quoted(text)}不是期间"))
    span = programme.whole_period
    if span is not None and (period.end < span.start or (span.end is not None and period.start > span.end)):
        until = f"到 {span.end}" if span.end is not None else "起"
        what = f"{quoted(text)}不在{programme.short_name}的期间内（{span.start} {until}）"
        raise ReturnsError(problem("E862", Place("--period"), what))
    return period


def office_named(dataset: Dataset, name: str | None, programme: Programme) -> str:
    """Return the office asked for: a township, or the owner of the programme, also if ``name`` is ``None``.

    A township may be named by the last part of its id, or by its name. Raises :class:`ReturnsError` if it is
    unknown or not of the programme.
    """
    owner = programme.owner
    if name is None or name == owner:
        return owner
    offices = [
        each
        for each in dataset.within(owner)
        if dataset.divisions[each].level in {Level.COUNTY, Level.TOWNSHIP}
    ]
    found = [
        each for each in offices if name in {each, each.rpartition("/")[2], dataset.divisions[each].name}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        what = f"{quoted(name)}有{len(found)}个，请写全标识：{'、'.join(found)}"
    else:
        what = f"{programme.short_name}没有单位{quoted(name)}{near_miss(name, offices)}"
    raise ReturnsError(problem("E864", Place("--division"), what))


def unique_names(dataset: Dataset, divisions: Sequence[str]) -> list[str]:
    """Return names for files, one for each division; equal ones begin with that of the division above."""
    names = [dataset.divisions[each].name for each in divisions]
    often = Counter(names)
    found = []
    for division, name in zip(divisions, names, strict=True):
        within = dataset.divisions[division].within
        above = dataset.divisions[within].name if within is not None and often[name] > 1 else ""
        found.append(_FORBIDDEN.sub("_", f"{above}{name}"))
    return found


def write_workbooks(
    folder: Path,
    workbooks: Iterable[NewWorkbook],
    day: date,
    author: str,
    on_done: Callable[[], None] | None = None,
) -> tuple[Path, ...]:
    """Write ``workbooks`` into ``folder``, which is made if need be, and return their paths.

    Raises :class:`ReturnsError` if one of the files is there already, or the folder cannot be written; then
    none is written.
    """
    listed = list(workbooks)
    targets = tuple(folder / each.name for each in listed)
    taken = next((each for each in targets if each.exists() or each.is_symlink()), None)
    if taken is not None:
        raise ReturnsError(problem("E866", Place("--out"), f"{printable(str(taken))} 已经有了，没有改动它"))
    if folder.exists() and not folder.is_dir():
        raise ReturnsError(problem("E865", Place("--out"), f"{printable(str(folder))} 是一个文件"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".tongbao-", dir=folder) as name:
            for each in listed:
                Path(name, each.name).write_bytes(form_bytes(each.form, day, author))
                if on_done is not None:
                    on_done()
            with interrupts_held_back():
                for target in targets:
                    Path(name, target.name).rename(target)
    except OSError as error:
        what = f"{printable(str(folder))} 写不进去：{reason_of(error)}"
        raise ReturnsError(problem("E865", Place("--out"), what)) from None
    return targets
