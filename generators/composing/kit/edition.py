"""The offline edition of a site: a folder that is opened without a server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

RELEASE_MARK: Final = "tongbao-release-of-this-edition"
"""Stands on the cover for the name of the release, which is known when all files are made."""


@dataclass(frozen=True, slots=True)
class OfflineEdition:
    """An offline edition; ``made`` is the day of its build."""

    made: date
