"""Maps by value: each division by the class of its value of one indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import in_words
from generators.composing.kit.views import StatusView
from generators.composing.maps.classes import class_states
from generators.composing.maps.drawing import Theme, map_views
from generators.composing.maps.views import MapView, Mark
from generators.languages import marked
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.results.figures import MISSING_TEXT, Measured

_NO_FIGURE: Final = StatusView("none", marked("没有这项数"), "·")
_UNKNOWN_SHAPE: Final = "?"
_LONGEST_SIGN: Final = 6
_FLAGS: Final = {True: ("flag-yes", "✓"), False: ("flag-no", "✕")}


def value_maps(parts: Parts, address: Address, divisions: Iterable[str]) -> tuple[MapView, ...]:
    """Return the maps of an indicator in ``divisions``, by what the audience sees of its values."""
    values = parts.publication.values_by_indicator.get(address, {})
    levels = grouped((parts.publication.divisions[name].level, name) for name in divisions if name in values)
    marks: dict[str, Mark] = {}
    for names in levels.values():  # a county has other values than its townships, so classes of its own
        marks |= _marks(parts, address, {name: values[name] for name in names})
    theme = Theme(
        parts.publication.indicators[address].name,
        in_words(_NO_FIGURE),
    )
    return map_views(parts, theme, marks)


def _marks(parts: Parts, address: Address, measured: Mapping[str, Measured]) -> dict[str, Mark]:
    """Return the mark of each division, classes first, from the smallest values."""
    figures = {name: parts.measured_figure(address, each) for name, each in measured.items()}
    texts = {name: figure.text for name, figure in figures.items()}
    numbers = {name: each.value for name, each in measured.items() if isinstance(each.value, Decimal)}
    states = {
        **class_states(numbers, texts),
        **{name: _state(each, texts[name]) for name, each in measured.items() if name not in numbers},
    }
    return {name: Mark(state, texts[name], _sign(state, texts[name])) for name, state in states.items()}


def _state(measured: Measured, text: str) -> StatusView:
    """Return the state of a flag, or of a value that is not known."""
    if isinstance(measured.value, bool):
        key, shape = _FLAGS[measured.value]
        return StatusView(key, text, shape)
    return StatusView(measured.state.value, MISSING_TEXT[measured.state], _UNKNOWN_SHAPE)


def _sign(state: StatusView, text: str) -> str:
    return text if state.key.startswith("class-") and len(text) <= _LONGEST_SIGN else state.shape
