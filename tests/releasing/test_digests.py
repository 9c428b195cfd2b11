from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generators.releasing.digests import SUMS, Differences, verify_digests, write_digests
from generators.releasing.error import ReleaseError
from tests.build.project import write_files

NONE = Differences((), (), ())
FILES = {
    "z.html": "末",
    "甲 乙.csv": "1",
    "a/b/c.txt": "",
    "a/back\\slash.txt": "2",
    "a/two\nlines.txt": "3",
    "a/return\r.txt": "4",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path / "release", FILES)
    (tmp_path / "release" / "empty").mkdir()
    write_digests(tmp_path / "release")
    return tmp_path / "release"


def test_sha256sum_accepts_what_is_written_and_writes_the_same(folder: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=folder, capture_output=True, check=False
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, b"", b"")
    written = (folder / SUMS).read_bytes()
    names = ["a/b/c.txt", "a/back\\slash.txt", "a/return\r.txt", "a/two\nlines.txt", "z.html", "甲 乙.csv"]
    again = subprocess.run(["sha256sum", *names], cwd=folder, capture_output=True, check=True).stdout
    assert written == again


def test_a_folder_as_it_was_has_no_differences(folder: Path) -> None:
    assert verify_digests(folder) == NONE
    for algorithm in ("ed25519", "sm2"):
        (folder / f"{SUMS}.{algorithm}.sig").write_bytes(b"signature")
    assert verify_digests(folder) == NONE


def test_what_is_only_called_like_a_signature_is_not_listed(folder: Path) -> None:
    added = (f"{SUMS}.d/page.sig", f"{SUMS}.html.sig", f"a/{SUMS}.ed25519.sig")
    write_files(folder, dict.fromkeys(added, ""))
    assert verify_digests(folder) == Differences((), (), added)


def test_writing_again_gives_the_same_bytes_and_the_number_of_files(folder: Path) -> None:
    before = (folder / SUMS).read_bytes()
    assert write_digests(folder) == len(FILES)
    assert (folder / SUMS).read_bytes() == before


def test_what_is_missing_changed_and_not_listed_is_named(folder: Path) -> None:
    write_files(folder, {"z.html": "改", "a/b/c.txt": None, "a/new.txt": "", "b/SHA256SUMS": ""})
    (folder / "甲 乙.csv").rename(folder / "elsewhere.csv")
    (folder / "甲 乙.csv").symlink_to("elsewhere.csv")
    found = verify_digests(folder)
    assert found.missing == ("a/b/c.txt", "甲 乙.csv")
    assert found.changed == ("z.html",)
    assert found.unlisted == ("a/new.txt", "b/SHA256SUMS", "elsewhere.csv", "甲 乙.csv")
    told = [(each.code, each.place.file, each.detail) for each in found.problems(folder)]
    assert {code for code, _, _ in told} == {"E167"}
    assert len(told) == 7
    assert ("E167", str(folder / "z.html"), "内容与清单的散列不同") in told


def test_a_link_in_a_release_is_refused(folder: Path) -> None:
    (folder / "link").symlink_to("z.html")
    with pytest.raises(OSError, match="link"):
        write_digests(folder)


@pytest.mark.parametrize("line", ["no digest  z.html", f"{'0' * 64} z.html", "", f"{'A' * 64}  z.html"])
def test_a_malformed_list_is_told_by_its_line(folder: Path, line: str) -> None:
    (folder / SUMS).write_text(f"{'0' * 64}  z.html\n{line}\n", encoding="utf-8")
    with pytest.raises(ReleaseError) as raised:
        verify_digests(folder)
    assert (raised.value.problem.code, raised.value.problem.place.line) == ("E168", 2)


def test_a_folder_without_a_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"E168[\s\S]*没有这个文件"):
        verify_digests(tmp_path)
