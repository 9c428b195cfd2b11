"""A consequence is internal unless it says otherwise; public, it rests on nothing withheld."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generators.disclosing import Audience, Publication
from generators.model.dataset import Dataset
from generators.model.ladder import Ladder
from generators.model.report import FiledReport
from generators.model.scalars import Disclosure
from generators.model.source import Citation, Source
from generators.results.consequences import StatusGround
from tests.build import datasets, divisions, figures, programmes, tiers
from tests.build.consequences import WORD, consequence, with_consequence
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.ledgers import assigned, filed_problem, found
from tests.build.publications import disclosed_whole
from tests.build.rankings import ranked_county, township

PUBLIC, INTERNAL = Disclosure.PUBLIC, Disclosure.INTERNAL
JULY: Final = date(2024, 7, 31)
DAY: Final = date(2017, 4, 30)
FIRST: Final = {"rank": {"scheme": "scheme", "first": 1}}
MISSED: Final = {"status": {"indicator": "main", "is": ["missed"]}}
OVERDUE: Final = {"problems": {"overdue-at-least": 1}}
WEAK: Final = {"tier": {"ladder": "class", "at-most": "weak"}}


def _publication(
    dataset: Dataset,
    when: Mapping[str, object],
    as_of: date,
    audience: Audience = Audience.PUBLIC,
    *,
    level: str = "township",
    disclosure: Disclosure = PUBLIC,
) -> Publication:
    added = consequence(when, level=level, disclosure=disclosure)
    changed = with_consequence(dataset, added)
    return disclosed_whole(changed, as_of, audience)


def _told(publication: Publication) -> list[str] | None:
    """Return the divisions named, ``None`` where the consequence itself is not there."""
    result = publication.consequence_results.get(WORD)
    assert (result is not None) is ("word" in publication.programmes["example"].consequences)
    return None if result is None else [each.division for each in result.entries]


def _with_programme(dataset: Dataset, **changes: object) -> Dataset:
    (work,) = dataset.programmes.values()
    return replace(dataset, programmes={work.id: work.model_copy(update=changes)})


def test_what_is_not_declared_public_is_told_to_the_internal_audience_alone() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20)}, PUBLIC)
    for audience, told in ((Audience.PUBLIC, None), (Audience.INTERNAL, [township(1)])):
        assert _told(_publication(dataset, FIRST, JULY, audience, disclosure=INTERNAL)) == told
    assert _told(_publication(dataset, FIRST, JULY)) == [township(1)]


def test_of_an_internal_programme_nothing_is_public() -> None:
    dataset = _with_programme(ranked_county({"2024-Q1": (10, 20)}, PUBLIC), disclosure=INTERNAL)
    assert _publication(dataset, FIRST, JULY).consequence_results == {}


def test_a_consequence_of_an_internal_scheme_is_not_public() -> None:
    assert _told(_publication(ranked_county({"2024-Q1": (10, 20)}, INTERNAL), FIRST, JULY)) is None


def test_a_period_that_is_withheld_has_no_public_consequences() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20), "2024-Q2": (20, 10)}, PUBLIC)
    reports = tuple(
        replace(each, report=each.report.model_copy(update={"disclosure": INTERNAL}))
        if (each.division, each.report.period.text) == (township(0), "2024-Q1")
        else each
        for each in dataset.reports
    )
    publication = _publication(replace(dataset, reports=reports), FIRST, JULY)
    result = publication.consequence_results[WORD]
    assert [period.text for period in result.periods] == ["2024-Q2"]
    assert _told(publication) == [township(0)]


def _report(value: int, division: str, disclosure: Disclosure) -> FiledReport:
    made = figures.report("2017-03", value, division=division)
    return replace(made, report=made.report.model_copy(update={"disclosure": disclosure}))


def _targets(target: Disclosure = PUBLIC, indicator: Disclosure = PUBLIC) -> Dataset:
    """Return a public and an internal report that both miss their targets."""
    return datasets.dataset(
        programmes.programme({"main": figures.indicator(disclosure=indicator)}),
        targets=(
            figures.target(20, division=EAST, disclosure=target),
            figures.target(20, division=WEST),
        ),
        reports=(_report(17, EAST, PUBLIC), _report(16, WEST, INTERNAL)),
    )


def test_a_status_that_rests_on_an_internal_report_is_not_told() -> None:
    assert _told(_publication(_targets(), MISSED, DAY)) == [EAST]
    assert _told(_publication(_targets(), MISSED, DAY, Audience.INTERNAL)) == [EAST, WEST]


def test_the_status_of_an_internal_target_is_not_told() -> None:
    assert _told(_publication(_targets(target=INTERNAL), MISSED, DAY)) == []


def test_a_consequence_of_an_internal_indicator_is_not_public() -> None:
    assert _told(_publication(_targets(indicator=INTERNAL), MISSED, DAY)) is None


@pytest.mark.parametrize(("release", "told"), [({"reason": "示例"}, [COUNTY]), (None, [])])
def test_the_public_progress_of_a_ground_names_no_internal_report(release: object, told: list[str]) -> None:
    internal = (_report(5, village, INTERNAL) for village in (divisions.A, divisions.B, divisions.C))
    dataset = datasets.dataset(
        programmes.programme({"main": figures.indicator(rollup="sum", release=release)}),
        targets=(figures.target(20, division=COUNTY),),
        reports=(*internal, _report(1, "county/west/d", PUBLIC)),
    )
    publication = _publication(dataset, MISSED, DAY, level="county")
    entries = publication.consequence_results[WORD].entries
    assert [each.division for each in entries] == told
    assert [each.ground for each in entries] == [StatusGround(each) for each in publication.progress]
    assert not any(each.measured.internal for each in publication.progress)


@pytest.mark.parametrize(("disclosure", "told"), [(PUBLIC, [EAST]), (INTERNAL, [])])
def test_overdue_problems_count_before_the_public_only_if_all_are_public(
    disclosure: Disclosure, told: list[str]
) -> None:
    begun = date(2017, 3, 1)
    late = (found(begun), assigned(begun, date(2017, 4, 1)))
    dataset = replace(
        datasets.dataset(programmes.programme({})),
        ledger=(
            filed_problem(*late, name="one", disclosure=PUBLIC),
            filed_problem(*late, name="two", disclosure=disclosure),
        ),
    )
    assert _told(_publication(dataset, OVERDUE, DAY)) == told
    assert _told(_publication(dataset, OVERDUE, DAY, Audience.INTERNAL)) == [EAST]


def test_a_tier_that_rests_on_an_internal_assessment_is_not_told() -> None:
    dataset = tiers.county(
        assessments=(
            tiers.assessed(divisions.A, "weak", date(2024, 3, 1)),
            tiers.assessed(divisions.B, "weak", date(2024, 3, 1), INTERNAL),
        )
    )
    assert _told(_publication(dataset, WEAK, tiers.DAY, level="village")) == [divisions.A]
    (work,) = dataset.programmes.values()
    hidden: dict[str, Ladder] = {
        name: ladder.model_copy(update={"disclosure": INTERNAL}) for name, ladder in work.ladders.items()
    }
    internal = _with_programme(dataset, ladders=hidden)
    assert _told(_publication(internal, WEAK, tiers.DAY, level="village")) is None


def test_the_source_of_a_public_consequence_is_listed() -> None:
    sources = {name: Source(title=name, issuer="县委组织部") for name in ("rules",)}
    dataset = replace(ranked_county({"2024-Q1": (10, 20)}, PUBLIC), sources=sources)
    for disclosure, listed in ((PUBLIC, ["rules"]), (INTERNAL, [])):
        added = consequence(FIRST, disclosure=disclosure).model_copy(
            update={"source": Citation(document="rules")}
        )
        changed = with_consequence(dataset, added)
        shown = disclosed_whole(changed, JULY, Audience.PUBLIC)
        assert list(shown.sources) == listed
