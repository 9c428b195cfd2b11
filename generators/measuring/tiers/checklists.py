"""Measures checklists: which items of a standard are in place in a division."""

from __future__ import annotations

from datetime import date

from generators.measuring.figures.figures import Figures
from generators.measuring.once import Once, members_on
from generators.model.address import Address
from generators.results.tiers import Checklist, ItemState


def checklists(figures: Figures) -> dict[tuple[str, Address], Checklist]:
    """Return the checklist of every standard in every division of its level, by (division, address)."""
    return {
        (division, address): figures.once(checklist, division, address, figures.cutoff(address).day)
        for address, standard in figures.dataset.standards.items()
        for division in figures.once(
            members_on, figures.cutoff(address).day, figures.dataset.owner_of(address), standard.level
        )
    }


def checklist(once: Once, division: str, address: Address, day: date) -> Checklist:
    """Return the checklist of the standard at ``address`` in ``division`` on ``day``."""
    standard = once.dataset.standards[address]
    known = [check for check in once.dataset.checks_of.get((division, address), ()) if check.on <= day]
    latest = {check.name: check for check in known}
    held = {check.name for check in known if check.holds(day)}
    items = tuple(ItemState(item, latest.get(item), item in held) for item in standard.items)
    return Checklist(division, address, day, items, standard.required)
