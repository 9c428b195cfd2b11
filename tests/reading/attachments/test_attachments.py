from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from generators.model.attachment import InnerText
from generators.reading.attachments import read_attachment
from generators.reading.attachments.attachments import content_of
from generators.reading.attachments.contents import LARGEST_FILE
from generators.reading.project_files import ProjectFile
from tests.build import attachments


def test_an_attachment_is_known_by_its_hash(tmp_path: Path) -> None:
    file = ProjectFile(tmp_path / "a.txt", ("content", "a.txt"))
    file.location.write_bytes(b"a")
    content = read_attachment(file).value
    assert content is not None
    assert content.sha256 == hashlib.sha256(b"a").hexdigest()
    assert content.texts == (InnerText("a", is_file=True),)
    assert content.unread == ()


def test_a_file_that_is_gone_is_told() -> None:
    (problem,) = read_attachment(ProjectFile(Path("nowhere"), ("content", "nowhere"))).problems
    assert (problem.code, problem.place.file) == ("E113", "content/nowhere")


def test_the_format_is_that_of_the_content_and_not_of_the_name() -> None:
    content = content_of(attachments.word("甲"), "")
    assert [text.text.strip() for text in content.texts] == ["甲"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00\x01", "不认识的格式"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文件，或加了密码"),
        (b"{\\rtf1 a}", "RTF 文件"),
        (b"PK\x03\x04", "文件已损坏"),
        (b"%PDF-1.7", "文件已损坏"),
        (b"\x89PNG\r\n\x1a\n", "图片里的文字"),
        (b"a" * (LARGEST_FILE + 1), "文件太大"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    content = content_of(data, "")
    assert content.unread[0] == reason
    assert content.texts == ()


FILES = {
    "xlsx": attachments.workbook({"表": {"A1": "姓名", "B1": "日", "A2": "甲", "B2": 31118}}),
    "docx": attachments.word("甲", [["乙", "丙"]], parts={"word/media/a.png": attachments.png()}),
    "pptx": attachments.slides("甲", "乙"),
    "pdf": attachments.pdf("a", "b", author="a", note="c", link="tel:1", files={"d.txt": b"d"}),
    "png": attachments.png({"Author": "a"}),
    "jpeg": attachments.jpeg("a", "b", has_position=True),
    "zip": attachments.archive({"a.txt": "甲", "b.zip": attachments.archive({"c.txt": "乙"})}),
}


@pytest.mark.parametrize("kind", FILES)
def test_reading_a_broken_file_raises_nothing_and_comes_to_an_end(kind: str) -> None:
    chance = random.Random(kind)  # noqa: S311  the same files every time
    for _ in range(60):
        data = bytearray(FILES[kind])
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        content_of(bytes(data[: chance.randrange(len(data) // 2, len(data) + 1)]), "")


@pytest.mark.parametrize("kind", FILES)
def test_the_same_file_reads_the_same(kind: str) -> None:
    assert content_of(FILES[kind], "") == content_of(FILES[kind], "")
