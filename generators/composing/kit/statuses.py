"""Words and shapes of statuses; these carry the meaning, colours only repeat it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeVar

from generators.composing.kit.numbers import one_decimal, percentage
from generators.composing.kit.views import StatusView, TallyItem
from generators.languages import translated
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


def in_words(view: StatusView) -> StatusView:
    """Return the view with its label in the language of the edition; Chinese is as it is written."""
    label = translated(view.label)
    return view if label == view.label else replace(view, label=label)


State = TypeVar("State")


class StateViews(Mapping[State, StatusView]):
    """The views of states in display order, their labels in the language of the edition."""

    def __init__(self, views: Mapping[State, StatusView]) -> None:
        """Keep ``views``, whose labels are marked with :func:`marked`, in their order."""
        self._views = dict(views)

    def __getitem__(self, state: State) -> StatusView:
        """Return the view of a state; raises ``KeyError`` without one."""
        return in_words(self._views[state])

    def __iter__(self) -> Iterator[State]:
        """Yield the states in their order."""
        return iter(self._views)

    def __len__(self) -> int:
        """Return the number of states."""
        return len(self._views)


STATUS_VIEWS: Final = StateViews(
    {status: StatusView(status.value, label, _SHAPES[status]) for status, label in STATUS_TEXT.items()}
)
"""All statuses in display order, the most urgent first."""

NEEDS_ATTENTION: Final = (Status.MISSED, Status.FAR_BEHIND, Status.BEHIND)
"""The statuses of targets that are late."""

UNKNOWN: Final = (Status.UNREPORTED, Status.INCOMPUTABLE)
"""The statuses of targets without a known value."""


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
