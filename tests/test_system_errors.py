import errno
import os
from pathlib import Path

import pytest

from generators.system_errors import reason_of, with_file


def test_a_missing_file_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "none").read_bytes()
    assert reason_of(caught.value) == "没有这个文件或文件夹"
    assert with_file(caught.value) == f"{tmp_path / 'none'}：没有这个文件或文件夹"


def test_both_files_of_a_move_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "a").rename(tmp_path / "b")
    assert with_file(caught.value) == f"{tmp_path / 'a'}、{tmp_path / 'b'}：没有这个文件或文件夹"


def test_a_rare_reason_is_told_in_the_words_of_the_system() -> None:
    assert reason_of(OSError(errno.ENOTTY, os.strerror(errno.ENOTTY))) == os.strerror(errno.ENOTTY)


def test_an_error_without_a_number_keeps_its_words() -> None:
    assert reason_of(OSError("cannot load")) == "cannot load"
    assert with_file(OSError("cannot load")) == "cannot load"
