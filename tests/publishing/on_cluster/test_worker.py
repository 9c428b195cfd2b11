"""The task of a worker, within this process."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from generators.clusters.error import ClusterError
from generators.clusters.folder import SharedFolder
from generators.clusters.versions import versions
from generators.model.language import Language
from generators.model.visibility import Audience
from generators.pipeline import Examined
from generators.publishing.on_cluster import worker
from generators.publishing.on_cluster.package import PackageAddress, pack, package_of
from generators.publishing.on_cluster.worker import KEPT, UnitOrder, forget_build, make_unit
from generators.publishing.page_maker import read_finished
from generators.publishing.units import Unit
from tests.build.project import copy_county

UNIT: Final = Unit(3, "", ("index.md", "methods/index.md"))


@pytest.fixture
def order(county: Examined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[UnitOrder]:
    """Return the order of two public pages of the county, whose package is in a folder."""
    monkeypatch.setattr(worker, "_scratch_folder", _scratch_folder(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    (tmp_path / "shared").mkdir()
    project = copy_county(tmp_path / "project")
    package = package_of(project, county, [Audience.PUBLIC], has_pdfs=False, has_docx=False)
    assert package is not None
    packed = pack(package, SharedFolder(str(tmp_path / "shared")))
    yield UnitOrder(packed, versions(), Audience.PUBLIC, Language.CHINESE, UNIT, {})
    forget_build(packed.digest)
    assert list((tmp_path / "scratch").iterdir()) == []


def _scratch_folder(parent: Path) -> object:
    @contextmanager
    def folder() -> Iterator[str]:
        with tempfile.TemporaryDirectory(dir=parent) as made:
            yield made

    return folder


def _delivered(order: UnitOrder) -> Mapping[str, bytes]:
    delivery = make_unit(order)
    assert delivery is not None
    with zipfile.ZipFile(io.BytesIO(order.package.folder.read(delivery.name))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_archive_has_the_pages_of_its_unit_as_they_are_without_a_cluster(
    order: UnitOrder, county_project: Path
) -> None:
    delivered = _delivered(order)
    assert set(delivered) == {KEPT, "index.html", "methods/index.html"}
    for name in delivered.keys() - {KEPT}:
        assert delivered[name] == (county_project / "site/public" / name).read_bytes()


def test_pages_that_the_earlier_site_has_are_not_delivered(order: UnitOrder) -> None:
    kept = read_finished(_delivered(order)[KEPT])
    known = {"index.md": kept["index.md"].key, "methods/index.md": "another"}
    assert set(_delivered(replace(order, known=known))) == {KEPT, "methods/index.html"}


def test_without_a_store_nobody_asks_for_keys(order: UnitOrder) -> None:
    kept = read_finished(_delivered(replace(order, known=None))[KEPT])
    assert {each.key for each in kept.values()} == {""}


def test_other_versions_are_refused_by_every_task(order: UnitOrder) -> None:
    with pytest.raises(ClusterError, match=r"E135[\s\S]*Python"):
        make_unit(replace(order, versions={**versions(), "Python": "2.7.18"}))


def test_a_package_that_was_exchanged_is_not_loaded(order: UnitOrder, tmp_path: Path) -> None:
    (tmp_path / "shared/package").write_bytes(b"another")
    with pytest.raises(ValueError, match="not the one that was packed"):
        make_unit(order)


def test_a_package_that_is_not_there_is_told(order: UnitOrder, tmp_path: Path) -> None:
    elsewhere = PackageAddress(SharedFolder(str(tmp_path / "elsewhere")), order.package.digest)
    with pytest.raises(ClusterError, match="E139"):
        make_unit(replace(order, package=elsewhere))
