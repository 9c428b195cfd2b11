from __future__ import annotations

import pytest

from generators.reading.attachments.plain import LARGEST_TEXT, text_of


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
