"""Rankings against the brute force of ``ranking_oracle``, and the properties that no league may break."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionKind, Level, Merger
from generators.model.programme import Programme
from generators.model.record import Place
from generators.results.rankings import PeriodRanking
from tests.build.leagues import AFTER_ALL, dataset_of, random_league
from tests.build.rankings import SCHEME
from tests.measuring.rankings.ranking_oracle import (
    QUARTERS,
    Corrected,
    Filed,
    League,
    Part,
    Posts,
    Steps,
    Verdict,
    verdicts,
)

LEAGUES: Final = 2_000
CHUNKS: Final = 8
FEW_DRAWS: Final = 3

PROPERTY: Final = settings(max_examples=80, deadline=None)
SEEDS: Final = st.integers(min_value=LEAGUES)


def _rankings(league: League, as_of: date = AFTER_ALL, draws: int = FEW_DRAWS) -> tuple[PeriodRanking, ...]:
    return rank(Once(dataset_of(league)), as_of, draws).schemes[SCHEME].periods


def _as_verdict(period: PeriodRanking) -> Verdict:
    ranked = period.ranked
    scores = [each.score for each in ranked] + list(period.insufficient) + list(period.vetoed)
    return Verdict(
        scores={each.division: each.score.score for each in ranked if each.score.score is not None},
        ranks=period.ranks,
        group_ranks={each.division: each.group_rank for each in ranked if each.group_rank is not None},
        movements={each.division: each.movement for each in ranked if each.movement is not None},
        newcomers=frozenset(each.division for each in ranked if each.is_newcomer),
        insufficient=frozenset(each.division for each in period.insufficient),
        vetoed=frozenset(each.division for each in period.vetoed),
        coverage={each.division: Fraction(each.coverage).limit_denominator(1000) for each in scores},
    )


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_random_leagues_come_out_as_by_brute_force(chunk: int) -> None:
    for seed in range(chunk * LEAGUES // CHUNKS, (chunk + 1) * LEAGUES // CHUNKS):
        league = random_league(seed)
        found = [_as_verdict(period) for period in _rankings(league)]
        assert found == verdicts(league), f"league {seed}"


def test_the_random_leagues_hold_every_case() -> None:
    seen: Counter[str] = Counter()
    for seed in range(300):
        league = random_league(seed)
        for verdict in verdicts(league):
            seen["tie"] += len(set(verdict.ranks.values())) < len(verdict.ranks)
            seen["rise"] += any(each > 0 for each in verdict.movements.values())
            seen["newcomer"] += bool(verdict.newcomers)
            seen["insufficient"] += bool(verdict.insufficient)
            seen["vetoed"] += bool(verdict.vetoed)
            seen["group"] += bool(verdict.group_ranks)
            seen["partly covered"] += any(0 < each < 1 for each in verdict.coverage.values())
            seen["below zero"] += any(each < 0 for each in verdict.scores.values())
        seen["versions"] += len(league.versions) > 1
        seen["corrected"] += bool(league.corrected)
    assert min(seen.values()) > 20
    assert len(seen) == 10


@PROPERTY
@given(seed=SEEDS)
def test_the_order_of_input_never_matters(seed: int) -> None:
    dataset = dataset_of(random_league(seed))
    shuffled = _shuffled(dataset, random.Random(seed))  # noqa: S311 - test data, not secrets
    one, other = (rank(Once(each), AFTER_ALL, FEW_DRAWS).schemes for each in (dataset, shuffled))
    assert one == other


def _shuffled(dataset: Dataset, draw: random.Random) -> Dataset:
    # The order of the divisions is the official one, which decides between equals.
    return replace(
        dataset,
        targets=tuple(draw.sample(dataset.targets, len(dataset.targets))),
        reports=tuple(draw.sample(dataset.reports, len(dataset.reports))),
        adjustments=tuple(draw.sample(dataset.adjustments, len(dataset.adjustments))),
    )


@PROPERTY
@given(seed=SEEDS, data=st.data())
def test_a_better_value_never_worsens_a_rank(seed: int, data: st.DataObject) -> None:
    league = _with_plain_direction(random_league(seed))
    numbers = [
        each for each in league.filed if isinstance(each.value, Fraction) and not _is_corrected(league, each)
    ]
    if not numbers:
        return
    better = data.draw(st.sampled_from(numbers))
    assert isinstance(better.value, Fraction)
    sign = -1 if league.indicators[better.indicator][1] == "at-most" else 1
    raised = replace(better, value=better.value + sign * data.draw(st.integers(1, 6)))
    changed = replace(league, filed=tuple(raised if each is better else each for each in league.filed))
    for before, after in zip(_rankings(league), _rankings(changed), strict=True):
        if better.division in before.ranks:
            assert after.ranks[better.division] <= before.ranks[better.division]


def _is_corrected(league: League, filed: Filed) -> bool:
    keys = {(each.division, each.indicator, each.quarter) for each in league.corrected}
    return (filed.division, filed.indicator, filed.quarter) in keys


def _with_plain_direction(league: League) -> League:
    """Let every component reward what its indicator's goal asks for, and leave out “exactly”."""
    indicators = {
        name: (kind, "at-least" if goal == "exactly" else goal)
        for name, (kind, goal) in league.indicators.items()
    }

    def directed(part: Part) -> Part:
        rises = indicators[part.indicator][1] == "at-least"
        rule = part.rule
        if isinstance(rule, Posts):
            low, high = sorted(rule)
            rule = Posts(low, high) if rises else Posts(high, low)
        elif isinstance(rule, Steps):
            bounds = sorted((bound for bound, _ in rule.steps), reverse=rises)
            rule = Steps(rises, tuple(zip(bounds, (score for _, score in rule.steps), strict=True)))
        return replace(part, rule=rule)

    versions = tuple(replace(each, parts=tuple(map(directed, each.parts))) for each in league.versions)
    return replace(league, indicators=indicators, versions=versions)


@PROPERTY
@given(seed=SEEDS, closed=st.integers(0, 3))
def test_a_published_period_does_not_change_by_what_comes_later(seed: int, closed: int) -> None:
    """All that is filed after a period was published leaves it as it was, to the last step."""
    league = random_league(seed)
    as_of = QUARTERS[closed][1] + timedelta(days=league.closes_after)
    then = replace(
        league,
        corrected=(),
        filed=tuple(each for each in league.filed if each.on <= as_of),
        applied=tuple(each for each in league.applied if each.on <= as_of),
    )
    at_the_time = _rankings(then, as_of)
    later = _rankings(replace(league, corrected=()))
    assert later[: len(at_the_time)] == at_the_time


@PROPERTY
@given(seed=SEEDS)
def test_only_the_quarters_after_a_correction_change(seed: int) -> None:
    league = replace(random_league(seed), corrected=())
    number = next(
        (each for each in league.filed if isinstance(each.value, Fraction) and each.quarter == 2), None
    )
    if number is None or not isinstance(number.value, Fraction):
        return
    correction = Corrected(number.division, number.indicator, 2, number.value, number.value + 1)
    before, after = _rankings(league), _rankings(replace(league, corrected=(correction,)))
    untouched = max(0, 2 - league.versions[0].start)
    assert before[:untouched] == after[:untouched]


@PROPERTY
@given(seed=SEEDS)
def test_intervals_are_the_same_each_time_and_hold_the_rank(seed: int) -> None:
    league = random_league(seed)
    first, again = _rankings(league, draws=40), _rankings(league, draws=40)
    assert first == again
    for period in first:
        for each in period.ranked:
            assert 1 <= each.interval.best <= each.rank <= each.interval.worst <= len(period.ranked)


@PROPERTY
@given(seed=SEEDS)
def test_the_steps_of_a_score_add_up_to_it(seed: int) -> None:
    """What a reader adds with a pocket calculator: shares to 1, contributions to the score."""
    for period in _rankings(random_league(seed)):
        for each in period.ranked:
            score = each.score
            given_shares = [part.contribution for part in score.components if part.contribution is not None]
            assert score.base is not None
            assert score.unrounded is not None
            assert score.score is not None
            assert abs(sum(given_shares, Decimal(0)) - score.base) < Decimal("1e-20")
            assert score.bonus == sum((points.counted for points in score.bonuses), Decimal(0))
            assert score.deduction == sum((points.counted for points in score.deductions), Decimal(0))
            assert abs(score.base + score.bonus - score.deduction - score.unrounded) < Decimal("1e-20")
            half = Decimal(5).scaleb(-period.version.precision - 1)
            assert abs(score.unrounded - score.score) <= half + Decimal("1e-20")


def test_a_period_is_published_once_it_is_closed() -> None:
    league = random_league(1)
    closing = QUARTERS[0][1] + timedelta(days=league.closes_after)
    first = replace(league, versions=(replace(league.versions[0], start=0),))
    assert _rankings(first, closing - timedelta(days=1)) == ()
    assert [each.period.text for each in _rankings(first, closing)] == ["2024-Q1"]


def test_a_closed_programme_has_no_period_beyond_its_data() -> None:
    league = random_league(1)
    dataset = dataset_of(replace(league, versions=(replace(league.versions[0], start=0),)))
    (work,) = dataset.programmes.values()
    closed: Programme = work.model_copy(update={"observed_until": date(2024, 8, 1)})
    periods = rank(Once(replace(dataset, programmes={work.id: closed})), AFTER_ALL, 1).schemes[SCHEME].periods
    assert [each.period.text for each in periods] == ["2024-Q1", "2024-Q2"]


def test_a_changed_scheme_leaves_the_old_periods_alone() -> None:
    league = random_league(4)
    alone = replace(league, versions=(replace(league.versions[0], start=0),))
    new = replace(league.versions[0], start=2, precision=3)
    before, after = _rankings(alone), _rankings(replace(league, versions=(*alone.versions, new)))
    assert before[:2] == after[:2]
    assert after[2].version.precision == 3


def test_a_merged_village_is_scored_until_it_was_merged() -> None:
    villages = {
        name: Division(
            name, name, DivisionKind.VILLAGE, "county/t", fictional=True, place=Place("-"), history=history
        )
        for name, history in (
            ("county/t/a", ()),
            ("county/t/b", (Merger(into="a", on=date(2024, 5, 1)).event(),)),
        )
    }
    league = replace(
        random_league(0),
        indicators={"i": ("level", "at-least")},
        versions=(
            replace(
                random_league(0).versions[0],
                start=0,
                parts=(Part("p", Fraction(1), "i", Posts(Fraction(0), Fraction(10))),),
            ),
        ),
        filed=tuple(Filed(name, "i", 0, date(2024, 3, 31), Fraction(at)) for at, name in enumerate(villages)),
        corrected=(),
        aims=(),
        applied=(),
    )
    dataset = dataset_of(league)
    town = Division("county/t", "镇", DivisionKind.TOWN, "county", fictional=True, place=Place("-"))
    (work,) = dataset.programmes.values()
    scheme = work.schemes["scheme"].detached(level=Level.VILLAGE, groups={})
    of_villages = replace(
        dataset,
        divisions={"county": dataset.divisions["county"], "county/t": town, **villages},
        programmes={work.id: work.model_copy(update={"schemes": {"scheme": scheme}})},
    )
    periods = rank(Once(of_villages), AFTER_ALL, 1).schemes[SCHEME].periods
    assert [sorted(each.ranks) for each in periods[:2]] == [["county/t/a", "county/t/b"], ["county/t/a"]]
