from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generators.measuring.snapshot import measure
from generators.model.computed import InspectionFigure
from generators.model.dataset import Dataset
from generators.model.division import Merger
from generators.model.indicator import IndicatorKind
from generators.model.inspection import Inspection
from generators.model.ledger import FiledEntry
from generators.results.figures import Measured, ValueState
from generators.results.inspections import Reach, Round
from generators.results.ledgers import ProblemState
from generators.results.measurements import Measurements
from tests.build import ledgers
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, EAST, WEST, A, B, C, D
from tests.build.figures import MAIN, indicator, target
from tests.build.inspections import inspection, visit
from tests.build.programmes import programme

DAY = date(2024, 6, 30)
SPRING = inspection(
    "spring",
    date(2024, 3, 4),
    date(2024, 3, 8),
    visit(A, date(2024, 3, 4), 80, ("one",)),
    visit(C, date(2024, 3, 5), 60),
    visit(EAST, date(2024, 3, 6), 95),
)
MAY = inspection(
    "may", date(2024, 5, 6), date(2024, 5, 7), visit(A, date(2024, 5, 6), 90), visit(B, date(2024, 5, 7))
)


def _given(
    *rounds: Inspection, problems: Iterable[FiledEntry] = (), computed: InspectionFigure | None = None
) -> Dataset:
    is_score = computed is InspectionFigure.SCORE
    main = indicator(
        IndicatorKind.LEVEL if is_score else IndicatorKind.RATIO,
        measure="分" if is_score else "%",
        computed=computed,
    )
    return replace(
        dataset(programme({"main": main})),
        inspections={each.id: each for each in rounds},
        ledger=tuple(problems),
    )


def _rounds(measurements: Measurements) -> dict[str, Round]:
    return {each.inspection.id: each for each in measurements.inspection_records["example"].rounds}


def _problem(name: str = "one", division: str = A, inspection: str | None = None) -> FiledEntry:
    found: dict[str, object] = {"on": date(2024, 3, 4), "by": "县巡查组", "inspection": inspection}
    return ledgers.filed_problem({"found": found}, name=name, division=division)


def test_rounds_come_in_the_order_of_their_days() -> None:
    assert list(_rounds(measure(_given(MAY, SPRING), DAY))) == ["spring", "may"]


def test_a_round_counts_its_visits_until_the_day() -> None:
    rounds = _rounds(measure(_given(SPRING, MAY), date(2024, 3, 5)))
    assert list(rounds) == ["spring"]
    assert [each.visit.division for each in rounds["spring"].visits] == [A, C]


def test_without_a_round_begun_there_is_no_record() -> None:
    assert measure(_given(SPRING), date(2024, 3, 3)).inspection_records == {}


def test_reach_counts_villages_and_the_mean_all_scores() -> None:
    spring = _rounds(measure(_given(SPRING), DAY))["spring"]
    assert spring.reach == {EAST: Reach(1, 2), WEST: Reach(1, 2)}
    assert (spring.whole_reach, spring.whole_reach.share) == (Reach(2, 4), Decimal("0.5"))
    assert spring.scores == (Decimal(80), Decimal(60), Decimal(95))
    assert spring.mean_score == Decimal(235) / 3


def test_since_when_each_village_was_last_visited() -> None:
    record = measure(_given(SPRING, MAY), DAY).inspection_records["example"]
    assert record.last_visits == {
        A: date(2024, 5, 6),
        B: date(2024, 5, 7),
        C: date(2024, 3, 5),
        D: None,
    }
    assert record.reach == {EAST: Reach(2, 2), WEST: Reach(1, 2)}


def test_a_village_counts_until_it_is_merged() -> None:
    given = _given(SPRING, MAY)
    merged = replace(given.divisions[D], history=(Merger(into="c", on=date(2024, 5, 1)).event(),))
    record = measure(replace(given, divisions={**given.divisions, D: merged}), DAY).inspection_records
    spring, may = record["example"].rounds
    assert (spring.reach[WEST], may.reach[WEST]) == (Reach(1, 2), Reach(0, 1))
    assert D not in record["example"].last_visits


def test_findings_stand_as_they_stand_now() -> None:
    problems = (
        ledgers.filed_problem(
            ledgers.found(date(2024, 3, 4)),
            ledgers.assigned(date(2024, 3, 5), date(2024, 4, 1)),
            division=A,
        ),
        _problem("two", B, "spring"),
    )
    spring = _rounds(measure(_given(SPRING, problems=problems), DAY))["spring"]
    assert [each.filed.id for each in spring.visits[0].findings] == ["one"]
    assert [each.filed.id for each in spring.findings] == ["one", "two"]
    assert spring.findings[0].state is ProblemState.OVERDUE


def test_a_problem_listed_and_named_is_one_finding() -> None:
    given = _given(SPRING, problems=[_problem(inspection="spring")])
    spring = _rounds(measure(given, DAY))["spring"]
    assert [each.filed.id for each in spring.findings] == ["one"]
    assert [len(each.findings) for each in spring.visits] == [1, 0, 0]


def _main(computed: InspectionFigure, day: date = DAY, *rounds: Inspection) -> dict[str, Measured]:
    given = _given(*(rounds or (SPRING, MAY)), computed=computed)
    return {key[0]: measured for key, measured in measure(given, day).values.items() if key[1] == MAIN}


def test_the_score_is_the_mean_of_the_latest_round_that_scored_there() -> None:
    values = _main(InspectionFigure.SCORE)
    assert values[COUNTY].value == Decimal(90)
    assert values[EAST].value == Decimal(90)
    assert values[WEST].value == Decimal(60)
    assert B not in values
    earlier = _main(InspectionFigure.SCORE, date(2024, 5, 5))
    assert (earlier[EAST].value, earlier[EAST].numerator) == (Decimal("87.5"), Decimal(175))
    assert (earlier[A].value, earlier[COUNTY].denominator) == (Decimal(80), Decimal(3))


def test_the_share_is_of_villages_visited() -> None:
    values = _main(InspectionFigure.COVERAGE)
    assert values[COUNTY].value == Decimal(75)
    assert [values[each].value for each in (EAST, WEST, D)] == [Decimal(100), Decimal(50), Decimal(0)]
    assert (values[WEST].numerator, values[WEST].denominator) == (Decimal(1), Decimal(2))


def test_before_any_visit_nothing_is_known_of_coverage() -> None:
    assert _main(InspectionFigure.COVERAGE, date(2024, 3, 3)) == {}


@pytest.mark.parametrize(
    ("start", "due", "share"),
    [
        (date(2024, 3, 1), date(2024, 6, 30), Decimal(100)),
        (date(2024, 4, 1), date(2024, 6, 30), Decimal(100)),
        (date(2024, 3, 1), date(2024, 3, 31), Decimal(50)),
        (date(2024, 6, 1), date(2024, 6, 30), Decimal(0)),
    ],
)
def test_a_target_looks_at_the_visits_between_its_days(start: date, due: date, share: Decimal) -> None:
    given = _given(SPRING, MAY, computed=InspectionFigure.COVERAGE)
    aim = target(100, start=start, due=due)
    (progress,) = measure(replace(given, targets=(aim,)), DAY).progress
    assert (progress.measured.state, progress.value) == (ValueState.KNOWN, share)
