from __future__ import annotations

import os
import signal
from pathlib import Path
from zipfile import ZipFile

import pytest

from generators.publishing.offline.archive import archive_of, is_replaceable, write_archive
from generators.publishing.release import file_beside, remove_left_behind, staged_release


def _edition(folder: Path) -> Path:
    for name, text in {
        "index.html": "首页",
        "open-data/values.csv": "a",
        "divisions/a/index.html": "甲",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_it_holds_all_files_below_one_folder(tmp_path: Path) -> None:
    folder = _edition(tmp_path / "public")
    write_archive(folder, "public-20261015")
    with ZipFile(archive_of(folder)) as found:
        assert found.testzip() is None
        assert found.namelist() == [
            "public-20261015/divisions/a/index.html",
            "public-20261015/index.html",
            "public-20261015/open-data/values.csv",
        ]
        assert found.read("public-20261015/index.html").decode() == "首页"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "public.zip"]


def test_the_same_files_make_the_same_bytes_at_any_time(tmp_path: Path) -> None:
    folder = _edition(tmp_path / "public")
    write_archive(folder, "x")
    first = archive_of(folder).read_bytes()
    os.utime(folder / "index.html", (0, 0))
    write_archive(folder, "x")
    assert archive_of(folder).read_bytes() == first


def test_only_an_earlier_edition_is_replaced(tmp_path: Path) -> None:
    folder = _edition(tmp_path / "public")
    archive = archive_of(folder)
    assert is_replaceable(archive)
    write_archive(folder, "x")
    assert is_replaceable(archive)
    with ZipFile(archive, "w") as other:
        other.writestr("letter.txt", "信")
    assert not is_replaceable(archive)
    archive.write_text("no archive", encoding="utf-8")
    assert not is_replaceable(archive)


def test_the_earlier_archive_stays_if_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _edition(tmp_path / "public")
    write_archive(folder, "x")
    before = archive_of(folder).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(ZipFile, "writestr", full)
    with pytest.raises(OSError, match="no space"):
        write_archive(folder, "y")
    assert archive_of(folder).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "public.zip"]


def _kill_while_writing(folder: Path) -> int:
    """Write the archive of ``folder`` in a process that is killed before the new one is in place."""
    process = os.fork()
    if not process:
        Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment, method-assign]
        write_archive(folder, "x")
    _, status = os.waitpid(process, 0)
    return os.WTERMSIG(status)


def test_what_a_killed_build_leaves_of_an_archive_is_removed_by_the_next(tmp_path: Path) -> None:
    folder = _edition(tmp_path / "public")
    assert _kill_while_writing(folder) == signal.SIGKILL
    assert not archive_of(folder).exists()
    assert len(list(tmp_path.iterdir())) == 2
    with staged_release(folder) as (new,):
        _edition(new)
    write_archive(folder, "x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "public.zip"]


def test_an_archive_that_another_build_is_writing_stays(tmp_path: Path) -> None:
    folder = _edition(tmp_path / "public")
    with file_beside(folder) as written:
        remove_left_behind(folder)
        assert written.is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
