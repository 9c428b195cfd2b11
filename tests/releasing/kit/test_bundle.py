"""Wheels made again from what is installed; ``tests/test_maintaining.py`` installs the whole bundle."""

from __future__ import annotations

import base64
import csv
import importlib.metadata
import io
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.cli import main
from generators.releasing.error import ReleaseError
from generators.releasing.kit import bundle
from generators.releasing.kit.bundle import write_bundle
from tests.build.project import MINIMAL


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of packages in which the program is a small one that needs another, and pip a third."""
    folder = tmp_path / "packages"
    for name, needs in (("tongbao", "mergedeep>=1"), ("pip", "")):
        _install(folder, name, needs)
    for path in Path(str(importlib.metadata.distribution("mergedeep").locate_file(""))).glob("mergedeep*"):
        shutil.copytree(path, folder / path.name)
    monkeypatch.setattr(bundle, "distribution", partial(_found_in, folder))
    monkeypatch.setattr(bundle, "_is_source", lambda: False)
    return folder


def _found_in(folder: Path, name: str) -> importlib.metadata.Distribution:
    for found in importlib.metadata.distributions(name=name, path=[str(folder)]):
        return found
    raise importlib.metadata.PackageNotFoundError(name)


def _install(folder: Path, name: str, needs: str) -> None:
    """Write a package as pip does."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / f"{name}.py").write_text("VALUE = 1\n")
    requires = f"Requires-Dist: {needs}\n" if needs else ""
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{requires}")
    (info / "WHEEL").write_text(
        "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2-none-any\nTag: py3-none-any\n"
    )
    (info / "INSTALLER").write_text("pip\n")
    paths = (f"{name}.py", f"{info.name}/METADATA", f"{info.name}/WHEEL")
    rows = [f"{path},sha256={_digest((folder / path).read_bytes())},1" for path in paths]
    others = (f"{info.name}/INSTALLER,,", f"{info.name}/RECORD,,", f"../bin/{name},,", "__pycache__/x.pyc,,")
    (info / "RECORD").write_text("\n".join([*rows, *others, ""]))


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()


def _made(folder: Path) -> Path:
    folder.mkdir()
    write_bundle(folder)
    return folder


def test_a_wheel_holds_the_files_of_its_package_and_says_their_digests(
    installed: Path, tmp_path: Path
) -> None:
    wheels = _made(tmp_path / "bundle") / "wheels"
    names = sorted(path.name for path in wheels.iterdir())
    assert names[1:] == ["pip-1.0-py2.py3-none-any.whl", "tongbao-1.0-py2.py3-none-any.whl"]
    assert names[0].startswith("mergedeep-")
    with zipfile.ZipFile(wheels / names[2]) as wheel:
        record = {
            row[0]: row[1]
            for row in csv.reader(io.StringIO(wheel.read("tongbao-1.0.dist-info/RECORD").decode()))
        }
        assert set(record) == set(wheel.namelist())
        assert set(record) == {
            "tongbao.py",
            *(f"tongbao-1.0.dist-info/{each}" for each in ("METADATA", "WHEEL", "RECORD")),
        }
        assert record["tongbao.py"] == f"sha256={_digest((installed / 'tongbao.py').read_bytes())}"


def test_the_same_packages_give_the_same_bundle(installed: Path, tmp_path: Path) -> None:
    first, second = _made(tmp_path / "first"), _made(tmp_path / "second")
    assert (first / "SHA256SUMS").read_bytes() == (second / "SHA256SUMS").read_bytes()
    required = (first / "requirements.txt").read_text().splitlines()
    assert [line.split("-")[0] for line in required] == ["./wheels/mergedeep", "./wheels/tongbao"]
    assert installed.is_dir()


def _change(folder: Path) -> None:
    (folder / "tongbao.py").write_text("VALUE = 2\n")


def _lose_file(folder: Path) -> None:
    (folder / "tongbao.py").unlink()


def _lose_package(folder: Path) -> None:
    shutil.rmtree(next(folder.glob("mergedeep-*")))


def _lose_tags(folder: Path) -> None:
    (folder / "pip-1.0.dist-info/WHEEL").unlink()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_change, "装好以后改动过"),
        (_lose_file, "没有了"),
        (_lose_package, "这个环境里没有装"),
        (_lose_tags, "不是用 wheel 装的"),
    ],
)
def test_what_was_changed_since_it_was_installed_is_refused(
    installed: Path, tmp_path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(installed)
    with pytest.raises(ReleaseError, match=f"(?s)E150.*{words}"):
        _made(tmp_path / "bundle")


def test_the_extra_of_maps_is_put_into_the_bundle_only_where_it_is_asked_for(
    installed: Path, tmp_path: Path
) -> None:
    shutil.rmtree(installed / "tongbao-1.0.dist-info")
    _install(installed, "tongbao", 'other; extra == "maps"')
    _install(installed, "other", "")
    plain, with_maps = (tmp_path / name for name in ("plain", "with-maps"))
    for folder, extras in ((plain, []), (with_maps, ["--extra", "maps"])):
        result = CliRunner().invoke(main, ["deploy-kit", str(folder), "--project", str(MINIMAL), *extras])
        assert result.exit_code == 0, result.output
    assert not list((plain / "offline/wheels").glob("other-*"))
    assert [path.name for path in (with_maps / "offline/wheels").glob("other-*")]
