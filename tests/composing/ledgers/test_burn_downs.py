from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.composing.ledgers.burn_downs import BOTTOM, LEFT, RIGHT, TOP, burn_down_view
from generators.results.ledgers import OpenCount

FIRST = date(2024, 3, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def test_a_step_for_every_change_and_on_to_the_day_of_measuring() -> None:
    counts = (OpenCount(day(0), 4, 4), OpenCount(day(10), 4, 2), OpenCount(day(20), 5, 3))
    view = burn_down_view(counts, day(40))
    assert view is not None
    assert view.path == "M44 16H190V100H336V58H628"
    assert view.area == "M44 16H190V100H336V58H628V184H44Z"
    assert (view.last_x, view.last_y, view.last_label) == ("628", "58", "3")
    assert view.levels == (("184", "0"), ("142", "1"), ("100", "2"), ("58", "3"), ("16", "4"))
    assert view.days == ("2024年3月1日", "2024年4月10日")
    assert view.description == (
        "未销号的问题：2024年3月1日4个，最多时4个（2024年3月1日），2024年4月10日3个；累计发现5个"
    )
    assert view.rows == (
        ("2024年3月1日", 4, 4),
        ("2024年3月11日", 4, 2),
        ("2024年3月21日", 5, 3),
    )


@pytest.mark.parametrize("counts", [(), (OpenCount(day(0), 1, 1),)])
def test_fewer_than_two_changes_make_no_line(counts: tuple[OpenCount, ...]) -> None:
    assert burn_down_view(counts, day(9)) is None


def test_a_long_table_is_by_month() -> None:
    counts = tuple(OpenCount(day(3 * each), each + 1, each + 1) for each in range(25))
    view = burn_down_view(counts, day(80))
    assert view is not None
    assert view.is_monthly
    assert view.rows == (("2024年3月", 11, 11), ("2024年4月", 21, 21), ("2024年5月", 25, 25))


def test_everything_on_one_day_still_has_a_scale() -> None:
    view = burn_down_view((OpenCount(day(0), 1, 1), OpenCount(day(0), 1, 0)), day(0))
    assert view is not None
    assert [label for _, label in view.levels] == ["0", "1"]


@given(
    changes=st.lists(st.tuples(st.integers(1, 30), st.integers(0, 9999)), min_size=2, max_size=30),
    more=st.integers(0, 100),
)
def test_the_line_stays_within_its_frame_and_the_scale_above_it(
    changes: list[tuple[int, int]], more: int
) -> None:
    at, counts = 0, []
    for gap, remaining in changes:
        at += gap
        counts.append(OpenCount(day(at), remaining, remaining))
    view = burn_down_view(counts, day(at + more))
    assert view is not None
    assert LEFT <= float(view.last_x) <= RIGHT
    levels = [int(label) for _, label in view.levels]
    assert levels[-1] >= max(each.remaining for each in counts)
    assert len(levels) <= 6
    assert len({later - earlier for earlier, later in pairwise(levels)}) == 1
    assert (view.levels[0][0], view.levels[-1][0]) == (str(BOTTOM), str(TOP))
