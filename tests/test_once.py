"""What one build needs in several places is made once, and handed on."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Final

import pytest

from generators.composing.documents.related import RelatedBulletins
from generators.composing.figures.rows import figure_rows
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import SiteParts
from generators.composing.tiers.of_division import ranks_by_area
from generators.composing.tiers.standing_table import standing_table
from generators.disclosing import Audience, Publication
from generators.disclosing.releases import Releases
from generators.measuring.changes import changes_between
from generators.model.caching import empty_caches
from generators.model.observation import observations_of
from generators.model.prose_tags import tags
from generators.pipeline import examine
from generators.results.changes import Span
from generators.results.measurements import Measurements
from generators.results.snapshot import Snapshot
from tests.build.project import ROOT

DAY: Final = date(2026, 10, 15)

COUNTED: Final[tuple[Callable[..., Any], ...]] = (
    Measurements.__init__,
    Parts.__init__,
    Publication.__init__,
    RelatedBulletins.__init__,
    Releases.__init__,
    SiteParts.__init__,
    Snapshot.__init__,
    changes_between,
    figure_rows,
    observations_of,
    ranks_by_area,
    standing_table,
    tags,
)


@pytest.fixture(scope="module")
def calls_with_text(tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[str, str]]:
    """Return how often each of ``COUNTED`` is called from a folder to the pages of both audiences.

    Calls are counted by function and first argument, where that is a text. The county has no closed period
    here: those are reckoned of what was known then, for which the records are indexed again.
    """
    project = tmp_path_factory.mktemp("once") / "county"
    shutil.copytree(ROOT / "examples" / "shili", project, ignore=shutil.ignore_patterns("closed", ".cache"))
    found: Counter[tuple[str, str]] = Counter()
    empty_caches()  # of what an earlier test has read
    with pytest.MonkeyPatch.context() as patch:
        for function in COUNTED:
            _count(function, found, patch)
        examined = examine(project, DAY)
        for audience in Audience:
            site = examined.site(audience)
            for page in site.pages:
                page.write()
            for download in site.downloads:
                assert download.content
    return found


@pytest.fixture(scope="module")
def calls(calls_with_text: Counter[tuple[str, str]]) -> Counter[str]:
    """Return how often each of ``COUNTED`` is called, whatever the text."""
    found: Counter[str] = Counter()
    for (name, _), count in calls_with_text.items():
        found[name] += count
    return found


def _count(function: Callable[..., Any], found: Counter[tuple[str, str]], patch: pytest.MonkeyPatch) -> None:
    """Count the calls of a function of the program, under whatever name a module imported it."""

    @wraps(function)
    def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
        text = arguments[0] if arguments and isinstance(arguments[0], str) else ""
        found[function.__qualname__, text] += 1
        return function(*arguments, **named)

    modules = [module for name, module in sys.modules.items() if name.startswith("generators.")]
    classes = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    for owner in (*modules, *classes):
        for name, value in list(vars(owner).items()):
            if value is function:
                patch.setattr(owner, name, counted)


def test_the_parts_of_pages_are_made_once_for_each_audience(calls: Counter[str]) -> None:
    # One more answers the calls of public prose before anything is composed.
    assert (calls["SiteParts.__init__"], calls["Parts.__init__"]) == (len(Audience), 1)


def test_what_many_pages_show_is_indexed_once_for_each_audience(calls: Counter[str]) -> None:
    made = [calls[name] for name in ("figure_rows", "ranks_by_area", "RelatedBulletins.__init__")]
    assert made == [len(Audience)] * 3


def test_the_table_of_tiers_is_defined_once_for_all_divisions_for_the_open_data_and_for_links_to_them(
    calls: Counter[str],
) -> None:
    assert calls["standing_table"] == 3 * len(Audience)


def test_observations_are_indexed_once(calls: Counter[str]) -> None:
    assert calls["observations_of"] == 1


def test_measurements_are_made_once(calls: Counter[str]) -> None:
    assert calls["Measurements.__init__"] == 1


def test_a_publication_is_made_once_and_completed_with_the_sources_that_it_cites(calls: Counter[str]) -> None:
    assert calls["Publication.__init__"] == 2 * len(Audience)


def test_releases_are_found_once_for_each_audience(calls: Counter[str]) -> None:
    assert calls["Releases.__init__"] == len(Audience)


def test_days_are_compared_once_as_measured_and_once_as_the_public_sees_them(calls: Counter[str]) -> None:
    days = 1 + len(Span)
    assert (
        calls["Snapshot.__init__"] == days + days + 1
    )  # the internal audience sees one more: the current day
    assert calls["changes_between"] == 2 * len(Span)


def test_every_text_of_prose_is_parsed_once(calls_with_text: Counter[tuple[str, str]]) -> None:
    texts = {text: count for (name, text), count in calls_with_text.items() if name == "tags"}
    assert any("{{" in text for text in texts)
    assert set(texts.values()) == {1}
