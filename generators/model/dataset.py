"""The dataset: all records of a project, the input of checking, measuring and disclosing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.allowance import Allowance
from generators.model.area_map import AreaMap
from generators.model.attachment import AttachmentContent
from generators.model.closing import ClosedRecord
from generators.model.commitment import FiledCommitment
from generators.model.correction import Correction
from generators.model.division import Division
from generators.model.document import Bulletin, Case, Document, FreePage
from generators.model.glossary import GlossaryEntry
from generators.model.grouping import grouped
from generators.model.import_layout import ImportLayout
from generators.model.inspection import Inspection, Visit
from generators.model.ladder import Assessment, FiledAssessment
from generators.model.ledger import FiledEntry
from generators.model.observation import ObservationIndex, observations_of
from generators.model.outline import Outline
from generators.model.programme import Programme
from generators.model.register import Register
from generators.model.remark import FiledRemark
from generators.model.report import FiledReport
from generators.model.series import Series
from generators.model.site import Site
from generators.model.source import Source
from generators.model.standard import FiledCheck, ItemCheck
from generators.model.target import FiledTarget, Target
from generators.model.visibility import Audience, Visibility

Item = TypeVar("Item")


@dataclass(frozen=True)
class Dataset(Register):
    """All records of a project; mappings and tuples are in the order of paths, then of each file."""

    site: Site
    series: Mapping[str, Series]
    sources: Mapping[str, Source]
    divisions: Mapping[str, Division]
    programmes: Mapping[str, Programme]
    targets: tuple[FiledTarget, ...]
    reports: tuple[FiledReport, ...]
    corrections: tuple[Correction, ...]
    bulletins: tuple[Document[Bulletin], ...]
    cases: tuple[Document[Case], ...]
    pages: tuple[Document[FreePage], ...]
    attachments: tuple[str, ...]
    checks: tuple[FiledCheck, ...] = ()
    assessments: tuple[FiledAssessment, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    ledger: tuple[FiledEntry, ...] = ()
    commitments: tuple[FiledCommitment, ...] = ()
    inspections: Mapping[str, Inspection] = field(default_factory=dict)
    attachment_contents: Mapping[str, AttachmentContent] = field(default_factory=dict)
    allowances: tuple[Allowance, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    imports: Mapping[str, ImportLayout] = field(default_factory=dict)
    closed: tuple[ClosedRecord, ...] = ()
    remarks: tuple[FiledRemark, ...] = ()
    area_map: AreaMap | None = None
    outlines: tuple[Outline, ...] = ()

    @cached_property
    def observations(self) -> ObservationIndex:
        """Return what was reported for each (division, indicator address), earliest period first."""
        return observations_of(self.reports, self.corrections)

    @cached_property
    def public(self) -> Visibility:
        """Return the visibility for the public."""
        return Visibility(self, Audience.PUBLIC)

    @cached_property
    def internal_figures(self) -> frozenset[tuple[str, Address]]:
        """Return each (division, indicator) with an internal report or correction; most have none."""
        reported = (
            (filed.division, address)
            for filed in self.reports
            for address in filed.report.values
            if not (self.public.shows(filed.report) and self.public.indicator(address))
        )
        corrected = (
            (each.division, each.indicator) for each in self.corrections if not self.public.filed(each)
        )
        return frozenset((*reported, *corrected))

    @cached_property
    def internal_figures_within(self) -> frozenset[tuple[str, Address]]:
        """Return the ``internal_figures``, each for its division and all above it."""
        return frozenset(
            (upper, address)
            for division, address in self.internal_figures
            for upper in self.upwards(division)
        )

    @cached_property
    def targets_filed(self) -> Mapping[tuple[str, Address], tuple[Target, ...]]:
        """Return the targets that were filed for each (division, indicator address), in file order."""
        return grouped(((filed.division, filed.target.indicator), filed.target) for filed in self.targets)

    @cached_property
    def targets_binding(self) -> Mapping[tuple[str, str], tuple[Target, ...]]:
        """Return the targets that ever bind each (division, indicator address), in file order."""
        return {key: tuple(each.target for each in filed) for key, filed in self._filed_binding.items()}

    def targets_on(self, day: date, division: str, address: str) -> tuple[Target, ...]:
        """Return the targets of an indicator that bind ``division`` on ``day``, in file order."""
        filed = self._filed_binding.get((division, address), ())
        return tuple(each.target for each in filed if self.binds_on(day, each, division))

    @cached_property
    def _filed_binding(self) -> Mapping[tuple[str, str], tuple[FiledTarget, ...]]:
        return grouped(
            ((division, filed.target.indicator), filed)
            for filed in self.targets
            for division in self.bound_by(filed)
        )

    @cached_property
    def ledger_by_division(self) -> Mapping[tuple[str, str], tuple[FiledEntry, ...]]:
        """Return the problems by (programme, division); each for its division and all ever above it."""
        return self._with_all_above((each.entry.programme, each.division, each) for each in self.ledger)

    @cached_property
    def ledger_by_address(self) -> Mapping[str, FiledEntry]:
        """Return the problems by their address ``county/township/id``."""
        return {filed.address: filed for filed in self.ledger}

    def problem_address(self, division: str, finding: str) -> str:
        """Return the address of a problem in ``division``; ``finding`` is its id or already its address."""
        township = self.township_of(division)
        return finding if "/" in finding or township is None else f"{township}/{finding}"

    @cached_property
    def visits_by_division(self) -> Mapping[tuple[str, str], tuple[tuple[Inspection, Visit], ...]]:
        """Return the visits by (programme, division); each for its division and all above it that day."""
        return grouped(
            ((inspection.programme, division), (inspection, visit))
            for inspection in sorted(self.inspections.values(), key=lambda each: (each.start, each.id))
            for visit in inspection.visits
            if visit.division in self.divisions
            for division in self.upwards_on(visit.on, visit.division)
        )

    @cached_property
    def commitments_by_division(self) -> Mapping[tuple[str, str], tuple[FiledCommitment, ...]]:
        """Return the commitments by (programme, division); each for its division and all ever above it."""
        return self._with_all_above(
            (each.commitment.programme, each.division, each) for each in self.commitments
        )

    def _with_all_above(
        self, filed: Iterable[tuple[str, str, Item]]
    ) -> Mapping[tuple[str, str], tuple[Item, ...]]:
        """Return the items by (programme, division); each is listed for its division and all ever above."""
        return grouped(
            ((programme, division), item)
            for programme, home, item in filed
            for division in self.upwards_ever(home)
        )

    @cached_property
    def checks_of(self) -> Mapping[tuple[str, Address], tuple[ItemCheck, ...]]:
        """Return the checks by (division, standard's address), in the order of their dates."""
        return grouped(
            ((filed.division, filed.check.standard), filed.check)
            for filed in sorted(self.checks, key=_in_order_of_days)
        )

    @cached_property
    def assessments_of(self) -> Mapping[tuple[str, Address], tuple[Assessment, ...]]:
        """Return the assessments by (division, ladder's address), in the order of their dates."""
        ordered = sorted(self.assessments, key=lambda each: (each.assessment.on, each.assessment.tier))
        return grouped(((filed.division, filed.assessment.ladder), filed.assessment) for filed in ordered)


def _in_order_of_days(filed: FiledCheck) -> tuple[date, date]:
    check = filed.check
    return check.on, check.revoked.on if check.revoked is not None else date.max
