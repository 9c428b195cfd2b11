from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.reading.source_text import LARGEST_FILE, decoded, read_text


def codes(data: bytes) -> list[str]:
    return [found.code for found in decoded(data, "f").problems]


def test_utf8_with_and_without_mark_reads_the_same() -> None:
    assert decoded("名: 村".encode(), "f").value == "名: 村"
    assert decoded("名: 村".encode("utf-8-sig"), "f").value == "名: 村"


def test_every_line_break_becomes_a_line_feed() -> None:
    assert decoded(b"a\r\nb\rc\n", "f").value == "a\nb\nc\n"


def test_gbk_is_recognised_and_named() -> None:
    outcome = decoded("name: 开化县何田乡\n".encode("gbk"), "f")
    assert outcome.value is None
    assert [(found.code, str(found.place)) for found in outcome.problems] == [("E102", "f:1:1")]
    assert "GBK" in outcome.problems[0].detail


def test_damaged_utf8_is_not_mistaken_for_gbk() -> None:
    data = "a: 1\r\nname: 开化县".encode() + b"\xe4\xb8" + "何田乡\n".encode()
    outcome = decoded(data, "f")
    assert [(found.code, str(found.place)) for found in outcome.problems] == [("E103", "f:2:10")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_not_text_here(encoding: str) -> None:
    assert codes("name: 某镇".encode(encoding)) == ["E103"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: 1\nb: \x00", "f:2:4"),
        (b"\x0c", "f:1:1"),
        ("一\u2028二".encode(), "f:1:2"),
        (b"a\n\xff", "f:2:1"),
    ],
)
def test_what_is_no_text_is_shown_where_it_stands(data: bytes, place: str) -> None:
    assert [(found.code, str(found.place)) for found in decoded(data, "f").problems] == [("E103", place)]


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\x89PNG\r\n", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0"])
def test_known_formats_are_named(data: bytes) -> None:
    assert codes(data) == ["E103"]
    assert "文件内容是" in decoded(data, "f").problems[0].detail


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    assert codes(data) == ["E110"]


@given(st.binary(max_size=300))
def test_random_bytes_give_text_or_exactly_one_problem(data: bytes) -> None:
    outcome = decoded(data, "f")
    assert (outcome.value is None) == (len(outcome.problems) == 1)


@given(st.text(max_size=40).map(lambda text: text.encode("gb18030", "ignore")))
def test_random_gb18030_never_raises(data: bytes) -> None:
    assert len(decoded(data, "f").problems) <= 1


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yml"
    with path.open("wb") as file:
        file.truncate(10 * 1024 * 1024)
    outcome = read_text(path, "big.yml")
    assert [(found.code, found.detail) for found in outcome.problems] == [("E101", "文件有 10.0 MB")]


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(b"a" * LARGEST_FILE)
    assert read_text(path, "f.yml").problems == ()


def test_what_cannot_be_opened_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    for name in ("absent", "dangling", "pipe", "."):
        assert [found.code for found in read_text(tmp_path / name, name).problems] == ["E113"]
