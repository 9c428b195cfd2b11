"""Every figure of the seven documents is in the open data and on the site, each with its source."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.kit.parts import Parts
from generators.disclosing import Audience
from generators.pipeline import Examined, examine
from tests.build.project import OWN_DAY, ROOT
from tests.build.publications import disclosed_project
from tests.reading_sites.built_site import BuiltSite

SEEDS = ROOT / "tests" / "fixtures" / "seed_figures.csv"

Figure = tuple[str, ...]


@pytest.fixture(scope="module")
def own_data() -> Examined:
    """Return this repository's own data, read, checked and measured."""
    return examine(ROOT, OWN_DAY)


@pytest.fixture(scope="module")
def public_rows(own_data: Examined) -> tuple[FigureRow, ...]:
    """Return every public figure, in the order of the open data."""
    return figure_rows(Parts(disclosed_project(own_data, Audience.PUBLIC)))


def _rows_of(path: Path) -> list[Mapping[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_the_own_data_have_no_problem(own_data: Examined) -> None:
    assert own_data.problems == ()


def test_every_figure_of_the_documents_is_in_the_open_data(own_site: BuiltSite, own_data: Examined) -> None:
    assert own_data.dataset is not None
    names = {division.id: division.name for division in own_data.dataset.divisions.values()}
    seeds: Counter[Figure] = Counter(
        (
            row["document"],
            row["place"],
            row["division"],
            row["role"],
            row["value"],
            row["qualifier"],
            row["measure"],
        )
        for row in _rows_of(SEEDS)
    )
    published: Counter[Figure] = Counter(
        (
            row["source"],
            row["programme"],
            names[row["division"]],
            row["role"],
            row["value"],
            row["qualifier"],
            row["measure"],
        )
        for row in _rows_of(own_site.folder / "open-data" / "values.csv")
    )
    assert seeds.total() > 250
    assert seeds - published == Counter()


def test_every_figure_names_its_source_and_the_place_in_it(own_site: BuiltSite) -> None:
    rows = _rows_of(own_site.folder / "open-data" / "values.csv")
    assert [row for row in rows if not (row["source"] and row["locator"])] == []


def _row_around(node: LexborNode) -> LexborNode | None:
    """Return the table row that a link stands in."""
    parent = node.parent
    while parent is not None and parent.tag != "tr":
        parent = parent.parent
    return parent


def _figures_shown(site: BuiltSite, clicks: int) -> set[tuple[str, str, str]]:
    """Return (source's page, anchor, number) of every figure in a table at most ``clicks`` from home."""
    shown = set()
    for page, distance in site.clicks_from_home().items():
        if distance > clicks:
            continue
        for node, reference in site.links(page):
            row = _row_around(node) if reference.anchor and reference.file.startswith("sources/") else None
            if row is not None:
                numbers = row.css(".tb-figure__number")
                shown |= {(reference.file, reference.anchor, number.text()) for number in numbers}
    return shown


def test_every_figure_is_on_a_page_within_two_clicks_and_leads_to_its_source(
    own_site: BuiltSite, public_rows: tuple[FigureRow, ...]
) -> None:
    shown = _figures_shown(own_site, clicks=2)
    wanted = {(f"sources/{row.source}/index.html", row.anchor, row.figure.number): row for row in public_rows}
    assert [row for key, row in wanted.items() if key not in shown] == []


def test_every_figure_stands_on_its_sources_page(
    own_site: BuiltSite, public_rows: tuple[FigureRow, ...]
) -> None:
    for row in public_rows:
        page = own_site.pages[f"sources/{row.source}/index.html"]
        (entry,) = page.css(f'[id="{row.anchor}"]')
        text = entry.text()
        assert row.figure.text in text, row
        assert row.name in text, row
        assert row.locator in text, row


def test_the_open_data_are_these_rows(own_site: BuiltSite, public_rows: tuple[FigureRow, ...]) -> None:
    published = _rows_of(own_site.folder / "open-data" / "values.csv")
    assert [(row["indicator"], row["division"], row["value"]) for row in published] == [
        (row.indicator, row.division, row.value) for row in public_rows
    ]
