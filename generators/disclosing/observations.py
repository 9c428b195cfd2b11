"""Visible observations: visible reports with their visible values and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generators.model.address import Address
from generators.model.changing import changed
from generators.model.dataset import Dataset
from generators.model.observation import Observation, ObservationIndex
from generators.model.report import Report
from generators.model.visibility import Visibility
from generators.results.contributions import NO_CONTRIBUTIONS
from generators.results.figures import Measured


@dataclass(frozen=True)
class VisibleObservations:
    """The visible observations of a dataset, the same for all days of measurement."""

    dataset: Dataset
    visibility: Visibility
    _measured: dict[int, tuple[Measured, Measured]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def _redacted(self) -> Mapping[tuple[str, Address], tuple[Observation | None, ...]]:
        """Return the visible form of each observation, without other withheld values, or ``None``.

        What nothing is withheld of is the same object for all audiences: there are many.
        """
        if self.visibility.is_whole:
            return self.dataset.observations
        reports: dict[int, Report] = {}  # of the dataset, which keeps them: several values are of one report

        def redacted(each: Observation) -> Observation | None:
            if not self.visibility.observation(each):
                return None
            report = reports.get(id(each.report))
            if report is None:
                report = reports[id(each.report)] = self._report(each.report)
            corrections = tuple(filter(self.visibility.shows, each.corrections))
            if report is each.report and len(corrections) == len(each.corrections):
                return each
            return changed(each, report=report, corrections=corrections)

        return {key: tuple(map(redacted, items)) for key, items in self.dataset.observations.items()}

    def _report(self, report: Report) -> Report:
        shows = self.visibility.indicator
        if all(map(shows, report.values)):
            return report
        return report.detached(values={name: value for name, value in report.values.items() if shows(name)})

    def index(self) -> ObservationIndex:
        """Return the visible observations of each (division, indicator address), earliest period first."""
        if self.visibility.is_whole:
            return self.dataset.observations
        found = ((key, tuple(filter(None, items))) for key, items in self._redacted.items())
        return {key: items for key, items in found if items}

    def redact(self, measured: Measured) -> Measured:
        """Return a value with only its visible observations, in their visible form.

        It no longer names the internal records that it depends on.
        """
        known = self._measured.get(id(measured))
        if known is None:
            if self._is_seen_as_it_is(measured):
                return measured
            # The original is kept as well, so that no other value can take its place in memory.
            known = self._measured[id(measured)] = (measured, self._without_internal(measured))
        return known[1]

    def _is_seen_as_it_is(self, measured: Measured) -> bool:
        return (
            not (measured.internal or measured.below or measured.alike)
            and not (measured.internal_amount or measured.internal_rest)
            and all(self.as_seen(each) is each for each in measured.observations)
        )

    def _without_internal(self, measured: Measured) -> Measured:
        return changed(
            measured,
            observations=tuple(self._visible(measured.observations)),
            internal=NO_CONTRIBUTIONS,
            below=NO_CONTRIBUTIONS,
            internal_amount=Decimal(0),
            internal_rest=Decimal(0),
            alike=NO_CONTRIBUTIONS,
        )

    def as_seen(self, observation: Observation) -> Observation | None:
        """Return the visible form of an observation of the dataset, ``None`` if it is withheld."""
        return self._redacted[observation.division, observation.indicator][observation.at]

    def _visible(self, observations: Iterable[Observation]) -> Iterator[Observation]:
        return (seen for each in observations if (seen := self.as_seen(each)) is not None)
