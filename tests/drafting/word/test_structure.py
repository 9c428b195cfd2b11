from __future__ import annotations

from datetime import date
from pathlib import Path

from docx.document import Document

from generators.drafting.word.package import package_of
from generators.drafting.word.structure import Structure, structure_of
from tests.build.word_papers import CENTRE, HEADLINE, RED, line, paper


def _structure(content: bytes, folder: Path) -> Structure:
    path = folder / "a.docx"
    path.write_bytes(content)
    return structure_of(package_of(path))


def test_a_head_and_an_imprint_in_tables(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        line(document, "工作简报", RED, CENTRE)
        table = document.add_table(2, 2)
        for (at, beside), text in {
            (0, 0): "第7期",
            (0, 1): "总第70期",
            (1, 0): "某县办公室",
            (1, 1): "2026年4月5日",
        }.items():
            table.cell(at, beside).text = text
        line(document, "某事的通报", HEADLINE, CENTRE)
        line(document, "编者按：请一阅。")
        line(document, "正文。")
        tail = document.add_table(2, 2)
        tail.cell(0, 0).merge(tail.cell(0, 1)).text = "报：某领导。"
        tail.cell(1, 0).text, tail.cell(1, 1).text = "某县办公室", "2026年4月6日印发"

    head = _structure(paper(write), tmp_path).head
    assert (head.number, head.total, head.issuer, head.day) == (7, 70, "某县办公室", date(2026, 4, 5))
    assert (head.title, head.editor_note, head.report_to) == ("某事的通报", "请一阅。", ("某领导",))
    assert (head.printed_by, head.printed_on) == ("某县办公室", date(2026, 4, 6))
    assert head.unknown == ()


def test_a_signature_says_who_and_when_if_the_head_does_not(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        line(document, "某事的通报", HEADLINE, CENTRE)
        line(document, "正文。")
        line(document, "某县办公室")
        line(document, "2026年4月5日")

    head = _structure(paper(write), tmp_path).head
    assert (head.issuer, head.day) == ("某县办公室", date(2026, 4, 5))


def test_lines_of_the_head_that_say_nothing_known_are_told(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        line(document, "工作简报", RED, CENTRE)
        line(document, "（第二批材料之三）")
        line(document, "某事的通报", HEADLINE, CENTRE)
        line(document, "正文。")

    assert _structure(paper(write), tmp_path).lost == ("版头里没有认出的文字：“（第二批材料之三）”",)
