from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.releasing.error import ReleaseError
from generators.releasing.keys import Algorithm, private_key, public_key
from tests.build.release_keys import make_key


@pytest.mark.parametrize("algorithm", Algorithm)
def test_a_key_tells_its_kind_and_both_halves_share_a_fingerprint(
    tmp_path: Path, algorithm: Algorithm
) -> None:
    private, public = make_key(tmp_path / "keys", algorithm)
    signing = private_key(private, outside=[tmp_path / "project"])
    verifying = public_key(public)
    assert signing.algorithm is verifying.algorithm is algorithm
    assert signing.fingerprint == verifying.fingerprint
    assert len(signing.fingerprint) == 64


def _refused(path: Path, *outside: Path) -> str:
    with pytest.raises(ReleaseError) as raised:
        private_key(path, outside=outside)
    assert raised.value.problem.place.file == str(path)
    return raised.value.problem.code


def test_a_key_that_is_missing_or_no_file_is_told(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.pem") == "E161"
    assert _refused(tmp_path) == "E161"


def test_a_key_with_a_password_is_told(tmp_path: Path) -> None:
    private, _ = make_key(tmp_path, "ed25519", "-aes256", "-pass", "pass:word")
    assert _refused(private) == "E161"


def test_keys_of_another_kind_are_told(tmp_path: Path) -> None:
    private, public = make_key(tmp_path, "p256")
    assert _refused(private) == "E162"
    with pytest.raises(ReleaseError, match="E162"):
        public_key(public)


def test_halves_of_a_key_are_not_taken_for_each_other(tmp_path: Path) -> None:
    private, public = make_key(tmp_path, "ed25519")
    public.chmod(0o600)
    assert _refused(public) == "E162"
    with pytest.raises(ReleaseError, match="E162"):
        public_key(private)


@pytest.mark.parametrize(("mode", "is_fit"), [(0o400, True), (0o640, True), (0o644, False), (0o660, False)])
def test_only_owner_and_group_may_read_a_key(tmp_path: Path, mode: int, *, is_fit: bool) -> None:
    private, _ = make_key(tmp_path, "ed25519")
    private.chmod(mode)
    if is_fit:
        assert private_key(private, outside=[]).algorithm is Algorithm.ED25519
    else:
        assert _refused(private) == "E163"


def test_a_key_in_the_project_or_a_site_is_told_even_by_way_of_a_link(tmp_path: Path) -> None:
    private, _ = make_key(tmp_path / "project" / "keys", "ed25519")
    assert _refused(private, tmp_path / "site", tmp_path / "project") == "E164"
    (tmp_path / "link.pem").symlink_to(private)
    assert _refused(tmp_path / "link.pem", tmp_path / "project") == "E164"


def test_a_machine_without_openssl_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private, _ = make_key(tmp_path, "ed25519")
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    with pytest.raises(ReleaseError, match="E160"):
        private_key(private, outside=[])
