"""Signatures of ``SHA256SUMS``: Ed25519 (RFC 8032), and SM2 with SM3 (GB/T 32918.2, GB/T 32905).

Each stands beside the file, as ``SHA256SUMS.ed25519.sig`` (64 bytes) and ``SHA256SUMS.sm2.sig`` (ASN.1 DER).
SM2 is signed under the identifier that GM/T 0009 gives where no other is agreed on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.error import ReleaseError
from generators.releasing.keys import Algorithm, PrivateKey, PublicKey
from generators.releasing.openssl import OpenSslError, openssl

_OPTIONS: Final = {
    Algorithm.ED25519: (),
    Algorithm.SM2: ("-digest", "sm3", "-pkeyopt", "distid:1234567812345678"),
}


def signature_path(sums: Path, algorithm: Algorithm) -> Path:
    """Return where the signature of the file ``sums`` by ``algorithm`` stands."""
    return sums.with_name(f"{sums.name}.{algorithm}.sig")


def sign(sums: Path, key: PrivateKey) -> Path:
    """Sign the file ``sums`` with ``key``; return the file of the signature, which is written beside it.

    Raises :class:`~generators.releasing.error.ReleaseError` (E160) if OpenSSL cannot sign, as versions
    before 3 cannot, and ``OSError`` if the signature cannot be written.
    """
    try:
        signature = openssl("pkeyutl", "-sign", *_input(sums, key), *_OPTIONS[key.algorithm])
    except OpenSslError as error:
        raise ReleaseError(problem("E160", Place("openssl"), f"签名失败：{error}")) from error
    path = signature_path(sums, key.algorithm)
    path.write_bytes(signature)
    return path


def verify(sums: Path, key: PublicKey) -> None:
    """Return if the signature beside the file ``sums`` was made with the private half of ``key``.

    Raises :class:`~generators.releasing.error.ReleaseError` if it was not, or the file was changed since
    (E165), and if there is no signature of the key's algorithm (E166).
    """
    path = signature_path(sums, key.algorithm)
    if not path.is_file():
        raise ReleaseError(problem("E166", Place(str(path)), f"没有 {key.algorithm} 的签名"))
    signature = ("-pubin", "-sigfile", str(path.resolve()))
    try:
        openssl("pkeyutl", "-verify", *_input(sums, key), *signature, *_OPTIONS[key.algorithm])
    except OpenSslError as error:
        detail = f"{sums.name} 改动过，或不是由公钥 {key.path} 的私钥签的"
        raise ReleaseError(problem("E165", Place(str(path)), detail)) from error


def _input(sums: Path, key: PrivateKey | PublicKey) -> tuple[str, ...]:
    return ("-rawin", "-in", str(sums.resolve()), "-inkey", str(key.path.resolve()))
