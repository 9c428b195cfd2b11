"""The map of a ranking: each division by the class of its rank, or why it has none."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import in_words
from generators.composing.kit.views import StatusView
from generators.composing.maps.classes import class_states
from generators.composing.maps.drawing import Theme, map_views
from generators.composing.maps.views import MapView, Mark
from generators.languages import gettext, marked
from generators.results.rankings import PeriodRanking

_NOT_RANKED: Final = StatusView("none", marked("不参加排名"), "·")
_INSUFFICIENT: Final = StatusView("unreported", marked("数据不足"), "?")
_VETOED: Final = StatusView("missed", marked("一票否决"), "✕")


def rank_maps(parts: Parts, period: PeriodRanking) -> tuple[MapView, ...]:
    """Return the maps of the divisions of a period, the best ranks darkest."""
    texts = {each.division: gettext("第%(rank)s名", rank=each.rank) for each in period.ranked}
    ranks = {name: Decimal(rank) for name, rank in period.ranks.items()}
    states = class_states(ranks, texts, is_smallest_darkest=True)
    marks = {name: Mark(states[name], texts[name], str(rank)) for name, rank in period.ranks.items()}
    for scores, state in ((period.insufficient, in_words(_INSUFFICIENT)), (period.vetoed, in_words(_VETOED))):
        marks |= {each.division: Mark(state, state.label, state.shape) for each in scores}
    return map_views(parts, Theme(gettext("名次"), in_words(_NOT_RANKED)), marks)
