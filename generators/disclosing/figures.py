"""Visible reports, and the values and progress that rest on nothing else.

Aggregates are computed on everything and published by their indicator's disclosure. A value that is
somebody's own internal report, or reads as an internal correction has it, is withheld, and with it
the progress that would reveal it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import assert_never

from generators.disclosing.admission import Admission
from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.observation import Observation
from generators.model.report import Report
from generators.model.target import FiledTarget
from generators.results.figures import Discrepancy, Measured, Origin, Progress
from generators.results.measurements import Measurements


@dataclass(frozen=True)
class VisibleFigures:
    """The figures of one day's measurements that an audience sees."""

    admission: Admission
    measurements: Measurements

    @cached_property
    def _redacted(self) -> Mapping[int, Observation]:
        """Return each visible observation, its report stripped of other values, by the original's id()."""
        reports: dict[int, Report] = {}
        redacted: dict[int, Observation] = {}
        admits = self.admission.admits
        for items in self.measurements.observations.values():
            for each in items:
                if not (admits(each.report.disclosure) and self.admission.indicator(each.indicator)):
                    continue
                report = reports.get(id(each.report))
                if report is None:
                    report = reports[id(each.report)] = self._report(each.report)
                corrections = tuple(item for item in each.corrections if admits(item.disclosure))
                redacted[id(each)] = replace(each, report=report, corrections=corrections)
        return redacted

    def _report(self, report: Report) -> Report:
        admits = self.admission.indicator
        return report.detached(values={name: value for name, value in report.values.items() if admits(name)})

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Return the visible observations, those of a division and indicator together."""
        return tuple(self._redacted.values())

    @property
    def targets(self) -> tuple[FiledTarget, ...]:
        """Return the visible targets in file order."""
        return tuple(filter(self.admission.target, self.admission.dataset.targets))

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Return the visible corrections of visible indicators in file order."""
        return tuple(
            each
            for each in self.admission.dataset.corrections
            if self.admission.admits(each.disclosure) and self.admission.indicator(each.indicator)
        )

    @property
    def values(self) -> Mapping[tuple[str, Address], Measured]:
        """Return the visible values by division and indicator address."""
        return {
            key: self.redact(measured)
            for key, measured in self.measurements.values.items()
            if self.admission.indicator(key[1]) and self.shows_value(key, measured)
        }

    @cached_property
    def progress(self) -> tuple[Progress, ...]:
        """Return the progress of visible targets by visible values."""
        return tuple(
            replace(each, measured=self.redact(each.measured))
            for each in self.measurements.progress
            if self.admission.target(FiledTarget(each.division, each.target))
            and self.shows_value((each.division, each.indicator), each.measured)
        )

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Return the discrepancies of visible reports."""
        found = ((each, self._redacted.get(id(each.observation))) for each in self.measurements.discrepancies)
        return tuple(replace(each, observation=visible) for each, visible in found if visible is not None)

    def shows_value(self, key: tuple[str, Address], measured: Measured) -> bool:
        """Whether the audience sees all that the value of a (division, indicator) rests on."""
        if self.admission.is_whole:
            return True
        match measured.origin:
            case Origin.DECLARED | Origin.ROLLED_UP:
                # A sum rests on no single report; the latest value of those below is one of theirs.
                return all(map(self.shows_whole, measured.observations))
            case Origin.DERIVED:
                return all(self._shows_part(key[0], part) for part in self.parts_of(key[1]))
            case never:
                assert_never(never)

    def shows_whole(self, observation: Observation, on: date | None = None) -> bool:
        """Whether the audience sees the report, and the correction by which it reads ``on`` a day, or now."""
        visible = self._redacted.get(id(observation))
        day = on or self.measurements.days[observation.indicator.programme]
        return visible is not None and visible.correction(day) == observation.correction(day)

    def parts_of(self, address: Address) -> tuple[Address, ...]:
        """Return the addresses of the two indicators that one is derived from; none of any other."""
        derived = self.admission.dataset.indicators[address].derived
        if derived is None:
            return ()
        return (address.sibling(derived.numerator), address.sibling(derived.denominator))

    def _shows_part(self, division: str, address: Address) -> bool:
        if not self.admission.indicator(address):
            return False
        measured = self.measurements.values.get((division, address))
        return measured is None or self.shows_value((division, address), measured)

    def redact(self, measured: Measured) -> Measured:
        """Return a value with the visible ones of its observations, these as the audience sees them."""
        return replace(measured, observations=tuple(self._visible(measured.observations)))

    def _visible(self, observations: Iterable[Observation]) -> Iterable[Observation]:
        return (self._redacted[id(each)] for each in observations if id(each) in self._redacted)
