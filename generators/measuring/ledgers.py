"""Measures the problem ledger on one day: the standing of each problem, counts, shares and burn-down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from generators.measuring.figures.books import by_division, by_township, measured_share
from generators.measuring.figures.figures import Figures
from generators.measuring.once import Once
from generators.measuring.provenance import unanimous, united
from generators.model.address import Address
from generators.model.computed import ProblemShare
from generators.model.ledger import (
    Assigned,
    Extended,
    FiledEntry,
    Found,
    LedgerEvent,
    ProblemStep,
    Rectified,
    Reopened,
    Verified,
)
from generators.model.ledger_history import ProblemProgress, states_before_events
from generators.results.contributions import Contributions
from generators.results.figures import Measured
from generators.results.ledgers import Age, Ledger, LedgerCounts, OpenCount, ProblemStanding, ProblemState


def standing_of(filed: FiledEntry, day: date, soon: timedelta) -> ProblemStanding | None:
    """Return the standing of a problem on ``day``, ``None`` before it is found.

    Its history must be valid, which the checks ensure. A due date at most ``soon`` ahead is due soon.
    """
    events = tuple(event for event in filed.entry.events if event.on <= day)
    if not events:
        return None
    rounds = tuple(states_before_events(events))
    before, last = rounds[-1]
    progress = before.after(last)
    rectified = _rectified(events, progress)
    verified = _verified(events, progress)
    end = rectified.on if rectified is not None else day
    days_late = max(0, (end - progress.due).days) if progress.due is not None else 0
    is_judged = progress.due is not None and (rectified is not None or days_late > 0)
    return ProblemStanding(
        filed=filed,
        day=day,
        state=_state(progress, day, soon),
        events=events,
        found=events[0].on,
        office=progress.office,
        due=progress.due,
        rectified=rectified,
        verified=verified,
        times_reopened=sum(event.reopened is not None for event in events),
        days_open=((verified.on if verified is not None else day) - events[0].on).days,
        days_late=days_late,
        is_on_time=_is_on_time(rounds, is_last_in_time=days_late == 0 if is_judged else None),
    )


def _is_on_time(
    rounds: Iterable[tuple[ProblemProgress, LedgerEvent]], *, is_last_in_time: bool | None
) -> bool | None:
    """Return whether every round was rectified by its due date, given the same of the last round."""
    were_in_time = (
        before.due is None or event.rectified.on <= before.due
        for before, event in rounds
        if event.rectified is not None
    )
    return False if not all(were_in_time) else is_last_in_time


def _rectified(events: Sequence[LedgerEvent], progress: ProblemProgress) -> Rectified | None:
    """Return the latest rectification, ``None`` if there is none or the problem was reopened since."""
    if progress.phase not in {ProblemStep.RECTIFIED, ProblemStep.VERIFIED}:
        return None
    return next((event.rectified for event in reversed(events) if event.rectified is not None), None)


def _verified(events: Sequence[LedgerEvent], progress: ProblemProgress) -> Verified | None:
    return events[-1].verified if progress.phase is ProblemStep.VERIFIED else None


def _state(progress: ProblemProgress, day: date, soon: timedelta) -> ProblemState:
    """Return the first matching state, in the order of generators/formulas.md."""
    match progress.phase:
        case ProblemStep.VERIFIED:
            return ProblemState.CLEARED
        case ProblemStep.RECTIFIED:
            return ProblemState.RECTIFIED
        case ProblemStep.FOUND | ProblemStep.ASSIGNED | ProblemStep.EXTENDED | ProblemStep.REOPENED | None:
            return _state_until_rectified(progress, day, soon)
        case never:
            assert_never(never)


def _state_until_rectified(progress: ProblemProgress, day: date, soon: timedelta) -> ProblemState:
    if progress.due is not None and progress.due < day:
        return ProblemState.OVERDUE
    if progress.phase is ProblemStep.REOPENED:
        return ProblemState.REOPENED
    if progress.due is None:
        return ProblemState.UNASSIGNED
    return ProblemState.DUE_SOON if progress.due - day <= soon else ProblemState.OPEN


def counts_of(standings: Iterable[ProblemStanding]) -> LedgerCounts:
    """Return the counts of ``standings``; every state and age has an entry, even if it is 0."""
    listed = tuple(standings)
    states = Counter(each.state for each in listed)
    ages = Counter(each.age for each in listed)
    return LedgerCounts(
        found=len(listed),
        states={state: states[state] for state in ProblemState},
        ages={age: ages[age] for age in Age},
        cleared_lastingly=sum(each.is_cleared and not each.times_reopened for each in listed),
        ever_reopened=sum(each.times_reopened > 0 for each in listed),
        judged=sum(each.is_on_time is not None for each in listed),
        on_time=sum(each.is_on_time is True for each in listed),
    )


def burn_down(standings: Iterable[ProblemStanding]) -> tuple[OpenCount, ...]:
    """Return the counts at the end of every day with a relevant event, earliest first.

    Relevant are ``found``, ``verified``, and ``reopened`` after a verification. A day on which such events
    cancel out is listed too, with unchanged numbers.
    """
    found: Counter[date] = Counter()
    remaining: Counter[date] = Counter()
    for standing in standings:
        for progress, event in states_before_events(standing.events):
            match event.happening:
                case Found(on=on):
                    found[on] += 1
                    remaining[on] += 1
                case Verified(on=on):
                    remaining[on] -= 1
                case Reopened(on=on):
                    if progress.phase is ProblemStep.VERIFIED:
                        remaining[on] += 1
                case Assigned() | Extended() | Rectified():
                    pass
                case never:
                    assert_never(never)
    counts: list[OpenCount] = []
    found_so_far = remaining_so_far = 0
    for day in sorted(found.keys() | remaining.keys()):
        found_so_far += found[day]
        remaining_so_far += remaining[day]
        counts.append(OpenCount(day, found_so_far, remaining_so_far))
    return tuple(counts)


def ledger_of(
    programme: str,
    day: date,
    standings: Iterable[ProblemStanding],
    divisions: Iterable[str],
    *,
    is_whole: bool = True,
) -> Ledger:
    """Return the ledger with these ``standings`` and their counts; ``divisions`` order the townships.

    ``is_whole`` is false if some problems are withheld.
    """
    listed = tuple(standings)
    return Ledger(
        programme=programme,
        day=day,
        standings=listed,
        counts=counts_of(listed),
        townships={name: counts_of(each) for name, each in by_township(divisions, listed).items()},
        burn_down=burn_down(listed),
        is_whole=is_whole,
    )


def ledgers(once: Once, days: Mapping[str, date]) -> dict[str, Ledger]:
    """Return the ledger of every programme that has problems by its day in ``days``, by the programme's id.

    The ledgers are in the order of the programmes.
    """
    divisions = once.dataset.divisions
    standings = {
        programme: [each.standing for each in once(_problems, programme, days[programme]) if each.standing]
        for programme in once.dataset.programmes
    }
    return {
        programme: ledger_of(programme, days[programme], listed, divisions)
        for programme, listed in standings.items()
        if listed
    }


@dataclass(frozen=True, slots=True)
class _Problem:
    """A problem with its standing on a day, ``None`` before it is found; itself if it is ``internal``."""

    filed: FiledEntry
    standing: ProblemStanding | None
    internal: Contributions


def _internal_problems(once: Once, programme: str) -> tuple[tuple[FiledEntry, Contributions], ...]:
    """Return the problems of a programme, each with itself as a contribution if it is internal."""
    filed = (each for each in once.dataset.ledger if each.entry.programme == programme)
    return tuple((each, once.provenance.of_problems([each])) for each in filed)


def _problems(once: Once, programme: str, day: date) -> tuple[_Problem, ...]:
    """Return the problems of a programme as they stand on ``day``, in file order."""
    soon = timedelta(days=once.dataset.site.thresholds.problem_due_soon_days)
    filed = once(_internal_problems, programme)
    return tuple(_Problem(each, standing_of(each, day, soon), internal) for each, internal in filed)


def _problems_by_division(once: Once, programme: str, day: date) -> Mapping[str, tuple[_Problem, ...]]:
    """Return the problems of a programme by division: those of it, or below it, on ``day``."""
    return by_division(once, day, ((each.filed.division, each) for each in once(_problems, programme, day)))


def standings_in(once: Once, programme: str, day: date, division: str) -> tuple[ProblemStanding, ...]:
    """Return the standings of the problems of ``division`` and below it on ``day``, in file order."""
    found = once(_problems_by_division, programme, day).get(division, ())
    return tuple(each.standing for each in found if each.standing is not None)


def share_of_problems(figures: Figures, division: str, address: Address, share: ProblemShare) -> Measured:
    """Return the share of the problems in ``division`` and below it, in the indicator's measure.

    Its state is not applicable if there are no problems that the share counts.
    """
    day = figures.cutoff(address).day
    problems = figures.once(_problems_by_division, address.programme, day).get(division, ())
    counted = [(each.internal, _counts(each.standing, share)) for each in problems if each.standing]
    internal = unanimous(each for each in counted if each[1][1])
    return measured_share(
        sum(part for _, (part, _) in counted),
        sum(whole for _, (_, whole) in counted),
        figures.dataset.indicators[address].measure,
        internal or united(each.internal for each in problems),
    )


def _counts(standing: ProblemStanding, share: ProblemShare) -> tuple[bool, bool]:
    """Return whether a problem counts in the part of a share, and in its whole."""
    match share:
        case ProblemShare.CLEARANCE:
            return standing.is_cleared, True
        case ProblemShare.LASTING_CLEARANCE:
            return standing.is_cleared and not standing.times_reopened, True
        case ProblemShare.ON_TIME:
            return standing.is_on_time is True, standing.is_on_time is not None
        case never:
            assert_never(never)
