"""Which indicators can be compared with an earlier period, and summed up since January."""

from __future__ import annotations

from typing import assert_never

from generators.checking.kit.wording import named
from generators.model.comparison import ComparedBy
from generators.model.indicator import Indicator, IndicatorKind


def not_comparable(indicator: Indicator, by: ComparedBy) -> str | None:
    """Return a text on why an indicator has no such comparison; ``None`` if it has."""
    match indicator.kind:
        case IndicatorKind.FLAG:
            return f"{named(indicator.name)}只有是与否，不能比较"
        case IndicatorKind.LEVEL | IndicatorKind.RATIO if by.is_to_date:
            other = "year-on-year 或 period-on-period"
            return f"{named(indicator.name)}是 {indicator.kind}，没有本年累计；请用 {other}"
        case IndicatorKind.LEVEL | IndicatorKind.RATIO | IndicatorKind.CUMULATIVE | IndicatorKind.FLOW:
            return None
        case never:
            assert_never(never)
