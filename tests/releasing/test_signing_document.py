"""The lines of ``generators/signing.md`` are run as a maintainer and a reader would run them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generators.releasing.digests import SUMS, write_digests
from generators.releasing.keys import private_key, public_key
from generators.releasing.signatures import sign
from tests.build.project import ROOT, write_files


@pytest.fixture(scope="module")
def blocks() -> list[str]:
    """Return the shell lines of the document: two keys made, a fingerprint, two ways to verify."""
    text = (ROOT / "generators" / "signing.md").read_text(encoding="utf-8")
    found = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(found) == 5
    return found


def _run(lines: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-ec", lines], cwd=folder, capture_output=True, text=True, check=False)


def test_keys_made_by_the_document_sign_a_release_that_the_document_verifies(
    tmp_path: Path, blocks: list[str]
) -> None:
    ed25519, sm2, fingerprint, with_ed25519, with_sm2 = blocks
    release = tmp_path / "release"
    write_files(release, {"index.html": "首页", "open-data/values.csv": "值"})
    write_digests(release)
    for made in (ed25519, sm2):
        assert _run(made, tmp_path).returncode == 0
    for kind in ("ed25519", "sm2"):
        sign(release / SUMS, private_key(tmp_path / f"release-{kind}.pem", outside=[release]))

    printed = _run(fingerprint, tmp_path).stdout.split()[0]
    assert printed == public_key(tmp_path / "release-ed25519.pub.pem").fingerprint

    assert _run(with_ed25519, release).stdout == "Signature Verified Successfully\n"
    assert _run(with_sm2, release).stdout == "Verified OK\n"
    write_files(release, {"index.html": "改"})
    assert _run(with_ed25519, release).returncode == 1
    write_files(release, {SUMS: "改"})
    assert _run(with_sm2, release).returncode == 1
