"""What offices owe for a period: by the cadence of each indicator, by targets, and what is overdue before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generators.measuring.computing import figures_at
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.lateness import periods_over, unreported
from generators.measuring.once import Once
from generators.model.address import Address
from generators.model.calendar import days_before
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.model.indicator import Indicator, Rollup
from generators.model.observation import Observation
from generators.model.period import Period, periods_due
from generators.model.programme import Programme
from generators.model.target import Target, target_in_force

_TAKEN_FROM_BELOW = frozenset({Rollup.SUM, Rollup.RATIO, Rollup.LATEST})


@dataclass(frozen=True, slots=True)
class Owed:
    """A value that ``division`` has to report for ``period``.

    ``last`` is its last report on an earlier period, ``target`` the one in force; ``None`` if there is none.
    """

    division: str
    period: Period
    address: Address
    last: Observation | None
    target: Target | None


@dataclass(frozen=True)
class Owing:
    """What is owed of a programme for ``period``, as far as reports are known on ``as_of``.

    An indicator is owed by those who report it: each division that has done so, or has a target of its own
    while nobody below it reports. A new township is expected to report what other townships do. Before the
    first report those are asked whose values are added up, else those with a target, else the owner.
    What is derived or computed is not reported, nor what the last report said not to apply.
    """

    dataset: Dataset
    programme: Programme
    period: Period
    as_of: date

    @cached_property
    def figures(self) -> Figures:
        """Return the figures on ``as_of``."""
        cutoffs = {
            each.id: Cutoff.until(self.as_of, each.observed_until)
            for each in self.dataset.programmes.values()
        }
        return figures_at(Once(self.dataset), cutoffs)

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """Return what is owed, in the order of divisions, then periods, then indicators."""
        ranks = {name: rank for rank, name in enumerate(self.dataset.divisions)}
        found = [
            each
            for name, indicator in self.programme.indicators.items()
            if indicator.derived is None and indicator.computed is None
            for each in self._of(Address.of(self.programme.id, name), indicator)
        ]
        return tuple(sorted(found, key=lambda each: (ranks[each.division], each.period.sort_key)))

    @cached_property
    def last_day(self) -> date:
        """Return the last day of the period; raises ``ValueError`` if it is unstated."""
        if self.period.end is None:
            raise ValueError(f"{self.period.text} has no last day")
        return self.period.end

    @cached_property
    def _divisions(self) -> tuple[str, ...]:
        """Return the divisions of the programme that exist at the end of the period."""
        owner = self.programme.owner
        return tuple(
            each
            for each in self.dataset.within(owner)
            if self.dataset.divisions[each].exists_on(self.last_day)
            and owner in self.dataset.upwards_on(self.last_day, each)
        )

    def _of(self, address: Address, indicator: Indicator) -> Iterator[Owed]:
        for division in self._reporters(address, indicator):
            known = self.figures.known(division, address)
            if known and known[-1].value.not_applicable is not None:
                continue
            targets = self.dataset.targets_on(self.last_day, division, address)
            # Without one of its own a division reports towards that of the owner.
            towards = targets or self.dataset.targets_on(self.last_day, self.programme.owner, address)
            for period in unreported(self._periods(indicator, known, towards), known):
                yield Owed(division, period, address, _last(known, period), target_in_force(targets, period))

    def _reporters(self, address: Address, indicator: Indicator) -> Iterator[str]:
        reporting = {each for each in self._divisions if self.figures.observations.get((each, address))}
        below = {upper for each in reporting for upper in self.dataset.upwards(each) if upper != each}
        bound = {
            each for each in self._divisions if self.dataset.targets_on(self.last_day, each, address)
        } - below
        townships = {
            each for each in self._divisions if self.dataset.divisions[each].level is Level.TOWNSHIP
        } - below
        is_added_up = indicator.rollup in _TAKEN_FROM_BELOW and self.programme.owner not in townships
        found: set[str]
        if reporting:
            # A total that an office above has once reported of its own is not asked for again.
            found = (reporting - below if is_added_up else reporting) | bound
            if indicator.cadence is not None and reporting & townships:
                found |= townships
        elif is_added_up and not bound - {self.programme.owner}:
            found = townships if bound or indicator.cadence is not None else set()
        elif bound:
            lowest = max(self.dataset.divisions[each].level.depth for each in bound)
            found = {each for each in bound if self.dataset.divisions[each].level.depth == lowest}
        else:
            is_asked = indicator.cadence is not None and indicator.rollup is Rollup.NONE
            found = {self.programme.owner} if is_asked else set()
        yield from (each for each in self._divisions if each in found)

    def _periods(
        self, indicator: Indicator, known: tuple[Observation, ...], targets: tuple[Target, ...]
    ) -> tuple[Period, ...]:
        """Return the periods to report on: what is due at the end of the period, and what was before it."""
        if indicator.cadence is None:
            return (self.period,) if target_in_force(targets, self.period) is not None else ()
        due = periods_due(indicator.cadence, self.last_day, self.last_day)
        begun = self.programme.period.start if self.programme.period is not None else None
        first = min(
            (
                *(each.start for each in targets),
                *(each.period.start for each in known if each.period.start is not None),
            ),
            default=begun,
        )
        start = max((each for each in (begun, first) if each is not None), default=None)
        if start is None or not due:
            return due
        before = days_before(due[0].start or self.last_day, 1)
        filed = self.figures.cutoffs[self.programme.id].filed
        return (*periods_over(self.figures.once, indicator.cadence, start, before, filed), *due)


def _last(known: tuple[Observation, ...], period: Period) -> Observation | None:
    """Return the last of the ``known`` reports on a period that ended before ``period`` does."""
    earlier = [
        each
        for each in known
        if each.period.end is None or period.end is None or each.period.end < period.end
    ]
    return earlier[-1] if earlier else None
