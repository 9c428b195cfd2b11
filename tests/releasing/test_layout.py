from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest

from generators.model.problem import Problem
from generators.releasing.layout import RELEASE, ServedFolder, SiteRelease, release_in
from generators.releasing.stored_json import AlteredError, StoredObject
from tests.build.site_releases import release_files

_WRONG: Final[Mapping[str, Sequence[object]]] = {
    "number": ["1", 1.0, True, -1, 10**30, None, []],
    "made": [5, "yesterday", "2026-11-28", "2026-11-28T04:01:00", "0001-01-01T00:00:00+00:00", [], None],
    "day": [20261128, "2026-02-30", "9999-12-31", None],
    "content": ["abc", "g" * 64, 7, None],
    "program": [["0.1.0"], "\ud800", None],
    "keys": ["ab", [1], {"a": "b"}, None],
    "warnings": [["E101"], -1, "0", None],
    "sites": [{}, [], ["public"], [{"audience": "public"}], [[]], None],
    "more": [1],
}
_WRONG_SITES: Final[Mapping[str, Sequence[object]]] = {
    "audience": ["all", 1, "internal", None],
    "pages": ["2", 2.5, None],
    "files": [[], None],
    "size": [10**400, None],
    "more": [1],
}


def _written(release: SiteRelease) -> dict[str, Any]:
    found = json.loads(release.as_json())
    assert isinstance(found, dict)
    return found


def test_a_release_is_what_was_written_of_it(served: ServedFolder) -> None:
    release = release_files(served, 1).release
    assert SiteRelease.stored(StoredObject.of_text(release.as_json())) == release


@pytest.mark.parametrize("name", _WRONG)
def test_a_member_of_another_type_is_told(served: ServedFolder, name: str) -> None:
    written = _written(release_files(served, 1).release)
    for value in _WRONG[name]:
        with pytest.raises(AlteredError):
            SiteRelease.stored(StoredObject({**written, name: value}))
    for missing in {name} & written.keys():
        with pytest.raises(AlteredError, match=f"没有“{name}”"):
            SiteRelease.stored(StoredObject({key: each for key, each in written.items() if key != missing}))


@pytest.mark.parametrize("name", _WRONG_SITES)
def test_a_site_of_another_type_is_told(served: ServedFolder, name: str) -> None:
    written = _written(release_files(served, 1).release)
    first, second = written["sites"]
    for value in _WRONG_SITES[name]:
        with pytest.raises(AlteredError):
            SiteRelease.stored(StoredObject({**written, "sites": [{**first, name: value}, second]}))


def test_what_is_no_file_of_a_release_is_told_with_a_reason(served: ServedFolder) -> None:
    folder = release_files(served, 1).folder
    texts = {
        b"": "不是 JSON",
        b"{": "不是 JSON",
        b"\xff\xfe\x00": "不是 UTF-8",
        b"[]": "不是对象",
        b"null": "不是对象",
        b'{"number": ' + b"9" * 5000 + b"}": "位数太多",
        b"[" * 200_000: "嵌套过深",
    }
    for text, reason in texts.items():
        (folder / RELEASE).write_bytes(text)
        found = release_in(folder)
        assert isinstance(found, Problem)
        assert (found.code, found.place.file) == ("E148", str(folder / RELEASE))
        assert reason in found.detail
    (folder / RELEASE).unlink()
    (folder / RELEASE).mkdir()
    found = release_in(folder)
    assert isinstance(found, Problem)
    assert "文件夹" in found.detail


def test_folders_that_do_not_say_what_they_are_are_damaged(served: ServedFolder) -> None:
    first, second = release_files(served, 1), release_files(served, 2)
    (first.folder / RELEASE).write_text("{")
    assert [each.id for each in served.kept()] == [second.id]
    (found,) = served.damaged()
    assert (found.code, found.place.file) == ("E148", str(first.folder / RELEASE))


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
