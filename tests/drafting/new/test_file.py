from __future__ import annotations

import signal
from pathlib import Path

import pytest

from generators.drafting.errors import DraftError
from generators.drafting.new.file import NewFile, write_new
from tests.build.project import files_below

_FILE = NewFile("content/cases/one.md", "全文\n")


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = write_new(tmp_path, _FILE)
    assert path.read_bytes() == "全文\n".encode()
    assert [each.name for each in path.parent.iterdir()] == ["one.md"]


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    write_new(tmp_path, _FILE).write_text("原文", encoding="utf-8")
    with pytest.raises(DraftError, match=r"content/cases/one\.md 已经有了"):
        write_new(tmp_path, _FILE)
    assert (tmp_path / _FILE.path).read_text(encoding="utf-8") == "原文"


def test_nothing_is_left_of_a_file_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path, _FILE)
    assert list((tmp_path / "content/cases").iterdir()) == []


def test_ctrl_c_waits_until_a_file_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_bytes = Path.write_bytes

    def interrupted(path: Path, content: bytes) -> int:
        signal.raise_signal(signal.SIGINT)
        return write_bytes(path, content)

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path, _FILE)
    assert files_below(tmp_path) == {_FILE.path: _FILE.text.encode()}
