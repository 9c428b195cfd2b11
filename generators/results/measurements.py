"""Everything measured on one day, in one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generators.model.address import Address
from generators.results.changes import Changes, Span
from generators.results.closings import ClosingState
from generators.results.commitments import CommitmentBook
from generators.results.comparisons import Compared
from generators.results.consequences import ConsequenceResult
from generators.results.deadlines import PublicationDeadline
from generators.results.facts import Fact, FactRequest
from generators.results.figures import Discrepancy
from generators.results.inspections import InspectionRecord
from generators.results.maps import DrawnMap
from generators.results.snapshot import Snapshot
from generators.results.tiers import Checklist


@dataclass(frozen=True, kw_only=True)
class Measurements(Snapshot):
    """Everything measured on ``as_of``: the snapshot of that day, and what is not compared with other days.

    ``past`` are the snapshots of the earlier days that ``as_of`` is compared with, ``changes`` the
    differences from them; ``facts`` are what prose asks for of past periods, ``closings`` the closed periods
    compared with the data. ``comparisons`` are those that the indicators declare, by division and indicator,
    ``drawn_maps`` those of the areas whose borders are on file.
    """

    discrepancies: tuple[Discrepancy, ...]
    commitment_books: Mapping[str, CommitmentBook]
    inspection_records: Mapping[str, InspectionRecord]
    checklists: Mapping[tuple[str, Address], Checklist]
    publication_deadlines: tuple[PublicationDeadline, ...]
    consequence_results: Mapping[Address, ConsequenceResult]
    past: Mapping[Span, Snapshot]
    changes: Mapping[Span, Changes]
    facts: Mapping[FactRequest, Fact]
    closings: tuple[ClosingState, ...] = ()
    comparisons: Mapping[tuple[str, Address], tuple[Compared, ...]] = field(default_factory=dict)
    drawn_maps: Mapping[str, DrawnMap] = field(default_factory=dict)
