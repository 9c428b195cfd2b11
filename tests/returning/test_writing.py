"""Workbooks in a folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generators.model.dataset import Dataset
from generators.reading.load import load_project
from generators.returning.errors import ReturnsError
from generators.returning.writing import (
    NewWorkbook,
    ReturnsOrder,
    office_named,
    returns_ordered,
    unique_names,
    write_workbooks,
)
from generators.workbooks.writing.form import Form
from tests.build.datasets import dataset as dataset_of
from tests.build.divisions import COUNTY, EAST
from tests.build.figures import indicator
from tests.build.programmes import programme
from tests.build.project import FIXTURES_DAY

FORM = Form("表", "题目", "", (), (), {"kind": "returns"})


@pytest.fixture
def stream(minimal_project: Path) -> Dataset:
    """Return the data of the minimal project."""
    found = load_project(minimal_project).dataset
    assert found is not None
    return found


def _refused(dataset: Dataset, order: ReturnsOrder, as_of: date = FIXTURES_DAY) -> tuple[str, str]:
    with pytest.raises(ReturnsError) as refused:
        returns_ordered(dataset, order, as_of)
    return refused.value.problem.code, refused.value.problem.detail


def test_there_is_a_workbook_for_each_office_that_owes(stream: Dataset) -> None:
    found = returns_ordered(stream, ReturnsOrder("clear-stream", "2024-Q3"), FIXTURES_DAY)
    assert [each.name for each in found] == [
        "东桥镇-2024年第3季度报表.xlsx",
        "西渡乡-2024年第3季度报表.xlsx",
    ]


def test_or_one_for_the_county(stream: Dataset) -> None:
    order = ReturnsOrder("clear-stream", "2024-Q3", is_whole=True)
    (found,) = returns_ordered(stream, order, FIXTURES_DAY)
    assert found.name == "云溪县-2024年第3季度报表.xlsx"
    assert found.form.about["division"] == ""
    assert {row.id for row in found.form.rows} == {"yunxi/east-bridge", "yunxi/west-ford"}


@pytest.mark.parametrize("name", ["yunxi/west-ford", "west-ford", "西渡乡"])
def test_a_township_is_named_by_id_or_name(stream: Dataset, name: str) -> None:
    (found,) = returns_ordered(stream, ReturnsOrder("clear-stream", "2024-Q3", name), FIXTURES_DAY)
    assert found.form.about["division"] == "yunxi/west-ford"


def test_what_cannot_be_ordered_is_told(stream: Dataset) -> None:
    order = partial(replace, ReturnsOrder("clear-stream", "2024-Q3"))
    assert _refused(stream, order(programme="clear-streem")) == (
        "E861",
        "没有工作“clear-streem”，是否应为“clear-stream”",
    )
    assert _refused(stream, order(period="第三季度")) == ("E862", "“第三季度”不是期间")
    assert _refused(stream, order(period="2026-Q1"))[1] == (
        "“2026-Q1”不在清溪的期间内（2024-01-01 到 2025-12-31）"
    )
    assert _refused(stream, order(division="北岭镇"))[0] == "E864"
    assert _refused(stream, order(period="2024-01"))[0] == "E863"


def test_townships_of_one_name_are_told_apart_by_what_is_above() -> None:
    work = programme({"main": indicator()})
    found = dataset_of(work)
    assert unique_names(found, [EAST]) == ["county_east"]
    assert unique_names(found, [EAST, EAST]) == ["countycounty_east"] * 2
    assert office_named(found, None, work) == COUNTY


def test_all_are_written_or_none(tmp_path: Path) -> None:
    folder = tmp_path / "报表"
    two = [NewWorkbook("一.xlsx", FORM), NewWorkbook("二.xlsx", FORM)]
    paths = write_workbooks(folder, two, FIXTURES_DAY, "示例")
    assert sorted(each.name for each in folder.iterdir()) == ["一.xlsx", "二.xlsx"]
    assert [each.name for each in paths] == ["一.xlsx", "二.xlsx"]
    paths[0].unlink()
    paths[1].write_bytes(b"filled in")
    with pytest.raises(ReturnsError) as refused:
        write_workbooks(folder, two, FIXTURES_DAY, "示例")
    assert refused.value.problem.code == "E866"
    assert [each.read_bytes() for each in folder.iterdir()] == [b"filled in"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ReturnsError) as refused:
        write_workbooks(tmp_path / "file" / "报表", [NewWorkbook("一.xlsx", FORM)], FIXTURES_DAY, "示例")
    assert refused.value.problem.code == "E865"
    assert str(refused.value).startswith("--out")
