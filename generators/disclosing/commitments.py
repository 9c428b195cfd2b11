"""Books of visible commitments; what they add up to is counted anew from these alone."""

from __future__ import annotations

from collections.abc import Mapping

from generators.disclosing.admission import Admission
from generators.measuring.commitments import book_of
from generators.results.commitments import CommitmentBook


def visible_books(admission: Admission, books: Mapping[str, CommitmentBook]) -> dict[str, CommitmentBook]:
    """Return by programme the books of which the audience sees anything."""
    if admission.is_whole:
        return dict(books)
    found: dict[str, CommitmentBook] = {}
    for programme, book in books.items():
        if not admission.programme(programme):
            continue
        visible = [each for each in book.standings if admission.admits(each.filed.commitment.disclosure)]
        if visible:
            is_whole = len(visible) == len(book.standings)
            divisions = admission.dataset.divisions
            found[programme] = book_of(programme, book.day, visible, divisions, is_whole=is_whole)
    return found
