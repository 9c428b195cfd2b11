"""One commitment as the lists show it: who promised what, by when, how far it came, what it brought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generators.composing.commitments.states import CAUSE_TEXT, COMMITMENT_STATE_VIEWS, StepView, steps_of
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import plain
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import views_among
from generators.composing.kit.views import Link, StatusView
from generators.model.commitment import CommitmentStep
from generators.results.commitments import CommitmentStanding

_ORDER: Final = tuple(COMMITMENT_STATE_VIEWS)


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One commitment, ready to print; an empty text says that it has not come to that.

    ``flags`` are said beside the state, ``last_word`` is what was last said of it. The ``sort_`` fields
    are what a column is sorted by.
    """

    text: str
    programme: Link
    division: Link
    by: str
    due: str
    first_due: str
    steps: tuple[StepView, ...]
    state: StatusView
    flags: tuple[str, ...]
    points: str
    earned: str
    last_word: str
    source: Link
    sort_due: str
    sort_earned: str


@dataclass(frozen=True, slots=True)
class DivisionCommitments:
    """The commitments of a township or village, and the pages of their programmes."""

    rows: tuple[CommitmentRow, ...]
    states: tuple[StatusView, ...]
    books: tuple[Link, ...]


def by_attention(standings: Iterable[CommitmentStanding]) -> list[CommitmentStanding]:
    """Return the standings in the order of lists: what needs attention first, then the earliest date."""
    return sorted(standings, key=lambda each: (_ORDER.index(each.state), each.due, each.filed.address))


def commitment_row(parts: Parts, standing: CommitmentStanding) -> CommitmentRow:
    """Return one commitment, ready to print."""
    commitment = standing.filed.commitment
    is_moved = standing.due != commitment.due
    return CommitmentRow(
        text=commitment.text,
        programme=parts.programme_link(commitment.programme),
        division=parts.division_link(standing.filed.division),
        by=commitment.by,
        due=day_text(standing.due),
        first_due=f"原定{day_text(commitment.due)}" if is_moved else "",
        steps=steps_of(standing),
        state=COMMITMENT_STATE_VIEWS[standing.state],
        flags=tuple(_flags(standing)),
        points=plain(commitment.points),
        earned=plain(standing.earned) if standing.earned is not None else "",
        last_word=_last_word(standing),
        source=parts.source_link(commitment.source),
        sort_due=f"{standing.due:%Y%m%d}",
        sort_earned=f"{standing.earned:f}" if standing.earned is not None else "",
    )


def _flags(standing: CommitmentStanding) -> Iterable[str]:
    judged = standing.judged
    if judged is not None and judged.reason is not None:
        yield CAUSE_TEXT[judged.reason]
    if standing.days_late:
        yield f"超期{standing.days_late}天"
    if standing.times_delayed:
        yield f"延期{standing.times_delayed}次"


def _last_word(standing: CommitmentStanding) -> str:
    """Return what was last noted: at its judgement, or on the way there."""
    judged = standing.judged
    if judged is not None and judged.note:
        return judged.note
    reviewed, progress, delayed = (
        standing.last(step)
        for step in (CommitmentStep.REVIEWED, CommitmentStep.PROGRESS, CommitmentStep.DELAYED)
    )
    if progress is not None and progress.progress is not None:
        return progress.progress.note
    if delayed is not None and delayed.delayed is not None:
        return delayed.delayed.reason
    return reviewed.reviewed.note if reviewed is not None and reviewed.reviewed is not None else ""


def states_present(standings: Iterable[CommitmentStanding]) -> tuple[StatusView, ...]:
    """Return the views of the states that occur, in display order."""
    return views_among(COMMITMENT_STATE_VIEWS, {each.state for each in standings})


def book_link(parts: Parts, programme: str) -> Link:
    """Return the name of a programme's commitments, leading to their page."""
    return Link(f"{parts.publication.programmes[programme].short_name}承诺", urls.commitments_of(programme))


def commitments_of_division(parts: Parts, division: str) -> DivisionCommitments | None:
    """Return the commitments of a township or village, all programmes together; ``None`` without any."""
    standings = parts.publication.commitments_by_division.get(division, ())
    if not standings:
        return None
    programmes = dict.fromkeys(each.filed.commitment.programme for each in standings)
    return DivisionCommitments(
        rows=tuple(commitment_row(parts, each) for each in by_attention(standings)),
        states=states_present(standings),
        books=tuple(book_link(parts, programme) for programme in programmes),
    )
