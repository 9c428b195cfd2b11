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
_FORMS: Final = (
    (re.compile(rf"{_YEAR}(?:0?1)月?[-—–~～至到](?P<m>1[0-2]|0?[2-9])月"), "{y}-01/{y}-{m:02}"),
    (re.compile(rf"{_YEAR}第?(?P<q>[一二三四1-4])季度"), "{y}-Q{q}"),
    (re.compile(rf"{_YEAR}(?P<h>[上下])半年"), "{y}-H{h}"),
    (re.compile(rf"{_YEAR}(?P<m>1[0-2]|0?[1-9])月(?:份)?(?!\d{{1,2}}[日号])"), "{y}-{m:02}"),
    (re.compile(r"(?<!\d)(?P<y>20\d\d)[.\-_](?P<m>1[0-2]|0?[1-9])(?![\d.\-_]*\d)"), "{y}-{m:02}"),
)
_MONTH_ALONE: Final = re.compile(_OWN_MONTH)
_YEAR_ALONE: Final = re.compile(r"(?<!\d)(?P<y>20\d\d)(?:年|年度)?(?!\d)")


@dataclass(frozen=True, slots=True)
class Stated:
    """The period that a text states as data files write it, or only its year or its month."""

    period: str | None = None
    year: int | None = None
    month: int | None = None


def stated_in(text: str) -> Stated:
    """Return what ``text`` says of its period: all, some or nothing of it."""
    line = compact(text)
    for form, written in _FORMS:
        match = form.search(line)
        if match is not None:
            said = match.groupdict()
            period = written.format(
                y=said["y"],
                m=int(said.get("m") or 0),
                q=_QUARTERS.get(said.get("q") or "", ""),
                h={"上": "1", "下": "2"}.get(said.get("h") or "", ""),
            )
            return Stated(period, int(said["y"]))
    year, month = _YEAR_ALONE.search(line), _MONTH_ALONE.search(line)
    return Stated(None, int(year["y"]) if year else None, int(month["m"]) if month else None)


def put_together(*stated: Stated) -> tuple[str, ...]:
    """Return the different periods that texts state, the year of one and the month of another together."""
    year = next((each.year for each in stated if each.year is not None), None)
    found = [each.period for each in stated if each.period is not None]
    ends = {(end.year, end.month) for end in map(_end_of, found) if end is not None}
    if year is not None:
        alone = [each.month for each in stated if each.period is None and each.month is not None]
        found += [f"{year}-{month:02}" for month in alone if (year, month) not in ends]
    return tuple(dict.fromkeys(found))


def _end_of(period: str) -> date | None:
    found = stated_period(period)
    return None if found is None else found.end
