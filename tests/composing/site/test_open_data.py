"""The downloads: their exact form, and that a reader can redo every sum with a pocket calculator."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from operator import itemgetter
from typing import Final

import pytest
from markupsafe import escape

from generators.composing.figures.rows import FigureRow
from generators.composing.kit.csv_file import spreadsheet_safe
from generators.composing.kit.section import SiteParts
from generators.composing.site.data_package import PACKAGE
from generators.composing.site.data_tables import data_tables
from generators.composing.site.open_data import open_data
from generators.disclosing import Audience, Publication
from generators.pipeline import Examined
from tests.reading_sites.built_site import BuiltSite
from tests.reading_sites.rendered_site import downloads_of, pages_of
from tests.reading_sites.workbooks import values_of

SIX_PLACES = Decimal("0.000001")

Row = Mapping[str, str]


def _table(site: BuiltSite, name: str) -> list[Row]:
    text = (site.folder / "open-data" / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(params=["own_site", "county_site"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Return each of the public sites in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, BuiltSite)
    return found


def _as_csv(row: Mapping[str, str | bool]) -> Row:
    return {
        column: str(cell).lower() if isinstance(cell, bool) else spreadsheet_safe(cell)
        for column, cell in row.items()
    }


def _downloads(publication: Publication, rows: Sequence[FigureRow]) -> dict[str, bytes]:
    site = SiteParts(publication)
    return {download.path: download.content for download in open_data(site, data_tables(site, rows))[1]}


def test_the_columns_are_those_of_the_design(site: BuiltSite) -> None:
    first = (site.folder / "open-data" / "values.csv").read_bytes().split(b"\r\n", 1)[0]
    columns = "programme,division,indicator,name,role,value,qualifier,measure,date,source,locator,fictional"
    assert first == b"\xef\xbb\xbf" + columns.encode()


@pytest.mark.parametrize("name", ["values", "progress"])
def test_csv_is_what_excel_reads(site: BuiltSite, name: str) -> None:
    content = (site.folder / "open-data" / f"{name}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == len(_table(site, f"{name}.csv")) + 1


@pytest.mark.parametrize("name", ["values", "progress"])
def test_csv_and_json_say_the_same(site: BuiltSite, name: str) -> None:
    document = json.loads((site.folder / "open-data" / f"{name}.json").read_bytes())
    assert [each["name"] for each in document["columns"]] == list(_table(site, f"{name}.csv")[0])
    assert all(each["description"] for each in document["columns"])
    printed = [_as_csv(row) for row in document["rows"]]
    assert printed == _table(site, f"{name}.csv")
    assert printed


_FITS: Final[Mapping[str, Callable[[str], bool]]] = {
    "boolean": lambda _: False,
    "integer": lambda text: re.fullmatch(r"-?\d+", text) is not None,
    "number": lambda text: Decimal(text).is_finite(),
    "date": lambda text: date.fromisoformat(text).isoformat() == text,
    "string": lambda _: True,
    "any": lambda _: True,
}
"""Whether a text of the JSON is of the type that its column states; a truth value is no text."""


def _fits(value: str | bool, kind: str) -> bool:  # noqa: FBT001 - a value of the data
    if isinstance(value, bool):
        return kind in {"boolean", "any"}
    return not value or _FITS[kind](value)


def test_every_value_is_of_the_type_of_its_column(site: BuiltSite) -> None:
    files = sorted(set((site.folder / "open-data").glob("*.json")) - {site.folder / "open-data" / PACKAGE})
    assert files
    for file in files:
        document = json.loads(file.read_bytes())
        types = {each["name"]: each["type"] for each in document["columns"]}
        wrong = {
            (file.name, name, value)
            for row in document["rows"]
            for name, value in row.items()
            if not _fits(value, types[name])
        }
        assert not wrong


@pytest.mark.parametrize("audience", list(Audience))
def test_every_table_is_the_same_in_csv_and_json_and_its_columns_are_explained(
    county: Examined, audience: Audience
) -> None:
    site = county.site(audience)
    page = pages_of(site)["open-data/index.md"]
    files = {name: each for name, each in downloads_of(site).items() if name.startswith("open-data/")}
    names = [name.removesuffix(".json") for name in files if name.endswith(".json") and PACKAGE not in name]
    assert {f"{name}.csv" for name in names} == {name for name in files if name.endswith(".csv")}
    workbooks = {each.path: each.content for each in site.downloads if each.path.endswith(".xlsx")}
    assert workbooks.keys() == {f"{name}.xlsx" for name in names}
    for name in names:
        columns, rows = itemgetter("columns", "rows")(json.loads(files[f"{name}.json"]))
        found = values_of(workbooks[f"{name}.xlsx"], "数据")
        assert found[3][: len(columns)] == [each["name"] for each in columns]
        assert len(found) == 4 + len(rows)
    for name in names:
        document = json.loads(files[f"{name}.json"])
        rows = list(csv.DictReader(io.StringIO(files[f"{name}.csv"], newline="")))
        assert [_as_csv(row) for row in document["rows"]] == rows
        assert [each["name"] for each in document["columns"]] == list(rows[0])
        assert [each for each in document["columns"] if escape(each["description"]) not in page] == []


def test_invented_data_are_marked(own_site: BuiltSite, county_site: BuiltSite) -> None:
    for name in ("values.csv", "progress.csv"):
        assert {row["fictional"] for row in _table(county_site, name)} == {"true"}
        assert {row["fictional"] for row in _table(own_site, name)} == {"false"}


# What a pocket calculator makes of the inputs in a row of progress.csv.


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text not in {"", "true", "false"} else None


def _attainment(row: Row) -> Decimal | None:
    value, target, base = _number(row["value"]), _number(row["target"]), _number(row["baseline"])
    if value is None or target is None or base is None or target == base:
        return None
    return (value - base) / (target - base)


def _waypoints(row: Row) -> Iterator[tuple[date, Decimal]]:
    base, target = _number(row["baseline"]), _number(row["target"])
    if base is not None:
        yield date.fromisoformat(row["from"]), base
    for pair in filter(None, row["milestones"].split(";")):
        day, value = pair.split("=")
        yield date.fromisoformat(day), Decimal(value)
    if target is not None:
        yield date.fromisoformat(row["by"]), target


def _expected(row: Row) -> Decimal | None:
    day = date.fromisoformat(row["day"])
    points = list(_waypoints(row))
    if len(points) < 2 or day < date.fromisoformat(row["from"]) or day < points[0][0]:
        return None
    if _number(row["baseline"]) == _number(row["target"]):
        return None
    for (first, low), (last, high) in pairwise(points):
        if first <= day <= last:
            return low + (high - low) * Decimal((day - first).days) / Decimal((last - first).days or 1)
    return points[-1][1]


def _gap(row: Row) -> Decimal | None:
    value, target, base = _number(row["value"]), _number(row["target"]), _number(row["baseline"])
    expected = _expected(row)
    if value is None or target is None or base is None or expected is None or target == base:
        return None
    return 100 * (value - expected) / (target - base)


def _as_published(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.quantize(SIX_PLACES, ROUND_HALF_UP)


def test_every_result_follows_from_the_inputs_beside_it(site: BuiltSite) -> None:
    for row in _table(site, "progress.csv"):
        recomputed = [_as_published(each) for each in (_expected(row), _attainment(row), _gap(row))]
        published = [_as_published(_number(row[column])) for column in ("expected", "attainment", "gap")]
        assert recomputed == published, row


def test_the_fictional_county_has_something_to_compute(county_site: BuiltSite) -> None:
    rows = _table(county_site, "progress.csv")
    assert sum(bool(row["gap"]) for row in rows) >= 8
    assert {row["kind"] for row in rows} == {"cumulative", "flow", "level", "ratio", "flag"}
    assert {row["goal"] for row in rows} == {"at-least", "at-most", "exactly"}
    assert {row["value_origin"] for row in rows} >= {"declared", "rolled-up"}


def test_a_row_worked_out_by_hand(county_site: BuiltSite) -> None:
    """柳湾镇: 50 complaints at first, 40 on 31 May, on day 150 of 364, 20 by the end of the year."""
    (row,) = (
        each
        for each in _table(county_site, "progress.csv")
        if (each["division"], each["indicator"]) == ("fengping/liuwan", "complaints")
    )
    assert (row["expected"], row["attainment"], row["gap"]) == ("37.637363", "0.333333", "-7.875458")
    assert row["status"] == "behind"


def test_late_and_missing_reports_are_told(county_site: BuiltSite) -> None:
    lateness = {
        row["division"]: (row["late_report"], row["overdue_periods"])
        for row in _table(county_site, "progress.csv")
        if row["indicator"] == "tidied"
    }
    assert lateness["fengping/liuwan"] == ("true", "2025-01;2025-02;2025-04")
    assert lateness["fengping/yunling"] == ("false", "2025-01;2025-02;2025-03;2025-04")
    assert lateness["fengping/bianjie"] == ("false", "2025-01;2025-02;2025-03;2025-04;2025-05")


def test_unreported_zero_and_not_applicable_stay_three_things(county_site: BuiltSite) -> None:
    states = {
        (row["division"], row["indicator"]): (row["value"], row["value_state"])
        for row in _table(county_site, "progress.csv")
    }
    assert states["fengping/bianjie", "tidied"] == ("", "unreported")
    assert states["fengping/yunling", "tidied"] == ("0", "known")
    (not_applicable,) = (
        row for row in _table(county_site, "values.csv") if row["qualifier"] == "not-applicable"
    )
    assert (not_applicable["division"], not_applicable["value"]) == ("fengping/wangxi", "")


def test_a_corrected_value_is_published_as_corrected(county_site: BuiltSite) -> None:
    (row,) = (
        row
        for row in _table(county_site, "values.csv")
        if (row["indicator"], row["division"], row["date"]) == ("outlay", "fengping/liuwan", "2025-Q1")
    )
    assert row["value"] == "20.5"


def test_names_are_made_safe_in_csv_and_kept_in_json(
    publication: Publication, rows: tuple[FigureRow, ...]
) -> None:
    files = _downloads(publication, [replace(rows[0], name='=HYPERLINK("x")', locator="-1+1")])
    (cells,) = csv.DictReader(io.StringIO(files["open-data/values.csv"].decode("utf-8-sig")))
    assert (cells["name"], cells["locator"]) == ('\'=HYPERLINK("x")', "'-1+1")
    assert json.loads(files["open-data/values.json"])["rows"][0]["name"] == '=HYPERLINK("x")'


def test_cells_with_commas_quotes_and_line_breaks_come_back(
    publication: Publication, rows: tuple[FigureRow, ...]
) -> None:
    hostile = 'a,"b"\nc；d'
    files = _downloads(publication, [replace(rows[0], name=hostile)])
    (cells,) = csv.DictReader(io.StringIO(files["open-data/values.csv"].decode("utf-8-sig"), newline=""))
    assert cells["name"] == hostile


def test_tables_on_pages_lead_to_files_and_explanations_that_are_there(county: Examined) -> None:
    site = county.site(Audience.INTERNAL)
    described = re.findall(r"{: #(table-[a-z]+) }", pages_of(site)["open-data/index.md"])
    paths = {each.path for each in site.downloads}
    linked = [
        (page, name, ending)
        for page, text in pages_of(site).items()
        for name, ending in re.findall(r'open-data/([a-z]+)\.(xlsx|csv|json)" download>[EJC]', text)
    ]
    assert {name for _, name, _ in linked} >= {"progress", "changes"}
    assert all(
        f"open-data/{name}.{ending}" in paths and f"table-{name}" in described for _, name, ending in linked
    )
