"""What the catalogue of problem codes says of one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """The title and remedy of a problem code, in Chinese."""

    title: str
    remedy: str
