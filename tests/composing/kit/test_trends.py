"""Trend lines: where their points lie, and when there is no line to draw."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generators.composing.kit.trends import HEIGHT, WIDTH, trend_of
from generators.model.indicator import IndicatorKind
from tests.build.figures import indicator

LEVEL = indicator(IndicatorKind.LEVEL)
FIRST, MIDDLE, LAST = date(2025, 1, 31), date(2025, 2, 10), date(2025, 2, 20)


def test_time_runs_to_the_right_and_more_is_higher() -> None:
    line = trend_of([(FIRST, Decimal(2)), (MIDDLE, Decimal(4)), (LAST, Decimal(6))], None, LEVEL)
    assert line is not None
    assert line.points == "3,29 60,16 117,3"
    assert (line.last_x, line.last_y, line.target_y) == ("117", "3", "")


def test_the_target_is_a_line_at_its_own_height() -> None:
    line = trend_of([(FIRST, Decimal(2)), (LAST, Decimal(4))], Decimal(6), LEVEL)
    assert line is not None
    assert (line.points, line.target_y) == ("3,29 117,16", "3")


def test_a_flow_has_no_line_to_reach() -> None:
    line = trend_of([(FIRST, Decimal(2)), (LAST, Decimal(4))], Decimal(60), indicator(IndicatorKind.FLOW))
    assert line is not None
    assert (line.points, line.target_y) == ("3,29 117,3", "")


def test_what_never_changes_runs_along_the_middle() -> None:
    line = trend_of([(FIRST, Decimal(5)), (LAST, Decimal(5))], None, LEVEL)
    assert line is not None
    assert line.points == "3,16 117,16"


def test_one_day_makes_no_line() -> None:
    assert trend_of([(FIRST, Decimal(5))], Decimal(9), LEVEL) is None
    assert trend_of([(FIRST, Decimal(5)), (FIRST, Decimal(6))], None, LEVEL) is None
    assert trend_of([], None, LEVEL) is None


def test_it_is_described_in_words() -> None:
    line = trend_of([(FIRST, Decimal("1.125")), (LAST, Decimal(3))], None, LEVEL)
    assert line is not None
    assert line.description == "示例：2025年1月31日1.125个，2025年2月20日3个，共2次报送"


@given(
    st.dictionaries(
        st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.decimals(-1000, 1000, places=2), min_size=2
    ),
    st.none() | st.decimals(-1000, 1000, places=2),
)
def test_all_of_it_stays_in_the_box(dated: dict[date, Decimal], goal: Decimal | None) -> None:
    line = trend_of(sorted(dated.items()), goal, LEVEL)
    assert line is not None
    pairs = [pair.split(",") for pair in line.points.split(" ")]
    assert all(0 <= Decimal(x) <= WIDTH and 0 <= Decimal(y) <= HEIGHT for x, y in pairs)
    assert not line.target_y or 0 <= Decimal(line.target_y) <= HEIGHT
