"""Visible rounds of inspection, with reach and findings of these alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generators.measuring.inspections import Findings, record_of, round_of
from generators.model.dataset import Dataset
from generators.model.visibility import Visibility
from generators.results.inspections import InspectionRecord, Round
from generators.results.ledgers import Ledger


def visible_inspections(
    dataset: Dataset,
    visibility: Visibility,
    records: Mapping[str, InspectionRecord],
    ledgers: Iterable[Ledger],
) -> dict[str, InspectionRecord]:
    """Return by programme the visible rounds with their reach, and their findings in ``ledgers``."""
    if visibility.is_whole:
        return dict(records)
    findings = Findings.of(ledgers)
    found: dict[str, InspectionRecord] = {}
    for programme, record in records.items():
        visible = [each for each in record.rounds if visibility.filed(each.inspection)]
        if visible:
            rounds = [_redacted(dataset, visibility, each, findings) for each in visible]
            is_whole = len(visible) == len(record.rounds)
            found[programme] = record_of(dataset, programme, record.day, rounds, is_whole=is_whole)
    return found


def _redacted(dataset: Dataset, visibility: Visibility, found: Round, findings: Findings) -> Round:
    """Return a round without the names of withheld problems and of a withheld round."""
    inspection = found.inspection
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
    previous = dataset.inspections.get(inspection.returns_to or "")
    shows_previous = previous is not None and visibility.filed(previous)
    redacted = inspection.detached(
        visits=visits, returns_to=inspection.returns_to if shows_previous else None
    )
    return round_of(dataset, redacted, found.day, findings)
