from __future__ import annotations

from dataclasses import dataclass

import pytest

from generators.composing.site.compose import Composition, compose
from generators.disclosing import Audience, Publication
from generators.drafting.circulars.circular import draft_circular
from generators.drafting.circulars.templating import circular_text
from generators.model.dataset import Dataset
from generators.model.problem import Problem, Severity
from generators.pipeline import examine
from tests.build.drafts import ORDERS, copy_shili_with
from tests.build.project import SHILI_LATER_DAY
from tests.build.publications import disclosed_project


@dataclass(frozen=True)
class Published:
    """The example county with the drafts among its bulletins."""

    texts: tuple[str, ...]
    problems: tuple[Problem, ...]
    publication: Publication
    composition: Composition


@pytest.fixture(scope="session")
def texts(shili: Dataset) -> tuple[str, ...]:
    """Return the three drafts."""
    return tuple(circular_text(draft_circular(shili, order, SHILI_LATER_DAY).view, {}) for order in ORDERS)


@pytest.fixture(scope="session")
def published(texts: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Return the example county's internal site with the drafts put into ``content/``."""
    project = copy_shili_with(texts, tmp_path_factory.mktemp("drafts") / "shili")
    examined = examine(project, SHILI_LATER_DAY)
    assert not [each for each in examined.problems if each.severity is Severity.ERROR]
    publication = disclosed_project(examined, Audience.INTERNAL)
    return Published(texts, examined.problems, publication, compose(publication))
