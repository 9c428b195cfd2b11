"""The value of any indicator in any division: declared, derived, computed, or rolled up from below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias, assert_never

from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.declared import flow_sum, latest_value, since_restart, within_window
from generators.measuring.figures.equal_cutoffs import earliest_equal
from generators.measuring.figures.lateness import covered_until, is_stale
from generators.measuring.figures.rollups import (
    UNREPORTED,
    latest_of,
    ratio_of,
    resting_on,
    rolled,
    sum_of,
)
from generators.measuring.figures.status import is_met
from generators.measuring.figures.window import Window, can_count, during
from generators.measuring.once import Once, children_on, members_on
from generators.measuring.provenance import Provenance, unanimous
from generators.model.address import Address
from generators.model.changing import changed
from generators.model.computed import Computed
from generators.model.dataset import Dataset
from generators.model.indicator import Condition, Goal, RatioParts, Rollup
from generators.model.observation import Observation, ObservationIndex
from generators.results.figures import Coverage, Measured, ValueState

_Figure: TypeAlias = tuple[str, Address, Window | None]
"""A division, an indicator's address, and the days over which its value is summed, ``None`` for all."""


@dataclass(frozen=True)
class Figures:
    """Measures the indicators of a dataset at each programme's cutoff.

    ``filed_under`` maps each indicator to the divisions that report it or have a target for it, with all
    divisions above them. ``compute`` returns the value of a computed indicator, ``derive`` that of a derived
    one. What was measured is kept, by ``once`` what does not depend on the cutoffs and what was measured at
    other cutoffs, for all figures of the same observations.
    """

    once: Once
    observations: ObservationIndex
    cutoffs: Mapping[str, Cutoff]
    filed_under: Mapping[str, frozenset[str]]
    compute: Computer
    derive: Deriver
    _kept: dict[_Figure, Measured] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def dataset(self) -> Dataset:
        """Return the dataset that is measured."""
        return self.once.dataset

    @property
    def provenance(self) -> Provenance:
        """Return the internal records that values can rest on."""
        return self.once.provenance

    def at(self, programme: str, cutoff: Cutoff) -> Figures:
        """Return the figures of one programme with the values that they have at ``cutoff``."""
        if cutoff == self.cutoffs[programme]:
            return self
        equal = earliest_equal(self.once, programme, cutoff)
        others: dict[tuple[str, Cutoff], Figures] = self.once.kept_beside(self.observations)
        key = (programme, equal)
        if key not in others:
            others[key] = replace(self, cutoffs={programme: equal})
        return others[key]

    def cutoff(self, address: Address) -> Cutoff:
        """Return the cutoff of the programme in ``address``."""
        return self.cutoffs[address.programme]

    def measured(self, division: str, address: Address, window: Window | None = None) -> Measured:
        """Return the value of the indicator at ``address`` in ``division`` at its programme's cutoff.

        ``window`` limits the days of a flow; other kinds ignore it. A division's own report takes precedence
        over the roll-up of the divisions below it.
        """
        if window is not None and not self.once(depends_on_window, address):
            window = None  # so that it is measured once, whatever the days of a target are
        key = (division, address, window)
        found = self._kept.get(key)
        if found is None:
            measured = self._measure(division, address, window)
            found = self._kept[key] = self.once.as_before(key, measured)
        return found

    def _measure(self, division: str, address: Address, window: Window | None) -> Measured:
        indicator = self.dataset.indicators[address]
        if indicator.derived is not None:
            return self.derive(self, division, address, indicator.derived, window)
        if indicator.computed is not None:
            return self.compute(self, division, address, indicator.computed, window)
        declared = self.declared(division, address, window)
        if declared.state is ValueState.UNREPORTED:
            return self.rolled_up(division, address, window)
        if indicator.rollup in {Rollup.SUM, Rollup.RATIO} and not self.provenance.is_public(
            division, address
        ):
            return changed(declared, below=self.rolled_up(division, address, window).internal)
        return declared

    def declared(self, division: str, address: Address, window: Window | None = None) -> Measured:
        """Return the value from the division's own reports alone."""
        indicator = self.dataset.indicators[address]
        known = self.known(division, address)
        if indicator.kind.is_summed:
            known = within_window(known, window)
        elif indicator.restarts is not None:
            known = since_restart(known, indicator.restarts, self.cutoff(address).day, window)
        if not known:
            return UNREPORTED
        day, latest = self.cutoff(address).corrected, known[-1]
        covered, is_stale = self.covered(latest, address), self.is_stale(latest, address)
        if indicator.kind.is_summed:
            measured = flow_sum(known, day, covered, is_stale=is_stale)
        else:
            measured = latest_value(known, indicator, day, covered, is_stale=is_stale)
        # Of several cumulative values or levels only the last one counts.
        read = known if indicator.kind.is_summed else (latest,)
        return resting_on(measured, self.provenance.of_reports(read, day))

    def known(self, division: str, address: Address) -> tuple[Observation, ...]:
        """Return the division's own reports that count at the cutoff, earliest first."""
        cutoff = self.cutoff(address)
        filed = self.observations.get((division, address), ())
        known = tuple(filter(cutoff.knows, filed))
        return filed if len(known) == len(filed) else known

    def covered(self, latest: Observation, address: Address) -> date | None:
        """Return the last day that the reports on an indicator cover or should cover, given the latest."""
        grace = self.dataset.site.thresholds.report_grace_days
        cadence = self.dataset.indicators[address].cadence
        return covered_until(latest, cadence, self.cutoff(address), grace)

    def is_stale(self, latest: Observation, address: Address) -> bool:
        """Whether the value of an indicator is older than it may be, given its latest report.

        Not where the division has ended: no later report can come.
        """
        end = self.dataset.divisions[latest.division].end
        if end is not None and end.on <= self.cutoff(address).day:
            return False
        grace = self.dataset.site.thresholds.report_grace_days
        return is_stale(latest, self.dataset.indicators[address], self.cutoff(address), grace)

    def rolled_up(self, division: str, address: Address, window: Window | None = None) -> Measured:
        """Return the roll-up of the divisions below ``division``, with its coverage."""
        indicator = self.dataset.indicators[address]
        match indicator.rollup:
            case Rollup.NONE:
                return UNREPORTED
            case Rollup.COUNT_WHERE:
                return self._count_where(division, address, indicator.where, window)
            case Rollup.SUM:
                return sum_of(self._parts(division, address, window))
            case Rollup.RATIO:
                return ratio_of(self._parts(division, address, window), indicator.measure)
            case Rollup.LATEST:
                return latest_of(self._parts(division, address, window))
            case never:
                assert_never(never)

    def _parts(self, division: str, address: Address, window: Window | None) -> list[Measured]:
        expected = self.filed_under.get(address, frozenset())
        return [
            self.measured(child, address, its_window)
            for child, its_window in self.children(division, address, window)
            if child in expected
        ]

    def children(
        self, division: str, address: Address, window: Window | None
    ) -> Iterator[tuple[str, Window | None]]:
        """Yield the divisions whose values roll up into ``division``, each with the window of its values.

        A flow includes what a division reported while it lay there; of other kinds only those divisions count
        that exist and lie there on the day.
        """
        dataset, day = self.dataset, self.cutoff(address).day
        if not dataset.indicators[address].kind.is_summed:
            for child in self.once(children_on, day, division):
                yield child, window
            return
        for child in dataset.children_ever.get(division, ()):
            for stay in dataset.stays_by(day, child):
                if stay.within == division and can_count(window, stay, dataset.divisions[child], day):
                    yield child, during(window, stay)

    def _counted(self, division: str, address: Address, condition: Condition) -> Iterator[str]:
        expected = self.filed_under.get(address, frozenset())
        for member in self.once(members_on, self.cutoff(address).day, division, condition.level):
            # Only divisions below are counted, never the division itself.
            if member in expected and member != division:
                yield member

    def _count_where(
        self, division: str, address: Address, condition: Condition | None, window: Window | None
    ) -> Measured:
        if condition is None:
            return UNREPORTED
        counted = address.sibling(condition.indicator)
        parts = [
            self.measured(below, counted, window) for below in self._counted(division, counted, condition)
        ]
        met = sum(1 for part in parts if _meets(part, condition))
        internal = unanimous(
            (part.internal, _meets(part, condition)) for part in parts if part.value is not None
        )
        # Coverage is in divisions of the condition's level, since these are what is counted.
        expected = [part for part in parts if part.state is not ValueState.NOT_APPLICABLE]
        known = sum(1 for part in expected if part.value is not None)
        # A number of divisions is exact, however inexact their values are.
        found = rolled(Decimal(met), parts, Coverage(known, len(expected)), internal)
        return changed(found, qualifier=None)


def depends_on_window(once: Once, address: Address) -> bool:
    """Whether a window can change a value of an indicator.

    It can if this, or one that it is divided of or counts, is a flow, begins anew at times, or is computed.
    """
    indicator = once.dataset.indicators[address]
    if indicator.kind.is_summed or indicator.restarts is not None or indicator.computed is not None:
        return True
    derived, where = indicator.derived, indicator.where
    parts = (() if derived is None else (derived.numerator, derived.denominator)) + (
        () if where is None else (where.indicator,)
    )
    return any(once(depends_on_window, address.sibling(part)) for part in parts)


Computer: TypeAlias = Callable[[Figures, str, Address, Computed, Window | None], Measured]
"""Takes the figures, a division, an indicator's address, what it is computed from, and a window."""

Deriver: TypeAlias = Callable[[Figures, str, Address, RatioParts, Window | None], Measured]
"""Takes the figures, a division, an indicator's address, the parts of the quotient, and a window."""


def _meets(part: Measured, condition: Condition) -> bool:
    """Whether a value is within the bounds; on a bound its hedge decides, as for a target."""
    value = part.value
    if value is None or isinstance(value, bool):
        return value is True
    bounds = ((condition.at_least, Goal.AT_LEAST), (condition.at_most, Goal.AT_MOST))
    return all(bound is None or is_met(value, part.qualifier, bound, goal) for bound, goal in bounds)
