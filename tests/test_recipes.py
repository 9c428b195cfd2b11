"""The recipes of generators/recipes.md: the files they name exist, and their steps are all that it takes."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from jinja2 import ChoiceLoader, DictLoader, PackageLoader

from generators.checking.checks import CHECKS
from generators.checking.kit.check import Check
from generators.checking.kit.context import Context
from generators.composing.kit import urls
from generators.composing.kit.columns import head_column
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import MenuEntry, Section, SectionData, SectionType
from generators.composing.kit.table import Column, DataTable, DataType, Table, cell
from generators.composing.site.compose import compose
from generators.composing.site.sections import SECTIONS
from generators.diagnostics import render_text
from generators.disclosing import Publication
from generators.model.problem import Problem
from generators.model.problem_codes import CATALOGUE, CatalogueEntry, problem
from generators.pipeline import examine
from generators.publishing.navigation import navigation_of
from generators.reading.prose import parsed_prose
from generators.rendering import RenderedSite, render
from tests.build.project import FIXTURES_DAY, ROOT
from tests.reading_sites.rendered_site import downloads_of, pages_of

GENERATORS: Final = ROOT / "generators"
RECIPES: Final = ("A check", "A page", "A table", "A noun", "An indicator kind", "A language")

_AT_THE_ROOT: Final = {"tests", "data", "generators", "theme", "pyproject.toml", "CHANGELOG.md"}
_PATH: Final = r"(?:[\w.<>-]+/)+[\w.<>-]*|\w+\.(?:toml|md)"
_NAMED: Final = re.compile(rf"`({_PATH})(?::[\w.]+)?`")
_ARGUMENT: Final = re.compile(r"(?<=\s)tests/\S*")


def _recipe(title: str) -> str:
    _, *parts = re.split(
        r"^## (.+)$", (GENERATORS / "recipes.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    recipes = dict(zip(parts[::2], parts[1::2], strict=True))
    assert tuple(recipes) == RECIPES
    return recipes[title]


def _commands(recipe: str) -> list[str]:
    (block,) = re.findall(r"^```\n(.+?)^```$", recipe, re.MULTILINE | re.DOTALL)
    return [line.partition("#")[0].strip() for line in block.splitlines()]


def _of_inspections(path: str) -> Path:
    """Return the file or folder that a recipe calls ``path``, for inspections and one of their codes."""
    for placeholder, name in (("<nouns>", "inspections"), ("<noun>", "inspection"), ("<code>", "E460")):
        path = path.replace(placeholder, name)
    return (ROOT if path.partition("/")[0] in _AT_THE_ROOT else GENERATORS) / path


def _files_named(recipe: str) -> list[Path]:
    return [_of_inspections(path) for path in _NAMED.findall(recipe)]


@pytest.mark.parametrize("title", RECIPES)
def test_the_files_of_a_recipe_exist(title: str) -> None:
    files = _files_named(_recipe(title))
    assert len(files) >= 3
    assert [str(path) for path in files if not path.exists()] == []


@pytest.mark.parametrize("title", RECIPES)
def test_the_steps_are_numbered(title: str) -> None:
    numbers = re.findall(r"^(\d+)\. ", _recipe(title), re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 3


@pytest.mark.parametrize("title", RECIPES)
def test_the_commands_of_a_recipe_can_be_run(title: str) -> None:
    commands = _commands(_recipe(title))
    assert {command.split()[0] for command in commands} <= {"pytest", "mypy", "lint-imports", "python"}
    folders = [folder for command in commands for folder in _ARGUMENT.findall(command)]
    assert [folder for folder in folders if not _of_inspections(folder).exists()] == []


def test_every_file_that_a_noun_takes_knows_inspections() -> None:
    files = [path for path in _files_named(_recipe("A noun")) if path.is_file()]
    assert len(files) > 20
    silent = [path for path in files if "inspection" not in path.read_text(encoding="utf-8").lower()]
    assert silent == []


def _nameless_offices(context: Context) -> Iterator[Problem]:
    """A programme is not the affair of an example."""
    for programme in context.dataset.programmes.values():
        if "示例" in programme.office:
            yield problem("E499", programme.place("office"), f"“{programme.office}”不是一个单位")


def test_a_new_check_reports_code_place_and_remedy(
    minimal_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = {**CATALOGUE, "E499": CatalogueEntry("主管单位不明", "请写明单位的全称")}
    monkeypatch.setattr("generators.model.problem_codes.CATALOGUE", codes)
    monkeypatch.setattr("generators.diagnostics.CATALOGUE", codes)
    monkeypatch.setattr(
        "generators.checking.within.CHECKS",
        (*CHECKS, Check("主管单位写明", frozenset({"E499"}), _nameless_offices)),
    )
    assert render_text(examine(minimal_project, FIXTURES_DAY).problems) == (
        "data/programmes/clear-stream.yml:5:9  E499  主管单位不明\n"
        "    “云溪县示例办公室”不是一个单位\n"
        "    请写明单位的全称\n"
        "共 1 个错误、0 个警告\n"
    )


_Shift: TypeAlias = tuple[str, int]

SHIFTS: Final = (("柳湾镇", 12), ("=望溪", 3))

_ROSTER: Final[Table[_Shift]] = Table(
    (
        head_column("单位", lambda shift: shift[0]),
        Column(
            "shifts",
            "值班",
            lambda shift: cell(str(shift[1])),
            unit="班",
            is_number=True,
            meaning="值班的班数",
            value=lambda shift: str(shift[1]),
            type=DataType.INTEGER,
        ),
        Column("division", meaning="单位的名称", value=lambda shift: shift[0]),
    )
)


TEMPLATE: Final = """{% from "kit/table.j2" import table %}
# {{ page.title|md }}

{{ table(view) }}
"""


def _roster_pages(_parts: Parts) -> Iterator[Page]:
    yield ROSTERS.first_page("rosters/rosters.md.j2", lambda: _ROSTER.view(SHIFTS, "值班的班数"))


def _roster_data(_parts: Parts) -> Iterator[DataTable]:
    yield _ROSTER.data("rosters", "值班表", "每个单位一行", lambda: SHIFTS)


ROSTERS: Final = Section(
    address=f"{urls.SCHEME}rosters/",
    title="值班",
    type=SectionType.OPEN,
    menu=MenuEntry(),
    data=SectionData(tables=_roster_data),
    compose=_roster_pages,
)


@pytest.fixture
def site(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> RenderedSite:
    """Return the county's public site with the section ``ROSTERS``: a page, a table, a template."""
    monkeypatch.setattr(
        "generators.rendering.environment.PackageLoader",
        lambda package: ChoiceLoader(
            [DictLoader({"rosters/rosters.md.j2": TEMPLATE}), PackageLoader(package)]
        ),
    )
    return render(compose(publication, sections=(ROSTERS, *SECTIONS)), parsed_prose)


def test_a_new_page_is_on_the_site_and_in_its_menu(site: RenderedSite) -> None:
    assert pages_of(site)["rosters/index.md"].startswith("# 值班\n")
    assert {"值班": "rosters/index.md"} in navigation_of(site)


def test_a_new_table_is_on_its_page(site: RenderedSite) -> None:
    text = pages_of(site)["rosters/index.md"]
    assert 'aria-label="值班的班数"' in text
    assert '<span class="tb-small">班</span>' in text
    assert "柳湾镇" in text
    assert ">12<" in text


def test_a_new_table_is_in_the_open_data(site: RenderedSite) -> None:
    rows = list(csv.DictReader(io.StringIO(downloads_of(site)["open-data/rosters.csv"])))
    assert rows == [{"shifts": "12", "division": "柳湾镇"}, {"shifts": "3", "division": "'=望溪"}]
    document = json.loads(downloads_of(site)["open-data/rosters.json"])
    assert document["columns"] == [
        {"name": "shifts", "description": "值班的班数", "type": "integer"},
        {"name": "division", "description": "单位的名称", "type": "string"},
    ]
    assert document["rows"] == [
        {"shifts": "12", "division": "柳湾镇"},
        {"shifts": "3", "division": "=望溪"},
    ]


def test_a_new_table_is_described_on_the_page_of_open_data(site: RenderedSite) -> None:
    text = pages_of(site)["open-data/index.md"]
    for words in ("值班表", "每个单位一行", "rosters.csv", "rosters.json", "值班的班数", "单位的名称"):
        assert words in text


def _names_a_kind(path: Path) -> bool:
    """Whether a module names a kind of indicator."""
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "IndicatorKind"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def test_mypy_names_the_places_that_a_new_indicator_kind_takes(tmp_path: Path) -> None:
    shutil.copytree(GENERATORS, tmp_path / "generators", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    model = tmp_path / "generators" / "model" / "indicator.py"
    text = model.read_text(encoding="utf-8")
    model.write_text(
        text.replace('    FLAG = "flag"\n', '    FLAG = "flag"\n    GRADE = "grade"\n'), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", tmp_path / "cache", "generators"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    places = re.findall(
        r'^(\S+\.py):\d+: error: Argument 1 to "assert_never" has .*GRADE', done.stdout, re.MULTILINE
    )
    assert len(places) == done.stdout.count("error: "), done.stdout
    first, second = (
        _files_named(step)
        for step in re.split(r"^[123]\. ", _recipe("An indicator kind"), flags=re.MULTILINE)[1:3]
    )
    assert {tmp_path / place for place in places} == {
        tmp_path / path.relative_to(ROOT) for path in (*first, *second)
    }


def test_no_other_module_names_a_kind_of_indicator() -> None:
    listed = {path for path in _files_named(_recipe("An indicator kind")) if path.suffix == ".py"}
    assert {path for path in GENERATORS.rglob("*.py") if _names_a_kind(path)} == listed
