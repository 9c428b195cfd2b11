from __future__ import annotations

import shutil

import pytest

from generators.releasing.layout import RELEASE, ServedFolder, SiteRelease
from tests.build.site_releases import release_files


def test_a_release_is_what_was_written_of_it(served: ServedFolder) -> None:
    release = release_files(served, 1).release
    assert SiteRelease.from_json(release.as_json()) == release


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"number": 1}', "null"])
def test_any_other_text_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="no release"):
        SiteRelease.from_json(text)


def test_folders_that_do_not_say_what_they_are_are_damaged(served: ServedFolder) -> None:
    first, second = release_files(served, 1), release_files(served, 2)
    (first.folder / RELEASE).write_text("{")
    assert [each.id for each in served.kept()] == [second.id]
    assert served.damaged() == (first.folder,)


def test_without_a_link_or_with_a_dead_one_there_is_no_current_release(served: ServedFolder) -> None:
    assert served.current_release() is None
    kept = release_files(served, 1)
    assert served.current_release() is not None
    shutil.rmtree(kept.folder)
    assert served.current_id() == kept.id
    assert served.current_release() is None


def test_what_is_no_folder_of_releases_is_not_published_into(served: ServedFolder) -> None:
    assert served.obstacle() is None
    served.path.mkdir()
    served.lock.touch()
    assert served.obstacle() is None
    served.status.touch()
    served.metrics.parent.mkdir()
    (served.path / ".being-written-x").mkdir()  # of a first run that was killed
    assert served.obstacle() is None
    (served.path / "photo.jpg").touch()
    assert "已有别的内容" in (served.obstacle() or "")
    assert "一个文件" in (ServedFolder(served.path / "photo.jpg").obstacle() or "")
    (served.path / "photo.jpg").unlink()
    release_files(served, 1)
    assert served.obstacle() is None


def test_releases_of_another_program_are_not_taken_over(served: ServedFolder) -> None:
    (served.releases / "20240101").mkdir(parents=True)
    served.current.symlink_to("releases/20240101")
    assert "已有别的内容" in (served.obstacle() or "")
    release_files(served, 1)
    assert served.obstacle() is None
