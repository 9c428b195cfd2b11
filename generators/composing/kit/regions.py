"""Where a division lies, in words."""

from __future__ import annotations

from generators.disclosing.publication import Publication


def region_text(publication: Publication, division: str) -> str:
    """Return 浙江省衢州市开化县: the whole name of a division."""
    names = [each.name for each in publication.ancestors(division)]
    return "".join(reversed([publication.divisions[division].name, *names]))
