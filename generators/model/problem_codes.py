"""The catalogue of problem codes: title and remedy of each.

A code is stable: it is never reused for another meaning. The families are E1 reading a file
(E13 a cluster, E14, E15 and E17 publishing a release, E16 its signature, E18 a map),
E2 the form of a record, E3 references, E4 figures, E5 written documents and disclosure,
E6 personal data, E7 writing, E8 office documents, E9 closed periods and remarks on what was published;
W is a warning of the same family. Each module in ``codes/`` has those of one subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generators.model.codes import (
    closings,
    clusters,
    commitments,
    consequences,
    divisions,
    documents,
    extensions,
    figures,
    form,
    inspections,
    languages,
    ledgers,
    maps,
    personal_data,
    reading,
    references,
    releases,
    schemes,
    signatures,
    tiers,
    word_documents,
    workbooks,
    writing,
)
from generators.model.codes.entry import CatalogueEntry
from generators.model.problem import Problem, Severity
from generators.model.record import Place

__all__ = ["CATALOGUE", "CatalogueEntry", "problem"]

CATALOGUE: Final[Mapping[str, CatalogueEntry]] = MappingProxyType(
    {
        **reading.CODES,
        **clusters.CODES,
        **releases.CODES,
        **signatures.CODES,
        **maps.CODES,
        **languages.CODES,
        **form.CODES,
        **references.CODES,
        **figures.CODES,
        **schemes.CODES,
        **ledgers.CODES,
        **tiers.CODES,
        **commitments.CODES,
        **inspections.CODES,
        **consequences.CODES,
        **divisions.CODES,
        **documents.CODES,
        **personal_data.CODES,
        **writing.CODES,
        **workbooks.CODES,
        **word_documents.CODES,
        **closings.CODES,
        **extensions.CODES,
    }
)


def problem(code: str, place: Place, detail: str, remedy: str = "") -> Problem:
    """Return the problem ``code`` at ``place``; its severity follows from the code's first letter.

    Raises ``KeyError`` for a code that is not in the catalogue.
    """
    entry = CATALOGUE[code]
    severity = Severity.WARNING if code.startswith("W") else Severity.ERROR
    return Problem(place, code, detail, remedy or entry.remedy, severity)
