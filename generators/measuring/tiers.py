"""Tiers: where each division stands by checklist, threshold or assessment, and how that has changed.

A day in the past is judged by what is known now: what was reported on it later counts, and so do
corrections. Nothing depends on the order in which checks, assessments or reports were entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from generators.measuring.figures import Figures, Window, quotient
from generators.measuring.moment import Moment
from generators.measuring.months import months_before
from generators.measuring.results import Coverage, Measured, Origin, ValueState
from generators.measuring.status import is_met
from generators.measuring.tier_results import (
    BELOW,
    Checklist,
    Distribution,
    ItemState,
    LadderResult,
    Move,
    MoveKind,
    Rank,
    Standing,
)
from generators.model.dataset import Dataset
from generators.model.indicator import Goal
from generators.model.ladder import Assessment, Basis, Ladder, Tier
from generators.model.observation import Observation
from generators.model.period import periods_due
from generators.model.scalars import Cadence

_MONTHS_COMPARED: Final = 3
_QUARTERS_SHOWN: Final = 8


def ladder_results(figures: Figures) -> dict[str, LadderResult]:
    """Return where all divisions stand on every ladder, by the ladder's address."""
    return {address: _ladder_result(figures, address) for address in figures.dataset.ladders}


def checklists(figures: Figures) -> dict[tuple[str, str], Checklist]:
    """Return every standard as it stands in every division that it is for, by division and address."""
    return {
        (division, address): checklist(figures, division, address, figures.moment(address).day)
        for address, standard in figures.dataset.standards.items()
        for division in _members(figures, address, standard.level.value, figures.moment(address).day)
    }


def checklist(figures: Figures, division: str, address: str, day: date) -> Checklist:
    """Return the standard at ``address`` as it stands in ``division`` on ``day``."""
    standard = figures.dataset.standards[address]
    known = [check for check in figures.dataset.checks_of.get((division, address), ()) if check.on <= day]
    latest = {check.name: check for check in known}
    held = {check.name for check in known if check.holds(day)}
    items = tuple(ItemState(item, latest.get(item), item in held) for item in standard.items)
    return Checklist(division, address, day, items, standard.required)


def standing(figures: Figures, division: str, address: str, day: date) -> Standing:
    """Return where ``division`` stands on the ladder at ``address`` on ``day``, and why."""
    ladder = figures.dataset.ladders[address]
    found = _standing(figures, division, address, ladder, day)
    return replace(found, since=_since(figures, found, ladder)) if found.rank is not None else found


def moves_between(figures: Figures, address: str, earlier: date, later: date) -> Iterator[Move]:
    """Yield the divisions whose rank on a ladder differs between two days, in the order of divisions.

    One that was merged into another in between has not moved: it is no longer there.
    """
    ladder = figures.dataset.ladders[address]
    there = set(_members(figures, address, ladder.level.value, earlier))
    for division in _members(figures, address, ladder.level.value, later):
        after = _standing(figures, division, address, ladder, later).rank
        before = _standing(figures, division, address, ladder, earlier).rank if division in there else None
        if before != after:
            yield Move(division, kind_of_move(before, after), before, after)


def distribution(area: str, day: date, ranks: Iterable[Rank], tiers: int) -> Distribution:
    """Return how often each of ``tiers`` ranks occurs; what is below them and not rated stands apart."""
    found = list(ranks)
    counts = tuple(found.count(rank) for rank in range(tiers))
    return Distribution(area, day, counts, found.count(BELOW), found.count(None))


def among(
    dataset: Dataset, result: LadderResult, visible: Mapping[str, Standing], *, tells_past: bool = True
) -> LadderResult:
    """Return the result as told by some of its standings alone.

    Where any is left out, all is counted anew without it, and of the past nothing is told: from the
    sums the rest could be had by subtraction. Nor is it where ``tells_past`` is false.
    """
    moves = tuple(move for move in result.moves if move.division in visible)
    if len(visible) == len(result.standings):
        history = result.history if tells_past else result.history[-1:]
        return replace(result, standings=visible, moves=moves, history=history)
    ladder = dataset.ladders[result.ladder]
    areas = _by_area(dataset, result.area, visible, len(ladder.tiers), result.day)
    return replace(
        result,
        standings=visible,
        distributions=areas,
        history=(areas[result.area],),
        moves=moves,
        lifted=_lifted(ladder, moves),
        withheld=len(result.standings) - len(visible),
    )


def population_share(figures: Figures, division: str, address: str, window: Window | None) -> Measured:
    """Return which share of the divisions within ``division`` has reached the indicator's tier.

    Those not rated are counted among all; where none is rated there is no value, for unrated is not
    failed. Merged divisions are gone. ``window`` does not matter: a tier is what it is on the day.
    """
    del window
    indicator = figures.dataset.indicators[address]
    population = indicator.computed.population if indicator.computed is not None else None
    if population is None:
        return Measured(ValueState.INCOMPUTABLE, Origin.DERIVED)
    ladder_address = f"{address.partition('/')[0]}/{population.ladder}"
    ladder = figures.dataset.ladders[ladder_address]
    rank = ladder.rank(population.tier)
    day = figures.moment(address).day
    ranks = [
        _standing(figures, below, ladder_address, ladder, day).rank
        for below in figures.dataset.descendants(division)
        if _belongs(figures, below, ladder.level.value, day)
    ]
    rated = [each for each in ranks if each is not None]
    coverage = Coverage(len(rated), len(ranks))
    if not rated or rank is None:
        return Measured(ValueState.UNREPORTED, Origin.DERIVED, coverage=coverage)
    reached, total = Decimal(sum(each >= rank for each in rated)), Decimal(len(ranks))
    value = quotient(reached, total, indicator.measure)
    return Measured(ValueState.KNOWN, Origin.DERIVED, value, reached, total, coverage=coverage)


def _belongs(figures: Figures, division: str, level: str, day: date) -> bool:
    found = figures.dataset.divisions[division]
    return found.level == level and found.exists_on(day)


def _members(figures: Figures, address: str, level: str, day: date) -> list[str]:
    """Return the divisions that a standard or ladder is for: those of its level in the owner's area."""
    dataset = figures.dataset
    owner = dataset.programmes[address.partition("/")[0]].owner
    return [
        division
        for division in (owner, *dataset.descendants(owner))
        if _belongs(figures, division, level, day)
    ]


def _ladder_result(figures: Figures, address: str) -> LadderResult:
    dataset = figures.dataset
    ladder = dataset.ladders[address]
    owner = dataset.programmes[address.partition("/")[0]].owner
    day = figures.moment(address).day
    standings = {
        division: standing(figures, division, address, day)
        for division in _members(figures, address, ladder.level.value, day)
    }
    compared_with = months_before(day, _MONTHS_COMPARED)
    moves = tuple(moves_between(figures, address, compared_with, day))
    return LadderResult(
        ladder=address,
        area=owner,
        day=day,
        standings=standings,
        distributions=_by_area(dataset, owner, standings, len(ladder.tiers), day),
        history=tuple(
            distribution(owner, each, _ranks_on(figures, address, ladder, each), len(ladder.tiers))
            for each in (*_quarter_ends(figures, address, ladder, day), day)
        ),
        compared_with=compared_with,
        moves=moves,
        lifted=_lifted(ladder, moves),
    )


def _lifted(ladder: Ladder, moves: Iterable[Move]) -> int:
    lowest = 0 if ladder.has_floor else BELOW
    return sum(move.kind is MoveKind.UP and move.before == lowest for move in moves)


def _ranks_on(figures: Figures, address: str, ladder: Ladder, day: date) -> Iterator[Rank]:
    for division in _members(figures, address, ladder.level.value, day):
        yield _standing(figures, division, address, ladder, day).rank


def _by_area(
    dataset: Dataset, owner: str, standings: Mapping[str, Standing], tiers: int, day: date
) -> dict[str, Distribution]:
    ranks: dict[str, list[Rank]] = {owner: []}
    for division, each in standings.items():
        above = (upper.id for upper in dataset.ancestors(division))
        for area in (owner, *_up_to(owner, above)):
            ranks.setdefault(area, []).append(each.rank)
    return {area: distribution(area, day, ranks[area], tiers) for area in dataset.divisions if area in ranks}


def _up_to(owner: str, ancestors: Iterable[str]) -> Iterator[str]:
    for area in ancestors:
        if area == owner:
            return
        yield area


def kind_of_move(before: Rank, after: Rank) -> MoveKind:
    """Return how a rank changed that is not the same any more."""
    if before is None:
        return MoveKind.NEW
    if after is None:
        return MoveKind.LAPSED
    return MoveKind.UP if after > before else MoveKind.DOWN


def _standing(figures: Figures, division: str, address: str, ladder: Ladder, day: date) -> Standing:
    match ladder.by:
        case Basis.CHECKLIST:
            return _by_checklist(figures, division, address, ladder, day)
        case Basis.THRESHOLD:
            return _by_threshold(figures, division, address, ladder, day)
        case Basis.ASSESSMENT:
            return _by_assessment(figures, division, address, ladder, day)


def _by_checklist(figures: Figures, division: str, address: str, ladder: Ladder, day: date) -> Standing:
    """Judge by items: a tier is reached when what it and all lower ones ask for is in place."""
    programme = address.partition("/")[0]
    lists = {name: checklist(figures, division, f"{programme}/{name}", day) for name in ladder.standards}
    found = Standing(division, address, day, None, checklists=tuple(lists.values()))
    if not any(each.is_on_record for each in lists.values()):
        return found
    counted = lists[ladder.standard].passed if ladder.standard is not None else 0
    rank = _highest(
        ladder.tiers,
        [
            (tier.standard is None or lists[tier.standard].is_passed)
            and (tier.at_least is None or counted >= tier.at_least)
            for tier in ladder.tiers
        ],
    )
    return replace(found, rank=rank)


def _by_threshold(figures: Figures, division: str, address: str, ladder: Ladder, day: date) -> Standing:
    """Judge by value: a tier is reached when the indicator stands no lower than its threshold."""
    indicator = f"{address.partition('/')[0]}/{ladder.indicator}"
    measured = _as_known_of(figures, indicator, day).measured(division, indicator)
    found = Standing(division, address, day, None, measured=measured)
    value = measured.value
    if not isinstance(value, Decimal):
        return found
    fulfilled = [
        tier.at_least is None or is_met(value, measured.qualifier, tier.at_least, Goal.AT_LEAST)
        for tier in ladder.tiers
    ]
    return replace(found, rank=_highest(ladder.tiers, fulfilled))


def _by_assessment(figures: Figures, division: str, address: str, ladder: Ladder, day: date) -> Standing:
    known = [each for each in _assessments(figures, division, address) if each.on <= day]
    if not known:
        return Standing(division, address, day, None)
    return Standing(division, address, day, ladder.rank(known[-1].tier), assessment=known[-1])


def _assessments(figures: Figures, division: str, address: str) -> Sequence[Assessment]:
    return figures.dataset.assessments_of.get((division, address), ())


def _highest(tiers: Sequence[Tier], fulfilled: Sequence[bool]) -> int:
    """Return the rank of the last tier before the first that is not fulfilled."""
    return next((at for at, is_fulfilled in enumerate(fulfilled) if not is_fulfilled), len(tiers)) - 1


def _as_known_of(figures: Figures, address: str, day: date) -> Figures:
    """Return the figures of a day, from what is known of it now."""
    now = figures.moment(address)
    if day == now.day:
        return figures
    then = Moment(day, now.filed, now.corrected)
    return replace(figures, moments={**figures.moments, address.partition("/")[0]: then})


def _since(figures: Figures, found: Standing, ladder: Ladder) -> date | None:
    """Return the first day from which the rank has not changed up to the day of ``found``.

    ``None`` where the document that decides states no date.
    """
    earliest: date | None = None
    for day in sorted(_turning_days(figures, found.division, found.ladder, ladder), reverse=True):
        if day > found.day:
            continue
        if _standing(figures, found.division, found.ladder, ladder, day).rank != found.rank:
            return earliest
        earliest = day
    if earliest is None:
        return None
    before = _standing(figures, found.division, found.ladder, ladder, earliest - timedelta(days=1))
    return None if before.rank == found.rank else earliest


def _turning_days(figures: Figures, division: str, address: str, ladder: Ladder) -> set[date]:
    """Return every day on which something happened that can change the rank."""
    dataset, programme = figures.dataset, address.partition("/")[0]
    match ladder.by:
        case Basis.ASSESSMENT:
            return {each.on for each in _assessments(figures, division, address)}
        case Basis.CHECKLIST:
            checks = [
                check
                for name in ladder.standards
                for check in dataset.checks_of.get((division, f"{programme}/{name}"), ())
            ]
            revoked = {check.revoked.on for check in checks if check.revoked is not None}
            return {check.on for check in checks} | revoked
        case Basis.THRESHOLD:
            return {
                day
                for where in (division, *dataset.descendants(division))
                for indicator in _rests_on(figures, f"{programme}/{ladder.indicator}")
                for observation in figures.observations.get((where, indicator), ())
                for day in _days_of(observation)
            }


def _rests_on(figures: Figures, address: str) -> Iterator[str]:
    yield address
    indicator, programme = figures.dataset.indicators[address], address.partition("/")[0]
    if indicator.derived is not None:
        yield from _rests_on(figures, f"{programme}/{indicator.derived.numerator}")
        yield from _rests_on(figures, f"{programme}/{indicator.derived.denominator}")
    if indicator.where is not None:
        yield from _rests_on(figures, f"{programme}/{indicator.where.indicator}")


def _days_of(observation: Observation) -> Iterator[date]:
    """Yield the days on which a report can begin to count: the end of its period, or when it came in."""
    period, on = observation.period, observation.report.on
    if period.end is not None:
        yield period.end
    if on is not None:
        yield max(on, period.start or on)


def _quarter_ends(figures: Figures, address: str, ladder: Ladder, day: date) -> Sequence[date]:
    """Return the last ends of quarters before ``day``, none before anything was on record."""
    turning = [
        each
        for division in _members(figures, address, ladder.level.value, date.min)
        for each in _turning_days(figures, division, address, ladder)
        if each <= day
    ]
    if not turning:
        return ()
    yesterday = day - timedelta(days=1)
    ends = [period.end for period in periods_due(Cadence.QUARTER, min(turning), yesterday)]
    return [end for end in ends if end is not None][-_QUARTERS_SHOWN:]
