"""What holds for every template: one draws the tables, lines stay short, and nothing is left unused."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from jinja2 import nodes

from generators.rendering.environment import page_environment
from tests.build.project import ROOT

PROGRAM: Final = ROOT / "generators"
PAGES: Final = PROGRAM / "rendering" / "templates"
DRAFTS: Final = PROGRAM / "drafting" / "templates"
THEME: Final = ROOT / "theme"

LONGEST_LINE: Final = 160
TABLES: Final = "kit/table.j2"


class Macro(NamedTuple):
    """A macro and the template that defines it."""

    template: str
    name: str


def _sources(folder: Path, pattern: str = "*.j2") -> dict[str, str]:
    """Every template of a folder by its name."""
    found = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob(pattern))
    }
    assert found
    return found


def _parsed(folder: Path) -> dict[str, nodes.Template]:
    environment = page_environment()
    return {name: environment.parse(source) for name, source in _sources(folder).items()}


def _names_read(node: nodes.Node) -> set[str]:
    return {name.name for name in node.find_all(nodes.Name) if name.ctx == "load"}


def _defined(templates: dict[str, nodes.Template]) -> set[Macro]:
    return {
        Macro(name, macro.name)
        for name, template in templates.items()
        for macro in template.find_all(nodes.Macro)
    }


def _called_where_defined(templates: dict[str, nodes.Template]) -> set[Macro]:
    """The macros that their own templates call; that one calls itself does not count."""
    return {
        Macro(name, called)
        for name, template in templates.items()
        for statement in template.body
        for called in _names_read(statement)
        if not (isinstance(statement, nodes.Macro) and statement.name == called)
    }


def _imports(template: nodes.Template) -> set[Macro]:
    found = set()
    for statement in template.find_all(nodes.FromImport):
        assert isinstance(statement.template, nodes.Const)
        for name in statement.names:
            assert isinstance(name, str), "a macro has one name everywhere"
            found.add(Macro(statement.template.value, name))
    return found


def _program() -> Iterator[ast.AST]:
    """The nodes of every module that tells of templates or of what they draw."""
    for path in sorted(PROGRAM.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if ".j2" in source or "Drawing(" in source:
            yield from ast.walk(ast.parse(source))


def _texts(found: Iterable[ast.AST]) -> set[str]:
    return {node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _text(node: ast.AST) -> str:
    """The text that a node is; a name that is put together cannot be looked for."""
    assert isinstance(node, ast.Constant)
    assert isinstance(node.value, str)
    return node.value


def _drawings() -> set[Macro]:
    """The macros that the program names in a `Drawing`."""
    found = set()
    for node in _program():
        match node:
            case ast.Call(func=ast.Name("Drawing"), args=[template, name, *_]):
                found.add(Macro(_text(template), _text(name)))
    return found


def test_one_template_draws_every_table() -> None:
    assert [name for name, source in _sources(PAGES).items() if "<table" in source] == [TABLES]


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [(PAGES, "*.j2"), (DRAFTS, "*.j2"), (THEME, "*.html")],
    ids=["pages", "drafts", "theme"],
)
def test_no_line_is_longer_than_a_reader_can_follow(folder: Path, pattern: str) -> None:
    long = [
        f"{name}:{number}"
        for name, source in _sources(folder, pattern).items()
        for number, line in enumerate(source.splitlines(), start=1)
        if len(line) > LONGEST_LINE
    ]
    assert long == []


@pytest.mark.parametrize("folder", [PAGES, DRAFTS], ids=["pages", "drafts"])
def test_every_macro_is_used(folder: Path) -> None:
    templates = _parsed(folder)
    used = _called_where_defined(templates)
    used.update(*map(_imports, templates.values()))
    if folder == PAGES:
        used |= _drawings()
    assert sorted(_defined(templates) - used) == []


@pytest.mark.parametrize("folder", [PAGES, DRAFTS], ids=["pages", "drafts"])
def test_every_import_is_used_and_has_what_it_names(folder: Path) -> None:
    templates = _parsed(folder)
    defined = _defined(templates)
    for name, template in templates.items():
        imported = _imports(template)
        assert imported <= defined, name
        assert {macro.name for macro in imported} <= _names_read(template), name


def test_the_program_draws_with_macros_that_are_there() -> None:
    assert sorted(_drawings() - _defined(_parsed(PAGES))) == []


def test_every_template_is_used() -> None:
    templates = _parsed(PAGES)
    imported = {macro.template for template in templates.values() for macro in _imports(template)}
    extended = {each.template for one in templates.values() for each in one.find_all(nodes.Extends)}
    frames = {each.value for each in extended if isinstance(each, nodes.Const)}
    assert sorted(set(templates) - imported - frames - _texts(_program())) == []
