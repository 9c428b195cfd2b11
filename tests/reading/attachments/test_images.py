from __future__ import annotations

from generators.model.allowance import PersonalKind
from generators.reading.attachments.attachments import content_of
from tests.build import attachments

XMP = (
    '<x:xmpmeta><rdf:Description exif:GPSLatitude="1,2N"><dc:creator><rdf:Seq><rdf:li>王强</rdf:li></rdf:Seq>'
    "</dc:creator></rdf:Description></x:xmpmeta>"
)


def _facts(data: bytes) -> set[tuple[PersonalKind, str]]:
    return {(fact.kind, fact.text) for fact in content_of(data, "").facts}


def test_author_and_position_of_a_photograph_are_read() -> None:
    assert _facts(attachments.jpeg("王强", has_position=True)) == {
        (PersonalKind.AUTHOR, "王强"),
        (PersonalKind.POSITION, "GPS"),
    }
    assert _facts(attachments.jpeg()) == set()


def test_comments_are_texts() -> None:
    content = content_of(attachments.jpeg(comment="13812345678"), "")
    assert [(text.where, text.text) for text in content.texts] == [("图片属性", "13812345678")]


def test_the_texts_and_xmp_of_png_are_read() -> None:
    content = content_of(attachments.png({"Comment": "甲", "Author": "王强"}), "")
    assert "甲" in [text.text for text in content.texts]
    assert _facts(attachments.png({"Author": "王强"})) == {(PersonalKind.AUTHOR, "王强")}
    assert _facts(attachments.png(xmp=XMP)) == {(PersonalKind.AUTHOR, "王强"), (PersonalKind.POSITION, "GPS")}


def test_what_an_image_shows_always_needs_a_pair_of_eyes() -> None:
    assert content_of(attachments.png(), "").unread == ("图片里的文字",)
