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
