"""Everything that was read, assembled: the one argument of checking, measuring and disclosing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generators.model.adjustment import Adjustment
from generators.model.correction import Correction
from generators.model.division import Division
from generators.model.document import Bulletin, Case, Document, FreePage, Series
from generators.model.ladder import FiledAssessment
from generators.model.ledger import FiledEntry
from generators.model.programme import Programme
from generators.model.register import Register
from generators.model.report import FiledReport
from generators.model.site import Site
from generators.model.source import Source
from generators.model.standard import FiledCheck
from generators.model.target import FiledTarget


@dataclass(frozen=True)
class Dataset(Register):
    """The whole project as typed records; mappings and tuples are in file order, sorted by path."""

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
