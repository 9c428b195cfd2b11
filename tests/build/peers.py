"""Townships of one county with the same target, to be compared with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from generators.model.dataset import Dataset
from generators.model.division import DivisionKind
from generators.model.indicator import Indicator
from generators.model.report import Value
from generators.model.scalars import Disclosure
from tests.build import figures
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, county_of, fictional_division
from tests.build.programmes import programme
from tests.build.rankings import township

DAY: Final = date(2017, 4, 20)
"""After the due day: 20 is met, less is missed."""


def county_with(
    values: Sequence[Value | int],
    *,
    indicator: Indicator | None = None,
    hidden: int | None = None,
    rural: int = 0,
) -> Dataset:
    """Return townships with these values and the target 20; the last ``rural`` of them are 乡, not 镇.

    The report of the one at ``hidden`` is internal. The indicator counts things unless one is given.
    """
    names = [township(at) for at in range(len(values))]
    reports = [
        figures.report("2017-03", value, division=name, on=date(2017, 4, 1))
        for name, value in zip(names, values, strict=True)
    ]
    if hidden is not None:
        shown = reports[hidden]
        reports[hidden] = replace(shown, report=shown.report.detached(disclosure=Disclosure.INTERNAL))
    targets = tuple(figures.target(20, division=name) for name in names)
    main = indicator if indicator is not None else figures.indicator()
    small = dataset(programme({"main": main}), reports=reports, targets=targets)
    divisions = county_of(names)
    for name in names[len(names) - rural :]:
        divisions[name] = fictional_division(name, DivisionKind.TOWNSHIP, COUNTY)
    return replace(small, divisions=divisions)
