"""Visible commitments, with counts of these alone."""

from __future__ import annotations

from collections.abc import Mapping

from generators.measuring.commitments import book_of
from generators.model.visibility import Visibility
from generators.results.commitments import CommitmentBook


def visible_books(visibility: Visibility, books: Mapping[str, CommitmentBook]) -> dict[str, CommitmentBook]:
    """Return by programme the books with visible commitments."""
    if visibility.is_whole:
        return dict(books)
    found: dict[str, CommitmentBook] = {}
    for programme, book in books.items():
        visible = [each for each in book.standings if visibility.filed(each.filed.commitment)]
        if visible:
            is_whole = len(visible) == len(book.standings)
            divisions = visibility.register.divisions
            found[programme] = book_of(programme, book.day, visible, divisions, is_whole=is_whole)
    return found
