from __future__ import annotations

import io
import zipfile

from generators.reading.attachments.attachments import content_of
from tests.build import attachments


def _texts(data: bytes) -> list[tuple[str, str]]:
    return [(text.where, text.text) for text in content_of(data, "").texts]


def test_an_archive_is_read_to_the_files_in_it() -> None:
    inner = attachments.archive({"甲.txt": "乙"})
    assert _texts(attachments.archive({"内.zip": inner})) == [
        ("内.zip、文件名", "内.zip"),
        ("内.zip、甲.txt、文件名", "甲.txt"),
        ("内.zip、甲.txt", "乙"),
    ]


def test_names_of_chinese_windows_are_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("xxxx.txt", "甲")
    data = stream.getvalue().replace(b"xxxx", "名单".encode("gb18030"))
    assert ("名单.txt", "甲") in _texts(data)


def test_archives_in_archives_have_an_end() -> None:
    data = attachments.archive({"a.txt": "甲"})
    for _ in range(6):
        data = attachments.archive({"a.zip": data})
    (reason,) = content_of(data, "").unread
    assert reason.endswith("层层打包，没有读完")


def test_an_archive_that_would_fill_the_memory_is_not_unpacked() -> None:
    bomb = attachments.archive({"a.txt": b"0" * (80 * 1024 * 1024)})
    content = content_of(bomb, "")
    assert content.unread == ("展开后太大，没有读完",)
    assert content.texts == ()


def test_very_many_files_are_not_read_to_the_end() -> None:
    content = content_of(attachments.archive({f"{number}.txt": "a" for number in range(5100)}), "")
    assert content.unread == ("展开后太大，没有读完",)


def test_a_locked_archive_says_so() -> None:
    data = bytearray(attachments.archive({"a.txt": "甲"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert content_of(bytes(data), "").unread == ("加了密码",)


def test_what_is_unread_within_is_told_with_its_way() -> None:
    assert content_of(attachments.archive({"a.bin": b"\x00"}), "").unread == ("a.bin、不认识的格式",)
