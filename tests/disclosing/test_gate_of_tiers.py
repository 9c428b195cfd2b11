"""What the gate lets through of standards and tiers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.disclosing import Audience, Publication, disclose
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.scalars import Disclosure
from generators.model.source import Citation, Source
from tests.build.divisions import A, B, C
from tests.build.publications import disclosed
from tests.build.tiers import (
    CLASS,
    DAY,
    INCOME,
    MODEL,
    STARS,
    WEALTH,
    assessed,
    check,
    county,
    income,
    share,
    tier_programme,
)

MARCH = date(2024, 3, 10)
INTERNAL = Disclosure.INTERNAL


def _publication(dataset: Dataset, audience: Audience = Audience.PUBLIC) -> Publication:
    return disclosed(dataset, DAY, audience)


def _with_internal(kind: str, name: str) -> Dataset:
    """Return the county whose standard, ladder or indicator ``name`` is internal."""
    programme = tier_programme(reached=share("stars", "two"))
    parts = dict(getattr(programme, kind))
    parts[name] = parts[name].model_copy(update={"disclosure": INTERNAL})
    return county(
        programme=programme.model_copy(update={kind: parts}),
        checks=[check(A, "model/x", MARCH)],
        reports=[income(A, "2023", 60)],
    )


def test_the_internal_audience_sees_all_as_measured() -> None:
    dataset = _with_internal("ladders", "stars")
    measured = measure(dataset, DAY)
    publication = disclose(dataset, measured, Audience.INTERNAL)
    assert publication.ladder_results == measured.ladder_results
    assert publication.checklists == measured.checklists


@pytest.mark.parametrize(
    ("kind", "name", "hidden"),
    [
        ("ladders", "stars", {STARS}),
        ("standards", "compliant", {MODEL}),
        ("standards", "model", {MODEL, STARS}),
        ("indicators", "income", {WEALTH}),
    ],
)
def test_a_ladder_is_not_seen_without_what_it_goes_by(kind: str, name: str, hidden: set[str]) -> None:
    publication = _publication(_with_internal(kind, name))
    assert {MODEL, STARS, WEALTH, CLASS} - publication.ladder_results.keys() == hidden
    assert publication.ladders.keys() == publication.ladder_results.keys()
    if kind == "standards":
        assert f"example/{name}" not in {standard for _, standard in publication.checklists}


def test_a_public_share_does_not_name_a_ladder_that_is_not_public() -> None:
    publication = _publication(_with_internal("ladders", "stars"))
    assert publication.indicators[Address("example/reached")].computed is None
    assert ("county", Address("example/reached")) not in publication.values
    whole = _publication(_with_internal("standards", "compliant"))
    assert whole.indicators[Address("example/reached")].computed is not None


def test_an_internal_programme_shows_no_ladder() -> None:
    hidden = tier_programme().model_copy(update={"disclosure": INTERNAL})
    publication = _publication(county(programme=hidden, checks=[check(A, "model/x", MARCH)]))
    assert publication.ladder_results == {}
    assert publication.checklists == {}


def test_one_internal_check_withholds_a_standing_and_what_could_be_subtracted_from_it() -> None:
    checks = [
        check(A, "model/x", MARCH),
        check(A, "model/y", MARCH, disclosure=INTERNAL),
        check(B, "model/x", date(2024, 5, 1)),
        check(C, "model/x", MARCH, revoked=date(2024, 4, 1), disclosure=INTERNAL),
        check(C, "model/x", date(2024, 5, 1)),
    ]
    publication = _publication(county(checks=checks))
    stars = publication.ladder_results[STARS]
    assert stars.standings.keys() == {B, "county/west/d"}
    assert stars.withheld == 2
    assert stars.distributions["county"].counts == (1, 0, 0)
    assert stars.distributions["county"].total == 2
    assert [each.total for each in stars.history] == [2]
    assert [move.division for move in stars.moves] == [B]
    assert (A, "example/model") not in publication.checklists
    assert (A, "example/compliant") in publication.checklists
    assert publication.ladder_results[CLASS].withheld == 0


def test_an_internal_assessment_withholds_the_standing_even_when_a_public_one_followed() -> None:
    dataset = county(
        assessments=[
            assessed(A, "weak", MARCH, INTERNAL),
            assessed(A, "strong", date(2024, 5, 1)),
            assessed(B, "plain", MARCH),
        ]
    )
    assert A not in _publication(dataset).ladder_results[CLASS].standings
    assert _publication(dataset).ladder_results[CLASS].standings[B].rank == 1


def test_an_internal_report_withholds_the_standing_that_it_decides() -> None:
    filed = income(A, "2023", 60)
    internal = replace(filed, report=filed.report.model_copy(update={"disclosure": INTERNAL}))
    publication = _publication(county(reports=[internal, income(B, "2023", 60)]))
    wealth = publication.ladder_results[WEALTH]
    assert A not in wealth.standings
    measured = wealth.standings[B].measured
    assert measured is not None
    assert [each.indicator for each in measured.observations] == [INCOME]


def test_the_sources_of_what_is_shown_are_shown() -> None:
    def cited(disclosure: Disclosure) -> Publication:
        filed = check(A, "model/x", MARCH, disclosure=disclosure)
        proof = filed.check.model_copy(update={"source": Citation(document="table")})
        dataset = county(checks=[replace(filed, check=proof)])
        sources = {"table": Source(title="验收表", issuer="示例办公室")}
        return _publication(replace(dataset, sources=sources))

    assert "table" in cited(Disclosure.PUBLIC).sources
    assert "table" not in cited(INTERNAL).sources


MERGED_IN_APRIL = {B: (A, date(2024, 4, 20))}


@pytest.mark.parametrize("disclosure", [Disclosure.PUBLIC, INTERNAL])
def test_what_a_merged_village_filed_internally_is_not_told_by_the_history(disclosure: Disclosure) -> None:
    dataset = county(
        assessments=[assessed(A, "plain", MARCH), assessed(B, "strong", MARCH, disclosure)],
        merged=MERGED_IN_APRIL,
    )
    result = _publication(dataset).ladder_results[CLASS]
    assert result.withheld == 0
    told = [(each.day, each.counts) for each in result.history]
    now = (DAY, (0, 1, 0))
    assert told == ([now] if disclosure is INTERNAL else [(date(2024, 3, 31), (0, 1, 1)), now])
    assert len(_publication(dataset, Audience.INTERNAL).ladder_results[CLASS].history) == 2


def test_an_internal_report_of_a_merged_village_hides_the_history_of_its_ladder() -> None:
    internal = income(B, "2022", 120)
    internal = replace(internal, report=internal.report.model_copy(update={"disclosure": INTERNAL}))
    reports = [income(A, "2022", 60), internal]
    dataset = county(reports=reports, merged=MERGED_IN_APRIL)
    assert [each.day for each in _publication(dataset).ladder_results[WEALTH].history] == [DAY]
    assert len(_publication(dataset, Audience.INTERNAL).ladder_results[WEALTH].history) > 1


@pytest.mark.parametrize(
    ("villages", "strong", "shown"), [((A, B, C), {A}, 25), ((A, B), {A}, None), ((A, B, C), set(), None)]
)
def test_a_share_of_an_internal_ladder_is_published_by_its_own_disclosure_over_three(
    villages: tuple[str, ...], strong: set[str], shown: int | None
) -> None:
    programme = tier_programme(strong=share("class", "strong"))
    ladder = programme.ladders["class"].model_copy(update={"disclosure": INTERNAL})
    programme = programme.model_copy(update={"ladders": {**programme.ladders, "class": ladder}})
    assessments = [assessed(each, "strong" if each in strong else "weak", MARCH) for each in villages]
    publication = _publication(county(programme=programme, assessments=assessments))
    assert CLASS not in publication.ladder_results
    measured = publication.values.get(("county", Address("example/strong")))
    assert (measured and measured.value) == shown
