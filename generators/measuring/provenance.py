"""The internal records among those that a figure is computed from.

Every measured value carries them, from the reports up through sums, quotients, counts and shares. The gate
then withholds whatever rests on any of them, unless an editor released it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import assert_never

from generators.model.address import Address
from generators.model.commitment import FiledCommitment
from generators.model.computed import (
    CommitmentShare,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.dataset import Dataset
from generators.model.grouping import grouped
from generators.model.inspection import Inspection, Visit
from generators.model.ladder import Ladder
from generators.model.ledger import FiledEntry
from generators.model.observation import Observation
from generators.model.visibility import Visibility
from generators.results.contributions import NO_CONTRIBUTIONS, Contribution, Contributions


@dataclass(frozen=True)
class Provenance:
    """Finds the internal records of one dataset, those that the public does not see."""

    dataset: Dataset
    _public: dict[tuple[str, Address], bool] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _contributions: dict[Contributions, Contributions] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def public(self) -> Visibility:
        """Return the visibility for the public."""
        return self.dataset.public

    def is_public(self, division: str, address: Address) -> bool:
        """Whether no record of whatever day is internal that a value of a division can rest on."""
        key = (division, address)
        if key not in self._public:
            self._public[key] = all(
                self._is_public_part(division, part) for part in self._counted_too(address)
            )
        return self._public[key]

    def _counted_too(self, address: Address) -> frozenset[Address]:
        """Return all indicators that one rests on, those included whose values it counts."""
        found: set[Address] = set()
        waiting = {address}
        while waiting:
            parts = {part for each in waiting for part in self.dataset.rests_on(each)}
            found |= waiting | parts
            conditions = ((part, self.dataset.indicators[part].where) for part in parts)
            waiting = {part.sibling(where.indicator) for part, where in conditions if where} - found
        return frozenset(found)

    def _is_public_part(self, division: str, address: Address) -> bool:
        if (division, address) in self.dataset.internal_figures_within:
            return False
        indicator = self.dataset.indicators.get(address)
        within = (address.programme, division)
        match indicator.computed if indicator is not None else None:
            case None:
                return True
            case ProblemShare():
                return self.public.problems(self.dataset.ledger_by_division.get(within, ()))
            case CommitmentShare():
                return self.public.commitments(self.dataset.commitments_by_division.get(within, ()))
            case InspectionFigure():
                return not self.of_visits(self.dataset.visits_by_division.get(within, ()))
            case PopulationShare(ladder=name):
                return self._is_public_ladder(division, address.sibling(name))
            case never:
                assert_never(never)

    def _is_public_ladder(self, division: str, address: Address) -> bool:
        ladder = self.dataset.ladders.get(address)
        return ladder is None or not any(
            self.of_rating(member, address, ladder, date.max)
            or (ladder.indicator and not self.is_public(member, address.sibling(ladder.indicator)))
            for member in self.dataset.members(division, ladder.level)
        )

    def _shared(self, found: Iterable[Contribution]) -> Contributions:
        """Return the contributions as one object for all values, days and periods that rest on them."""
        contributions = frozenset(found)
        if not contributions:
            return NO_CONTRIBUTIONS
        return self._contributions.setdefault(contributions, contributions)

    def of_reports(self, observations: Iterable[Observation], day: date) -> Contributions:
        """Return the internal ones among reported values, and among the corrections they have on ``day``."""
        return self._shared(
            contribution
            for each in observations
            if (each.division, each.indicator) in self.dataset.internal_figures
            and (contribution := self._of_report(each, day)) is not None
        )

    def _of_report(self, observation: Observation, day: date) -> Contribution | None:
        if self.public.reading(observation, day):
            return None
        correction, report = observation.correction(day), observation.report
        place = report.place("values", observation.indicator) if correction is None else correction.place()
        reading = f"{observation.period.text} {correction.on if correction else ''}"
        return Contribution(observation.division, observation.indicator, reading, place)

    def of_problems(self, filed: Iterable[FiledEntry]) -> Contributions:
        """Return the internal ones among problems of the ledger."""
        return self._shared(
            Contribution(each.address, each.entry.programme, "problem", each.entry.place())
            for each in filed
            if not self.public.filed(each.entry)
        )

    def of_commitments(self, filed: Iterable[FiledCommitment]) -> Contributions:
        """Return the internal ones among commitments."""
        return self._shared(
            Contribution(each.address, each.commitment.programme, "commitment", each.commitment.place())
            for each in filed
            if not self.public.filed(each.commitment)
        )

    def of_visits(self, visits: Iterable[tuple[Inspection, Visit]]) -> Contributions:
        """Return the visits of internal inspections."""
        internal = self._internal_inspections
        if not internal:
            return NO_CONTRIBUTIONS
        return self._shared(
            Contribution(visit.division, inspection.programme, f"{inspection.id} {visit.on}", visit.place())
            for inspection, visit in visits
            if inspection.id in internal
        )

    @cached_property
    def _internal_inspections(self) -> frozenset[str]:
        return frozenset(each.id for each in self.dataset.inspections.values() if not self.public.filed(each))

    def of_rating(self, division: str, address: Address, ladder: Ladder, day: date) -> Contributions:
        """Return the internal assessments and checks by ``day`` for a division's tier on a ladder."""
        if (division, address) not in self._rated_internally:
            return NO_CONTRIBUTIONS
        return self._shared(self._filings(division, address, ladder, day))

    @cached_property
    def _rated_internally(self) -> frozenset[tuple[str, Address]]:
        """Return each (division, ladder) with an internal assessment or check; most have none."""
        ladders = self.dataset.ladders
        using = grouped(
            (address.sibling(name), address)
            for address, ladder in ladders.items()
            for name in ladder.standards
        )
        hidden = frozenset(address for address in ladders if not self.public.ladder(address))
        assessed = (
            (division, address)
            for (division, address), assessments in self.dataset.assessments_of.items()
            if address in hidden or not self.public.shows(*assessments)
        )
        checked = (
            (division, address)
            for (division, standard), checks in self.dataset.checks_of.items()
            for address in using.get(standard, ())
            if address in hidden or not all(map(self.public.filed, checks))
        )
        return frozenset((*assessed, *checked))

    def _filings(self, division: str, address: Address, ladder: Ladder, day: date) -> Iterator[Contribution]:
        for assessment in self.dataset.assessments_of.get((division, address), ()):
            if assessment.on <= day and not (self.public.shows(assessment) and self.public.ladder(address)):
                yield Contribution(division, address, f"{assessment.on}", assessment.place())
        for name in ladder.standards:
            standard = address.sibling(name)
            for check in self.dataset.checks_of.get((division, standard), ()):
                if check.on <= day and not (self.public.filed(check) and self.public.ladder(address)):
                    yield Contribution(division, standard, f"{check.item} {check.on}", check.place())


def united(parts: Iterable[Contributions]) -> Contributions:
    """Return the contributions to a figure that is computed from several."""
    different = list({id(each): each for each in parts if each}.values())
    return different[0] if len(different) == 1 else NO_CONTRIBUTIONS.union(*different)


def deciding(parts: Iterable[Contributions]) -> Contributions:
    """Return the contributions to a figure that leaves all of these records out."""
    return frozenset(each._replace(enters=False) for each in united(parts))


def unanimous(parts: Iterable[tuple[Contributions, object]]) -> Contributions:
    """Return the contributions to a count, each part given with what it was counted as.

    If all internal parts were counted alike, the count tells what each of them is; so they do not conceal
    one another, and only those of one part are returned.
    """
    internal = [(each, outcome) for each, outcome in parts if each]
    if len({outcome for _, outcome in internal}) == 1:
        return internal[0][0]
    return united(each for each, _ in internal)
