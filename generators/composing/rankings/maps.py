"""The map of a ranking: each division by the class of its rank, or why it has none."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.kit.views import StatusView
from generators.composing.maps.drawing import Theme, map_views
from generators.composing.maps.values import marked_classes
from generators.composing.maps.views import MapView, Mark
from generators.results.rankings import PeriodRanking

_NOT_RANKED: Final = StatusView("none", "不参加排名", "·")
_INSUFFICIENT: Final = StatusView("unreported", "数据不足", "?")
_VETOED: Final = StatusView("missed", "一票否决", "✕")


def rank_maps(parts: Parts, period: PeriodRanking) -> tuple[MapView, ...]:
    """Return the maps of the divisions of a period, the best ranks darkest."""
    texts = {each.division: f"第{each.rank}名" for each in period.ranked}
    states = marked_classes({each.division: Decimal(-each.rank) for each in period.ranked}, texts)
    marks = {name: Mark(states[name], texts[name], texts[name]) for name in texts}
    for scores, state in ((period.insufficient, _INSUFFICIENT), (period.vetoed, _VETOED)):
        marks |= {each.division: Mark(state, state.label, state.label) for each in scores}
    theme = Theme("名次", "名次", Mark(_NOT_RANKED, _NOT_RANKED.label, _NOT_RANKED.label))
    return map_views(parts, theme, marks)
