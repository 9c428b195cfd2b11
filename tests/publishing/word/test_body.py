from __future__ import annotations

from generators.publishing.word.blocks import (
    Cell,
    Heading,
    Item,
    LineBreak,
    Look,
    NoteMark,
    Paragraph,
    ParagraphKind,
    Picture,
    Position,
    Rule,
    Table,
    Text,
)
from generators.publishing.word.body import body_of, inline_of


def _text(text: str) -> Paragraph:
    return Paragraph(ParagraphKind.TEXT, (Text(text),))


def test_paragraphs_headings_and_rules() -> None:
    body = body_of("<h2 id=a>一、甲</h2><p>乙\n丙</p><hr><blockquote><p>丁</p></blockquote>")
    assert body.blocks == (
        Heading(2, (Text("一、甲"),)),
        _text("乙 丙"),
        Rule(),
        Paragraph(ParagraphKind.QUOTATION, (Text("丁"),)),
    )


def test_looks_within_a_paragraph() -> None:
    html = 'a<strong>b</strong><a href="site:/x/">c</a>d<sub>2</sub><del>e</del><ins>f</ins>'
    assert inline_of(html) == (
        Text("a"),
        Text("b", Look(is_emphasised=True)),
        Text("cd"),
        Text("2", Look(position=Position.SUBSCRIPT)),
        Text("e", Look(is_struck=True)),
        Text("f", Look(is_underlined=True)),
    )


def test_a_corrected_figure_says_so_in_brackets() -> None:
    html = '<a class="tb-figure"><span>3</span><span class="tb-figure__mark">更正</span></a>'
    assert inline_of(html) == (Text("3（更正）"),)


def test_a_signature_keeps_its_lines() -> None:
    (block,) = body_of('<p class="tb-signature">某办<br>2026年1月2日</p>').blocks
    assert block == Paragraph(ParagraphKind.SIGNATURE, (Text("某办"), LineBreak(), Text("2026年1月2日")))


def test_lists_within_lists() -> None:
    body = body_of("<ol start=3><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li></ol>")
    assert body.blocks == (
        Item("3.", 0, (Text("甲"),)),
        Item("◦", 1, (Text("乙"),)),
        Item("4.", 0, (Text("丙"),)),
        Item("", 0, (Text("丁"),)),
    )


def test_a_table_with_merged_cells() -> None:
    html = (
        "<table><tr><th colspan=2>甲</th></tr>"
        "<tr><td rowspan=2 style='text-align: right;'>乙</td><td>丙<br>丁</td></tr>"
        "<tr><td>戊</td></tr></table>"
    )
    (table,) = body_of(html).blocks
    assert isinstance(table, Table)
    assert (table.heads, table.columns) == (1, 2)
    second = Cell(((Text("乙"),),), rows=2, align="right")
    assert table.rows[1] == (second, Cell(((Text("丙"), LineBreak(), Text("丁")),)))
    grid = table.grid()
    assert grid[1][0] == (second, True)
    assert grid[2][0] == (second, False)


def test_a_table_that_is_all_head_has_none_to_repeat() -> None:
    (table,) = body_of("<table><tr><th>甲</th></tr></table>").blocks
    assert isinstance(table, Table)
    assert table.heads == 0


def test_notes_are_found_by_their_keys() -> None:
    html = (
        '<p>甲<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
        '<div class="footnote"><hr><ol>'
        '<li id="fn:1"><p>注&#160;<a class="footnote-backref" href="#fnref:1">↩</a></p></li></ol></div>'
    )
    body = body_of(html)
    assert body.blocks == (Paragraph(ParagraphKind.TEXT, (Text("甲"), NoteMark("fn:1"))),)
    assert body.notes == {"fn:1": (Text("注\u00a0"),)}


def test_a_picture_alone_is_a_paragraph_of_its_own_kind() -> None:
    (block,) = body_of('<p><img src="a.png" alt="甲"></p>').blocks
    assert block == Paragraph(ParagraphKind.PICTURE, (Picture("a.png", "甲"),))


def test_what_is_folded_on_the_page_is_open_on_paper() -> None:
    body = body_of("<details><summary>甲</summary><p>乙</p></details>")
    assert body.blocks == (_text("甲"), _text("乙"))
