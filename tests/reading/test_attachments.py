from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generators.reading.attachments import LARGEST_TEXT, read_attachment, text_of
from generators.reading.project_files import ProjectFile


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_that_offices_use(encoding: str) -> None:
    assert text_of("表一\r\n甲,1\r乙".encode(encoding)) == "表一\n甲,1\n乙"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00", b"\xff\xd8\xff\xe0\x00\x10", b"%PDF-1.7\n\x00\xff", b"\xff\xfe\x41"]
)
def test_what_is_no_text_has_none(data: bytes) -> None:
    assert text_of(data) is None


def test_what_is_too_large_has_none() -> None:
    assert text_of(b"a" * LARGEST_TEXT) is not None
    assert text_of(b"a" * (LARGEST_TEXT + 1)) is None


def test_an_attachment_is_known_by_its_hash(tmp_path: Path) -> None:
    file = ProjectFile(tmp_path / "a.txt", ("content", "a.txt"))
    file.location.write_bytes(b"a")
    content = read_attachment(file).value
    assert content is not None
    assert (content.text, content.sha256) == ("a", hashlib.sha256(b"a").hexdigest())


def test_a_file_that_is_gone_is_told() -> None:
    (problem,) = read_attachment(ProjectFile(Path("nowhere"), ("content", "nowhere"))).problems
    assert (problem.code, problem.place.file) == ("E113", "content/nowhere")
