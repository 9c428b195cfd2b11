"""No comparison on the public site rests on an internal report, so that none can be computed from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.disclosing import disclose
from generators.disclosing.publication import Publication
from generators.measuring.snapshot import measure_whole
from generators.model.comparison import ComparedBy
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.period import Period, parse_period
from generators.model.scalars import Disclosure
from generators.model.visibility import Audience
from generators.results.comparisons import Compared
from generators.results.facts import FactKind, FactRequest
from tests.build import figures
from tests.build.comparisons import compared_dataset, month_reports
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.publications import disclosed_whole

DAY: Final = date(2018, 4, 10)
MONTHS: Final = tuple(
    f"{year}-{month:02}" for year, last in ((2017, 12), (2018, 3)) for month in range(1, last + 1)
)
NUMBERS: Final = {month: 1 + at for at, month in enumerate(MONTHS)}


def _dataset(
    hidden: set[tuple[str, str]], kind: IndicatorKind, fields: Mapping[str, object] | None = None
) -> Dataset:
    reports = [
        report
        for place in (EAST, WEST)
        for report in month_reports(
            NUMBERS, division=place, internal=[month for where, month in hidden if where == place]
        )
    ]
    return compared_dataset(reports, kind, {"rollup": "sum"} | dict(fields or {}))


def _shown(publication: Publication) -> Iterator[tuple[str, Compared]]:
    for (division, _), columns in publication.comparisons.items():
        yield from ((division, each) for each in columns)


def _months_read(kind: IndicatorKind, compared: Compared, *, restarts: bool) -> set[str]:
    """Return the months whose reports a comparison can depend on, worked out without the program."""
    spans = [each for each in (compared.period, compared.base_period) if each is not None]
    if kind is IndicatorKind.FLOW:
        return {month for span in spans for month in MONTHS if _lies_in(month, span)}
    ends = {f"{span.end:%Y-%m}" for span in spans}
    eves = {_month_before(f"{span.start:%Y-%m}") for span in spans}
    if restarts:
        return ends | {each for each in eves if not each.endswith("-12")}
    return ends | (eves if compared.by.is_to_date else set())


def _lies_in(month: str, span: Period) -> bool:
    period = parse_period(month)
    return span.start is not None and span.end is not None and period.lies_within(span.start, span.end)


def _month_before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - 1}-12" if number == 1 else f"{year}-{number - 1:02}"


@given(
    hidden=st.sets(st.tuples(st.sampled_from((EAST, WEST)), st.sampled_from(MONTHS)), max_size=6),
    case=st.sampled_from(
        (
            (IndicatorKind.FLOW, False),
            (IndicatorKind.LEVEL, False),
            (IndicatorKind.CUMULATIVE, False),
            (IndicatorKind.CUMULATIVE, True),
        )
    ),
)
def test_no_public_comparison_rests_on_an_internal_report(
    hidden: set[tuple[str, str]], case: tuple[IndicatorKind, bool]
) -> None:
    kind, restarts = case
    dataset = _dataset(hidden, kind, {"restarts": "yearly"} if restarts else {})
    public = disclosed_whole(dataset, DAY, Audience.PUBLIC)
    for division, compared in _shown(public):
        assert compared.terms == ()
        places = (EAST, WEST) if division == COUNTY else (division,)
        read = _months_read(kind, compared, restarts=restarts)
        assert not hidden & {(place, month) for place in places for month in read}


def test_without_internal_reports_the_public_sees_every_comparison() -> None:
    dataset = _dataset(set(), IndicatorKind.FLOW)
    public, internal = (disclosed_whole(dataset, DAY, each) for each in (Audience.PUBLIC, Audience.INTERNAL))
    assert (
        public.comparisons.keys()
        == internal.comparisons.keys()
        == {(each, figures.MAIN) for each in (COUNTY, EAST, WEST)}
    )
    assert all(len(columns) == len(ComparedBy) for columns in public.comparisons.values())


def test_an_internal_base_withholds_the_growth_of_a_public_value() -> None:
    public = disclosed_whole(_dataset({(EAST, "2017-03")}, IndicatorKind.FLOW), DAY, Audience.PUBLIC)
    shown = {(division, compared.by) for division, compared in _shown(public)}
    assert (EAST, ComparedBy.PERIOD_ON_PERIOD) in shown
    assert (EAST, ComparedBy.YEAR_TO_DATE) in shown
    # Neither of the place nor of the county, of which the other place is public.
    for division in (EAST, COUNTY):
        assert (division, ComparedBy.YEAR_ON_YEAR) not in shown
        assert (division, ComparedBy.CUMULATIVE_GROWTH) not in shown
    assert (WEST, ComparedBy.YEAR_ON_YEAR) in shown


def test_an_internal_base_of_zero_does_not_show_by_the_reason_either() -> None:
    numbers = {**NUMBERS, "2017-03": 0}
    reports = month_reports(numbers, internal=["2017-03"])
    public = disclosed_whole(compared_dataset(reports), DAY, Audience.PUBLIC)
    assert ComparedBy.YEAR_ON_YEAR not in {compared.by for _, compared in _shown(public)}


@pytest.mark.parametrize("by", list(ComparedBy))
def test_prose_gets_no_comparison_of_an_internal_report(by: ComparedBy) -> None:
    request = FactRequest(FactKind.COMPARE, EAST, figures.MAIN, "2018-03", by.value)
    for hidden in (set[tuple[str, str]](), {(EAST, "2017-03"), (EAST, "2018-02")}):
        dataset = _dataset(hidden, IndicatorKind.FLOW)
        measurements = measure_whole(dataset, DAY, [request])
        assert request in disclose(dataset, measurements, Audience.INTERNAL).facts
        assert (request in disclose(dataset, measurements, Audience.PUBLIC).facts) is not bool(hidden)


def test_a_released_total_is_compared_only_where_its_base_conceals_three_too() -> None:
    hidden = {(place, month) for place in (EAST, WEST) for month in MONTHS}
    dataset = _dataset(hidden, IndicatorKind.FLOW, {"release": {"reason": "示例"}})
    assert not disclosed_whole(dataset, DAY, Audience.PUBLIC).comparisons


def test_an_internal_indicator_has_no_public_comparison() -> None:
    dataset = _dataset(set(), IndicatorKind.FLOW, {"disclosure": Disclosure.INTERNAL})
    assert not disclosed_whole(dataset, DAY, Audience.PUBLIC).comparisons
