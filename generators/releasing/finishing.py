"""Finishes the sites of a release: compressed copies, digests, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generators.model.visibility import Audience
from generators.releasing.compressing import compress_texts
from generators.releasing.digests import SUMS, write_digests
from generators.releasing.keys import PrivateKey
from generators.releasing.signatures import sign
from generators.store.digests import digest_of


def finish_sites(folder: Path, audiences: Sequence[Audience], keys: Sequence[PrivateKey]) -> None:
    """Finish the site of each of ``audiences``, each in the folder of its name below ``folder``.

    Raises ``OSError``, and :class:`~generators.releasing.error.ReleaseError` if a site cannot be signed.
    """
    for audience in audiences:
        site = folder / audience.value
        compress_texts(site)
        write_digests(site)
        for key in keys:
            sign(site / SUMS, key)


def content_of(folder: Path, audiences: Sequence[Audience]) -> str:
    """Return the digest of all that finished sites hold: that of their ``SHA256SUMS``. Raises ``OSError``."""
    sums = ((folder / audience.value / SUMS).read_bytes() for audience in audiences)
    return digest_of(*audiences, *(each.decode("utf-8", "surrogateescape") for each in sums))
