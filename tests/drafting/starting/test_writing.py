from __future__ import annotations

from pathlib import Path

import pytest

from generators.drafting.errors import DraftError
from generators.drafting.new.file import NewFile
from generators.drafting.starting.writing import folder_complaint, settle, staged

FILES = (NewFile("data/site.yml", "甲\n"), NewFile("README.md", "乙\n"))


def _names(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())


def test_a_new_folder_gets_all_files_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    with staged(tmp_path / "new", FILES) as written:
        assert not (tmp_path / "new").exists()
        settle(written, tmp_path / "new")
    assert _names(tmp_path) == ["new/README.md", "new/data/site.yml"]


def test_a_folder_that_is_there_stays_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    (folder / ".git").mkdir(parents=True)
    before = folder.stat().st_ino
    with staged(folder, FILES) as written:
        settle(written, folder)
    assert folder.stat().st_ino == before
    assert _names(folder) == ["README.md", "data/site.yml"]


def test_an_interrupt_before_the_end_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staged(tmp_path / "new", FILES):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_moved_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "data":
            raise OSError(28, "no space")
        return rename(self, target)

    with staged(folder, FILES) as written:
        monkeypatch.setattr(Path, "rename", failing)
        with pytest.raises(OSError, match="no space"):
            settle(written, folder)
    assert list(folder.iterdir()) == []


def test_a_folder_filled_meanwhile_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    with staged(folder, FILES) as written:
        folder.mkdir()
        (folder / "mine.txt").write_text("mine")
        with pytest.raises(DraftError, match="已经有东西了（如 mine"):
            settle(written, folder)
    assert _names(folder) == ["mine.txt"]


def test_only_an_empty_or_a_new_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "是一个文件" in str(folder_complaint(tmp_path / "file"))
    assert "上级文件夹不存在" in str(folder_complaint(tmp_path / "none/new"))
    assert "已经有东西了" in str(folder_complaint(tmp_path))
    assert folder_complaint(tmp_path / "new") is None
