"""Pieces and tables as HTML."""

from __future__ import annotations

from typing import Any, Final

import pytest
from jinja2 import Environment

from generators.composing.kit.table import (
    Cell,
    Column,
    Drawing,
    Emphasis,
    Piece,
    Small,
    Styled,
    Table,
    TableView,
    Title,
    Width,
    cell,
)
from generators.composing.kit.views import BarView, FigureView, Link, StatusView
from generators.rendering.environment import page_environment
from generators.rendering.pieces import PieceRenderer, column_names

STATUS: Final = StatusView("missed", "逾期", "✕")


@pytest.fixture
def environment() -> Environment:
    """Return the environment of the page templates."""
    found = page_environment()
    found.filters |= {"prose_inline": str, "prose_plain": str}
    return found


@pytest.fixture
def pieces(environment: Environment) -> PieceRenderer:
    """Return what draws pieces."""
    return PieceRenderer(environment)


@pytest.mark.parametrize(
    ("piece", "html"),
    [
        ("a<b", "a&lt;b"),
        (Link("a<b"), "a&lt;b"),
        (Link("甲", "site:/x/"), '<a href="site:/x/">甲</a>'),
        (Small(("甲", Link("乙", "site:/x/"))), '<span class="tb-small">甲<a href="site:/x/">乙</a></span>'),
        (Small(("<",), is_unbroken=True), '<span class="tb-small tb-nowrap">&lt;</span>'),
        (Styled("<", Emphasis.FLAG), '<span class="tb-flag">&lt;</span>'),
        (Styled("甲", Emphasis.UNBROKEN), '<span class="tb-nowrap">甲</span>'),
        (Styled("甲", Emphasis.STRONG), "<strong>甲</strong>"),
        (Styled("3", Emphasis.RANK), '<b class="tb-rank">3</b>'),
        (Styled("a_b", Emphasis.CODE), "<code>a_b</code>"),
        (Styled("更正", Emphasis.CORRECTION), '<span class="tb-figure__mark">更正</span>'),
    ],
)
def test_each_kind_of_piece_is_drawn_and_escaped(pieces: PieceRenderer, piece: Piece, html: str) -> None:
    assert pieces.piece(piece) == html


@pytest.mark.parametrize(
    ("piece", "part"),
    [
        (STATUS, "tb-tone--missed"),
        (FigureView("近", "9", "", "个", ""), "tb-figure__number"),
        (BarView("50", "", "50%", "完成50%", STATUS), "tb-bar__fill"),
        (Drawing("kit/components.j2", "figure", (FigureView("", "9", "", "个", ""),), "9个"), "tb-figure"),
    ],
)
def test_views_are_drawn_by_their_macros(pieces: PieceRenderer, piece: Piece, part: str) -> None:
    assert part in pieces.piece(piece)


def _html(environment: Environment, view: TableView) -> str:
    PieceRenderer(environment)
    macros: Any = environment.get_template("kit/table.j2").module
    return str(macros.table(view))


@pytest.mark.parametrize(
    ("shown", "column", "text"),
    [
        (Cell(("1",)), {}, ""),
        (Cell(("1",), sort=""), {"is_number": True}, ' class="tb-num" data-sort=""'),
        (Cell(("1",), sort='"'), {"is_head": True}, ' scope="row" data-sort="&#34;"'),
        (Cell(("1",)), {"width": Width.WIDE}, ' class="tb-wide"'),
        (Cell(("1",), span=3), {"width": Width.WIDE, "is_number": True}, ' colspan="3"'),
        (Cell(("1",), statuses=('"',)), {}, ' data-status="&#34;"'),
        (
            Cell(("1",), statuses=("a", "b"), shade="tb-heat-1"),
            {"is_shaded": True},
            ' class="tb-heat-1" data-status="a b"',
        ),
    ],
)
def test_the_attributes_of_a_cell(
    environment: Environment, shown: Cell, column: dict[str, Any], text: str
) -> None:
    tag = "th" if column.get("is_head") else "td"
    table: Table[Cell] = Table((Column("x", show=lambda each: each, **column),))
    assert f"<tr><{tag}{text}>1</{tag}></tr>" in _html(environment, table.view((shown,), "表"))


TABLE: Final[Table[str]] = Table(
    (
        Column("name", "名称", cell, is_head=True),
        Column(
            "length", "长度", lambda row: cell(str(len(row))), unit="字", is_number=True, is_sortable=False
        ),
    ),
    anchor=lambda row: f"r-{row}",
    status=lambda row: "short" if len(row) > 1 else "",
    classes="tb-counts",
    empty="一个也没有。",
)


def test_a_table_has_its_head_and_its_rows(environment: Environment) -> None:
    assert _html(environment, TABLE.view(("甲乙",), "名称的长度")) == (
        '<div class="tb-table-wrap" role="region" aria-label="名称的长度" tabindex="0">'
        '<table class="tb-table tb-counts"><thead><tr><th scope="col">名称</th>'
        '<th scope="col" class="tb-num" data-tb-unsorted>长度<span class="tb-small">字</span></th>'
        '</tr></thead><tbody><tr id="r-甲乙" data-status="short">'
        '<th scope="row">甲乙</th><td class="tb-num">2</td></tr></tbody>'
        "</table></div>"
    )


def test_a_board_can_be_sorted_and_says_what_belongs_together(environment: Environment) -> None:
    table = Table(TABLE.columns, more=lambda row: f"{row}的明细", is_searchable=False)
    html = _html(environment, table.grouped_view((("一组", ("甲",)),), "名称", board="names"))
    assert '<table class="tb-table" id="names" data-tb-board data-search-exclude>' in html
    assert (
        '<tr class="tb-group" data-tb-group><th scope="rowgroup" colspan="2"><span>一组</span></th></tr>'
        in html
    )
    assert '<tr class="tb-why-row" data-tb-follows><td colspan="2">甲的明细</td></tr>' in html


def test_without_rows_it_says_why(environment: Environment) -> None:
    assert _html(environment, TABLE.view((), "名称")) == '<p class="tb-empty">一个也没有。</p>'


def test_a_table_in_a_cell_is_bare(environment: Environment) -> None:
    nested = Table(TABLE.columns, is_nested=True).view(("甲",), "名称")
    assert _html(environment, nested) == (
        "<table><thead><tr><th>名称</th><th>长度</th></tr></thead><tbody><tr><th>甲</th><td>1</td></tr></tbody></table>"
    )


def test_a_table_of_three_columns_names_them_for_the_cards_of_a_phone(environment: Environment) -> None:
    columns = (
        Column("name", "名称", cell, is_head=True),
        Column("target", Link("目标", "site:/x/"), cell, unit="个"),
        Column("note", "a'b\\<", cell),
    )
    html = _html(environment, Table(columns).view(("甲",), "表"))
    names = "--tb-2:'目标（个）';--tb-3:'a\\27 b\\5c &lt;'"
    assert f'<table class="tb-table tb-stacked" style="{names}"><thead>' in html

    matrix = _html(environment, Table(columns, is_matrix=True).view(("甲",), "表"))
    assert '<table class="tb-table"><thead>' in matrix


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("甲", "甲"),
        (Link("乙", "site:/x/"), "乙"),
        (Styled("丙", Emphasis.CODE), "丙"),
        (Drawing("boards/parts.j2", "cell_status", (STATUS,), STATUS.label), "逾期"),
    ],
)
def test_a_column_is_named_by_the_words_of_its_title(title: Title, name: str) -> None:
    assert column_names((Column("x", title),)) == f"--tb-1:'{name}'"
