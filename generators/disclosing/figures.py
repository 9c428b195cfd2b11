"""Visible values and progress.

Whatever rests on an internal record is withheld: a value reported internally or corrected internally, every
sum, quotient and count that it enters, and the progress of these. Exceptions are released aggregates
(``releases``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generators.disclosing.observations import VisibleObservations
from generators.disclosing.releases import Releases
from generators.measuring.provenance import Provenance
from generators.model.address import Address
from generators.model.changing import changed
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.target import FiledTarget
from generators.model.visibility import Visibility
from generators.results.contributions import NO_CONTRIBUTIONS
from generators.results.figures import Discrepancy, Measured, Progress
from generators.results.snapshot import Snapshot


@dataclass(frozen=True)
class VisibleFigures:
    """The figures of one day's measurements that an audience sees."""

    observations: VisibleObservations
    measured: Snapshot
    releases: Releases

    @property
    def dataset(self) -> Dataset:
        """Return the dataset that was measured."""
        return self.observations.dataset

    @property
    def visibility(self) -> Visibility:
        """Return the visibility for the audience."""
        return self.observations.visibility

    @property
    def targets(self) -> tuple[FiledTarget, ...]:
        """Return the visible targets in file order."""
        return tuple(each for each in self.dataset.targets if self.visibility.filed(each.target))

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Return the visible corrections of visible indicators in file order."""
        return tuple(filter(self.visibility.filed, self.dataset.corrections))

    @property
    def values(self) -> Mapping[tuple[str, Address], Measured]:
        """Return the visible values by division and indicator address."""
        return {
            key: self.redact(measured)
            for key, measured in self.measured.values.items()
            if self.shows_value(key)
        }

    def shows_value(self, key: tuple[str, Address]) -> bool:
        """Whether the audience sees the value of a division and indicator, which must have been measured."""
        return self.visibility.indicator(key[1]) and self.shows_with_past(key[1], self.measured.values[key])

    @cached_property
    def progress(self) -> tuple[Progress, ...]:
        """Return the progress of visible targets with visible values."""
        return tuple(
            each if (seen := self.redact(each.measured)) is each.measured else changed(each, measured=seen)
            for each in self.measured.progress
            if self.visibility.filed(each.target) and self.shows_with_past(each.indicator, each.measured)
        )

    def discrepancies(self, discrepancies: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
        """Return the discrepancies between visible reports and roll-ups of visible reports."""
        found = (
            (each, self.observations.as_seen(each.observation))
            for each in discrepancies
            if self.visibility.is_whole or not each.internal
        )
        return tuple(
            replace(each, observation=seen, internal=NO_CONTRIBUTIONS)
            for each, seen in found
            if seen is not None
        )

    def redact(self, measured: Measured) -> Measured:
        """Return a value with only its visible observations, in their visible form."""
        return self.observations.redact(measured)

    def shows(self, address: Address, measured: Measured) -> bool:
        """Whether all records are visible that a value of the indicator at ``address`` depends on."""
        return self.releases.shows(address, measured.internal)

    def shows_with_past(self, address: Address, measured: Measured) -> bool:
        """Whether the earlier reports of the figure are visible too, each as corrected by the day.

        Trends depend on these, and whether a target was reached in time.
        """
        internal = self.dataset.internal_figures
        return self.shows(address, measured) and (
            self.visibility.is_whole
            or all(
                (each.division, each.indicator) not in internal
                or self.visibility.reading(each, self.measured.as_of)
                for each in measured.observations
            )
        )

    def shows_every_record(self, division: str, address: Address) -> bool:
        """Whether all records, of whatever day, are visible that a value of a division can depend on."""
        return self.visibility.is_whole or self._provenance.is_public(division, address)

    @cached_property
    def _provenance(self) -> Provenance:
        return Provenance(self.dataset)
