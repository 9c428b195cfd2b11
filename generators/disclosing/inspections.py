"""Visible rounds of inspection; what they reached and found is counted anew from these alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generators.disclosing.admission import Admission
from generators.measuring.inspections import Findings, record_of, round_of
from generators.results.inspections import InspectionRecord, Round
from generators.results.ledgers import Ledger


def visible_inspections(
    admission: Admission, records: Mapping[str, InspectionRecord], ledgers: Iterable[Ledger]
) -> dict[str, InspectionRecord]:
    """Return by programme what visible rounds reached, with those findings that are among ``ledgers``."""
    if admission.is_whole:
        return dict(records)
    findings = Findings.of(ledgers)
    found: dict[str, InspectionRecord] = {}
    for programme, record in records.items():
        visible = [each for each in record.rounds if admission.inspection(each.inspection.id)]
        if visible:
            rounds = [_redacted(admission, each, findings) for each in visible]
            is_whole = len(visible) == len(record.rounds)
            found[programme] = record_of(admission.dataset, programme, record.day, rounds, is_whole=is_whole)
    return found


def _redacted(admission: Admission, found: Round, findings: Findings) -> Round:
    """Return a round anew, naming neither problems nor another round that the audience may not see."""
    dataset, inspection = admission.dataset, found.inspection
    visits = tuple(
        visit.detached(
            findings=tuple(
                name
                for name in visit.findings
                if dataset.problem_address(visit.division, name) in findings.by_address
            )
        )
        for visit in inspection.visits
        if visit.on <= found.day
    )
    back = inspection.returns_to
    shows_back = back is not None and admission.inspection(back)
    redacted = inspection.detached(visits=visits, returns_to=back if shows_back else None)
    return round_of(dataset, redacted, found.day, findings)
