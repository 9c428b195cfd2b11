"""The imprint of a bulletin (版记): a table at the foot of the page on which the text ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from generators.composing.documents.imprints import Imprint
from generators.publishing.word.measures import TAIL, WIDTH
from generators.publishing.word.runs import paragraph_of, run
from generators.publishing.word.styles import IMPRINT
from generators.publishing.word.xml import MM, POINT, w

_OUTER: Final = 8
"""The first and the last rule, 0.35 mm, in eighths of a point."""

_INNER: Final = 6
"""The rule between, 0.25 mm."""


def imprint_of(imprint: Imprint) -> BaseOxmlElement:
    """Return the table of an imprint, which floats: its place is the foot of the type area."""
    lists = list(_lists(imprint))
    rows = [_row(lists, _OUTER, _INNER)] if lists else []
    rows.append(_row([_office(imprint)], _INNER if lists else _OUTER, _OUTER))
    position = {"vertAnchor": "margin", "horzAnchor": "margin", "tblpXSpec": "left", "tblpYSpec": "bottom"}
    properties = w(
        "tblPr",
        w("tblpPr", **position),
        w("tblOverlap", val="never"),
        w("tblW", w=WIDTH * MM, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    return w("tbl", properties, w("tblGrid", w("gridCol", w=WIDTH * MM)), *rows)


def _lists(imprint: Imprint) -> Iterator[BaseOxmlElement]:
    hanging = {"left": 3 * TAIL * POINT, "right": TAIL * POINT, "hanging": 2 * TAIL * POINT}
    for label, names in imprint.lists:
        yield paragraph_of(IMPRINT, run(f"{label}：{names}"), properties=[w("ind", **hanging)])
    if imprint.copies:
        yield paragraph_of(IMPRINT, run(f"（{imprint.copies}）"), properties=[w("jc", val="right")])


def _office(imprint: Imprint) -> BaseOxmlElement:
    tabs = w("tabs", w("tab", val="right", pos=WIDTH * MM - TAIL * POINT))
    return paragraph_of(IMPRINT, run(f"{imprint.office}\t{imprint.date}"), properties=[tabs])


def _row(paragraphs: list[BaseOxmlElement], top: int, bottom: int) -> BaseOxmlElement:
    sides = (("top", top), ("bottom", bottom))
    rules = [w(side, val="single", sz=size, space=0, color="000000") for side, size in sides]
    cell = w("tcPr", w("tcW", w=WIDTH * MM, type="dxa"), w("tcBorders", *rules))
    return w("tr", w("trPr", w("cantSplit")), w("tc", cell, *paragraphs))
