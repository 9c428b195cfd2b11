"""Where the program and its theme are installed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PROGRAM: Final = Path(__file__).resolve().parent.parent
"""The folder of the installed program."""


def shipped_theme() -> Path:
    """Return the folder of the theme in the installed package, or in the repository if not installed."""
    packed = PROGRAM / "theme"
    return packed if packed.is_dir() else PROGRAM.parent / "theme"
