"""The commitments on the page of a township or village."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.commitments.commitment_table import by_attention, commitment_table
from generators.composing.commitments.states import states_present
from generators.composing.kit import urls
from generators.composing.kit.filed_columns import varying_place_columns
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link, StatusView
from generators.languages import gettext


@dataclass(frozen=True, slots=True)
class DivisionCommitments:
    """The commitments of a township or village, with links to the pages of their programmes."""

    table: TableView
    states: tuple[StatusView, ...]
    books: tuple[Link, ...]


def commitments_of_division(parts: Parts, division: str) -> DivisionCommitments | None:
    """Return the commitments of a division and all below it, of all programmes; ``None`` without any.

    The table has the columns of :func:`varying_place_columns`.
    """
    standings = parts.publication.commitments_by_division.get(division, ())
    if not standings:
        return None
    programmes = dict.fromkeys(each.filed.commitment.programme for each in standings)
    place = varying_place_columns(parts, division, programmes)
    columns = ("text", "state", "due_now", *place, "by", "steps", "earned", "note")
    name = parts.publication.divisions[division].name
    return DivisionCommitments(
        table=parts.once(commitment_table).view(
            by_attention(standings),
            gettext("%(name)s的承诺", name=name),
            columns=columns,
            board="commitments-list",
        ),
        states=states_present(standings),
        books=tuple(book_link(parts, programme) for programme in programmes),
    )


def book_link(parts: Parts, programme: str) -> Link:
    """Return the link to the page of a programme's commitments."""
    return Link(
        gettext("%(short_name)s承诺", short_name=parts.publication.programmes[programme].short_name),
        urls.commitments_of(programme),
    )
