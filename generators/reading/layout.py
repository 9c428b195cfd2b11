"""The layout of a project: the purpose of each file, determined by its path."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from fnmatch import fnmatchcase
from typing import Final

from generators.reading.project_files import ProjectFile


class Purpose(Enum):
    """The purpose of a file: which kind of content it has."""

    SITE = auto()
    SOURCES = auto()
    SERIES = auto()
    DIVISIONS = auto()
    MAP = auto()
    BORDERS = auto()
    CORRECTIONS = auto()
    ADJUSTMENTS = auto()
    ALLOWED = auto()
    TERMS = auto()
    IMPORT = auto()
    CLOSED = auto()
    INSPECTION = auto()
    PROGRAMME = auto()
    COUNTY = auto()
    COUNTY_VILLAGES = auto()
    TOWNSHIP = auto()
    TOWNSHIP_VILLAGES = auto()
    TOWNSHIP_PROBLEMS = auto()
    TOWNSHIP_COMMITMENTS = auto()
    TOWNSHIP_REMARKS = auto()
    BULLETIN = auto()
    CASE = auto()
    PAGE = auto()
    ATTACHMENT = auto()
    MISPLACED = auto()


_LAYOUT: Final = (
    ("data/site.yml", Purpose.SITE),
    ("data/sources.yml", Purpose.SOURCES),
    ("data/series.yml", Purpose.SERIES),
    ("data/divisions.yml", Purpose.DIVISIONS),
    ("data/map.yml", Purpose.MAP),
    ("data/map.geojson", Purpose.BORDERS),
    ("data/corrections.yml", Purpose.CORRECTIONS),
    ("data/adjustments.yml", Purpose.ADJUSTMENTS),
    ("data/allowed.yml", Purpose.ALLOWED),
    ("data/terms.yml", Purpose.TERMS),
    ("data/closed/chain.jsonl", Purpose.CLOSED),
    ("data/closed/*/*.jsonl", Purpose.CLOSED),
    ("data/programmes/*.yml", Purpose.PROGRAMME),
    ("data/imports/*.yml", Purpose.IMPORT),
    ("data/inspections/*.yml", Purpose.INSPECTION),
    ("data/townships/*/county.yml", Purpose.COUNTY),
    ("data/townships/*/villages.yml", Purpose.COUNTY_VILLAGES),
    ("data/townships/*/*/township.yml", Purpose.TOWNSHIP),
    ("data/townships/*/*/villages.yml", Purpose.TOWNSHIP_VILLAGES),
    ("data/townships/*/*/problems.yml", Purpose.TOWNSHIP_PROBLEMS),
    ("data/townships/*/*/commitments.yml", Purpose.TOWNSHIP_COMMITMENTS),
    ("data/townships/*/*/remarks.yml", Purpose.TOWNSHIP_REMARKS),
    ("content/bulletins/*/*/*.md", Purpose.BULLETIN),
    ("content/cases/*.md", Purpose.CASE),
)
"""The paths of each purpose; ``*`` matches any one name."""

_SHAPES: Final = tuple((tuple(pattern.split("/")), purpose) for pattern, purpose in _LAYOUT)


def _fits(parts: tuple[str, ...], shape: tuple[str, ...]) -> bool:
    return len(parts) == len(shape) and all(map(fnmatchcase, parts, shape))


def _purpose_elsewhere(parts: tuple[str, ...]) -> Purpose:
    """Return the purpose of a file that matches no pattern: a page or attachment if it is in ``content/``."""
    if parts[0] == "data":
        return Purpose.MISPLACED
    if not parts[-1].endswith(".md"):
        return Purpose.ATTACHMENT
    is_strayed = parts[1] in {"bulletins", "cases"}
    return Purpose.MISPLACED if is_strayed else Purpose.PAGE


def purpose_of(file: ProjectFile) -> Purpose:
    """Return the purpose of a file below ``data/`` or ``content/``."""
    fitting = (purpose for shape, purpose in _SHAPES if _fits(file.parts, shape))
    return next(fitting, None) or _purpose_elsewhere(file.parts)


def by_purpose(files: Iterable[ProjectFile]) -> dict[Purpose, tuple[ProjectFile, ...]]:
    """Return the files of every purpose, in the order given; an empty tuple for a purpose without files."""
    found: dict[Purpose, list[ProjectFile]] = {purpose: [] for purpose in Purpose}
    for file in files:
        found[purpose_of(file)].append(file)
    return {purpose: tuple(listed) for purpose, listed in found.items()}
