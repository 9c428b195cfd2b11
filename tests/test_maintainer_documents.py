"""What the maintainers' documents name is there: files, names in modules, types, links, decisions, layers."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.build.project import ROOT

GENERATORS: Final = ROOT / "generators"
DECISIONS: Final = GENERATORS / "decisions"
DOCUMENTS: Final = (
    *(
        GENERATORS / name
        for name in ("README.md", "formulas.md", "glossary.md", "recipes.md", "clusters.md", "signing.md")
    ),
    *sorted(DECISIONS.glob("*.md")),
)

_SPAN: Final = re.compile(r"`([^`\n]+)`")
_LINK: Final = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
_NAMED_FILE: Final = re.compile(
    r"(?P<path>(?:[\w.-]+/)+[\w.-]+\.(?:py|js|css|yml|toml|md)|(?:[\w.-]+/){2,}|\w+\.py)(?::(?P<name>[\w.]+))?"
)
_ROW: Final = re.compile(r"\| [^|]+ \| [^|]+ \| `(?P<type>\w+)` \| `(?P<file>[\w/]+\.py)` \|")
_FEWEST_WORDS: Final = 40

documents: Final = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)


def _located(path: str) -> Path | None:
    """Return the file or folder that a document calls ``path``: below generators/, else below the root."""
    return next((base / path for base in (GENERATORS, ROOT) if (base / path).exists()), None)


def _bound(body: list[ast.stmt]) -> dict[str, ast.stmt]:
    """Return the statements of a module or class by the names that they bind."""
    found: dict[str, ast.stmt] = {}
    for statement in body:
        match statement:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                found[name] = statement
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                found[name] = statement
    return found


@cache
def _names_in(module: Path) -> frozenset[str]:
    """Return the names of a module, and of its classes' attributes as ``Class.attribute``."""
    names = _bound(ast.parse(module.read_text(encoding="utf-8")).body)
    attributes = {
        f"{name}.{attribute}"
        for name, statement in names.items()
        if isinstance(statement, ast.ClassDef)
        for attribute in _bound(statement.body)
    }
    return frozenset(names.keys() | attributes)


def _unknown_names(document: Path) -> Iterator[str]:
    for span in _SPAN.findall(document.read_text(encoding="utf-8")):
        match = _NAMED_FILE.fullmatch(span)
        if match is None:
            continue
        path = _located(match["path"])
        if path is None or (match["name"] is not None and match["name"] not in _names_in(path)):
            yield span


def _anchors(document: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@documents
def test_named_files_and_names_exist(document: Path) -> None:
    assert list(_unknown_names(document)) == []


@documents
def test_links_lead_to_files_and_headings(document: Path) -> None:
    broken = []
    for path, anchor in _LINK.findall(document.read_text(encoding="utf-8")):
        target = document.parent / path if path else document
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(f"{path}#{anchor}")
    assert broken == []


def test_every_type_of_the_glossary_is_a_class_in_its_file() -> None:
    text = (GENERATORS / "glossary.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| English")]
    assert len(rows) >= _FEWEST_WORDS
    wrong = []
    for row in rows:
        match = _ROW.fullmatch(row)
        if match is None or match["type"] not in _names_in(GENERATORS / match["file"]):
            wrong.append(row)
    assert wrong == []


def test_decisions_are_numbered_and_listed() -> None:
    records = sorted(DECISIONS.glob("[0-9]*.md"))
    listed = []
    for number, record in enumerate(records, start=1):
        text = record.read_text(encoding="utf-8")
        head = re.match(rf"# {number}\. (?P<title>.+)\n\n(?P<date>\d{{4}}-\d\d-\d\d)\n\n## Context\n", text)
        assert head is not None, record.name
        assert record.name.startswith(f"{number:03}-")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
        listed.append(f"| [{number}]({record.name}) | {head['title']} | {head['date']} |")
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[.+$", index, re.MULTILINE) == listed


def _tables_of_the_map() -> dict[str, str]:
    """Return the second cell of every row of generators/README.md that begins with a folder."""
    text = (GENERATORS / "README.md").read_text(encoding="utf-8")
    stages, _, layers = text.partition("## Folders within a stage")
    assert {f"{path.name}/" for path in GENERATORS.iterdir() if (path / "__init__.py").is_file()} == set(
        re.findall(r"^\| `(\w+/)` \|", stages, re.MULTILINE)
    )
    return dict(re.findall(r"^\| `(\w+)/` \| (.+) \|$", layers, re.MULTILINE))


def test_the_map_lists_the_stages_and_the_layers_that_the_contracts_declare() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {
        contract["containers"][0].partition(".")[2]: " · ".join(
            layer.replace(" | ", ", ") for layer in reversed(contract["layers"])
        )
        for contract in configuration["tool"]["importlinter"]["contracts"]
        if contract["id"].startswith("rooms-of-")
    }
    assert _tables_of_the_map() == declared
