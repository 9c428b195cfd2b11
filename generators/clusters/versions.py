"""The versions of this program and of what it depends on: all workers of a build must have the same."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import Final

from generators.store.digests import digest_of, source_digest

_PROGRAM: Final = "tongbao"
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ENGINE: Final = ("distributed", "fsspec")
"""What the extra ``cluster`` brings; metadata of a program that runs from its source may not name it."""


@cache
def versions() -> Mapping[str, str]:
    """Return the version of Python, a digest of the program's files, and the versions of its dependencies.

    A process that runs for long keeps those that it began with, as it keeps the modules that it imported.
    """
    return {
        "通报": source_digest()[:12],
        "Python": platform.python_version(),
        **dict(sorted(_dependencies(_PROGRAM, *_ENGINE))),
    }


def versions_digest() -> str:
    """Return the digest of :func:`versions`."""
    return digest_of(*(f"{name} {version}" for name, version in versions().items()))


def differences(theirs: Mapping[str, str]) -> str:
    """Return in Chinese how the versions of another process differ from those of this one; empty if not."""
    own = versions()
    return "、".join(
        f"{name} 是 {theirs.get(name, '没有')}，这里是 {own.get(name, '没有')}"
        for name in dict.fromkeys([*own, *theirs])
        if theirs.get(name) != own.get(name)
    )


def _dependencies(*roots: str) -> Iterator[tuple[str, str]]:
    """Yield the name and version of each installed package that ``roots`` need, however indirectly.

    What only an extra needs does not count, nor does the program itself.
    """
    waiting, known = [*roots], {*roots}
    while waiting:
        name = waiting.pop()
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another system, or the program runs from its source
        if name != _PROGRAM:
            yield name, found.version
        for requirement in found.requires or ():
            needed = _NAME.match(requirement)
            key = "" if needed is None else needed[0].lower().replace("_", "-")
            if key and key not in known and "extra ==" not in requirement:
                known.add(key)
                waiting.append(key)
