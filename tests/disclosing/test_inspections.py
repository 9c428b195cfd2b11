from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.disclosing import Audience, Publication
from generators.model.inspection import Inspection, InspectionKind
from generators.model.scalars import Disclosure
from generators.results.inspections import Reach
from tests.build import ledgers
from tests.build.datasets import dataset
from tests.build.divisions import EAST, A, B
from tests.build.figures import indicator
from tests.build.inspections import inspection, visit
from tests.build.programmes import programme
from tests.build.publications import disclosed

DAY = date(2024, 6, 30)


def _spring(disclosure: Disclosure) -> Inspection:
    return inspection(
        "spring",
        date(2024, 3, 4),
        date(2024, 3, 8),
        visit(A, date(2024, 3, 4), 80, ("shown", "hidden")),
        disclosure=disclosure,
    )


def _back(disclosure: Disclosure) -> Inspection:
    return inspection(
        "back",
        date(2024, 5, 6),
        date(2024, 5, 7),
        visit(B, date(2024, 5, 6), 70),
        kind=InspectionKind.RETURN,
        returns_to="spring",
        disclosure=disclosure,
    )


def _publication(*rounds: Inspection, audience: Audience = Audience.PUBLIC) -> Publication:
    found: dict[str, object] = {"on": date(2024, 3, 4), "by": "县巡查组", "inspection": "spring"}
    problems = (
        ledgers.filed_problem({"found": found}, name="shown", division=A, disclosure=Disclosure.PUBLIC),
        ledgers.filed_problem({"found": found}, name="hidden", division=A),
    )
    given = replace(
        dataset(programme({"main": indicator()})),
        inspections={each.id: each for each in rounds},
        ledger=problems,
    )
    return disclosed(given, DAY, audience)


def test_the_public_sees_public_rounds_with_public_findings_alone() -> None:
    publication = _publication(_spring(Disclosure.PUBLIC), _back(Disclosure.INTERNAL))
    record = publication.inspection_records["example"]
    (spring,) = record.rounds
    assert [each.filed.id for each in spring.findings] == ["shown"]
    assert spring.visits[0].visit.findings == ("shown",)
    assert spring.inspection.visits[0].findings == ("shown",)
    assert (record.is_whole, record.reach[EAST]) == (False, Reach(1, 2))
    assert [found.inspection.id for found, _ in publication.visits_by_division[EAST]] == ["spring"]


def test_a_public_problem_names_the_public_round_it_was_found_in() -> None:
    def named(disclosure: Disclosure) -> str | None:
        publication = _publication(_spring(disclosure))
        found = publication.ledgers["example"].standings[0].events[0].found
        return found.inspection if found is not None else None

    assert named(Disclosure.PUBLIC) == "spring"
    assert named(Disclosure.INTERNAL) is None


def test_a_return_to_an_internal_round_does_not_name_it() -> None:
    (back,) = (
        _publication(_spring(Disclosure.INTERNAL), _back(Disclosure.PUBLIC))
        .inspection_records["example"]
        .rounds
    )
    assert back.inspection.returns_to is None


def test_internal_rounds_are_not_there_for_the_public() -> None:
    assert _publication(_spring(Disclosure.INTERNAL)).inspection_records == {}


def test_the_internal_audience_sees_everything() -> None:
    publication = _publication(
        _spring(Disclosure.INTERNAL), _back(Disclosure.PUBLIC), audience=Audience.INTERNAL
    )
    record = publication.inspection_records["example"]
    assert ([len(each.findings) for each in record.rounds], record.is_whole) == ([2, 0], True)
    assert record.rounds[1].inspection.returns_to == "spring"
