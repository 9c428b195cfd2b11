"""The full names of divisions."""

from __future__ import annotations

from generators.disclosing.publication import Publication


def region_text(publication: Publication, division: str) -> str:
    """Return the full name of a division, such as 浙江省衢州市开化县."""
    names = [each.name for each in publication.ancestors(division)]
    return "".join(reversed([publication.divisions[division].name, *names]))
