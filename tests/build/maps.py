"""Maps for tests: borders as outlines and as GeoJSON, and a county of some townships to show on one."""

from __future__ import annotations

import json
from array import array
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from generators.composing.kit.parts import Parts
from generators.disclosing import Audience
from generators.model.area_map import AreaMap
from generators.model.indicator import IndicatorKind
from generators.model.outline import Outline, Ring
from generators.model.record import Place
from generators.model.report import FiledReport, Value
from generators.model.scalars import Disclosure
from tests.build.datasets import dataset
from tests.build.divisions import county_of
from tests.build.figures import indicator, report, target
from tests.build.programmes import programme
from tests.build.publications import disclosed

MAP_FILE: Final = "data/map.yml"
BORDERS_FILE: Final = "data/map.geojson"

DESCRIBED: Final = "coordinate_system: cgcs2000\nsource: {document: plan, at: 附图}\nlicence: 虚构的数据\n"
INVENTED: Final = f"{DESCRIBED}fictional: true\n"

Points = Sequence[Sequence[float]]


def square(west: float, south: float, size: float = 1) -> Points:
    """Return the closed ring of a square."""
    east, north = west + size, south + size
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def ring(points: Points) -> Ring:
    """Return points as the ring of an outline."""
    return array("d", [number for point in points for number in point])


def outline(division: str, *rings: Points) -> Outline:
    """Return an outline of polygons without holes."""
    return Outline(division, tuple((ring(each),) for each in rings), Place(BORDERS_FILE))


def row_of(divisions: Iterable[str], west: float = 0) -> tuple[Outline, ...]:
    """Return squares of one degree in a row, each beside the one before."""
    return tuple(outline(name, square(west + at, 0)) for at, name in enumerate(divisions))


def feature(division: object, geometry: object, key: str = "division") -> dict[str, Any]:
    """Return a feature of GeoJSON."""
    return {"type": "Feature", "properties": {key: division}, "geometry": geometry}


def polygon(*rings: object) -> dict[str, Any]:
    """Return a polygon of GeoJSON; anything can stand for a ring."""
    return {"type": "Polygon", "coordinates": list(rings)}


def collection(*features: object, **more: object) -> str:
    """Return a file of features, each on a line of its own from the second."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    rest = "".join(f', "{key}": {json.dumps(value)}' for key, value in more.items())
    return f'{{"type": "FeatureCollection"{rest}, "features": [\n{lines}\n]}}\n'


def area_map(**fields: object) -> AreaMap:
    """Return the record of a map."""
    return AreaMap.model_validate({"coordinate_system": "cgcs2000", "licence": "虚构", **fields})


TOWNS: Final = tuple(f"county/town-{number}" for number in range(1, 7))
"""The townships of the county that a map is of."""

MAP_DAY: Final = date(2017, 3, 1)


def mapped(  # noqa: PLR0913 - whatever a map depends on
    values: Mapping[str, Value | int] | Mapping[str, bool],
    *,
    kind: IndicatorKind = IndicatorKind.LEVEL,
    goal: int | None = None,
    record: AreaMap | None = None,
    outlines: Sequence[Outline] = (),
    audience: Audience = Audience.PUBLIC,
    internal: Container[str] = (),
) -> Parts:
    """Return the parts of a county whose townships reported ``values``; each has ``goal`` as its target.

    The reports of those in ``internal`` are internal.
    """
    given = dataset(
        programme({"main": indicator(kind)}),
        reports=[
            _as_internal(filed) if filed.division in internal else filed
            for filed in (report("2017-02", value, division=name) for name, value in values.items())
        ],
        targets=[target(goal, division=name) for name in values] if goal is not None else (),
    )
    divisions = county_of(TOWNS)
    return Parts(
        disclosed(
            replace(given, divisions=divisions, area_map=record, outlines=tuple(outlines)), MAP_DAY, audience
        )
    )


def _as_internal(filed: FiledReport) -> FiledReport:
    return replace(filed, report=filed.report.detached(disclosure=Disclosure.INTERNAL))
