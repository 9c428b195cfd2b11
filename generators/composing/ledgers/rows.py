"""One problem of the ledger as the lists show it: what, where, who, by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import views_among
from generators.composing.kit.views import Link, StatusView
from generators.composing.ledgers.states import PROBLEM_STATE_VIEWS
from generators.results.ledgers import ProblemStanding, ProblemState

_ORDER: Final = tuple(PROBLEM_STATE_VIEWS)


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem, ready to print; an empty text says that it has not come to that.

    The ``sort_`` fields are what a column is sorted by. ``lateness`` and ``reopened`` are said beside
    the state, ``extended`` beside the due date; both of these with the latest reason.
    """

    title: str
    category: str
    programme: Link
    division: Link
    found: str
    found_by: str
    office: str
    due: str
    state: StatusView
    lateness: str
    reopened: str
    extended: str
    days_open: int
    rectified: str
    note: str
    verified: str
    verified_by: str
    evidence: str
    source: Link
    sort_found: str
    sort_due: str
    sort_rectified: str
    sort_verified: str


def by_urgency(standings: Iterable[ProblemStanding]) -> list[ProblemStanding]:
    """Return the standings in the order of lists: worst state first, then the earliest due date."""
    return sorted(
        standings,
        key=lambda each: (
            _ORDER.index(each.state),
            each.due or date.max,
            each.found,
            each.filed.address,
        ),
    )


def problem_row(parts: Parts, standing: ProblemStanding) -> ProblemRow:
    """Return one problem, ready to print."""
    entry = standing.filed.entry
    beginning = standing.events[0].found
    rectified, verified = standing.rectified, standing.verified
    return ProblemRow(
        title=entry.title,
        category=entry.category,
        programme=parts.programme_link(entry.programme),
        division=parts.division_link(standing.filed.division),
        found=day_text(standing.found),
        found_by=beginning.by if beginning is not None else "",
        office=standing.office,
        due=day_text(standing.due) if standing.due is not None else "",
        state=PROBLEM_STATE_VIEWS[standing.state],
        lateness=f"超期{standing.days_late}天" if standing.days_late else "",
        reopened=_told(
            "回头看", [each.reopened.reason for each in standing.events if each.reopened is not None]
        ),
        extended=_told(
            "延期", [each.extended.reason for each in standing.events if each.extended is not None]
        ),
        days_open=standing.days_open,
        rectified=day_text(rectified.on) if rectified is not None else "",
        note=rectified.note if rectified is not None else "",
        verified=day_text(verified.on) if verified is not None else "",
        verified_by=verified.by if verified is not None else "",
        evidence=verified.evidence if verified is not None else "",
        source=parts.source_link(entry.source),
        sort_found=_sortable(standing.found),
        sort_due=_sortable(standing.due),
        sort_rectified=_sortable(rectified.on if rectified is not None else None),
        sort_verified=_sortable(verified.on if verified is not None else None),
    )


def _told(what: str, reasons: Sequence[str]) -> str:
    """Return ``延期2次：连续降雨`` with the latest reason, nothing where it never happened."""
    return f"{what}{len(reasons)}次：{reasons[-1]}" if reasons else ""


def _sortable(day: date | None) -> str:
    """Return a day as a number, for a column of dates sorts by number; nothing as nothing."""
    return f"{day:%Y%m%d}" if day is not None else ""


@dataclass(frozen=True, slots=True)
class DivisionProblems:
    """The problems of a township or village, worst first, and where their ledgers are."""

    rows: tuple[ProblemRow, ...]
    states: tuple[StatusView, ...]
    ledgers: tuple[Link, ...]


def problems_of_division(parts: Parts, division: str) -> DivisionProblems | None:
    """Return the problems found in a township or village, all programmes together; ``None`` without any."""
    standings = parts.publication.problems_by_division.get(division, ())
    if not standings:
        return None
    present = {each.state for each in standings}
    programmes = dict.fromkeys(each.filed.entry.programme for each in standings)
    return DivisionProblems(
        rows=tuple(problem_row(parts, each) for each in by_urgency(standings)),
        states=states_among(present),
        ledgers=tuple(ledger_link(parts, programme) for programme in programmes),
    )


def states_among(present: Iterable[ProblemState]) -> tuple[StatusView, ...]:
    """Return the views of the states that are ``present``, in display order."""
    return views_among(PROBLEM_STATE_VIEWS, frozenset(present))


def ledger_link(parts: Parts, programme: str) -> Link:
    """Return the name of a programme's ledger, leading to its page."""
    return Link(f"{parts.publication.programmes[programme].short_name}问题台账", urls.ledger(programme))
