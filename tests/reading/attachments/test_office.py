from __future__ import annotations

from generators.model.allowance import PersonalKind
from generators.reading.attachments.attachments import content_of
from tests.build import attachments
from tests.build.attachments import WORD, word_part


def test_paragraphs_and_rows_are_lines_with_their_names() -> None:
    data = attachments.word("第一", [["姓名", "病情"], ["甲", "乙"]], "第二")
    (text,) = content_of(data, "").texts
    assert text.text.split("\n") == ["第一", "", "姓名\t病情", "甲\t乙", "", "第二"]
    assert text.spot(text.text.index("甲")) == "正文表1第2行"
    assert text.spot(text.text.index("第二")) == "正文第2段"


def test_headers_notes_links_and_properties_are_read() -> None:
    parts = {
        "word/header1.xml": word_part("眉", root="hdr"),
        "word/footnotes.xml": word_part("注", root="footnotes"),
        "word/comments.xml": (
            f'<w:comments xmlns:w="{WORD}"><w:comment w:author="王强"><w:p><w:r><w:t>批</w:t></w:r></w:p>'
            "</w:comment></w:comments>"
        ),
        "word/_rels/document.xml.rels": (
            '<Relationships><Relationship Target="tel:1"/><Relationship Target="media/a.png"/>'
            "</Relationships>"
        ),
        "docProps/core.xml": attachments.properties("李小龙"),
        "word/styles.xml": "<styles><p>样式</p></styles>",
    }
    content = content_of(attachments.word("文", parts=parts), "")
    found = {text.where: text.text.strip() for text in content.texts}
    assert found["页眉"] == "眉"
    assert found["脚注"] == "注"
    assert found["批注"] == "批"
    assert found["链接"] == "tel:1"
    assert "样式" not in "".join(found.values())
    assert {(fact.kind, fact.text, fact.where) for fact in content.facts} == {
        (PersonalKind.AUTHOR, "王强", "批注"),
        (PersonalKind.AUTHOR, "李小龙", "文件属性"),
    }
    assert content.unread == ()


def test_what_was_deleted_with_its_trace_kept_is_read_apart() -> None:
    body = (
        f'<w:document xmlns:w="{WORD}"><w:p><w:r><w:t>138</w:t></w:r>'
        "<w:del><w:r><w:delText>999</w:delText></w:r></w:del><w:r><w:t>12345678</w:t></w:r></w:p></w:document>"
    )
    content = content_of(attachments.word(parts={"word/document.xml": body}), "")
    assert [(text.where, text.text) for text in content.texts] == [
        ("正文", "13812345678"),
        ("正文的修订痕迹", "999"),
    ]


def test_pictures_in_a_document_need_a_pair_of_eyes_and_files_in_it_are_read() -> None:
    parts = {
        "word/media/image1.png": attachments.png({"Comment": "照"}),
        "word/embeddings/表.xlsx": attachments.workbook({"甲": {"A1": "乙"}}),
        "word/vbaProject.bin": b"\x00",
    }
    content = content_of(attachments.word("文", parts=parts), "")
    assert content.unread == ("宏", "image1.png、图片里的文字")
    assert ("表.xlsx、工作表“甲”", "乙") in [(text.where, text.text) for text in content.texts]
    assert ("image1.png、图片属性", "照") in [(text.where, text.text) for text in content.texts]


def test_slides_are_read_in_their_order() -> None:
    content = content_of(attachments.slides(*map(str, range(1, 12))), "")
    assert [text.text for text in content.texts] == [str(number) for number in range(1, 12)]
    assert content.texts[10].where == "第11张幻灯片"


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f'<w:document xmlns:w="{WORD}" xmlns:m="m"><w:p><w:r><w:t>前</w:t><m:AlternateContent>'
        f"<m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent></w:r></w:p></w:document>"
    )
    (text,) = content_of(attachments.word(parts={"word/document.xml": body}), "").texts
    assert sorted(text.text.split("\n")) == ["前", "框"]


def test_open_document_text_is_read() -> None:
    body = (
        "<office:d xmlns:office='o' xmlns:text='t'><text:p>甲<text:span>乙</text:span>丙</text:p></office:d>"
    )
    data = attachments.archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": body})
    assert [(text.where, text.text) for text in content_of(data, "").texts] == [("正文", "甲乙丙")]


def test_entities_that_grow_are_refused() -> None:
    body = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    content = content_of(attachments.word(parts={"word/document.xml": body}), "")
    assert content.unread == ("文件已损坏",)
