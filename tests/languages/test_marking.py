"""Every Chinese text of the frame is a message: none is written that could not be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.build.project import ROOT

HAN = re.compile("[\u4e00-\u9fff]")
MARKS = frozenset({"counted", "gettext", "marked", "marked_within"})

CHINESE_ON_PURPOSE = {
    "composing/comparisons/words.py": "spans of months as Chinese writes them",
    "composing/documents/imprints.py": "the imprint of a paper, which is Chinese",
    "composing/kit/dates.py": "days and months as Chinese writes them",
    "composing/kit/numbers.py": "qualifiers where Chinese puts them",
    "composing/kit/section.py": "the types of sections that the tags of government pages have",
    "composing/kit/table.py": "looked for in descriptions of columns as they are written",
    "composing/prose/period_citations.py": "figures within Chinese prose",
    "composing/prose/ranking_citations.py": "the same",
    "composing/site/page_heads.py": "the words on the picture of the share card",
    "rendering/foreign.py": "ranges of Chinese characters",
    "rendering/paper.py": "papers are Chinese",
    "rendering/templates/kit/components.j2": "编者按 and 版记 of a paper",
}
"""Files of ``generators/`` with other Chinese, and why it is no message."""


def _unmarked(file: Path) -> Iterator[str]:
    """Yield the Chinese texts of a module that are no arguments of the functions for messages."""

    def visit(node: ast.AST, *, is_marked: bool) -> Iterator[str]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not is_marked:
            if HAN.search(node.value):
                yield node.value
            return
        is_message = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS
        for child in ast.iter_child_nodes(node):
            if is_message and isinstance(node, ast.Call):
                yield from visit(child, is_marked=child in node.args)
            else:
                yield from visit(child, is_marked=False)

    yield from visit(ast.parse(file.read_text(encoding="utf-8")), is_marked=False)


def test_modules_of_pages_write_no_chinese_but_messages() -> None:
    found = {
        file.relative_to(ROOT / "generators").as_posix(): [*_unmarked(file)]
        for stage in ("composing", "rendering")
        for file in (ROOT / "generators" / stage).rglob("*.py")
    }
    assert {name: texts for name, texts in found.items() if texts and name not in CHINESE_ON_PURPOSE} == {}
    listed = {name for name in CHINESE_ON_PURPOSE if name.endswith(".py")}
    assert listed <= {name for name, texts in found.items() if texts}, "no longer needed"


def _bare(template: str) -> str:
    """Return a template without its comments, and without the messages in it."""
    code = re.sub(r"\{#.*?#\}", "", template, flags=re.DOTALL)
    literal = r"""(?:"[^"]*"|'[^']*')"""
    return re.sub(rf"\b(?:_|counted)\(\s*{literal}(?:\s*{literal})*", "", code)


def _left(file: Path) -> list[str]:
    return HAN.findall(_bare(file.read_text("utf-8")))


def test_templates_write_no_chinese_but_messages() -> None:
    files = [*(ROOT / "generators/rendering/templates").rglob("*.j2"), *(ROOT / "theme").rglob("*.html")]
    found = {
        file.relative_to(ROOT).as_posix().removeprefix("generators/"): HAN.findall(
            _bare(file.read_text("utf-8"))
        )
        for file in files
    }
    kept = {*CHINESE_ON_PURPOSE, "theme/partials/header.html"}  # 中文: the name of the language itself
    assert {name: texts for name, texts in found.items() if texts and name not in kept} == {}


def test_scripts_write_no_chinese_but_messages() -> None:
    code = {
        file.name: re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", file.read_text("utf-8"), flags=re.DOTALL)
        for file in (ROOT / "theme/assets/javascripts").glob("*.js")
    }
    bare = {name: re.sub(r'tongbaoText\("[^"]*"', "", text) for name, text in code.items()}
    assert {name: HAN.findall(text) for name, text in bare.items() if HAN.search(text)} == {}
