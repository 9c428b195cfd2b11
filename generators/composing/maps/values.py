"""Maps by value: each division by the class of its value of one indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from generators.composing.kit.parts import Parts
from generators.composing.kit.views import FigureView, StatusView
from generators.composing.maps.classes import class_state, classes_of
from generators.composing.maps.drawing import Theme, map_views
from generators.composing.maps.views import MapView, Mark
from generators.model.address import Address
from generators.results.figures import MISSING_TEXT, Measured

_NO_FIGURE: Final = StatusView("none", "没有这项数", "·")
_UNKNOWN_SHAPE: Final = "?"
_FLAGS: Final = {True: ("flag-yes", "✓"), False: ("flag-no", "✕")}


def value_maps(parts: Parts, address: Address, divisions: Iterable[str]) -> tuple[MapView, ...]:
    """Return the maps of an indicator in ``divisions``, by what the audience sees of its values."""
    values = parts.publication.values_by_indicator.get(address, {})
    measured = {name: values[name] for name in divisions if name in values}
    theme = Theme(
        parts.publication.indicators[address].name,
        "数值",
        Mark(_NO_FIGURE, _NO_FIGURE.label, _NO_FIGURE.label),
        has_table=True,
    )
    return map_views(parts, theme, _marks(parts, address, measured))


def _marks(parts: Parts, address: Address, measured: Mapping[str, Measured]) -> dict[str, Mark]:
    """Return the mark of each division, classes first, from the smallest values."""
    figures = {name: parts.measured_figure(address, each) for name, each in measured.items()}
    numbers = {name: each.value for name, each in measured.items() if isinstance(each.value, Decimal)}
    in_order = sorted(numbers, key=lambda name: numbers[name])
    states = marked_classes(numbers, {name: figures[name].text for name in numbers})
    marks = {name: Mark(states[name], figures[name].text, figures[name]) for name in in_order}
    for name, each in measured.items():
        if name not in marks:
            marks[name] = _mark(each, figures[name])
    return marks


def marked_classes(values: Mapping[str, Decimal], texts: Mapping[str, str]) -> Mapping[str, StatusView]:
    """Return the state of each division by the class of its value, labelled by the texts of the values."""
    classes = classes_of(values)
    in_order = sorted(values, key=lambda name: values[name])
    ends: dict[int, tuple[str, str]] = {}
    for name in in_order:
        first, _ = ends.setdefault(classes[name], (texts[name], texts[name]))
        ends[classes[name]] = (first, texts[name])
    return {name: class_state(classes[name], *ends[classes[name]]) for name in in_order}


def _mark(measured: Measured, figure: FigureView) -> Mark:
    if isinstance(measured.value, bool):
        key, shape = _FLAGS[measured.value]
        return Mark(StatusView(key, figure.text, shape), figure.text, figure)
    text = MISSING_TEXT[measured.state]
    return Mark(StatusView(measured.state.value, text, _UNKNOWN_SHAPE), text, figure)
