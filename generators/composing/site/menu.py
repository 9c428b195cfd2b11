"""The menu: sections only (DESIGN §5), in groups; everything else is reached from them and by search."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generators.composing.kit.section import MenuEntry, Section
from generators.composing.kit.views import Link
from generators.model.grouping import grouped


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """Sections that stand together in the menu, at least one."""

    label: str
    entries: tuple[Link, ...]


def menu_of(sections: Iterable[Section], addresses: Collection[str]) -> tuple[MenuGroup, ...]:
    """Return the menu of a site that has pages at ``addresses``; groups come as their first sections do."""
    groups = grouped(
        (entry.group or link.label, (entry, link)) for entry, link in _entries(sections, addresses)
    )
    return tuple(
        MenuGroup(label, tuple(link for _, link in sorted(entries, key=lambda pair: pair[0].position)))
        for label, entries in groups.items()
    )


def _entries(sections: Iterable[Section], addresses: Collection[str]) -> Iterator[tuple[MenuEntry, Link]]:
    for section in sections:
        if section.menu is not None and section.address in addresses:
            yield section.menu, Link(section.menu.label or section.title, section.address)
