"""Everything measured on one day, in one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generators.model.address import Address
from generators.results.changes import Span
from generators.results.commitments import CommitmentBook
from generators.results.consequences import ConsequenceResult
from generators.results.deadlines import PublicationDeadline
from generators.results.facts import Fact, FactRequest
from generators.results.figures import Discrepancy, Measured, Progress
from generators.results.inspections import InspectionRecord
from generators.results.ledgers import Ledger
from generators.results.rankings import SchemeRankings
from generators.results.tiers import Checklist, LadderResult


@dataclass(frozen=True)
class Measurements:
    """Everything measured on one ``as_of``; ``days`` gives each programme's own day of measuring.

    ``past`` is the same for the earlier days that ``as_of`` is compared with; ``facts`` are what prose asks
    for of past periods.
    """

    as_of: date
    days: Mapping[str, date]
    progress: tuple[Progress, ...]
    values: Mapping[tuple[str, Address], Measured]
    discrepancies: tuple[Discrepancy, ...]
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    commitment_books: Mapping[str, CommitmentBook] = field(default_factory=dict)
    inspection_records: Mapping[str, InspectionRecord] = field(default_factory=dict)
    ladder_results: Mapping[Address, LadderResult] = field(default_factory=dict)
    checklists: Mapping[tuple[str, Address], Checklist] = field(default_factory=dict)
    rankings: Mapping[Address, SchemeRankings] = field(default_factory=dict)
    consequence_results: Mapping[Address, ConsequenceResult] = field(default_factory=dict)
    publication_deadlines: tuple[PublicationDeadline, ...] = ()
    past: Mapping[Span, Measurements] = field(default_factory=dict)
    facts: Mapping[FactRequest, Fact] = field(default_factory=dict)
