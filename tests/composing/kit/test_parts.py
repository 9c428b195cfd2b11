"""Figures, bars and flags as pages show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.composing.kit.parts import Parts, ProgressView, flag_texts, target_suffix
from generators.disclosing import Publication
from generators.model.period import parse_period
from generators.results.figures import Flags, Progress, Status


def _progress(publication: Publication, division: str, indicator: str) -> Progress:
    (found,) = (
        each
        for each in publication.progress
        if (each.division, each.indicator) == (division, f"tidy-villages/{indicator}")
    )
    return found


@pytest.fixture
def tidied(publication: Publication) -> Progress:
    """Return the progress of 柳湾镇: two villages of three."""
    return _progress(publication, "fengping/liuwan", "tidied")


def _view(parts: Parts, publication: Publication, division: str, indicator: str) -> ProgressView:
    return parts.progress_view(_progress(publication, division, indicator))


def test_a_row_says_what_was_asked_what_is_and_what_should_be(parts: Parts, tidied: Progress) -> None:
    view = parts.progress_view(tidied)
    assert (view.target.text, view.value.text, view.attainment) == ("3个", "2个", "66.7%")
    assert (view.expected, view.gap, view.reported) == ("1.48个", "+17.2个百分点", "2025年5月")
    assert view.value.href.endswith("#tidy-villages_tidied.fengping_liuwan.2025-05")


def test_a_decreasing_goal_counts_from_its_baseline(parts: Parts, publication: Publication) -> None:
    view = _view(parts, publication, "fengping/liuwan", "complaints")
    assert (view.target.text, view.value.text) == ("20件", "40件")
    assert (view.attainment, view.gap) == ("33.3%", "−16.1个百分点")


def test_a_bar_is_drawn_to_the_attainment_with_its_mark(parts: Parts, tidied: Progress) -> None:
    bar = parts.bar(tidied)
    assert bar is not None
    assert (bar.filled, bar.pace, bar.label) == ("66.7", "49.5", "66.7%")
    assert bar.description == "完成66.7%，序时进度49.5%，相差+17.2个百分点，达到序时"


@pytest.mark.parametrize(("share", "filled", "label"), [("1.5", "100", "150%"), ("-0.5", "0", "-50%")])
def test_a_bar_stays_within_itself_and_its_label_tells_the_truth(
    parts: Parts, tidied: Progress, share: str, filled: str, label: str
) -> None:
    bar = parts.bar(replace(tidied, attainment=Decimal(share)))
    assert bar is not None
    assert (bar.filled, bar.label) == (filled, label)


def test_without_a_share_only_what_is_achieved_is_drawn(parts: Parts, tidied: Progress) -> None:
    bare = replace(tidied, attainment=None, gap=None, expected=None)
    assert parts.bar(bare) is None
    full = parts.bar(replace(bare, status=Status.ACHIEVED))
    assert full is not None
    assert (full.filled, full.label, full.description) == ("100", "已完成", "已完成")


def test_a_target_for_each_village_leads_to_the_one_entry_it_has(
    parts: Parts, publication: Publication
) -> None:
    progress = _progress(publication, "fengping/liuwan/west", "signed")
    assert target_suffix(progress.target) == "each-village-by-2025-09-30"
    view = parts.target_figure("fengping/liuwan/west", progress.target)
    assert view.href == "site:/sources/plan/#tidy-villages_signed.fengping_liuwan.each-village-by-2025-09-30"


def test_missing_values_say_why(parts: Parts, publication: Publication) -> None:
    assert _view(parts, publication, "fengping/bianjie", "tidied").value.text == "未报送"
    measured = publication.values["fengping/wangxi", "tidy-villages/compliance"]
    figure = parts.measured_figure("tidy-villages/compliance", measured)
    assert (figure.text, figure.note, figure.is_missing) == ("不适用", "街道没有抽查点", True)


def test_a_rolled_up_value_says_what_it_rests_on(parts: Parts, publication: Publication) -> None:
    view = _view(parts, publication, "fengping", "compliance")
    assert (view.value.text, view.value.note) == ("70%", "下级汇总，已报2/2")
    counted = _view(parts, publication, "fengping", "signed-villages")
    assert (counted.value.text, counted.value.note) == ("1个", "下级汇总，已报2/3")


def test_a_ratio_of_sums_is_not_a_mean_of_percentages(parts: Parts, publication: Publication) -> None:
    """9 of 12 and 5 of 8 are 14 of 20, which is 70%; the mean of 75% and 62.5% would be 68.75%."""
    assert _view(parts, publication, "fengping", "compliance").value.text == "70%"


def test_nearly_all_is_not_all(parts: Parts, publication: Publication) -> None:
    """1199.52 of 1200 is 99.96%."""
    measured = publication.values["fengping/liuwan", "tidy-villages/joined-share"]
    assert parts.measured_figure("tidy-villages/joined-share", measured).text == "99.96%"
    assert measured.value == Decimal("99.96")


def test_a_sum_over_the_year_shows_its_correction(parts: Parts, publication: Publication) -> None:
    view = _view(parts, publication, "fengping/liuwan", "outlay")
    assert (view.value.text, view.value.is_corrected) == ("35.5万元", True)
    assert "已更正" in view.flags


def test_every_flag_has_its_words(tidied: Progress) -> None:
    flags = Flags(
        late_report=True,
        overdue_periods=(parse_period("2025-01"), parse_period("2025-02")),
        late_achievement=True,
        corrected=True,
    )
    texts = flag_texts(replace(tidied, flags=flags), due_soon_days=30)
    assert texts == ("逾期后完成", "迟报", "欠报2期", "已更正")
    assert flag_texts(replace(tidied, flags=Flags()), due_soon_days=30) == ()


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        (date(2025, 11, 30), Status.BEHIND, ()),
        (date(2025, 12, 1), Status.BEHIND, ("还有30天到期",)),
        (date(2025, 12, 31), Status.BEHIND, ("今天到期",)),
        (date(2026, 1, 1), Status.MISSED, ()),
        (date(2025, 12, 30), Status.ACHIEVED, ()),
    ],
)
def test_what_is_still_open_says_when_it_is_due(
    tidied: Progress, day: date, status: Status, expected: tuple[str, ...]
) -> None:
    progress = replace(tidied, day=day, status=status, flags=Flags())
    assert flag_texts(progress, due_soon_days=30) == expected


def test_of_several_targets_for_one_figure_the_last_shows_the_trend(parts: Parts) -> None:
    progress = [each for each in parts.publication.progress if parts.progress_view(each).trend is not None]
    twice = [*(replace(each) for each in progress), *progress]
    views = parts.progress_views(twice)
    assert progress
    assert [view.trend is not None for view in views] == [False] * len(progress) + [True] * len(progress)
    assert [view.name for view in views] == [parts.progress_view(each).name for each in twice]
