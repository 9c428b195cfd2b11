"""What real counties have occurs in the invented one, at the place that is named for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from examples.fictional_county import situations
from examples.fictional_county.names import township_name
from generators.disclosing import Audience
from generators.model.address import Address
from generators.model.calendar import days_before
from generators.model.consequence import ConsequenceKind
from generators.model.dataset import Dataset
from generators.model.division import DivisionKind, Level
from generators.model.indicator import Goal
from generators.model.inspection import InspectionKind
from generators.model.ledger import ProblemStep
from generators.model.period import parse_period
from generators.model.report import Report
from generators.model.scalars import Disclosure
from generators.pipeline import Examined
from generators.results.commitments import CommitmentState
from generators.results.consequences import ProblemsGround, RankGround, StatusGround, TierGround
from generators.results.figures import Progress, Status
from generators.results.measurements import Measurements
from generators.results.rankings import PeriodRanking

PROGRESS = "shili-double/progress"
QUARTERLY = "shili-1357/quarterly"
MONTHLY = "shili-1357/monthly"
YEARLY = "shili-five-star/yearly"
AWARD = Address("shili-double/award")

Rankings = Mapping[tuple[str, str], PeriodRanking]


def township(number: int) -> str:
    return f"shilixian/{township_name(number).slug}"


def _progress(measurements: Measurements, number: int, indicator: str) -> list[Progress]:
    return [
        each
        for each in measurements.progress
        if each.division == township(number) and each.indicator == indicator
    ]


def _last(measurements: Measurements, number: int, indicator: str) -> Progress:
    return max(_progress(measurements, number, indicator), key=lambda each: each.target.due)


def _monthly(dataset: Dataset, number: int) -> dict[str, Report]:
    return {
        filed.report.period.text: filed.report
        for filed in dataset.reports
        if filed.division == township(number) and filed.report.disclosure is Disclosure.PUBLIC
    }


def test_two_townships_share_a_rank(rankings: Rankings) -> None:
    ranks = rankings[PROGRESS, "2026-Q3"].ranks
    assert len({ranks[township(number)] for number in situations.TIED}) == 1


def test_a_report_is_missing(dataset: Dataset, measurements: Measurements) -> None:
    number, period = situations.MISSING_REPORT
    assert period not in _monthly(dataset, number)
    flags = _last(measurements, number, "shili-double/compliant-villages").flags
    assert [each.text for each in flags.overdue_periods] == [period]


def test_a_report_is_late(dataset: Dataset, measurements: Measurements) -> None:
    number, period = situations.LATE_REPORT
    report = _monthly(dataset, number)[period]
    assert report.on is not None
    assert report.period.end is not None
    assert report.on == report.period.end + timedelta(days=situations.LATE_DAYS)
    assert _last(measurements, number, "shili-double/sites").flags.late_report


def test_a_target_is_zero(measurements: Measurements) -> None:
    progress = _last(measurements, situations.ZERO_TARGET, "shili-double/sites")
    assert progress.target.value == 0
    assert progress.status is Status.ACHIEVED
    assert progress.attainment is None


def test_an_indicator_does_not_apply(measurements: Measurements) -> None:
    progress = _last(measurements, situations.NOT_APPLICABLE, "shili-double/sites")
    assert progress.status is Status.NOT_APPLICABLE


def test_an_indicator_is_to_fall(measurements: Measurements) -> None:
    for number in range(12):
        progress = _last(measurements, number, "shili-1357/petitions")
        assert progress.measured.value is not None
        assert progress.baseline is not None
        assert progress.measured.value < progress.baseline
        assert progress.target.value < progress.baseline


def test_a_target_is_more_than_fulfilled(measurements: Measurements) -> None:
    progress = _last(measurements, situations.OVER_FULFILLED, "shili-five-star/alliances")
    assert progress.attainment == 2


def test_a_veto_takes_a_township_out_of_the_ranking(rankings: Rankings) -> None:
    ranking = rankings[QUARTERLY, situations.VETO.period]
    assert [each.division for each in ranking.vetoed] == [township(situations.VETO.township)]
    assert ranking.vetoed[0].score is not None


def test_a_veto_places_a_township_last(rankings: Rankings) -> None:
    ranking = rankings[QUARTERLY, situations.PLACED_LAST.period]
    last = ranking.ranked[-1]
    assert last.division == township(situations.PLACED_LAST.township)
    scores = [each.score.score or Decimal(0) for each in ranking.ranked]
    assert min(scores) < scores[-1]


def test_a_report_is_corrected(dataset: Dataset) -> None:
    number, period = situations.CORRECTION
    (correction,) = dataset.corrections
    assert (correction.division, correction.period.text) == (township(number), period)
    reported = _monthly(dataset, number)[period].values[correction.indicator]
    assert correction.old == reported.value == correction.new + 1


def test_a_village_is_merged_into_another(dataset: Dataset) -> None:
    villages = (each for each in dataset.divisions.values() if each.level is Level.VILLAGE)
    merged = [each for each in villages if each.end is not None]
    assert [each.within for each in merged] == [township(situations.MERGED)]
    assert {*merged[0].successors} <= dataset.divisions.keys()
    counts = [
        _monthly(dataset, situations.MERGED)[month].values[Address("shili-double/villages")].value
        for month in ("2026-03", "2026-04")
    ]
    assert isinstance(counts[0], Decimal)
    assert counts[1] == counts[0] - 1


def test_a_township_is_new_in_the_ranking(rankings: Rankings) -> None:
    newcomer = township(situations.NEWCOMER)
    for scheme in (PROGRESS, QUARTERLY):
        before, after = rankings[scheme, "2025-Q4"], rankings[scheme, "2026-Q1"]
        assert newcomer not in before.ranks
        found = next(each for each in after.ranked if each.division == newcomer)
        assert found.is_newcomer
        assert found.movement is None


def test_a_township_is_formed_of_another_that_is_merged_into_it(dataset: Dataset, rankings: Rankings) -> None:
    formed = dataset.divisions[township(situations.NEWCOMER)]
    (origin,) = formed.predecessors
    former = dataset.divisions[origin]
    assert former.successors == (formed.id,)
    assert former.end is not None
    assert formed.begun is not None
    assert former.end.on == formed.begun.on == situations.FORMED_ON
    before, after = rankings[PROGRESS, "2025-Q4"], rankings[PROGRESS, "2026-Q1"]
    assert origin in {each.division for each in before.insufficient}
    taking_part = [each.division for each in after.insufficient] + [each.division for each in after.ranked]
    assert origin not in taking_part


def test_a_township_is_renamed_and_another_converted(dataset: Dataset) -> None:
    renamed, converted = (
        dataset.divisions[township(number)] for number in (situations.RENAMED, situations.CONVERTED)
    )
    day = days_before(situations.RENAMED_ON, 1)
    assert renamed.on(day).name == f"上{renamed.name}"
    before = converted.on(days_before(situations.CONVERTED_ON, 1))
    assert (before.kind, converted.kind) == (DivisionKind.TOWNSHIP, DivisionKind.TOWN)
    assert before.name == converted.name.replace("镇", "乡")


def test_a_total_of_internal_reports_is_public_and_none_of_them_is(county: Examined) -> None:
    public = county.site(Audience.PUBLIC)
    pages = {page.path: page.markdown for page in public.pages}
    name = "未化解的积案"
    assert name in pages["divisions/shilixian.md"]
    assert not any(name in text for path, text in pages.items() if path.startswith("divisions/shilixian/"))
    (values,) = (each for each in public.downloads if each.path.endswith("values.csv"))
    rows = list(csv.DictReader(io.StringIO(values.content.decode("utf-8-sig"))))
    of_released = [row for row in rows if f"{row['programme']}/{row['indicator']}" == situations.RELEASED]
    assert [(row["division"], row["role"]) for row in of_released] == [("shilixian", "target")]


def test_a_problem_is_reopened_by_a_return(dataset: Dataset) -> None:
    address = f"{township(situations.REOPENED)}/{situations.REOPENED_PROBLEM}"
    filed = dataset.ledger_by_address[address]
    assert [event.step for event in filed.entry.events][-2:] == [ProblemStep.VERIFIED, ProblemStep.REOPENED]
    returns = [each for each in dataset.inspections.values() if each.kind is InspectionKind.RETURN]
    assert any(
        situations.REOPENED_PROBLEM in visit.findings and visit.on == filed.entry.events[-1].on
        for inspection in returns
        for visit in inspection.visits
    )


def test_a_commitment_is_overdue(measurements: Measurements) -> None:
    address = f"{township(situations.OVERDUE_COMMITMENT)}/{situations.OVERDUE_COMMITMENT_ID}"
    standings = measurements.commitment_books["shili-1357"].standings
    found = next(each for each in standings if each.filed.address == address)
    assert found.state is CommitmentState.OVERDUE


def test_commitments_stand_in_all_the_ways_they_can_after_review(measurements: Measurements) -> None:
    states = {each.state for each in measurements.commitment_books["shili-1357"].standings}
    assert states >= {
        CommitmentState.KEPT,
        CommitmentState.PARTLY,
        CommitmentState.NOT_KEPT,
        CommitmentState.OVERDUE,
        CommitmentState.UNDERWAY,
        CommitmentState.DELAYED,
    }


def test_a_village_loses_a_star(dataset: Dataset) -> None:
    revoked = [each for each in dataset.checks if each.check.revoked is not None]
    assert [each.division.rpartition("/")[0] for each in revoked] == [township(situations.LAPSED_CHECK)]


def test_a_county_reports_more_than_its_townships_together(measurements: Measurements) -> None:
    (discrepancy,) = measurements.discrepancies
    assert (discrepancy.division, discrepancy.indicator) == ("shilixian", situations.DIFFERING_TOTAL)
    assert discrepancy.declared - discrepancy.rolled_up == situations.TOTAL_DIFFERS_BY


def test_a_changed_scheme_leaves_old_periods_as_they_were(rankings: Rankings) -> None:
    before, after = rankings[QUARTERLY, "2025-Q4"].version, rankings[QUARTERLY, "2026-Q1"].version
    assert before.start.text == "2025-Q3"
    assert after.start.text == "2026-Q1"
    assert before.components.keys() < after.components.keys()


def test_there_are_bonuses_and_deductions(rankings: Rankings) -> None:
    ranked = [
        each.score for (scheme, _), found in rankings.items() if scheme == QUARTERLY for each in found.ranked
    ]
    assert any(score.bonuses for score in ranked)
    assert any(score.deductions for score in ranked)


def test_every_quarter_and_the_year_are_ranked_in_groups(dataset: Dataset, rankings: Rankings) -> None:
    quarters = ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]
    assert [period for scheme, period in rankings if scheme == QUARTERLY] == quarters
    assert [period for scheme, period in rankings if scheme == YEARLY] == ["2025"]
    months = [period for scheme, period in rankings if scheme == MONTHLY]
    assert months == ["2026-07", "2026-08", "2026-09"]
    for ranking in rankings.values():
        assert all(each.group_rank is not None for each in ranking.ranked)
    assert all(scheme.groups for scheme in dataset.schemes.values())


def test_two_schemes_and_a_few_problems_are_public(dataset: Dataset) -> None:
    public = [name for name, each in dataset.schemes.items() if each.disclosure is Disclosure.PUBLIC]
    assert public == [MONTHLY, PROGRESS]
    problems = [each for each in dataset.ledger if each.entry.disclosure is Disclosure.PUBLIC]
    assert 10 <= len(problems) <= 50


def test_rounds_are_quarterly_unannounced_and_returning(dataset: Dataset) -> None:
    kinds = [each.kind for each in dataset.inspections.values()]
    assert kinds.count(InspectionKind.SCHEDULED) == 5
    assert kinds.count(InspectionKind.UNANNOUNCED) == 1
    assert kinds.count(InspectionKind.RETURN) == 1


def test_tiers_are_spread_and_move(measurements: Measurements) -> None:
    for name in ("double", "classes"):
        result = measurements.ladder_results[Address(f"shili-double/{name}")]
        assert all(count > 0 for count in result.history[-1].counts)
    stars = measurements.ladder_results[Address("shili-five-star/stars")]
    assert stars.moves
    assert stars.history[-1].counts != stars.history[-3].counts


def test_targets_over_a_population_bind_the_county_and_each_township(measurements: Measurements) -> None:
    towns = [each for each in measurements.progress if each.indicator.endswith("/demonstration-town-share")]
    assert [each.division for each in towns] == ["shilixian"]
    stars = [each for each in measurements.progress if each.indicator.endswith("/five-star-village-share")]
    assert {each.division for each in stars} == {township(number) for number in range(12)}
    assert {each.status for each in stars} >= {Status.ACHIEVED, Status.FAR_BEHIND}


def test_consequences_of_every_kind_apply_to_somebody(measurements: Measurements) -> None:
    grounds: dict[ConsequenceKind, set[type]] = {kind: set() for kind in ConsequenceKind}
    for result in measurements.consequence_results.values():
        assert result.latest, result.address
        grounds[result.consequence.kind] |= {type(each.ground) for each in result.latest}
    assert grounds[ConsequenceKind.REWARD] == {RankGround, TierGround}
    assert grounds[ConsequenceKind.SANCTION] == {RankGround, StatusGround, ProblemsGround, TierGround}


def test_some_consequences_are_public_and_every_programme_has_internal_ones(dataset: Dataset) -> None:
    disclosed: dict[Disclosure, set[str]] = {each: set() for each in Disclosure}
    for address, consequence in dataset.consequences.items():
        disclosed[consequence.disclosure].add(address)
    assert disclosed[Disclosure.PUBLIC] == {
        "shili-double/award",
        "shili-double/no-honours",
        "shili-five-star/plaque",
        "shili-five-star/five-star-award",
    }
    assert {each.partition("/")[0] for each in disclosed[Disclosure.INTERNAL]} == dataset.programmes.keys()


def test_a_township_that_neglects_its_problems_is_set_a_deadline(measurements: Measurements) -> None:
    deadline = measurements.consequence_results[Address("shili-1357/deadline")]
    grounds = {each.division: each.ground for each in deadline.latest}
    neglected = township(situations.NEGLECTED)
    ground = grounds[neglected]
    assert isinstance(ground, ProblemsGround)
    assert set(ground.overdue) >= {f"{neglected}/{name}" for name in situations.NEGLECTED_PROBLEMS}


def test_those_who_tie_at_an_edge_are_all_given_the_award(measurements: Measurements) -> None:
    award = {each.division: each.ground for each in measurements.consequence_results[AWARD].latest}
    for number in situations.TIED:
        ground = award[township(number)]
        assert isinstance(ground, RankGround)
        assert ground.band is not None
        assert (ground.band.name, ground.band.first) == ("一等奖", 1)
        assert ground.is_edge_tie
        assert ground.sharing >= len(situations.TIED)


def test_all_three_grades_of_the_award_were_given(measurements: Measurements) -> None:
    grounds = [each.ground for each in measurements.consequence_results[AWARD].entries]
    bands = {each.band.name for each in grounds if isinstance(each, RankGround) and each.band is not None}
    assert bands == {"一等奖", "二等奖", "三等奖"}


def test_the_veto_that_places_a_township_last_has_it_summoned(measurements: Measurements) -> None:
    summons = measurements.consequence_results[Address("shili-1357/summons")]
    assert township(situations.PLACED_LAST.township) in {each.division for each in summons.latest}
    vetoed = summons.entries_of(parse_period(situations.VETO.period))
    assert township(situations.VETO.township) not in {each.division for each in vetoed}


def test_figures_to_fall_say_so(dataset: Dataset) -> None:
    falling = {name for name, each in dataset.indicators.items() if each.goal is Goal.AT_MOST}
    assert falling == {
        "shili-1357/petitions",
        "shili-double/weak-villages",
        "shili-five-star/weak-income-villages",
    }


def test_bulletins_and_cases_are_of_both_kinds(dataset: Dataset) -> None:
    for documents in (dataset.bulletins, dataset.cases):
        kinds = {each.front.disclosure for each in documents}
        assert kinds == {Disclosure.PUBLIC, Disclosure.INTERNAL}
        assert all(each.front.date is None or each.front.date < date(2026, 10, 15) for each in documents)
