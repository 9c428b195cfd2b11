"""Ten statuses that nobody can take for one another, whatever colours he sees."""

from __future__ import annotations

from generators.composing.kit.statuses import STATUS_VIEWS, tally
from generators.results.figures import Status


def test_every_status_has_a_view_under_its_own_key() -> None:
    assert set(STATUS_VIEWS) == set(Status)
    assert all(view.key == status.value for status, view in STATUS_VIEWS.items())


def test_labels_and_shapes_differ_for_each() -> None:
    assert len({view.label for view in STATUS_VIEWS.values()}) == len(Status)
    assert len({view.shape for view in STATUS_VIEWS.values()}) == len(Status)


def test_the_words_are_those_of_the_design() -> None:
    words = {status: view.label for status, view in STATUS_VIEWS.items()}
    assert words == {
        Status.ACHIEVED: "已完成",
        Status.ON_PACE: "达到序时",
        Status.BEHIND: "滞后",
        Status.FAR_BEHIND: "严重滞后",
        Status.MISSED: "逾期未完成",
        Status.NOT_STARTED: "未开始",
        Status.UNREPORTED: "未报送",
        Status.NOT_APPLICABLE: "不适用",
        Status.INCOMPUTABLE: "无法计算",
        Status.NO_TARGET: "无目标",
    }


def test_a_tally_counts_in_display_order_and_leaves_out_what_does_not_occur() -> None:
    items = tally(iter([Status.ACHIEVED, Status.MISSED, Status.ACHIEVED]))
    assert [(item.status.label, item.count, item.share) for item in items] == [
        ("逾期未完成", 1, "33.3"),
        ("已完成", 2, "66.7"),
    ]


def test_nearly_all_are_not_all() -> None:
    items = tally([Status.ACHIEVED] * 2999 + [Status.MISSED])
    assert [(item.count, item.share) for item in items] == [(1, "0.03"), (2999, "99.97")]


def test_nothing_makes_no_tally() -> None:
    assert tally([]) == ()
