"""Visible problems, with counts of these alone (decisions/011)."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from operator import is_

from generators.measuring.ledgers import ledger_of
from generators.model.dataset import Dataset
from generators.model.ledger import LedgerEvent
from generators.model.visibility import Visibility
from generators.results.ledgers import Ledger, ProblemStanding


def visible_ledgers(
    dataset: Dataset, visibility: Visibility, ledgers: Mapping[str, Ledger]
) -> dict[str, Ledger]:
    """Return by programme the ledgers with visible problems."""
    if visibility.is_whole:
        return dict(ledgers)
    inspections = frozenset(name for name, each in dataset.inspections.items() if visibility.filed(each))
    found: dict[str, Ledger] = {}
    for programme, ledger in ledgers.items():
        visible = [each for each in ledger.standings if visibility.filed(each.filed.entry)]
        if visible:
            found[programme] = ledger_of(
                programme,
                ledger.day,
                (_naming_only(each, inspections) for each in visible),
                dataset.divisions,
                is_whole=len(visible) == len(ledger.standings),
            )
    return found


def _naming_only(standing: ProblemStanding, inspections: Container[str]) -> ProblemStanding:
    """Return the standing without the names of inspections that are not among ``inspections``.

    It is the same object if it names no other.
    """

    def redacted(event: LedgerEvent) -> LedgerEvent:
        found = event.found
        is_shown = found is None or found.inspection is None or found.inspection in inspections
        return event if found is None or is_shown else event.detached(found=found.detached(inspection=None))

    entry = standing.filed.entry
    events = tuple(map(redacted, entry.events))
    if all(map(is_, events, entry.events)):
        return standing
    return replace(
        standing,
        filed=replace(standing.filed, entry=entry.detached(events=events)),
        events=tuple(map(redacted, standing.events)),
    )
