"""The figures of a period as they are closed: values, statuses, tiers, scores and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

from generators.measuring.consequences import entries_of_period
from generators.measuring.facts import PeriodFacts
from generators.measuring.figures.progress import assigned_targets
from generators.measuring.figures.values import values_of
from generators.measuring.rankings.rankings import rank
from generators.measuring.tiers.ladders import ladder_results
from generators.model.address import Address
from generators.model.canonical import number_text
from generators.model.closing import FigureKey
from generators.model.closing_words import CHECKLIST, COMPONENT
from generators.model.rounding import rounded
from generators.model.scalars import Amount
from generators.model.target import Target
from generators.results.closings import ClosedFigure
from generators.results.figures import Progress
from generators.results.rankings import DivisionScore, PeriodRanking, scores_of
from generators.results.tiers import BELOW, TierStanding

_DECIMALS: Final = 6
"""As many as in the open data: what nobody was shown is not fixed."""

_Found: TypeAlias = Iterator[tuple[FigureKey, ClosedFigure]]


def closed_figures(facts: PeriodFacts, closed: date) -> dict[FigureKey, ClosedFigure]:
    """Return every figure of the programme and period of ``facts``, as known on the day ``closed``."""
    return dict(
        each
        for found in (_values(facts), _statuses(facts), _tiers(facts), _ranked(facts, closed), _counts(facts))
        for each in found
    )


def target_key(division: str, target: Target) -> tuple[str, ...]:
    """Return what tells targets apart: division, indicator, days, and whether each of a level has it."""
    level = "" if target.each is None else target.each.value
    return (division, target.indicator, target.start.isoformat(), target.due.isoformat(), level)


def _amount(value: Amount | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return number_text(rounded(value, _DECIMALS))


def _said(**fields: str) -> dict[str, str]:
    """Return the parts of a figure that say something."""
    return {name: each for name, each in fields.items() if each}


def _values(facts: PeriodFacts) -> _Found:
    for division, address in values_of(facts.figures):
        measured = facts.value(division, address)
        says = _said(
            state=measured.state.value,
            value=_amount(measured.value),
            qualifier=measured.qualifier.value if measured.qualifier is not None else "",
            measure=facts.dataset.indicators[address].measure,
        )
        yield ("value", division, address), ClosedFigure(says, (measured,))


def _statuses(facts: PeriodFacts) -> _Found:
    days = {facts.programme: facts.day}
    for filed in assigned_targets(facts.dataset, days):
        if filed.target.start <= facts.day:
            found = facts.progress_towards(filed.division, filed.target)
            yield ("status", *target_key(filed.division, filed.target)), _status(found)


def _status(progress: Progress) -> ClosedFigure:
    says = _said(
        status=progress.status.value,
        target=_amount(progress.target.value),
        value=_amount(progress.value),
        expected=_amount(progress.expected),
        attainment=_amount(progress.attainment),
        gap=_amount(progress.gap),
    )
    return ClosedFigure(says, (progress.measured,), (progress.target,))


def _tiers(facts: PeriodFacts) -> _Found:
    for address, result in ladder_results(facts.figures).items():
        names = [tier.id for tier in facts.dataset.ladders[address].tiers]
        for division, standing in result.standings.items():
            yield ("tier", division, address), _tier(standing, names)


def _tier(standing: TierStanding, names: list[str]) -> ClosedFigure:
    tier = "unrated"
    if standing.rank is not None:
        tier = "below" if standing.rank == BELOW else names[standing.rank]
    checks = tuple(
        item.check for checklist in standing.checklists for item in checklist.items if item.check is not None
    )
    rated = () if standing.assessment is None else (standing.assessment,)
    values = () if standing.measured is None else (standing.measured,)
    says = _said(tier=tier) | {
        f"{CHECKLIST}{each.standard.name}": f"{each.passed}/{len(each.items)}"
        for each in standing.checklists
        if each.is_on_record
    }
    return ClosedFigure(says, values, (*checks, *rated))


def _ranked(facts: PeriodFacts, closed: date) -> _Found:
    """Yield the scores of each ranking within the period, and what followed from its ranks."""
    start, end = facts.period.start, facts.period.end
    if start is None or end is None:
        return
    for address, rankings in rank(facts.once, closed, draws=1).schemes.items():
        for ranking in rankings.periods:
            if ranking.period.lies_within(start, end):
                scores: dict[FigureKey, ClosedFigure] = {
                    ("score", each.division, address, ranking.period.text): _score(each, ranking)
                    for each in scores_of(ranking)
                }
                yield from scores.items()
                yield from _consequences(facts, address, ranking, scores)


def _consequences(
    facts: PeriodFacts, scheme: Address, ranking: PeriodRanking, scores: Mapping[FigureKey, ClosedFigure]
) -> _Found:
    """Yield what followed from the ranks of one period, each resting on the score that is its reason."""
    period, end = ranking.period.text, ranking.period.end
    for name, consequence in facts.dataset.programmes[facts.programme].consequences.items():
        trigger = consequence.rank_trigger
        if trigger is None or trigger.scheme != scheme.name:
            continue
        if end is None or not consequence.is_in_force(end):
            continue
        for entry in entries_of_period(ranking, trigger):
            score = scores["score", entry.division, scheme, period]
            band = trigger.band_of(ranking.ranks[entry.division])
            says = _said(
                consequence=consequence.name,
                band="" if band is None else band.name,
                amount="" if band is None else _amount(band.amount),
                measure="" if band is None else band.measure,
            )
            key = ("consequence", entry.division, scheme.sibling(name), scheme, period)
            yield key, ClosedFigure(says, score.values, (*score.records, consequence))


def _score(score: DivisionScore, ranking: PeriodRanking) -> ClosedFigure:
    ranked = next((each for each in ranking.ranked if each.score is score), None)
    group_rank = None if ranked is None else ranked.group_rank
    says = _said(
        standing=score.standing.value,
        score=_amount(score.score),
        rank="" if ranked is None else str(ranked.rank),
        group=score.group or "",
        group_rank="" if group_rank is None else str(group_rank),
    )
    for part in score.components:
        absence = "" if part.absence is None else part.absence.value
        says[f"{COMPONENT}{part.id}"] = _amount(part.normalised) or absence
    return ClosedFigure(
        says,
        tuple(part.measured for part in score.components),
        (
            *(part.target for part in score.components if part.target is not None),
            *(each.adjustment for each in (*score.bonuses, *score.deductions)),
            *(each.adjustment for each in score.vetoes),
        ),
    )


def _counts(facts: PeriodFacts) -> _Found:
    owner = facts.dataset.programmes[facts.programme].owner
    for division in (owner, *facts.below(owner)):
        for kind, fact in (
            ("problems", facts.problems(division)),
            ("commitments", facts.commitments(division)),
        ):
            if any(fact.counts.values()):
                counts = {name: str(count) for name, count in fact.counts.items()}
                yield (kind, division), ClosedFigure({"programme": facts.programme, **counts})
