"""Reads ``data/map.geojson``: a feature for each division, each with the place at which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generators.model.area_map import AreaMap
from generators.model.division import Division
from generators.model.grouping import grouped
from generators.model.outline import LEVELS, Outline
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.field_names import probable_name
from generators.reading.maps.json_text import JsonError, JsonText
from generators.reading.maps.rings import GeometryError, polygons_of
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile
from generators.reading.quoting import quoted
from generators.reading.source_text import read_text
from generators.reading.validation import MOST_PROBLEMS

LARGEST_BORDERS: Final = 20 * 1024 * 1024
"""The maximum size of the file, in bytes: some half a million points."""

_CGCS2000: Final = "4490"
_CODE: Final = re.compile(r"[0-9]+|CRS84", re.IGNORECASE)


def read_borders(
    file: ProjectFile, record: AreaMap | None, divisions: Mapping[str, Division]
) -> Outcome[tuple[Outline, ...]]:
    """Return the outlines of a file of borders, described by ``record``, in the order of the file.

    A feature that cannot be used is left out, with one problem: E180 (no usable GeoJSON), E181 (coordinate
    system), E182 (coordinates), E183 (rings), E185 (which division). Raises nothing for what a file says.
    """
    text = read_text(file.location, file.file, LARGEST_BORDERS)
    if text.value is None:
        return Outcome(None, text.problems)
    source = JsonText(text.value, file.file)
    try:
        whole = source.decoded()
    except JsonError as error:
        return Outcome(None, (problem("E180", source.place(error.at), str(error)),))
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or whole.get("type") != "FeatureCollection" or not features:
        detail = "整个文件应为 FeatureCollection，features 里每个区划一项"
        return Outcome(None, (problem("E180", Place(file.file), detail),))
    reader = _Features(source, record or AreaMap(), divisions)
    problems = [*_other_systems(source, whole), *reader.read(features)]
    return Outcome(tuple(reader.outlines), tuple(problems))


def _other_systems(source: JsonText, whole: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield E181 if the file itself names a coordinate system other than CGCS2000."""
    if "crs" not in whole:
        return
    crs = whole["crs"]
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    codes = _CODE.findall(name) if isinstance(name, str) else []
    if not codes or codes[-1] != _CGCS2000:
        detail = f"文件里写的坐标系是{quoted(name)}，不是 CGCS2000（EPSG:{_CGCS2000}）"
        yield problem("E181", source.place_of(0, "crs"), detail)


class _Features:
    """Reads the features of one file."""

    def __init__(self, source: JsonText, record: AreaMap, divisions: Mapping[str, Division]) -> None:
        self._source = source
        self._record = record
        self._known = {
            name: each for name, each in divisions.items() if each.level in LEVELS and each.end is None
        }
        self._ended = {name for name, each in divisions.items() if each.end is not None}
        self._names = grouped((each.name, name) for name, each in self._known.items())
        self._first: dict[str, Place] = {}
        self.outlines: list[Outline] = []

    def read(self, features: list[Any]) -> Iterator[Problem]:
        """Yield a problem for each feature that cannot be used, and keep the outlines of the others."""
        found = 0
        for at, (start, feature) in enumerate(
            zip(self._source.item_starts("features"), features, strict=True), start=1
        ):
            wrong = self._read_one(start, feature)
            if wrong is not None:
                found += 1
                yield wrong
            if found == MOST_PROBLEMS:
                detail = f"问题太多，后面的{len(features) - at}项没有再看"
                yield problem("E180", self._source.place(start), detail)
                return

    def _read_one(self, start: int, feature: Any) -> Problem | None:  # noqa: ANN401 - decoded JSON
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            return problem("E180", self._source.place(start), "features 的每一项应为 Feature")
        key = self._record.division_property
        properties = feature.get("properties")
        named = properties.get(key) if isinstance(properties, dict) else None
        where = self._source.place_of(start, "properties", key)
        division, reason = self._division(named)
        if division is None:
            return problem("E185", where, reason)
        first = self._first.setdefault(division, where)
        if first is not where:
            detail = f"{quoted(named)}在第{first.line}行已有一项；几块地方合写成 MultiPolygon"
            return problem("E185", where, detail)
        try:
            polygons = polygons_of(feature.get("geometry"), is_fictional=self._record.fictional)
        except GeometryError as error:
            flaw = error.flaw
            place = self._source.place_of(start, "geometry", *flaw.path)
            return problem(flaw.code, place, f"{quoted(named)}：{flaw.detail}")
        self.outlines.append(Outline(division, polygons, self._source.place(start)))
        return None

    def _division(self, named: object) -> tuple[str | None, str]:
        """Return the division that a feature names, or why there is none."""
        key = self._record.division_property
        if not isinstance(named, str) or not named.strip():
            return (
                None,
                f"properties 里没有写明区划的“{key}”；名称不同的，在 data/map.yml 写 division_property",
            )
        if named in self._known:
            return named, ""
        if named in self._ended:
            return None, f"{quoted(named)}已经撤销，请换成区划变更以后的边界"
        candidates = self._names.get(named, ())
        if len(candidates) == 1:
            return candidates[0], ""
        if candidates:
            return None, f"{quoted(named)}有{len(candidates)}个，请写标识：{'、'.join(candidates[:3])}"
        near = probable_name(named, tuple(self._known))
        advice = f"；是不是想写 {near}（{self._known[near].name}）？" if near else ""
        return None, f"没有登记{quoted(named)}这个乡镇或县{advice}"
