"""What a Word document holds, whatever prints it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any, Final

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from generators.composing.documents.imprints import Imprint
from generators.publishing.word.document import word_document
from generators.rendering.paper import Paper

_DAY: Final = date(2026, 1, 20)
_IMPRINT: Final = Imprint((("报", "甲，乙。"), ("发", "丙。")), "共印50份", "某办", "2026年1月20日印发")


def _written(body: str = "<p>正文</p>", files: dict[str, bytes] | None = None, **changes: Any) -> Any:  # noqa: ANN401 - lxml
    given: dict[str, Any] = {
        "marks": (),
        "notice": "",
        "series": "简报",
        "numbers": "第1期",
        "issuer": "某办",
        "date": "2026年1月20日",
        "editor_note": "",
        "title": "标题",
        "imprint": _IMPRINT,
        "document": "bulletins/a/2026/1.md",
    }
    paper = Paper(body=body, **{**given, **changes})
    return docx.Document(io.BytesIO(word_document(paper, _DAY, (files or {}).get)))


def _lines(document: Any) -> list[str]:  # noqa: ANN401 - lxml
    return [each.text for each in document.paragraphs if each.text]


def _jpeg() -> bytes:
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "a"  # the artist, in a form that python-docx fails on
    Image.new("RGB", (4000, 100)).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def test_all_parts_in_their_order() -> None:
    document = _written(
        marks=("内部资料，注意保管",),
        notice="<div><p><strong>已废止</strong>原因。</p></div>",
        editor_note="值得<b>一读</b>。",
        title="很长很长很长很长很长的标题 与它的第二部分在下一行",
    )
    assert _lines(document) == [
        "内部资料，注意保管",
        "已废止原因。",
        "简报",
        "第1期",
        "\t某办\t2026年1月20日",
        "编者按：值得一读。",
        "很长很长很长很长很长的标题\n与它的第二部分在下一行",
        "正文",
    ]
    (imprint,) = document.tables
    assert imprint.cell(0, 0).text == "报：甲，乙。\n发：丙。\n（共印50份）"
    assert imprint.cell(1, 0).text == "某办\t2026年1月20日印发"


def test_the_red_name_is_as_large_as_fits() -> None:
    for name, size in (("简报", 46), ("很长的刊物名称一共二十个字才会变小一些的", 20.5)):
        red = next(each for each in _written(series=name).paragraphs if each.text == name)
        assert red.runs[0].font.size.pt == pytest.approx(size)


def test_footnotes_are_footnotes() -> None:
    body = (
        '<p>甲<sup><a class="footnote-ref" href="#fn:x">1</a></sup>乙</p><div class="footnote"><ol>'
        '<li id="fn:x"><p>注里的话</p></li><li id="fn:y"><p>没有人指的注</p></li></ol></div>'
    )
    document = _written(body)
    (reference,) = document.element.body.iter(qn("w:footnoteReference"))
    assert reference.get(qn("w:id")) == "1"
    (part,) = (
        each.target_part for each in document.part.rels.values() if each.reltype.endswith("/footnotes")
    )
    assert "注里的话" in part.blob.decode()
    assert "没有人指的注" not in part.blob.decode()


def test_tables_repeat_their_heads_and_keep_merged_cells() -> None:
    document = _written(
        "<table><tr><th rowspan=2>甲</th><th colspan=2>乙</th></tr><tr><th>丙</th><th>丁</th></tr>"
        "<tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["甲", "乙", "乙"],
        ["甲", "丙", "丁"],
        ["1", "2", "3"],
    ]
    assert len(document.element.body.xpath("//w:tblHeader")) == 2
    widths = [int(each.get(qn("w:w"))) for each in document.element.body.xpath("(//w:tblGrid)[1]/w:gridCol")]
    assert sum(widths) == pytest.approx(156 / 25.4 * 1440, abs=2)


def test_a_wide_table_lies_on_its_side() -> None:
    row = "".join(f"<td>{at}</td>" for at in range(9))
    document = _written(f"<p>前</p><table><tr>{row}</tr></table><p>后</p>")
    shapes = [each.page_width.mm > each.page_height.mm for each in document.sections]
    assert shapes == [False, True, False]
    assert _lines(document)[-1] == "后"


def test_pictures_are_no_wider_than_the_text_and_others_are_named() -> None:
    body = (
        '<p><img src="%E5%9B%BE.jpg" alt="图"></p><p>看<img src="x.svg" alt="图例">和<img src="none.png"></p>'
    )
    files = {"bulletins/a/2026/图.jpg": _jpeg(), "bulletins/a/2026/x.svg": b"<svg/>"}
    document = _written(body, files)
    (shape,) = document.inline_shapes
    assert shape.width.mm == pytest.approx(156, abs=0.1)
    assert _lines(document)[-1] == "看（图“图例”见网页版）和（图见网页版）"


def test_what_xml_has_no_place_for_is_left_out() -> None:
    assert _lines(_written("<p>甲\x0b乙</p>", title="标\x00题"))[-2:] == ["标题", "甲乙"]


def test_the_same_paper_makes_the_same_bytes_and_no_time_of_the_machine() -> None:
    stream = io.BytesIO()
    _written().save(stream)
    paper = Paper((), "", "简报", "", "某办", "2026年1月20日", "", "标题", "<p>甲</p>", _IMPRINT, "a.md")
    first, second = (word_document(paper, _DAY, lambda _: None) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [each for each in archive.namelist() if "theme" in each or "thumbnail" in each]
