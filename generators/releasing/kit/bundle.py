"""The offline bundle: this program and all that it needs as wheels, made from what is installed here.

Nothing is fetched. A wheel is made again from the files that pip installed, each compared with the digest
that the package lists for it (``RECORD``; see the specification of the binary distribution format). The
program itself is packed the same way, or from its sources if it runs from them.
"""

from __future__ import annotations

import base64
import csv
import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.digests import write_digests
from generators.releasing.error import ReleaseError
from generators.releasing.kit.files import INSTALLER, installer

_OWN: Final = "tongbao"
_ROOT: Final = Path(__file__).resolve().parents[3]
_SOURCES: Final = ("generators", "theme", "LICENSE", "README.md", "pyproject.toml", "setup.py")
_GUIDES: Final = ("data/README.md", "content/README.md")
_OF_THE_INSTALLER: Final = frozenset({"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"})
"""Files beside the metadata that pip writes for one environment."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip file knows: wheels of the same files have the same bytes."""


def write_bundle(folder: Path, extras: Collection[str] = ()) -> int:
    """Write the bundle into the empty ``folder``; return how many wheels it has.

    With the ``extras`` of the program that are named. Raises ``OSError``, and
    :class:`~generators.releasing.error.ReleaseError` (E150) if a package is missing here or was changed since
    it was installed.
    """
    wheels = folder / "wheels"
    wheels.mkdir()
    made = [
        _own_wheel(wheels) if each.name == _OWN and _is_source() else _wheel(each, wheels)
        for each in _needed(extras)
    ]
    pip = _wheel(_distribution("pip"), wheels)
    lines = [f"./wheels/{each.name} --hash=sha256:{sha256(each.read_bytes()).hexdigest()}\n" for each in made]
    (folder / "requirements.txt").write_text("".join(sorted(lines)), encoding="utf-8")
    (folder / INSTALLER).write_text(installer(pip.name), encoding="utf-8")
    (folder / INSTALLER).chmod(0o755)
    write_digests(folder)
    return len(made)


def _needed(extras: Collection[str]) -> Iterable[Distribution]:
    """Return the program and the packages that it needs here, in the order of their names."""
    found: dict[str, Distribution] = {}
    waiting = [(_OWN, frozenset(extras))]
    asked: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        each = waiting.pop()
        if each in asked:
            continue
        asked.add(each)
        name, wanted = each
        package = found.setdefault(name, _distribution(name))
        for text in package.requires or ():
            requirement = Requirement(text)
            environments = [{"extra": extra} for extra in ("", *wanted)]
            if requirement.marker is None or any(map(requirement.marker.evaluate, environments)):
                waiting.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    return [found[name] for name in sorted(found)]


def _distribution(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise ReleaseError(problem("E150", Place(name), "这个环境里没有装")) from None


def _wheel(package: Distribution, folder: Path) -> Path:
    """Write the wheel of an installed package into ``folder``; return its file."""
    name = re.sub(r"[-_.]+", "_", package.name)
    tags = re.findall(r"^Tag: (\S+)-(\S+)-(\S+)$", package.read_text("WHEEL") or "", re.MULTILINE)
    if not tags:
        raise ReleaseError(problem("E150", Place(package.name), "不是用 wheel 装的"))
    parts = (".".join(dict.fromkeys(part)) for part in zip(*tags, strict=True))
    wheel = folder / f"{name}-{package.version}-{'-'.join(parts)}.whl"
    record: list[tuple[str, str, int | str]] = []
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for file, listed in _files(package):
            content = _content(package, file, listed)
            _add(packed, file.as_posix(), content)
            record.append((file.as_posix(), f"sha256={_digest(content)}", len(content)))
        metadata = next(path for path, _, _ in record if path.endswith(".dist-info/WHEEL"))
        own = f"{metadata.partition('/')[0]}/RECORD"
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([*record, (own, "", "")])
        _add(packed, own, text.getvalue().encode())
    return wheel


def _files(package: Distribution) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield the files of a package that its wheel had, each with the digest listed for it, empty if none is.

    Neither byte code nor commands outside the packages. The list is read here, since ``Distribution.files``
    of some versions leaves out what is no longer there.
    """
    listed = csv.reader((package.read_text("RECORD") or "").splitlines())
    for file, digest in sorted((PurePosixPath(name), digest) for name, digest, _ in listed):
        is_of_installer = file.parts[0].endswith(".dist-info") and file.name in _OF_THE_INSTALLER
        if file.parts[0] != ".." and "__pycache__" not in file.parts and not is_of_installer:
            yield file, digest


def _content(package: Distribution, file: PurePosixPath, listed: str) -> bytes:
    """Return the bytes of an installed file; raises ``ReleaseError`` if their digest is not ``listed``."""
    try:
        content = Path(str(package.locate_file(file))).read_bytes()
    except FileNotFoundError:
        raise ReleaseError(problem("E150", Place(package.name), f"{file} 没有了，请重新安装")) from None
    kind, _, digest = listed.partition("=")
    if kind == "sha256" and digest != _digest(content):
        raise ReleaseError(problem("E150", Place(package.name), f"{file} 装好以后改动过，请重新安装"))
    return content


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    packed.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)


def _digest(content: bytes) -> str:
    """Return the digest as ``RECORD`` writes it: SHA-256 in base64 for addresses, without ``=``."""
    return base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()


def _is_source() -> bool:
    """Whether the program runs from its sources, which are then more than what is installed."""
    return (_ROOT / "pyproject.toml").is_file()


def _own_wheel(folder: Path) -> Path:
    """Write the wheel of this program, made from a copy of its sources, into ``folder``; return its file."""
    with tempfile.TemporaryDirectory(prefix="tongbao-wheel-") as scratch:
        sources = Path(scratch, "sources")
        for name in _SOURCES:
            source, copy = _ROOT / name, sources / name
            if source.is_dir():
                shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, copy)
        for name in _GUIDES:
            (sources / name).parent.mkdir()
            shutil.copyfile(_ROOT / name, sources / name)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "wheel", "--no-index")
        command = (*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(sources))
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        if done.returncode:
            raise ReleaseError(problem("E150", Place(_OWN), done.stderr.strip() or done.stdout.strip()))
    (wheel,) = folder.glob(f"{_OWN}-*.whl")
    return wheel
