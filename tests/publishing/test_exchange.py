from __future__ import annotations

import ctypes
import errno
from pathlib import Path

import pytest

from generators.publishing.exchange import exchange


def _folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    return tmp_path / "one", tmp_path / "other"


def test_two_folders_change_places(tmp_path: Path) -> None:
    one, other = _folders(tmp_path)
    assert exchange(one, other)
    assert (one / "file").read_text() == "other"
    assert (other / "file").read_text() == "one"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    one, _ = _folders(tmp_path)
    with pytest.raises(FileNotFoundError) as raised:
        exchange(one, tmp_path / "nothing")
    assert (raised.value.filename, raised.value.filename2) == (str(one), str(tmp_path / "nothing"))


class _Library:
    """A C library whose renameat2 fails, or which has none."""

    def __init__(self, reason: int | None) -> None:
        if reason is not None:
            ctypes.set_errno(reason)
            self.renameat2 = lambda *_: -1


@pytest.mark.parametrize("reason", [errno.ENOSYS, errno.EINVAL, None])
def test_a_system_or_disk_without_it_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int | None
) -> None:
    one, other = _folders(tmp_path)

    def library(*_: object, **__: object) -> _Library:
        return _Library(reason)

    monkeypatch.setattr(ctypes, "CDLL", library)
    assert not exchange(one, other)
    assert (one / "file").read_text() == "one"
