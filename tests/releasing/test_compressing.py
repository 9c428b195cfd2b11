from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generators.releasing.compressing import compress_texts, wrong_copies
from tests.build.project import files_below, write_files

_LONG = "通报" * 1000


def test_texts_get_a_copy_that_is_the_same_at_any_time(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/index.html": _LONG, "small.html": "x", "picture.png": b"\0" * 4000})
    assert compress_texts(tmp_path) == 1
    first = files_below(tmp_path)
    assert set(first) == {"a/index.html", "a/index.html.gz", "small.html", "picture.png"}
    assert gzip.decompress(first["a/index.html.gz"]).decode() == _LONG
    assert first["a/index.html.gz"][4:8] == b"\0\0\0\0"
    assert compress_texts(tmp_path) == 1
    assert files_below(tmp_path) == first


def test_a_copy_that_is_there_is_written_anew(tmp_path: Path) -> None:
    write_files(tmp_path, {"sitemap.xml": "<x/>", "sitemap.xml.gz": gzip.compress(b"<x/>", mtime=1)})
    compress_texts(tmp_path)
    assert (tmp_path / "sitemap.xml.gz").read_bytes() == gzip.compress(b"<x/>", 6, mtime=0)


@pytest.mark.parametrize(
    "content", [b"", b"no gzip at all", gzip.compress(b"another", mtime=0), b"\x1f\x8b\x08\0"]
)
def test_a_copy_of_something_else_is_wrong(tmp_path: Path, content: bytes) -> None:
    write_files(tmp_path, {"a.html": _LONG, "sound.html": _LONG, "data.gz": b"an attachment"})
    compress_texts(tmp_path)
    assert list(wrong_copies(tmp_path)) == []
    (tmp_path / "a.html.gz").write_bytes(content)
    assert list(wrong_copies(tmp_path)) == [tmp_path / "a.html.gz"]


def test_a_copy_without_its_file_is_wrong(tmp_path: Path) -> None:
    write_files(tmp_path, {"gone.html.gz": gzip.compress(b"x", mtime=0)})
    assert list(wrong_copies(tmp_path)) == [tmp_path / "gone.html.gz"]
