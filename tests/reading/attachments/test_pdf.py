from __future__ import annotations

from generators.model.allowance import PersonalKind
from generators.reading.attachments.attachments import content_of
from tests.build import attachments


def test_pages_notes_links_properties_and_files_are_read() -> None:
    data = attachments.pdf(
        "one", "two", author="王强", note="note", link="tel:1", files={"a.txt": "甲".encode()}
    )
    content = content_of(data, "")
    found = [(text.where, text.text.strip()) for text in content.texts]
    assert ("第1页", "one") in found
    assert ("第2页", "two") in found
    assert ("第1页的批注、表单或链接", "note") in found
    assert ("第1页的批注、表单或链接", "tel:1") in found
    assert ("a.txt", "甲") in found
    assert (PersonalKind.AUTHOR, "王强") in [(fact.kind, fact.text) for fact in content.facts]
    assert content.unread == ()


def test_images_and_pages_without_text_need_a_pair_of_eyes() -> None:
    assert content_of(attachments.pdf("one", image=True), "").unread == ("第2页的图片",)
    assert content_of(attachments.pdf("one", ""), "").unread == ("第2页没有可以读出的文字",)


def test_a_locked_file_says_so() -> None:
    assert content_of(attachments.pdf("one", password="secret"), "").unread == ("加了密码",)  # noqa: S106
