"""Keys for signing releases, made by OpenSSL while a test runs."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

KINDS: Final = {
    "ed25519": ("-algorithm", "ED25519"),
    "sm2": ("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"),
    "p256": ("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"),
}
"""What ``openssl genpkey`` is told for each kind; releases take the first two."""


def make_key(folder: Path, kind: str, *options: str) -> tuple[Path, Path]:
    """Return the files of a new private key of ``kind`` and of its public key, in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    private, public = folder / f"{kind}.pem", folder / f"{kind}.pub.pem"
    _openssl("genpkey", *KINDS[kind], *options, "-out", str(private))
    private.chmod(0o600)
    _openssl("pkey", "-in", str(private), "-passin", "pass:word", "-pubout", "-out", str(public))
    return private, public


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], capture_output=True, check=True)
