"""Divisions: the county of two townships and four villages that small datasets are about; more townships."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generators.model.division import Division, DivisionKind
from generators.model.record import Place

COUNTY: Final = "county"
EAST: Final = "county/east"
WEST: Final = "county/west"
A: Final = "county/east/a"
B: Final = "county/east/b"
C: Final = "county/west/c"
D: Final = "county/west/d"
VILLAGES: Final = (A, B, C, D)

UPPER_BRIDGE: Final = "yunxi/east-bridge/upper-bridge"
"""A village of the minimal project."""

THIRD_TOWNSHIP: Final = "data/townships/yunxi/third-hill/township.yml"
"""The file of one more township of the minimal project."""

THIRD_VILLAGES: Final = "data/townships/yunxi/third-hill/villages.yml"
"""The file of that township's villages."""


def fictional_division(name: str, kind: DivisionKind, within: str | None) -> Division:
    """Return a fictional division that is called by its id."""
    return Division(name, name, kind, within, fictional=True, place=Place("-"))


def small_county() -> dict[str, Division]:
    """Return the county with its townships and villages, by id; none of their figures is expected yet."""
    villages = (fictional_division(name, DivisionKind.VILLAGE, name.rpartition("/")[0]) for name in VILLAGES)
    return {**county_of((EAST, WEST)), **{each.id: each for each in villages}}


def county_of(townships: Iterable[str]) -> dict[str, Division]:
    """Return the county and ``townships``, each a town of it, by id."""
    towns = (fictional_division(name, DivisionKind.TOWN, COUNTY) for name in townships)
    return {each.id: each for each in (fictional_division(COUNTY, DivisionKind.COUNTY, None), *towns)}


def third_township(filings: str) -> str:
    """Return the file of one more township, with ``targets:`` and ``reports:`` in ``filings``."""
    return f"name: 三岗镇\nkind: town\n{filings}"
