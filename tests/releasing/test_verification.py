from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.releasing.keys import private_key, public_key
from generators.releasing.layout import ServedFolder
from generators.releasing.verification import oversized, problems_of_release, problems_of_site, relative_to
from tests.build.release_keys import make_key
from tests.build.site_releases import release_files, write_site


def _exchange(folder: Path) -> None:
    """Put another site, whole in itself, in the place of the public one."""
    shutil.rmtree(folder / "public")
    shutil.copytree(folder / "internal", folder / "public")


def _add_dead_link(folder: Path) -> None:
    (folder / "internal/index.html").write_text('<a href="gone/">')


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (lambda folder: (folder / "public/index.html").unlink(), ["E140", "E167"]),
        (lambda folder: (folder / "public/new.html").write_text(""), ["E167"]),
        (lambda folder: (folder / "public/a/index.html.gz").write_bytes(b"x"), ["E144", "E167"]),
        (lambda folder: (folder / "public/SHA256SUMS").unlink(), ["E148"]),
        (lambda folder: shutil.rmtree(folder / "internal"), ["E148"]),
        (_exchange, ["E148"]),
        (_add_dead_link, ["E140", "E167"]),
    ],
)
def test_what_was_changed_in_a_release_is_told(
    served: ServedFolder, change: Callable[[Path], None], codes: list[str]
) -> None:
    kept = release_files(served, 1)
    assert list(problems_of_release(kept)) == []
    change(kept.folder)
    found = relative_to(kept.folder, problems_of_release(kept))
    assert sorted({each.code for each in found}) == codes
    assert not any(each.place.file.startswith("/") for each in found if each.code != "E148")


def test_signatures_are_verified_by_each_key_that_is_given(served: ServedFolder, tmp_path: Path) -> None:
    private, public = make_key(tmp_path / "keys", "ed25519")
    _, other = make_key(tmp_path / "others", "ed25519")
    _, sm2 = make_key(tmp_path / "keys", "sm2")
    kept = release_files(served, 1, [private_key(private, outside=())])
    assert list(problems_of_release(kept, [public_key(public)])) == []
    codes = [each.code for each in problems_of_site(kept.folder / "public", map(public_key, (other, sm2)))]
    assert codes == ["E165", "E166"]


def test_a_site_may_be_so_large_and_no_larger(tmp_path: Path) -> None:
    write_site(tmp_path, "small")
    assert list(oversized(tmp_path, 1)) == []
    (tmp_path / "large.pdf").write_bytes(b"x" * 1024 * 1024)
    (found,) = oversized(tmp_path, 1)
    assert (found.code, found.detail) == ("E143", "共 1.0 MB，上限是 1 MB")
