"""Maps by status: each division by the most urgent status of its targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS, in_words
from generators.composing.kit.views import StatusView
from generators.composing.maps.drawing import Theme, map_views
from generators.composing.maps.views import MapView, Mark
from generators.languages import gettext, marked
from generators.model.grouping import grouped
from generators.results.figures import Progress, Status

URGENCY: Final = (
    Status.MISSED,
    Status.FAR_BEHIND,
    Status.BEHIND,
    Status.UNREPORTED,
    Status.INCOMPUTABLE,
    Status.ON_PACE,
    Status.NOT_STARTED,
    Status.ACHIEVED,
    Status.NOT_APPLICABLE,
    Status.NO_TARGET,
)
"""The order in which one status stands for several: what is unknown is no better than what is on pace."""

_NO_TARGET: Final = StatusView("none", marked("没有目标"), "·")


def status_maps(
    parts: Parts, progress: Iterable[Progress], title: str, *, has_table: bool = False
) -> tuple[MapView, ...]:
    """Return the maps of the divisions in ``progress``, which has one target of each indicator."""
    statuses = grouped((each.division, each.status) for each in progress)
    marks = {division: _mark(found) for division, found in statuses.items()}
    in_order = sorted(marks.items(), key=lambda item: _KEYS.index(item[1].state.key))
    theme = Theme(title, in_words(_NO_TARGET), gettext("最要紧的状态") if has_table else "")
    return map_views(parts, theme, dict(in_order))


_KEYS: Final = [STATUS_VIEWS[status].key for status in URGENCY]


def _mark(statuses: Sequence[Status]) -> Mark:
    worst = min(statuses, key=URGENCY.index)
    state, count = STATUS_VIEWS[worst], statuses.count(worst)
    text = state.label if len(statuses) == 1 else f"{state.label} {count}/{len(statuses)}"
    return Mark(state, text, state.shape)
