from __future__ import annotations

from pathlib import Path

import pytest

from generators.releasing.error import ReleaseError
from generators.releasing.keys import Algorithm, private_key, public_key
from generators.releasing.openssl import OpenSslError
from generators.releasing.signatures import sign, signature_path, verify
from tests.build.release_keys import make_key


@pytest.fixture(params=Algorithm)
def algorithm(request: pytest.FixtureRequest) -> Algorithm:
    assert isinstance(request.param, Algorithm)
    return request.param


@pytest.fixture
def sums(tmp_path: Path) -> Path:
    path = tmp_path / "release" / "SHA256SUMS"
    path.parent.mkdir()
    path.write_text(f"{'0' * 64}  index.html\n", encoding="utf-8")
    return path


def test_a_signature_is_verified_by_the_public_half_alone(
    tmp_path: Path, sums: Path, algorithm: Algorithm
) -> None:
    private, public = make_key(tmp_path / "keys", algorithm)
    signature = sign(sums, private_key(private, outside=[sums.parent]))
    private.unlink()
    assert signature == signature_path(sums, algorithm) == sums.with_name(f"SHA256SUMS.{algorithm}.sig")
    verify(sums, public_key(public))


def test_what_was_changed_and_another_key_are_told(tmp_path: Path, sums: Path, algorithm: Algorithm) -> None:
    private, public = make_key(tmp_path / "keys", algorithm)
    _, other = make_key(tmp_path / "others", algorithm)
    sign(sums, private_key(private, outside=[]))
    with pytest.raises(ReleaseError, match="E165"):
        verify(sums, public_key(other))
    sums.write_text(sums.read_text(encoding="utf-8").replace("index", "lndex"), encoding="utf-8")
    with pytest.raises(ReleaseError, match="E165"):
        verify(sums, public_key(public))


def test_two_signatures_stand_side_by_side(tmp_path: Path, sums: Path) -> None:
    keys = [make_key(tmp_path / "keys", kind) for kind in Algorithm]
    for private, _ in keys:
        sign(sums, private_key(private, outside=[]))
    for _, public in keys:
        verify(sums, public_key(public))


def test_a_missing_signature_is_told_by_its_name(tmp_path: Path, sums: Path) -> None:
    _, public = make_key(tmp_path / "keys", "sm2")
    with pytest.raises(ReleaseError, match=r"SHA256SUMS\.sm2\.sig[\s\S]*E166"):
        verify(sums, public_key(public))


def test_an_openssl_that_cannot_sign_is_told(
    tmp_path: Path, sums: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private, _ = make_key(tmp_path / "keys", "ed25519")
    key = private_key(private, outside=[])

    def refuse(*_: str) -> bytes:
        raise OpenSslError("pkeyutl: Unknown option: -rawin")

    monkeypatch.setattr("generators.releasing.signatures.openssl", refuse)
    with pytest.raises(ReleaseError, match=r"E160[\s\S]*Unknown option: -rawin"):
        sign(sums, key)
    assert not signature_path(sums, Algorithm.ED25519).exists()
