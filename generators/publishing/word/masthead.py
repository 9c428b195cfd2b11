"""The head of a bulletin (版头): marks, red name, number, issuer and date over a red rule, 编者按, title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from generators.publishing.word.blocks import Inline, LineBreak, Paragraph, Text
from generators.publishing.word.body import body_of, inline_of
from generators.publishing.word.measures import BODY, HEITI, POINTS_IN_MM, RED, TITLE, WIDTH
from generators.publishing.word.runs import Runs, paragraph_of, run
from generators.publishing.word.styles import (
    EDITOR_NOTE,
    HEADLINE,
    ISSUER,
    MARK,
    NUMBER,
    SERIES,
    fonts_element,
    spacing_element,
)
from generators.publishing.word.xml import MM, POINT, w
from generators.rendering.paper import Paper

_LARGEST: Final = 46
_WIDEST: Final = 410
"""Points over which the red name stretches at most."""

_NAME_PITCH: Final = 1.2
_RULE: Final = 23
"""The red rule of 1 mm, in eighths of a point."""

_ABOVE_RULE: Final = 4
_TITLE_LINE: Final = int(WIDTH * POINTS_IN_MM / TITLE)
"""Characters of the title on a line."""


def head_of(paper: Paper, runs: Runs) -> Iterator[BaseOxmlElement]:
    """Yield the paragraphs above the body."""
    for mark in paper.marks:
        yield paragraph_of(MARK, run(mark))
    for block in body_of(paper.notice).blocks:
        if isinstance(block, Paragraph):
            edge = {"val": "single", "sz": "6", "space": "3", "color": "000000"}
            frame = w("pBdr", *(w(side, **edge) for side in ("top", "left", "bottom", "right")))
            yield runs.paragraph(MARK, block.content, frame)
    yield _series(paper.series)
    if paper.numbers:
        yield paragraph_of(NUMBER, run(paper.numbers))
    yield _issuer(paper)
    if paper.editor_note:
        label = run("编者按：", font=HEITI)
        yield paragraph_of(EDITOR_NOTE, label, *runs.of(inline_of(paper.editor_note)))
    yield paragraph_of(HEADLINE, *runs.of(_title(paper.title)))


def _series(name: str) -> BaseOxmlElement:
    """Return the red name, as large as it fits on a line."""
    size = min(_LARGEST, _WIDEST / max(len(name), 1))
    look = w(
        "rPr",
        fonts_element(SERIES.font),
        w("spacing", val=size * 0.06 * POINT),
        w("sz", val=2 * size),
        w("szCs", val=2 * size),
    )
    text = run(name)
    text.insert(0, look)
    return paragraph_of(SERIES, text, properties=[spacing_element(SERIES, pitch=size * _NAME_PITCH)])


def _issuer(paper: Paper) -> BaseOxmlElement:
    rule = w("pBdr", w("bottom", val="single", sz=_RULE, space=_ABOVE_RULE, color=RED))
    # The rule is as wide as the paragraph, so the text is set in by a tab and not by an indent.
    tabs = w(
        "tabs", w("tab", val="left", pos=BODY * POINT), w("tab", val="right", pos=WIDTH * MM - BODY * POINT)
    )
    edges = w("ind", left=0, right=0, firstLineChars=0, firstLine=0)
    return paragraph_of(ISSUER, run(f"\t{paper.issuer}\t{paper.date}"), properties=[rule, tabs, edges])


def _title(title: str) -> Iterator[Inline]:
    """Yield the title; a long one is broken at the spaces that its author wrote."""
    lines: list[str] = []
    for part in title.split():
        if lines and len(lines[-1]) + 1 + len(part) <= _TITLE_LINE:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    for at, line in enumerate(lines):
        if at:
            yield LineBreak()
        yield Text(line)
