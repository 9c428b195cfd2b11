from __future__ import annotations

from docx.document import Document

from generators.drafting.word.conversion import Pictures, converted
from tests.build.word_papers import paper, picture


def test_pictures_get_the_name_of_the_issue_and_others_are_refused() -> None:
    def write(document: Document) -> None:
        for form in ("PNG", "JPEG", "GIF", "BMP", "TIFF"):
            document.add_picture(picture(form))

    pictures = Pictures("7")
    text = converted(paper(write), pictures)
    assert list(pictures.files) == ["7-1.png", "7-2.jpg", "7-3.gif"]
    assert pictures.refused == ["第4幅图是bmp，网页不能显示", "第5幅图是tiff，网页不能显示"]
    assert [f'src="{name}"' in text.html for name in pictures.files] == [True] * 3
    assert text.lost == ()


def test_a_style_map_in_the_document_has_no_say() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("甲")

    assert converted(paper(write), Pictures("1")).html == "<p>甲</p>"
