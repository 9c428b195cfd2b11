"""Targets as plans write them in cells: 3（一季度1，二季度2）, ≤3, 98%以上, 6月底前."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Reading, Said, reading_of
from generators.model.calendar import last_of_month
from generators.model.scalars import Amount, Qualifier
from generators.reading.quoting import quoted
from generators.workbooks.reading.sheet import CellValue

_QUARTERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_BY: Final = (
    r"(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>\d{1,2})[日号]|[底末])?"
    r"|第?(?P<quarter>[一二三四1-4])季度[底末]?|(?P<half>上半年|下半年)|(?P<year>年[底末]|全年))"
)
_DUE: Final = re.compile(rf"(?P<rest>.*?)[,;、(]?{_BY}(?:以?前|之前)?(?:完成|建成|全覆盖|实现|到位)?\)?")
_STAGED: Final = re.compile(r"(?P<whole>[^()]+)\((?P<stages>[^()]+)\)")
_STAGE: Final = re.compile(rf"{_BY}(?:累计|完成)?:?(?P<number>[0-9]+(?:\.[0-9]+)?)[^\W\d]*")


@dataclass(frozen=True, slots=True)
class TargetCell:
    """What a cell sets as a target: a reading, the last day to reach it, and the stages on the way."""

    reading: Reading
    due: date
    stages: tuple[tuple[date, Decimal], ...] = ()


def target_of(value: CellValue, year: int, *, is_percentage: bool, is_flag: bool) -> TargetCell | None:
    """Return the target in a cell of a plan for ``year``; ``None`` if it sets none.

    Raises :class:`CellError` for what says nothing certain.
    """
    end = date(year, 12, 31)
    if not isinstance(value, str):
        reading = reading_of(value, is_percentage=is_percentage)
        return None if reading.said is Said.NOTHING else TargetCell(reading, end)
    text = compact(value)
    if is_flag:
        return _flag(text, value, year)
    staged = _STAGED.fullmatch(text)
    if staged is not None:
        return _staged(staged, value, year)
    due = _DUE.fullmatch(text)
    if due is not None and due["rest"]:
        return TargetCell(reading_of(due["rest"]), _day(due, year, value))
    reading = reading_of(value)
    if reading.said in {Said.NOTHING, Said.INAPPLICABLE, Said.UNREPORTED}:
        return None
    return TargetCell(reading, end)


def _flag(text: str, value: str, year: int) -> TargetCell | None:
    due = _DUE.fullmatch(text)
    if due is not None and due["rest"] in {"", "在", "于", "是", "√", "完成"}:
        return TargetCell(Reading(Said.FLAG, flag=True), _day(due, year, value))
    reading = reading_of(value)
    return None if reading.said is Said.NOTHING else TargetCell(reading, date(year, 12, 31))


def _day(match: re.Match[str], year: int, value: str) -> date:
    said = match.groupdict()
    if said["month"]:
        month = date(year, int(said["month"]), 1)
        if not said["day"]:
            return last_of_month(month)
        try:
            return month.replace(day=int(said["day"]))
        except ValueError:
            raise CellError("E819", f"{quoted(value)}里的日期不存在") from None
    if said["quarter"]:
        return last_of_month(date(year, _QUARTERS[said["quarter"]] * 3, 1))
    return date(year, 6, 30) if said["half"] == "上半年" else date(year, 12, 31)


def _staged(match: re.Match[str], value: str, year: int) -> TargetCell:
    reading = reading_of(match["whole"])
    parts = [part for part in re.split(r"[,、;]", match["stages"]) if part]
    found = [_STAGE.fullmatch(part) for part in parts]
    stages = [(_day(each, year, value), Decimal(each["number"])) for each in found if each is not None]
    if len(stages) < len(parts) or reading.number is None:
        raise CellError("E810", f"{quoted(value)}里的分期写法不认识", "请写成 3（一季度1，二季度2）")
    days, numbers = [day for day, _ in stages], [number for _, number in stages]
    if sum(numbers) == reading.number:
        numbers = list(accumulate(numbers))  # each stage says what is new in it
    elif numbers[-1] > reading.number or numbers != sorted(numbers):
        detail = f"{quoted(value)}：各期相加是 {sum(numbers):f}，不等于 {reading.number:f}，也不是逐期累计"
        raise CellError("E812", detail)
    return TargetCell(reading, date(year, 12, 31), tuple(zip(days, numbers, strict=True)))


@dataclass(frozen=True, slots=True)
class NewTarget:
    """A target to be written: as in the data, with the cell that sets it."""

    value: Amount
    start: date
    due: date
    qualifier: Qualifier | None = None
    baseline: Decimal | None = None
    milestones: tuple[tuple[date, Decimal], ...] = ()

    def with_note(self, baseline: Decimal | None, milestones: tuple[tuple[date, Decimal], ...]) -> NewTarget:
        """Return the target with what a note says, where the cell itself says nothing of it."""
        return replace(
            self,
            baseline=self.baseline if self.baseline is not None else baseline,
            milestones=self.milestones or milestones,
        )
