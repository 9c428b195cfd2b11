"""Visible values and progress.

Aggregates are computed from all reports and are visible by the disclosure of their indicator. A value taken
from an internal report or correction is withheld, and so is its progress (decisions/010).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import assert_never

from generators.disclosing.observations import VisibleObservations
from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.observation import Observation
from generators.model.target import FiledTarget
from generators.model.visibility import Visibility
from generators.results.figures import Discrepancy, Measured, Origin, Progress
from generators.results.snapshot import Snapshot


@dataclass(frozen=True)
class VisibleFigures:
    """The figures of one day's measurements that an audience sees."""

    observations: VisibleObservations
    measured: Snapshot

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
            if self.visibility.indicator(key[1]) and self.shows_value(key, measured)
        }

    @cached_property
    def progress(self) -> tuple[Progress, ...]:
        """Return the progress of visible targets with visible values."""
        return tuple(
            replace(each, measured=self.redact(each.measured))
            for each in self.measured.progress
            if self.visibility.filed(each.target)
            and self.shows_value((each.division, each.indicator), each.measured)
        )

    def discrepancies(self, discrepancies: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
        """Return the discrepancies of visible reports."""
        found = ((each, self.observations.as_seen(each.observation)) for each in discrepancies)
        return tuple(replace(each, observation=seen) for each, seen in found if seen is not None)

    def redact(self, measured: Measured) -> Measured:
        """Return a value with only its visible observations, in their visible form."""
        return self.observations.redact(measured)

    def shows_value(self, key: tuple[str, Address], measured: Measured) -> bool:
        """Whether all records are visible that the value of a (division, indicator) depends on."""
        if self.visibility.is_whole:
            return True
        match measured.origin:
            case Origin.DECLARED | Origin.ROLLED_UP:
                # A sum has no observations; ``latest`` has the report that it was taken from.
                return all(map(self.shows_whole, measured.observations))
            case Origin.DERIVED:
                return all(self._shows_part(key[0], part) for part in self.dataset.rests_on(key[1]))
            case never:
                assert_never(never)

    def shows_whole(self, observation: Observation, on: date | None = None) -> bool:
        """Whether the report is visible, and its correction in force ``on`` a day, or now."""
        return self.visibility.reading(observation, on or self.measured.as_of)

    def _shows_part(self, division: str, address: Address) -> bool:
        measured = self.measured.values.get((division, address))
        read = measured.observations if measured is not None else ()
        return self.visibility.indicator(address) and all(map(self.shows_whole, read))
