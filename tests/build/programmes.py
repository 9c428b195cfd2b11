"""Programmes: ``example`` as a record, and one more of the minimal project as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from generators.model.indicator import Indicator
from generators.model.programme import Programme, ProgrammePeriod
from tests.build.divisions import COUNTY

PROGRAMME: Final = "example"

CLEAR_STREAM: Final = "data/programmes/clear-stream.yml"
"""The file of the minimal project's own programme."""

SECOND_PROGRAMME: Final = "data/programmes/second.yml"
"""The file of one more programme of the minimal project."""


def programme(
    indicators: Mapping[str, Indicator],
    *,
    starts: date | None = None,
    observed_until: date | None = None,
) -> Programme:
    """Return the programme ``example`` of the county; without ``starts`` its period is left open."""
    return Programme(
        id=PROGRAMME,
        name="示例工作",
        short_name="示例",
        owner=COUNTY,
        office="示例",
        summary="示例",
        period=None if starts is None else ProgrammePeriod(start=starts),
        observed_until=observed_until,
        sources=("example",),
        indicators=dict(indicators),
    )


def second_programme(rest: str) -> str:
    """Return the file of one more programme, with ``indicators:`` and whatever else in ``rest``."""
    return (
        "id: second\nname: 第二项工作\nshort_name: 第二项\nowner: yunxi\noffice: 云溪县示例办公室\n"
        f"summary: 只用来检验定义。\nsources: [plan]\n{rest}"
    )
