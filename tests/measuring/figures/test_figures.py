"""What is measured once for several windows."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from generators.measuring.computing import figures_at
from generators.measuring.figures import figures as module
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.window import Window
from generators.measuring.once import Once
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from tests.build.project import SHILI_DAY

WINDOW: Final = Window(date(2026, 7, 1), date(2026, 8, 31))


def _figures(dataset: Dataset) -> Figures:
    cutoffs = {
        programme.id: Cutoff.until(SHILI_DAY, programme.observed_until)
        for programme in dataset.programmes.values()
    }
    return figures_at(Once(dataset), cutoffs)


def test_a_window_changes_no_value_that_is_said_not_to_depend_on_it(
    shili: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = _figures(shili)
    said = {address: shared.once(module.depends_on_window, address) for address in shili.indicators}
    monkeypatch.setattr(module, "depends_on_window", lambda *_: True)
    each = _figures(shili)
    changes: dict[bool, int] = {True: 0, False: 0}
    for address, depends in said.items():
        for division in shili.divisions:
            changes[depends] += each.measured(division, address, WINDOW) != each.measured(division, address)
    assert changes[False] == 0
    assert changes[True] > 0
    assert {*said.values()} == {True, False}


def test_what_depends_on_no_window_is_measured_once(shili: Dataset) -> None:
    figures = _figures(shili)
    level = next(
        address
        for address, indicator in shili.indicators.items()
        if indicator.kind is IndicatorKind.LEVEL and not indicator.derived and not indicator.computed
    )
    division = next(name for name, address in shili.observations if address == level)
    assert figures.measured(division, level, WINDOW) is figures.measured(division, level)
