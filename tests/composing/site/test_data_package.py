"""The data package describes the CSV files as they are; frictionless reads every row by it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from frictionless import Package, system, validate

from generators.composing.kit.csv_file import CsvFile
from generators.composing.kit.section import SiteParts
from generators.composing.site.data_package import PACKAGE, package_file
from generators.composing.site.data_tables import data_tables
from generators.disclosing import Audience, Publication
from generators.pipeline import Examined, examine
from tests.build.project import (
    COUNTY_SMALL,
    FIXTURES_DAY,
    OWN_DAY,
    ROOT,
    SHILI,
    SHILI_DAY,
)

PROJECTS: Final = {
    "fixtures": (COUNTY_SMALL, FIXTURES_DAY),
    "example": (SHILI, SHILI_DAY),
    "own": (ROOT, OWN_DAY),
}


@pytest.fixture(scope="module", params=PROJECTS)
def examined(request: pytest.FixtureRequest) -> Examined:
    """Return each project in turn."""
    return examine(*PROJECTS[request.param])


@pytest.fixture(scope="module", params=Audience)
def folder(
    request: pytest.FixtureRequest, examined: Examined, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return the CSV files of the open data and their package, of each audience in turn."""
    target = tmp_path_factory.mktemp("open-data")
    _write(examined, request.param, target)
    return target


def _write(examined: Examined, audience: Audience, target: Path) -> None:
    for each in examined.site(audience).downloads:
        path = Path(each.path)
        if path.parent == Path("open-data") and (path.suffix == ".csv" or path.name == PACKAGE):
            (target / path.name).write_bytes(each.content)


def _read(folder: Path) -> Mapping[str, Any]:
    found = json.loads((folder / "datapackage.json").read_bytes())
    assert isinstance(found, dict)
    return found


def test_frictionless_accepts_the_package_and_every_row(folder: Path) -> None:
    with system.use_context(trusted=False):
        report = validate(folder / "datapackage.json")
    assert report.flatten(["code", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(list(folder.glob("*.csv")))


def test_sizes_and_digests_are_those_of_the_files(folder: Path) -> None:
    for resource in _read(folder)["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_column_has_type_title_and_description(folder: Path) -> None:
    for resource in _read(folder)["resources"]:
        rows = csv.reader(io.StringIO((folder / resource["path"]).read_text(encoding="utf-8-sig")))
        fields = resource["schema"]["fields"]
        assert [each["name"] for each in fields] == next(rows)
        assert all(each["type"] and each["title"] and each["description"] for each in fields)
        columns = {each["name"] for each in fields}
        assert all(each.get("unitField", "division") in columns | {"division"} for each in fields)


def test_a_wrong_row_is_seen(county: Examined, tmp_path: Path) -> None:
    """What proves the schema to be strict: a key twice, an unknown division, an unknown code, no number."""
    _write(county, Audience.PUBLIC, tmp_path)
    progress = tmp_path / "progress.csv"
    head, first, *_ = progress.read_text(encoding="utf-8-sig").splitlines()
    names, cells = next(csv.reader([head])), next(csv.reader([first]))
    wrong = {"division": "elsewhere", "kind": "guess", "baseline": "many"}
    with progress.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([names, cells, cells])
        writer.writerow([wrong.get(name, cell) for name, cell in zip(names, cells, strict=True)])
    with system.use_context(trusted=False):
        report = validate(Package(str(tmp_path / "datapackage.json")).get_resource("progress"))
    assert {each[0] for each in report.flatten(["type"])} >= {
        "primary-key",
        "foreign-key",
        "constraint-error",
        "type-error",
    }


def test_an_invented_county_says_so_and_names_its_licence(publication: Publication) -> None:
    licensed = replace(publication, site=publication.site.model_copy(update={"licence": "CC-BY-4.0"}))
    found = json.loads(package_file(licensed, map(CsvFile, data_tables(SiteParts(licensed)))).content)
    assert found["fictional"] is True
    assert found["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "title": "知识共享 署名 4.0 国际",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    assert found["contributors"] == [{"title": publication.site.owner, "roles": ["publisher"]}]


def test_terms_of_the_offices_own_are_named_by_their_address(publication: Publication) -> None:
    terms = "https://fengping.example/terms/"
    own = replace(publication, site=publication.site.model_copy(update={"licence": terms}))
    found = json.loads(package_file(own, map(CsvFile, data_tables(SiteParts(own)))).content)
    assert found["licenses"] == [{"title": "主办单位的使用条款", "path": terms}]
    plain = json.loads(package_file(publication, map(CsvFile, data_tables(SiteParts(publication)))).content)
    assert "licenses" not in plain


def test_the_public_package_has_no_internal_source(
    publication: Publication, internal_publication: Publication
) -> None:
    titles = {
        each: {source["title"] for source in _package(found)["sources"]}
        for each, found in ((Audience.PUBLIC, publication), (Audience.INTERNAL, internal_publication))
    }
    assert titles[Audience.PUBLIC] < titles[Audience.INTERNAL]


def _package(publication: Publication) -> Mapping[str, Any]:
    found = json.loads(package_file(publication, map(CsvFile, data_tables(SiteParts(publication)))).content)
    assert isinstance(found, dict)
    return found
