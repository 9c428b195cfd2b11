"""The period of a sheet, as its title, its name or that of its file says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.importing.cells.characters import compact
from generators.model.period import stated_period

_QUARTERS: Final = {
    **{digit: str(at) for at, digit in enumerate("一二三四", start=1)},
    **{str(at): str(at) for at in range(1, 5)},
}
_YEAR: Final = r"(?P<y>20\d\d)年?"
_OWN_MONTH: Final = r"(?<!\d)(?P<m>1[0-2]|0?[1-9])月(?!\d{1,2}日)(?!底|末|初|前)"
_RANGE: Final = r"(?P<first>1[0-2]|0?[1-9])月?份?[-—–~～至到]+(?P<m>1[0-2]|0?[1-9])月(?!\d{1,2}[日号])"
_FORMS: Final = (
    (re.compile(rf"{_YEAR}{_RANGE}"), "{y}-{first:02}/{y}-{m:02}"),
    (re.compile(rf"{_YEAR}第?(?P<q>[一二三四1-4])季度"), "{y}-Q{q}"),
    (re.compile(rf"{_YEAR}(?P<h>[上下])半年"), "{y}-H{h}"),
    (re.compile(rf"{_YEAR}(?P<m>1[0-2]|0?[1-9])月(?:份)?(?!\d{{1,2}}[日号])"), "{y}-{m:02}"),
    (re.compile(r"(?<!\d)(?P<y>20\d\d)[.\-_](?P<m>1[0-2]|0?[1-9])(?![\d.\-_]*\d)"), "{y}-{m:02}"),
)
_MONTH_ALONE: Final = re.compile(_OWN_MONTH)
_RANGE_ALONE: Final = re.compile(rf"(?<!\d){_RANGE}")
_YEARS: Final = re.compile(r"20\d\d年?度?[-—–~～至到]+20\d\d(?:年|年度)?(?!\d)")
_YEAR_ALONE: Final = re.compile(r"(?<!\d)(?P<y>20\d\d)(?:年|年度)?(?!\d)")
_UNCLEAR: Final = re.compile(
    r"\d{1,2}月份?(?:[上中下]旬|[上下]半月)|(?:\d{1,2}月份?)?第[一二三四五六七八九十\d]{1,3}周"
    r"|\d{1,2}月?份?[、和及]\d{1,2}月(?!\d)|[\d月日号]{1,6}[-—–~～至到]+(?:\d{1,2}月)?\d{1,2}[日号]"
    r"|月份?[-—–~～至到]+20\d\d年|前[两二三123]个?季度|[一二三1-3](?:季度)?[、和及\-—–~～至到]+第?[二三四2-4]季度"
)
"""What is shorter than a month, or is put together from several: no period that one table states."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The period that a text states as data files write it, or only its year or its month.

    A range of months without a year has its ``first``. What is no whole period is ``unclear``.
    """

    period: str | None = None
    year: int | None = None
    month: int | None = None
    first: int | None = None
    unclear: str | None = None


def stated_in(text: str) -> Stated:
    """Return what ``text`` says of its period: all, some or nothing of it."""
    line = _YEARS.sub("", compact(text))
    unclear = _UNCLEAR.search(line)
    if unclear is not None:
        year = _YEAR_ALONE.search(line)
        return Stated(year=int(year["y"]) if year else None, unclear=unclear[0])
    for form, written in _FORMS:
        match = form.search(line)
        if match is not None:
            said = match.groupdict()
            period = written.format(
                y=said["y"],
                m=int(said.get("m") or 0),
                first=int(said.get("first") or 0),
                q=_QUARTERS.get(said.get("q") or "", ""),
                h={"上": "1", "下": "2"}.get(said.get("h") or "", ""),
            )
            return Stated(period, int(said["y"]))
    year, several = _YEAR_ALONE.search(line), _RANGE_ALONE.search(line)
    month = several or _MONTH_ALONE.search(line)
    return Stated(
        None,
        int(year["y"]) if year else None,
        int(month["m"]) if month else None,
        int(several["first"]) if several else None,
    )


def put_together(*stated: Stated) -> tuple[str, ...]:
    """Return the different periods that texts state, the year of one and the month of another together.

    What is unclear is among them as it is written.
    """
    year = next((each.year for each in stated if each.year is not None), None)
    found = [each.period for each in stated if each.period is not None]
    ends = {(end.year, end.month) for end in map(_end_of, found) if end is not None}
    if year is not None:
        for each in stated:
            if each.period is not None or each.month is None:
                continue
            if each.first is not None:
                found.append(f"{year}-{each.first:02}/{year}-{each.month:02}")
            elif (year, each.month) not in ends:
                found.append(f"{year}-{each.month:02}")
    found += [each.unclear for each in stated if each.unclear is not None]
    return tuple(dict.fromkeys(found))


def _end_of(period: str) -> date | None:
    found = stated_period(period)
    return None if found is None else found.end
