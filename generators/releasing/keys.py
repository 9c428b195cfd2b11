"""The keys of a release: a private one that signs, and the public one by which anybody verifies.

They are files in PEM, as ``openssl genpkey`` and ``openssl pkey -pubout`` write them. A kind is known by the
head of the public key in DER: RFC 8410, section 4, for Ed25519; GM/T 0006 for the curve SM2.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.error import ReleaseError
from generators.releasing.openssl import OpenSslError, openssl
from generators.system_errors import reason_of, resolved


class Algorithm(StrEnum):
    """The algorithm of a signature; the value stands in the name of its file."""

    ED25519 = "ed25519"
    SM2 = "sm2"


_HEADS: Final = {
    Algorithm.ED25519: bytes.fromhex("302a300506032b6570032100"),
    Algorithm.SM2: bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004"),
}
_OTHERS_READ: Final = stat.S_IROTH | stat.S_IWOTH | stat.S_IWGRP
"""A group may read the key: that of the service which publishes. Others may not, nor may the group write."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key in a file. ``fingerprint`` is the SHA-256 of its public half in DER, hexadecimal."""

    path: Path
    algorithm: Algorithm
    fingerprint: str


class PrivateKey(Key):
    """A key that signs."""


class PublicKey(Key):
    """A key by which signatures are verified."""


def private_key(path: Path, *, outside: Iterable[Path]) -> PrivateKey:
    """Return the private key in the file ``path``, which must lie outside each of the folders.

    Raises :class:`~generators.releasing.error.ReleaseError` if it cannot be read or is protected by a
    password (E161), is of another kind (E162), may be read by others (E163), or lies in one of the folders
    ``outside``: the project and its sites (E164); and if OpenSSL is missing (E160).
    """
    place = Place(str(path))
    try:
        whole = resolved(path)
    except OSError as error:
        raise ReleaseError(problem("E161", place, reason_of(error))) from error
    if any(whole.is_relative_to(folder.resolve()) for folder in outside):
        raise ReleaseError(problem("E164", place, "这里的文件会随项目或网站流传出去"))
    text = _text_of(path)
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & _OTHERS_READ:
        raise ReleaseError(problem("E163", place, f"文件的权限是 {mode:o}"))
    if b"ENCRYPTED" in text:
        raise ReleaseError(problem("E161", place, "私钥加了口令，不能无人值守地签名"))
    return PrivateKey(path, *_kind_and_fingerprint(path, "-in", "私钥"))


def public_key(path: Path) -> PublicKey:
    """Return the public key in the file ``path``.

    Raises :class:`~generators.releasing.error.ReleaseError` if it cannot be read (E161) or is of another
    kind, a private key for one (E162); and if OpenSSL is missing (E160).
    """
    _text_of(path)
    return PublicKey(path, *_kind_and_fingerprint(path, "-pubin", "-in", "公钥"))


def _text_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReleaseError(problem("E161", Place(str(path)), reason_of(error))) from error


def _kind_and_fingerprint(path: Path, *options_and_word: str) -> tuple[Algorithm, str]:
    """Return the algorithm of the key in ``path`` and its fingerprint; the last word is what it should be."""
    *options, word = options_and_word
    try:
        public = openssl(
            "pkey", *options, str(path.resolve()), "-passin", "pass:", "-pubout", "-outform", "DER"
        )
    except OpenSslError as error:
        raise ReleaseError(problem("E162", Place(str(path)), f"不是 PEM 格式的{word}")) from error
    for algorithm, head in _HEADS.items():
        if public.startswith(head):
            return algorithm, sha256(public).hexdigest()
    raise ReleaseError(problem("E162", Place(str(path)), "既不是 Ed25519 也不是 SM2 的密钥"))
