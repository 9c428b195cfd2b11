"""Figures, bars and flags as pages show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.composing.kit.parts import Parts, target_suffix
from generators.composing.kit.views import FigureView
from generators.disclosing import Publication
from generators.model.address import Address
from generators.results.figures import Measured, Origin, Progress, Status, ValueState


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


def _value(parts: Parts, division: str, indicator: str) -> FigureView:
    progress = _progress(parts.publication, division, indicator)
    return parts.measured_figure(progress.indicator, progress.measured)


def test_a_bar_is_drawn_to_the_attainment_with_its_mark(parts: Parts, tidied: Progress) -> None:
    bar = parts.bar(tidied)
    assert bar is not None
    assert (bar.filled, bar.pace, bar.label) == ("66.7", "41.2", "66.7%")
    assert bar.description == "完成66.7%，序时进度41.2%，相差+25.5个百分点，达到序时"


@pytest.mark.parametrize(("share", "filled", "label"), [("1.5", "100", "150%"), ("-0.5", "0", "−50%")])
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
    assert _value(parts, "fengping/bianjie", "tidied").text == "未报送"
    measured = publication.values["fengping/wangxi", Address("tidy-villages/compliance")]
    figure = parts.measured_figure(Address("tidy-villages/compliance"), measured)
    assert (figure.text, figure.note, figure.is_missing) == ("不适用", "街道没有抽查点", True)


def test_a_rolled_up_value_says_what_it_rests_on(internal_publication: Publication) -> None:
    parts = Parts(internal_publication)
    view = _value(parts, "fengping", "compliance")
    assert (view.text, view.note) == ("70%", "下级汇总，已报2/2")
    counted = _value(parts, "fengping", "signed-villages")
    assert (counted.text, counted.note) == ("1个", "下级汇总，已报2/3")


def test_a_ratio_of_sums_is_not_a_mean_of_percentages(internal_publication: Publication) -> None:
    """9 of 12 and 5 of 8 are 14 of 20, which is 70%; the mean of 75% and 62.5% would be 68.75%."""
    parts = Parts(internal_publication)
    assert _value(parts, "fengping", "compliance").text == "70%"


def test_nearly_all_is_not_all(parts: Parts, publication: Publication) -> None:
    """1199.52 of 1200 is 99.96%."""
    measured = publication.values["fengping/liuwan", Address("tidy-villages/joined-share")]
    assert parts.measured_figure(Address("tidy-villages/joined-share"), measured).text == "99.96%"
    assert measured.value == Decimal("99.96")


def test_a_sum_over_the_year_shows_its_correction(parts: Parts) -> None:
    view = _value(parts, "fengping/liuwan", "outlay")
    assert (view.text, view.is_corrected) == ("35.5余万元", True)


def test_a_ratio_short_of_its_target_is_not_printed_as_the_target(parts: Parts) -> None:
    address = Address("tidy-villages/compliance")
    assert parts.lines(address) == (Decimal(90),)
    short = Measured(
        ValueState.KNOWN, Origin.ROLLED_UP, Decimal("89.9999"), Decimal(899999), Decimal(1000000)
    )
    assert parts.measured_figure(address, short).number == "89.9999"
    assert parts.measured_figure(address, replace(short, value=Decimal("89.5049"))).number == "89.5"
    assert parts.measured_figure(address, replace(short, value=Decimal("89.9999999"))).number == "89.9999999"


def test_the_basis_names_the_days_on_which_targets_are_judged(parts: Parts, publication: Publication) -> None:
    """What is reported ends before the day of measurement, and so does what may be asked for."""
    programme = publication.programmes["tidy-villages"]
    judged = {each.day for each in publication.progress_by_programme["tidy-villages"]}
    assert max(judged) == publication.days["tidy-villages"] == date(2025, 6, 30)
    assert min(judged) == date(2025, 5, 31)
    assert parts.basis_text(programme) == ("按2025年6月30日的数据计算，目标的判断日在2025年5月31日至6月30日")
    known = replace(publication, progress=())
    assert Parts(known).basis_text(programme) == "按2025年6月30日的数据计算"
