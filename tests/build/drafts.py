"""Drafts of the example county's circulars, and the county with them among its bulletins."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generators.drafting.circulars.circular import CircularOrder
from tests.build.project import SHILI, write_files

ORDERS: Final = (
    CircularOrder("shili-double", "2026-W40"),
    CircularOrder("shili-1357", "2026-Q3"),
    CircularOrder("shili-five-star", "2025"),
)
"""A week, a quarter and a year."""

FIRST_NUMBER: Final = 5
"""The number that each draft was given; in the project they follow one another."""


def copy_shili_with(drafts: Iterable[str], folder: Path) -> Path:
    """Copy the example county to ``folder``, with ``drafts`` numbered among its bulletins; return that."""
    project = Path(shutil.copytree(SHILI, folder))
    for number, text in enumerate(drafts, FIRST_NUMBER):
        numbered = text.replace("number: 5\ntotal: 6\n", f"number: {number}\ntotal: {number + 1}\n")
        write_files(project, {f"content/bulletins/shili-circular/2026/{number}.md": numbered})
    return project
