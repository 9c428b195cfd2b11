"""Measures the facts of past periods: on the last day of a period, from reports filed by its closing day.

The closing day of a period is the end of the grace period for reports, or the day on which the last scheme
of the programme closes the period, if that is later. A report filed after it does not count for the period.
Corrections count up to the day of the build.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final, assert_never

from generators.measuring.commitments import commitment_counts, commitments_in
from generators.measuring.comparisons.comparing import compared
from generators.measuring.computing import period_figures
from generators.measuring.figures.cutoff import cutoff_of
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import progress_of
from generators.measuring.figures.window import Window
from generators.measuring.ledgers import counts_of, standings_in
from generators.measuring.once import Once
from generators.model.address import Address
from generators.model.calendar import days_after
from generators.model.commitment import CommitmentStep, Verdict
from generators.model.comparison import ComparedBy
from generators.model.dataset import Dataset
from generators.model.ledger import ProblemStep
from generators.model.period import Period, parse_period, period_before
from generators.model.target import FiledTarget, Target, passed_targets, target_in_force
from generators.results.facts import (
    ChangeFact,
    CompareFact,
    CountsFact,
    Fact,
    FactKind,
    FactRequest,
    ProgressFact,
    TargetsFact,
    ValueFact,
)
from generators.results.figures import Measured, Progress, Status, ValueState
from generators.results.ledgers import ProblemState

_OUTSTANDING: Final = frozenset({Status.MISSED, Status.UNREPORTED, Status.INCOMPUTABLE})
_NOTHING: Final = Measured(ValueState.UNREPORTED)


def closing_of(dataset: Dataset, programme: str, period: Period) -> date:
    """Return the last day on which reports count for ``period``; raises ``ValueError`` if it is unstated."""
    if period.end is None:
        raise ValueError(f"{period.text} has no last day")
    schemes = dataset.programmes[programme].schemes.values()
    days = max((dataset.site.thresholds.report_grace_days, *(each.closes_after_days for each in schemes)))
    return days_after(period.end, days)


def _is_outstanding(progress: Progress) -> bool:
    """Whether a target that is due has not been met."""
    return progress.status in _OUTSTANDING


@dataclass(frozen=True)
class PeriodFacts:
    """One programme in one past period; nothing after ``as_of`` counts, nor reports after ``observed_until``.

    Every answer is that of the prose function of the same name.
    """

    once: Once
    programme: str
    period: Period
    as_of: date
    _due_days: dict[date, PeriodFacts] = field(default_factory=dict, repr=False, compare=False)
    _others: dict[Period, PeriodFacts] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def figures(self) -> Figures:
        """Return the programme's figures at the period's cutoff."""
        until = self.dataset.programmes[self.programme].observed_until
        closing = closing_of(self.dataset, self.programme, self.period)
        cutoff = cutoff_of(self.period, closing, self.as_of, until)
        return period_figures(self.once, {self.programme: cutoff})

    @property
    def dataset(self) -> Dataset:
        """Return the dataset that is measured."""
        return self.once.dataset

    @property
    def day(self) -> date:
        """Return the day of measuring: the last day of the period, or an earlier one if data end before."""
        return self.figures.cutoffs[self.programme].day

    @cached_property
    def before(self) -> PeriodFacts | None:
        """Return the facts of the period before; ``None`` if no period precedes it."""
        earlier = period_before(self.period)
        if earlier is None:
            return None
        return PeriodFacts(self.once, self.programme, earlier, self.as_of)

    def value(self, division: str, address: Address) -> Measured:
        """Return the value at the end of the period; for a flow or a derived ratio, over the period."""
        return self.figures.measured(division, address, self._window(address))

    def _window(self, address: Address) -> Window | None:
        start, end = self.period.start, self.period.end
        indicator = self.dataset.indicators[address]
        is_of_a_span = indicator.kind.is_summed or indicator.derived is not None
        return Window(start, end) if is_of_a_span and start is not None and end is not None else None

    def change(self, division: str, address: Address) -> ChangeFact:
        """Return the values of the period before and of this one."""
        earlier = self.before.value(division, address) if self.before is not None else _NOTHING
        return ChangeFact(earlier, self.value(division, address))

    def compare(self, division: str, address: Address, by: str) -> CompareFact:
        """Return the comparison ``by`` one of ``ComparedBy``, each period as of its own closing."""
        return CompareFact(compared(self._figures_of, division, address, ComparedBy(by), self.period))

    def _figures_of(self, period: Period) -> Figures:
        if period not in self._others:
            self._others[period] = replace(self, period=period, _due_days={}, _others={})
        return self._others[period].figures

    def progress(self, division: str, address: Address) -> Progress | None:
        """Return the progress of the target in force for the division.

        Without one it is the progress of the outstanding target that was due last; ``None`` if there is
        neither.
        """
        in_force = self._in_force(division, address)
        if in_force is not None:
            return in_force
        outstanding = self._outstanding(division, address)
        return outstanding[-1] if outstanding else None

    def _in_force(self, division: str, address: Address) -> Progress | None:
        target = target_in_force(self._targets(division, address), self.period)
        return self.progress_towards(division, target) if target is not None else None

    def _targets(self, division: str, address: Address) -> tuple[Target, ...]:
        return self.dataset.targets_on(self.day, division, address)

    def progress_towards(self, division: str, target: Target) -> Progress:
        """Return the progress of ``target`` in ``division`` at the end of the period."""
        return progress_of(self.figures, FiledTarget(division, target))

    def _outstanding(self, division: str, address: Address) -> tuple[Progress, ...]:
        """Return the progress of the targets due before the period that were not met when it began.

        Each was not met on the day it was due, has not been met since, and no later target replaces it. One
        that was met within the period is among them, as achieved.
        """
        before = self.before
        if before is None:
            return ()
        return tuple(
            self.progress_towards(division, target)
            for target in passed_targets(self._targets(division, address), self.period)
            if _is_outstanding(self._on_due_day(target).progress_towards(division, target))
            and _is_outstanding(before.progress_towards(division, target))
        )

    def _on_due_day(self, target: Target) -> PeriodFacts:
        """Return the facts of the day that ``target`` was due."""
        if target.due not in self._due_days:
            day = parse_period(target.due)
            self._due_days[target.due] = replace(self, period=day, _due_days={})
        return self._due_days[target.due]

    def below(self, division: str) -> tuple[str, ...]:
        """Return the divisions directly below ``division`` that exist on ``day``."""
        return self.dataset.children_on(self.day, division)

    def targets(self, division: str, subject: Address) -> TargetsFact:
        """Return the targets of the divisions directly below ``division`` that are in force or outstanding.

        ``subject`` is an indicator or a programme. The targets are in the order of the indicators, then of
        the divisions.
        """
        addresses = self.dataset.indicators_of(subject)
        keys = [(below, address) for address in addresses for below in self.below(division)]
        return TargetsFact(
            tuple((self._earlier(progress), progress) for key in keys for progress in self.counted(*key))
        )

    def counted(self, division: str, address: Address) -> tuple[Progress, ...]:
        """Return the progress of the target in force and of those outstanding, the first due first."""
        in_force = self._in_force(division, address)
        return (*self._outstanding(division, address), *([in_force] if in_force is not None else []))

    def _earlier(self, progress: Progress) -> Progress | None:
        """Return the progress of the same target in the period before, ``None`` if it did not count then."""
        if self.before is None:
            return None
        counted = self.before.counted(progress.division, progress.indicator)
        return next((each for each in counted if each.target is progress.target), None)

    def problems(self, division: str) -> CountsFact:
        """Return the ``PROBLEM_COUNTS`` of a division and all below it."""
        standings = standings_in(self.once, self.programme, self.day, division)
        counts = counts_of(standings)
        within = [event.step for each in standings for event in each.events if self._is_within(event.on)]
        return CountsFact(
            {
                "found": within.count(ProblemStep.FOUND),
                "cleared": within.count(ProblemStep.VERIFIED),
                "reopened": within.count(ProblemStep.REOPENED),
                "all": counts.found,
                "all-cleared": counts.cleared,
                "remaining": counts.remaining,
                "overdue": counts.states[ProblemState.OVERDUE],
            },
            {"clearance": counts.clearance},
        )

    def commitments(self, division: str) -> CountsFact:
        """Return the ``COMMITMENT_COUNTS`` of a division and all below it."""
        standings = commitments_in(self.once, self.programme, self.day, division)
        counts = commitment_counts(standings)
        judged = [
            each.judged.outcome
            for each in standings
            if each.judged is not None and self._is_within(each.judged.on)
        ]
        return CountsFact(
            {
                "judged": len(judged),
                "kept": judged.count(Verdict.KEPT),
                "partly": judged.count(Verdict.PARTLY),
                "not-kept": judged.count(Verdict.NOT_KEPT),
                "all": counts.reached[CommitmentStep.PUBLISHED],
                "overdue": sum(each.days_late > 0 for each in standings),
            },
            {"kept-rate": counts.kept_rate},
        )

    def _is_within(self, day: date) -> bool:
        start, end = self.period.start, self.period.end
        return start is not None and end is not None and start <= day <= end

    def fact(self, request: FactRequest) -> Fact:  # noqa: PLR0911 - one answer for each kind of fact
        """Return the requested fact; the request must be for this programme and period."""
        division, subject = request.division, request.subject
        match request.kind:
            case FactKind.VALUE:
                return ValueFact(self.value(division, subject))
            case FactKind.PROGRESS:
                return ProgressFact(self.progress(division, subject))
            case FactKind.CHANGE:
                return self.change(division, subject)
            case FactKind.COMPARE:
                return self.compare(division, subject, request.by)
            case FactKind.TARGETS:
                return self.targets(division, subject)
            case FactKind.PROBLEMS:
                return self.problems(division)
            case FactKind.COMMITMENTS:
                return self.commitments(division)
            case never:
                assert_never(never)


def facts_of(once: Once, as_of: date, requests: Iterable[FactRequest]) -> dict[FactRequest, Fact]:
    """Return every fact asked for, as known on ``as_of``; names in the requests must be on record."""
    periods: dict[tuple[str, str], PeriodFacts] = {}
    found: dict[FactRequest, Fact] = {}
    for request in requests:
        key = (request.programme, request.period)
        if key not in periods:
            periods[key] = PeriodFacts(once, request.programme, parse_period(request.period), as_of)
        found[request] = periods[key].fact(request)
    return found
