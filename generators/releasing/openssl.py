"""The program ``openssl``, version 3, which signs and verifies.

It is on every server that has TLS, gets its corrections from the distribution, knows SM2 and SM3, and the
commands given here are those by which a reader verifies without Tongbao.
"""

from __future__ import annotations

import shutil
import subprocess

from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.error import ReleaseError


class OpenSslError(Exception):
    """OpenSSL refused; the message is what it said."""


def openssl(*arguments: str) -> bytes:
    """Run ``openssl`` with ``arguments``, which never asks for anything, and return its output.

    Raises :class:`OpenSslError` if it fails, and :class:`~generators.releasing.error.ReleaseError` (E160) if
    there is none.
    """
    program = shutil.which("openssl")
    if program is None:
        raise ReleaseError(problem("E160", Place("openssl"), "系统里找不到 openssl"))
    command = [program, *arguments]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - our own words and a path
    if done.returncode:
        raise OpenSslError(done.stderr.decode(errors="replace").strip())
    return done.stdout
