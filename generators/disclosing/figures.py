"""Visible reports, values and progress.

Aggregates are computed from all reports and are visible by the disclosure of their indicator. A value taken
from an internal report or correction is withheld, and so is its progress (decisions/010).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import assert_never

from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.observation import Observation, ObservationIndex
from generators.model.report import Report
from generators.model.target import FiledTarget
from generators.model.visibility import Visibility
from generators.results.figures import Discrepancy, Measured, Origin, Progress
from generators.results.measurements import Measurements


@dataclass(frozen=True)
class VisibleFigures:
    """The figures of one day's measurements that an audience sees."""

    dataset: Dataset
    visibility: Visibility
    measurements: Measurements

    @cached_property
    def _redacted(self) -> Mapping[int, Observation]:
        """Return by ``id()`` of the original each visible observation, without other withheld values."""
        reports: dict[int, Report] = {}
        redacted: dict[int, Observation] = {}
        for items in self.dataset.observations.values():
            for each in items:
                if not self.visibility.observation(each):
                    continue
                report = reports.get(id(each.report))
                if report is None:
                    report = reports[id(each.report)] = self._report(each.report)
                corrections = tuple(filter(self.visibility.shows, each.corrections))
                redacted[id(each)] = replace(each, report=report, corrections=corrections)
        return redacted

    def _report(self, report: Report) -> Report:
        shows = self.visibility.indicator
        return report.detached(values={name: value for name, value in report.values.items() if shows(name)})

    @property
    def observations(self) -> ObservationIndex:
        """Return the visible observations of each (division, indicator address), earliest period first."""
        found = ((key, tuple(self._visible(items))) for key, items in self.dataset.observations.items())
        return {key: items for key, items in found if items}

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
            for key, measured in self.measurements.values.items()
            if self.visibility.indicator(key[1]) and self.shows_value(key, measured)
        }

    @cached_property
    def progress(self) -> tuple[Progress, ...]:
        """Return the progress of visible targets with visible values."""
        return tuple(
            replace(each, measured=self.redact(each.measured))
            for each in self.measurements.progress
            if self.visibility.filed(each.target)
            and self.shows_value((each.division, each.indicator), each.measured)
        )

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Return the discrepancies of visible reports."""
        found = ((each, self._redacted.get(id(each.observation))) for each in self.measurements.discrepancies)
        return tuple(replace(each, observation=visible) for each, visible in found if visible is not None)

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
        """Whether the report is visible, and its correction in force on the day ``on``.

        ``on`` is by default the day of measurement of the programme.
        """
        day = on or self.measurements.days[observation.indicator.programme]
        return self.visibility.reading(observation, day)

    def _shows_part(self, division: str, address: Address) -> bool:
        measured = self.measurements.values.get((division, address))
        read = measured.observations if measured is not None else ()
        return self.visibility.indicator(address) and all(map(self.shows_whole, read))

    def redact(self, measured: Measured) -> Measured:
        """Return a value with only its visible observations, in their visible form."""
        return replace(measured, observations=tuple(self._visible(measured.observations)))

    def _visible(self, observations: Iterable[Observation]) -> Iterable[Observation]:
        return (self._redacted[id(each)] for each in observations if id(each) in self._redacted)
