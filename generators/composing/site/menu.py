"""The menu: the sections of the site in groups (decisions/022)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generators.composing.kit.section import MenuEntry, Section
from generators.composing.kit.views import Link
from generators.languages import translated
from generators.model.grouping import grouped


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """A group of the menu with at least one section."""

    label: str
    entries: tuple[Link, ...]


def menu_of(sections: Iterable[Section], addresses: Collection[str]) -> tuple[MenuGroup, ...]:
    """Return the menu of the sections with pages at ``addresses``, each group where its first section is."""
    groups = grouped(
        (translated(entry.group) or link.label, (entry, link))
        for entry, link in _entries(sections, addresses)
    )
    return tuple(
        MenuGroup(label, tuple(link for _, link in sorted(entries, key=lambda pair: pair[0].position)))
        for label, entries in groups.items()
    )


def _entries(sections: Iterable[Section], addresses: Collection[str]) -> Iterator[tuple[MenuEntry, Link]]:
    for section in sections:
        if section.menu is not None and section.address in addresses:
            yield section.menu, Link(translated(section.menu.label) or section.words, section.address)
