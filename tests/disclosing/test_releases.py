"""Which released aggregates may be published together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.disclosing.releases import Groups, Releases
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.record import Place
from generators.model.scalars import Disclosure
from generators.pipeline import measured_whole
from generators.results.changes import Span
from generators.results.contributions import Contribution, Contributions
from tests.build import datasets, figures, programmes
from tests.build.divisions import COUNTY, A, B, C


def records(*names: str, subject: str = "example/main", reading: str = "2017-01") -> Contributions:
    """Return one internal record of each named contributor."""
    return frozenset(Contribution(name, subject, reading, Place("-")) for name in names)


ALL = records("a", "b", "c", "d", "e", "f")


@pytest.mark.parametrize(
    ("figures", "admitted"),
    [
        pytest.param(["a"], [False], id="one record is printed as it is"),
        pytest.param(["ab"], [False], id="each of two knows the other"),
        pytest.param(["abc"], [True], id="three cannot be told apart"),
        pytest.param(["abcd", "abc"], [True, False], id="a difference isolates the fourth"),
        pytest.param(["abcde", "abc"], [True, False], id="or leaves two"),
        pytest.param(["abcdef", "abc"], [True, True], id="both sides are three"),
        pytest.param(["abcdef", "abc", "def"], [True, True, True], id="a sum of sums"),
        pytest.param(["abc", "def", "abcdef"], [True, True, True], id="in any order"),
        pytest.param(["abcdef", "abcd", "abc"], [True, False, True], id="a refused one hides nothing else"),
        pytest.param(["abc", "cde"], [True, False], id="an overlap isolates what is common"),
        pytest.param(["abc", "abc"], [True, True], id="the same figure again"),
    ],
)
def test_what_is_published_together_leaves_three_inseparable(
    figures: list[str], admitted: list[bool]
) -> None:
    groups = Groups(3)
    assert [groups.admit(records(*each)) for each in figures] == admitted
    assert [groups.admits(records(*each)) for each in figures] == admitted


def test_more_can_be_asked_for() -> None:
    groups = Groups(5)
    assert [groups.admit(records(*each)) for each in ("abcd", "abcde")] == [False, True]


def test_several_records_of_one_contributor_are_his_alone() -> None:
    months = [records("a", "b", reading=each) for each in ("2017-01", "2017-02", "2017-03")]
    assert not Groups(3).admit(months[0] | months[1] | months[2])


def test_one_who_reports_later_is_not_isolated_by_the_change() -> None:
    first = records("a", "b", "c")
    groups = Groups(3)
    assert groups.admit(first)
    assert not groups.admit(first | records("d", reading="2017-02"))
    assert groups.admit(first | records("a", "b", "d", reading="2017-02"))


def test_a_corrected_figure_does_not_stand_beside_the_uncorrected_one() -> None:
    groups = Groups(3)
    assert groups.admit(records("a", "b", "c"))
    assert not groups.admit(records("a", "b") | records("c", reading="2017-01 corrected"))


def test_of_a_quotient_each_part_has_to_be_inseparable() -> None:
    above, below = records("a", "b", "c"), records("a", subject="example/whole")
    assert not Groups(3).admit(above | below)
    assert Groups(3).admit(above | records("a", "b", "c", subject="example/whole"))


def test_a_refused_figure_changes_nothing() -> None:
    groups = Groups(3)
    assert groups.admit(ALL)
    assert not groups.admit(records("a", "b", "c", "d"))
    assert groups.admit(records("a", "b", "c"))


def test_records_that_add_up_are_told_apart_by_one_another() -> None:
    total, part = "example/total", "example/part"
    one_for_all = {
        each: each._replace(subject="example/total example/part")
        for subject in (total, part)
        for each in records(*"abcdefgh", subject=subject)
    }
    for alike, is_admitted in (({}, True), (one_for_all, False)):
        groups = Groups(3, alike)
        assert groups.admit(records("a", "b", "c", subject=total))
        # The total less its public part is the other part of the same three; what is left is the fourth's.
        assert groups.admit(records("a", "b", "c", "d", subject=part)) is is_admitted
        quotient = records("e", "f", "g", subject=total) | records("e", "f", "g", "h", subject=part)
        assert groups.admit(quotient) is is_admitted


def test_a_total_that_is_known_anyway_separates_too() -> None:
    groups = Groups(3)
    groups.know(ALL)
    assert not groups.admits(ALL)
    assert not groups.admit(records("a", "b", "c", "d"))
    assert groups.admit(records("a", "b", "c"))


def _flow(later: tuple[int, int, int], *, rollup: str = "sum") -> Dataset:
    """Return a county whose villages report a released flow internally, of February only in June."""
    flow = figures.indicator(IndicatorKind.FLOW, rollup=rollup, release={"reason": "示例"})
    reports = [
        figures.report(period, value, division=place, on=on)
        for period, on, values in (
            ("2017-01", date(2017, 2, 3), (3, 4, 5)),
            ("2017-02", date(2017, 6, 15), later),
        )
        for place, value in zip((A, B, C), values, strict=True)
    ]
    internal = [
        replace(each, report=each.report.detached(disclosure=Disclosure.INTERNAL)) for each in reports
    ]
    return datasets.dataset(programmes.programme({"main": flow}), reports=internal)


@pytest.mark.parametrize(
    ("later", "is_refused"), [((0, 0, 0), True), ((1, 0, 0), False), ((0, 2, 1), False), ((3, 4, 5), False)]
)
def test_a_total_that_stays_the_same_while_a_month_is_added_tells_that_all_of_it_is_0(
    later: tuple[int, int, int], *, is_refused: bool
) -> None:
    dataset = _flow(later)
    measurements = measured_whole(dataset, date(2017, 6, 30))
    releases = Releases.of(dataset, dataset.public, measurements)
    today, before = (
        each.values[COUNTY, figures.MAIN] for each in (measurements, measurements.past[Span.MONTH])
    )
    assert releases.shows(figures.MAIN, today.internal)
    assert releases.shows(figures.MAIN, before.internal) is not is_refused
    refused = [internal for _, division, internal in releases.refused if division == COUNTY]
    assert refused == ([before.internal] if is_refused else [])
