from __future__ import annotations

from pathlib import Path

import pytest

from generators.reading.layout import Purpose, by_purpose, purpose_of
from generators.reading.project_files import ProjectFile


def file(path: str) -> ProjectFile:
    return ProjectFile(Path(path), tuple(path.split("/")))


@pytest.mark.parametrize(
    ("path", "purpose"),
    [
        ("data/site.yml", Purpose.SITE),
        ("data/sources.yml", Purpose.SOURCES),
        ("data/series.yml", Purpose.SERIES),
        ("data/divisions.yml", Purpose.DIVISIONS),
        ("data/corrections.yml", Purpose.CORRECTIONS),
        ("data/adjustments.yml", Purpose.ADJUSTMENTS),
        ("data/programmes/a.yml", Purpose.PROGRAMME),
        ("data/townships/a/county.yml", Purpose.COUNTY),
        ("data/townships/a/villages.yml", Purpose.COUNTY_VILLAGES),
        ("data/townships/a/b/township.yml", Purpose.TOWNSHIP),
        ("data/townships/a/b/villages.yml", Purpose.TOWNSHIP_VILLAGES),
        ("data/townships/a/b/problems.yml", Purpose.TOWNSHIP_PROBLEMS),
        ("data/townships/a/problems.yml", Purpose.MISPLACED),
        ("data/townships/a/b/commitments.yml", Purpose.TOWNSHIP_COMMITMENTS),
        ("data/site.yaml", Purpose.MISPLACED),
        ("data/programmes/a/b.yml", Purpose.MISPLACED),
        ("data/townships/county.yml", Purpose.MISPLACED),
        ("data/townships/a/b/c/township.yml", Purpose.MISPLACED),
        ("data/inspections/a.yml", Purpose.INSPECTION),
        ("data/inspections/a/b.yml", Purpose.MISPLACED),
        ("content/bulletins/a/2017/1.md", Purpose.BULLETIN),
        ("content/bulletins/a/1.md", Purpose.MISPLACED),
        ("content/cases/a.md", Purpose.CASE),
        ("content/cases/b/a.md", Purpose.MISPLACED),
        ("content/cases/a.png", Purpose.ATTACHMENT),
        ("content/about.md", Purpose.PAGE),
        ("content/help/about.md", Purpose.PAGE),
        ("content/bulletins.md", Purpose.PAGE),
        ("content/report.pdf", Purpose.ATTACHMENT),
    ],
)
def test_the_path_alone_tells_the_purpose(path: str, purpose: Purpose) -> None:
    assert purpose_of(file(path)) is purpose


def test_every_purpose_is_listed_even_without_files() -> None:
    listed = by_purpose([file("content/b.md"), file("content/a.md")])
    assert set(listed) == set(Purpose)
    assert [found.file for found in listed[Purpose.PAGE]] == ["content/b.md", "content/a.md"]
