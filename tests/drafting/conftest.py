from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generators.composing.site.compose import Composition, compose
from generators.disclosing import Audience, Publication, disclose
from generators.drafting.circulars.circular import CircularOrder, draft_circular
from generators.drafting.circulars.templating import circular_text
from generators.model.dataset import Dataset
from generators.model.problem import Problem, Severity
from generators.pipeline import examine
from generators.reading.load import load_project
from tests.projects import ROOT

SHILI: Final = ROOT / "examples" / "shili"
DAY: Final = date(2026, 10, 20)
"""All reports on the third quarter have come in, and its ranking is closed."""

ORDERS: Final = (
    CircularOrder("shili-double", "2026-W40"),
    CircularOrder("shili-1357", "2026-Q3"),
    CircularOrder("shili-five-star", "2025"),
)
"""A week, a quarter and a year."""

FIRST_NUMBER: Final = 5
"""The number that each draft was given; in the published county they follow one another."""


@dataclass(frozen=True)
class Published:
    """The example county with the drafts among its bulletins."""

    texts: tuple[str, ...]
    problems: tuple[Problem, ...]
    publication: Publication
    composition: Composition


@pytest.fixture(scope="session")
def shili() -> Dataset:
    dataset = load_project(SHILI).dataset
    assert dataset is not None
    return dataset


@pytest.fixture(scope="session")
def texts(shili: Dataset) -> tuple[str, ...]:
    """Return the three drafts."""
    return tuple(circular_text(draft_circular(shili, order, DAY).view, {}) for order in ORDERS)


@pytest.fixture(scope="session")
def published(texts: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Return the example county's internal site with the drafts put into ``content/``."""
    project = Path(shutil.copytree(SHILI, tmp_path_factory.mktemp("drafts") / "shili"))
    for at, text in enumerate(texts):
        number = FIRST_NUMBER + at
        numbered = text.replace("number: 5\ntotal: 6\n", f"number: {number}\ntotal: {number + 1}\n")
        path = project / f"content/bulletins/shili-circular/2026/{number}.md"
        path.write_text(numbered, encoding="utf-8")
    examined = examine(project, DAY)
    assert not [each for each in examined.problems if each.severity is Severity.ERROR]
    assert examined.dataset is not None
    assert examined.measurements is not None
    publication = disclose(examined.dataset, examined.measurements, Audience.INTERNAL)
    return Published(texts, examined.problems, publication, compose(publication))
