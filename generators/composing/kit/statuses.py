"""Words and shapes of statuses; these carry the meaning, colours only repeat it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeVar

from generators.composing.kit.numbers import one_decimal, percentage
from generators.composing.kit.views import StatusView, TallyItem
from generators.results.figures import STATUS_TEXT, Status

_SHAPES: Final = MappingProxyType(
    {
        Status.MISSED: "✕",
        Status.FAR_BEHIND: "▼",
        Status.BEHIND: "▽",
        Status.ON_PACE: "▲",
        Status.ACHIEVED: "✓",
        Status.NOT_STARTED: "◌",
        Status.UNREPORTED: "?",
        Status.INCOMPUTABLE: "÷",
        Status.NOT_APPLICABLE: "—",
        Status.NO_TARGET: "·",
    }
)

STATUS_VIEWS: Final[Mapping[Status, StatusView]] = MappingProxyType(
    {status: StatusView(status.value, label, _SHAPES[status]) for status, label in STATUS_TEXT.items()}
)
"""All statuses in display order, the most urgent first."""

NEEDS_ATTENTION: Final = (Status.MISSED, Status.FAR_BEHIND, Status.BEHIND)
"""The statuses of targets that are late."""

UNKNOWN: Final = (Status.UNREPORTED, Status.INCOMPUTABLE)
"""The statuses of targets without a known value."""


State = TypeVar("State")


def views_among(views: Mapping[State, StatusView], present: Container[State]) -> tuple[StatusView, ...]:
    """Return the views of the states that are ``present``, in display order."""
    return tuple(view for state, view in views.items() if state in present)


def state_tally(
    views: Mapping[State, StatusView], counts: Mapping[State, int], total: int
) -> tuple[TallyItem, ...]:
    """Return the counts by state with their shares of ``total``, in display order, without counts of 0."""
    return tuple(
        TallyItem(view, counts[state], one_decimal(100 * counts[state], total))
        for state, view in views.items()
        if counts[state]
    )


def _share(part: int, whole: int) -> str:
    return percentage(Decimal(part) / whole).removesuffix("%")


def tally(statuses: Iterable[Status]) -> tuple[TallyItem, ...]:
    """Return the counts by status with their shares, in display order, without counts of 0."""
    found = list(statuses)
    return tuple(
        TallyItem(view, found.count(status), _share(found.count(status), len(found)))
        for status, view in STATUS_VIEWS.items()
        if status in found
    )
