"""The problems on the page of a township or village."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.kit import urls
from generators.composing.kit.filed_columns import varying_place_columns
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Table, TableView
from generators.composing.kit.views import Link, StatusView
from generators.composing.ledgers.problem_table import CLEARANCE, by_urgency, problem_table
from generators.composing.ledgers.states import states_among
from generators.languages import gettext
from generators.results.ledgers import ProblemStanding


@dataclass(frozen=True, slots=True)
class DivisionProblems:
    """The problems of a township or village, most urgent first, with links to their ledgers."""

    table: TableView
    states: tuple[StatusView, ...]
    ledgers: tuple[Link, ...]


def problems_of_division(parts: Parts, division: str) -> DivisionProblems | None:
    """Return the problems of a division and all below it, of all programmes; ``None`` without any.

    The table has the columns of :func:`varying_place_columns`.
    """
    standings = parts.publication.problems_by_division.get(division, ())
    if not standings:
        return None
    programmes = dict.fromkeys(each.filed.entry.programme for each in standings)
    place = varying_place_columns(parts, division, programmes)
    columns = ("title", "state", "due", *place, "office", "found", "days_open", *CLEARANCE)
    name = parts.publication.divisions[division].name
    return DivisionProblems(
        table=parts.once(_table).view(
            by_urgency(standings), gettext("%(name)s的问题台账", name=name), columns=columns, board="ledger"
        ),
        states=states_among(each.state for each in standings),
        ledgers=tuple(ledger_link(parts, programme) for programme in programmes),
    )


def _table(parts: Parts) -> Table[ProblemStanding]:
    return problem_table(parts, prints_across=True)


def ledger_link(parts: Parts, programme: str) -> Link:
    """Return the link to the page of a programme's ledger."""
    return Link(
        gettext("%(short_name)s问题台账", short_name=parts.publication.programmes[programme].short_name),
        urls.ledger(programme),
    )
