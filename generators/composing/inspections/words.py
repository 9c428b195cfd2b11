"""Texts on inspections: rounds, scores, findings and reach."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, span_text
from generators.composing.kit.numbers import computed, one_decimal, percentage
from generators.composing.kit.statuses import in_words
from generators.composing.kit.views import BarView, Link, StatusView
from generators.composing.ledgers.states import PROBLEM_STATE_VIEWS
from generators.languages import Words, gettext, marked
from generators.model.inspection import Inspection, InspectionKind
from generators.results.inspections import Reach
from generators.results.ledgers import ProblemStanding

INSPECTION_KIND_TEXT: Final = Words(
    {
        InspectionKind.SCHEDULED: marked("定期督查"),
        InspectionKind.UNANNOUNCED: marked("明察暗访"),
        InspectionKind.RETURN: marked("回头看"),
    }
)
_REACHED: Final = StatusView("reached", marked("已走访"), "")
"""The status of the bars of reach: reach has no good or bad status, so it has a tone of its own."""


def round_link(inspection: Inspection) -> Link:
    """Return the link to the page of a round."""
    return Link(inspection.name, urls.inspection(inspection.id))


def round_span(inspection: Inspection) -> str:
    """Return the days of a round, such as 2024年3月4日至8日."""
    if inspection.start == inspection.end:
        return day_text(inspection.start)
    return span_text(inspection.start, inspection.end)


def score_text(score: Decimal | None) -> str:
    """Return a score with at most two decimals; a dash for ``None``."""
    return computed(score) if score is not None else "—"


def findings_text(findings: Sequence[ProblemStanding]) -> str:
    """Return the findings by state, such as 3个：逾期未改1、已销号2, worst first; a dash for none."""
    if not findings:
        return "—"
    states = [each.state for each in findings]
    by_state = gettext("、").join(
        f"{view.label}{states.count(state)}" for state, view in PROBLEM_STATE_VIEWS.items() if state in states
    )
    return gettext("%(number)s个：%(by_state)s", number=len(findings), by_state=by_state)


def reach_bar(reach: Reach) -> BarView | None:
    """Return the share of villages visited as a bar; ``None`` if there is no village."""
    share = reach.share
    if share is None:
        return None
    label = f"{reach.visited}/{reach.villages}"
    description = gettext(
        "%(villages)s个村（社区）走访了%(visited)s个，%(share)s",
        villages=reach.villages,
        visited=reach.visited,
        share=percentage(share),
    )
    return BarView(one_decimal(100 * share), "", label, description, in_words(_REACHED))
