from __future__ import annotations

from typing import Any

import docx
from docx.text.paragraph import Paragraph

from generators.drafting.word.looks import Looks, text_of
from tests.build.word_papers import CENTRE, FIRST, HEADLINE, RED, SECOND, Type, line


def _element(paragraph: Paragraph) -> Any:  # noqa: ANN401 - lxml has no types
    return paragraph._p  # noqa: SLF001 - no interface


def test_looks_set_by_hand() -> None:
    document = docx.Document()
    looks = Looks(document)
    red = looks.of(_element(line(document, "红头", RED, CENTRE)))
    assert (red.is_red, red.is_centred, red.size, red.is_xiaobiaosong) == (True, True, 42, True)
    assert looks.of(_element(line(document, "一、甲", FIRST))).is_heiti
    assert looks.of(_element(line(document, "（一）乙", SECOND))).is_kaiti
    assert looks.of(_element(line(document, "丙", Type(is_bold=True)))).is_bold
    assert looks.of(_element(line(document, "标题", HEADLINE))).size == 22


def test_looks_of_styles_and_what_they_are_based_on() -> None:
    document = docx.Document()
    look = Looks(document).of(_element(document.add_heading("甲", 2)))
    assert (look.style, look.level, look.is_bold) == ("heading 2", 2, True)


def test_text_keeps_tabs_and_breaks() -> None:
    paragraph = docx.Document().add_paragraph("甲\t乙\n丙")
    assert text_of(_element(paragraph)) == "甲\t乙\n丙"
