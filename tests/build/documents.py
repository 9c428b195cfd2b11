"""Documents of the minimal project: pages with front matter."""

from __future__ import annotations

from typing import Final

ABOUT: Final = "content/about.md"
"""The file of a free page."""


def free_page(body: str, front: str = "title: 关于本站\n") -> str:
    """Return a page with front matter."""
    return f"---\n{front}---\n\n{body}\n"
