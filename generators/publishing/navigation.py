"""The menu as MkDocs wants it."""

from __future__ import annotations

from typing import TypeAlias

from generators.rendering import RenderedSite

_Entry: TypeAlias = dict[str, str]
"""A label and the Markdown file it leads to."""


def navigation_of(site: RenderedSite) -> list[_Entry | dict[str, list[_Entry]]]:
    """Return the menu in MkDocs' form; a group of one section is that section."""
    menu: list[_Entry | dict[str, list[_Entry]]] = []
    for group in site.menu:
        entries = [{link.label: link.href} for link in group.entries]
        if len(entries) > 1:
            menu.append({group.label: entries})
        else:
            menu.extend(entries)
    return menu
