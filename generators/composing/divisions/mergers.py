"""The mergers of a division, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link


@dataclass(frozen=True, slots=True)
class MergerView:
    """The division that this one was merged into, an empty link if it exists, and those merged into it."""

    into: Link
    on: str
    absorbed: tuple[tuple[Link, str], ...]


def merger_view(parts: Parts, division: str) -> MergerView:
    """Return the mergers of ``division``."""
    publication = parts.publication
    found = publication.divisions[division]
    has_left = found.merged is not None and not found.exists_on(publication.as_of)
    return MergerView(
        into=parts.division_link(found.successor) if has_left and found.successor else Link(""),
        on=day_text(found.merged.on) if found.merged is not None else "",
        absorbed=tuple(
            (parts.division_link(each.id), day_text(each.merged.on))
            for each in publication.absorbed.get(division, ())
            if each.merged is not None
        ),
    )
