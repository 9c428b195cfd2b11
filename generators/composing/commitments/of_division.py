"""The commitments on the page of a township or village."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.commitments.commitment_table import by_attention, commitment_table
from generators.composing.commitments.states import states_present
from generators.composing.kit import urls
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link, StatusView


@dataclass(frozen=True, slots=True)
class DivisionCommitments:
    """The commitments of a township or village, with links to the pages of their programmes."""

    table: TableView
    states: tuple[StatusView, ...]
    books: tuple[Link, ...]


def commitments_of_division(parts: Parts, division: str) -> DivisionCommitments | None:
    """Return the commitments of a division and all below it, of all programmes; ``None`` without any.

    If there are divisions below it, the table has a column for the division of each commitment.
    """
    standings = parts.publication.commitments_by_division.get(division, ())
    if not standings:
        return None
    programmes = dict.fromkeys(each.filed.commitment.programme for each in standings)
    place = ("division",) if parts.publication.children.get(division) else ()
    work = ("programme",) if len(programmes) > 1 else ()
    columns = ("text", "state", "due_now", *place, *work, "by", "steps", "earned", "note")
    name = parts.publication.divisions[division].name
    return DivisionCommitments(
        table=commitment_table(parts).view(
            by_attention(standings), f"{name}的承诺", columns=columns, board="commitments-list"
        ),
        states=states_present(standings),
        books=tuple(book_link(parts, programme) for programme in programmes),
    )


def book_link(parts: Parts, programme: str) -> Link:
    """Return the link to the page of a programme's commitments."""
    return Link(f"{parts.publication.programmes[programme].short_name}承诺", urls.commitments_of(programme))
