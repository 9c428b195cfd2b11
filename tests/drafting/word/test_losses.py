from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.document import Document

from generators.drafting.word.losses import losses_of, without_losses
from generators.drafting.word.package import package_of
from tests.build.word_papers import paper, write_office_paper, write_what_is_lost


def _losses(content: bytes, folder: Path) -> tuple[list[str], Document]:
    path = folder / "a.docx"
    path.write_bytes(content)
    document = docx.Document(io.BytesIO(content))
    return list(losses_of(document, package_of(path))), document


def test_nothing_is_lost_of_a_plain_paper_with_a_picture(tmp_path: Path) -> None:
    lost, document = _losses(paper(write_office_paper), tmp_path)
    assert lost == []
    without_losses(document)
    assert len(document.inline_shapes) == 1


def test_each_kind_is_counted_and_taken_out_of_the_text(tmp_path: Path) -> None:
    lost, document = _losses(paper(write_what_is_lost), tmp_path)
    assert [each[:3] for each in lost] == ["文本框", "修订已", "公式1", "页眉没"]
    without_losses(document)
    assert "框里" not in document.element.body.xpath("string()")


def test_hidden_text_stays_out_and_is_told(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("看得见")
        paragraph.add_run("不公布的话").font.hidden = True
        paragraph.add_run("也看得见").font.hidden = False

    lost, document = _losses(paper(write), tmp_path)
    assert lost == ["隐藏的文字1处没有带过来：“不公布的话”"]
    without_losses(document)
    assert [each.text for each in document.paragraphs] == ["看得见也看得见"]


def test_a_table_within_a_table_is_told(tmp_path: Path) -> None:
    lost, _ = _losses(paper(lambda document: document.add_table(1, 1).cell(0, 0).add_table(1, 1)), tmp_path)
    assert lost == ["套在表格里的表格1个，改成了格里的几行字"]
