from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generators.cli.columns import asked_columns
from generators.importing.layouts.proposing import proposed_layout
from generators.importing.sheets import names_within
from generators.importing.tables.table import table_of
from generators.model.import_layout import ImportLayout
from generators.reading.load import load_project
from generators.workbooks.reading.opening import workbook_of
from tests.build.offices import monthly, office_project

COLUMNS = 9
"""How many columns of the sheet are asked for, the remarks not."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_project(tmp_path_factory.mktemp("office") / "project")


def _asked(project: Path, answers: list[str]) -> tuple[ImportLayout | None, str]:
    dataset = load_project(project).dataset
    assert dataset is not None
    table = table_of(workbook_of(monthly(), "3月.xlsx").sheets[0], names_within(dataset, None))
    assert table is not None
    proposal, unknown = proposed_layout(table, dataset.indicators, "strong", "表", {})
    found: list[ImportLayout | None] = []

    @click.command()
    def ask() -> None:
        found.append(asked_columns(table, proposal, unknown, dataset.indicators))

    result = CliRunner().invoke(ask, input="".join(f"{each}\n" for each in answers))
    return found[0], result.stderr


def test_what_is_proposed_is_taken_by_return(project: Path) -> None:
    layout, said = _asked(project, [""] * (COLUMNS + 1))
    assert layout is not None
    assert layout.confirmed
    assert str(layout.columns["组织生活·按时开展支部"].part) == "numerator"
    assert "“阵地建设·建成数(累计)” [建成阵地]" in said


def test_another_indicator_is_named_by_number_name_or_address(project: Path) -> None:
    answers = [
        "strong/weak",
        "2",
        "-",
        "没有这个",
        "村集体收入",
        "建成阵地",
        "信访存量",
        "组织生活按时率分母",
        "组织生活按时率分子",
        "",
        "",
    ]
    layout, said = _asked(project, answers)
    assert layout is not None
    columns = list(layout.columns.values())
    assert [str(each.indicator) for each in columns[:2]] == ["strong/weak", "strong/funds"]
    assert str(columns[2].use) == "none"
    assert "没有这个指标" in said


def test_when_nobody_answers_nothing_is_confirmed(project: Path) -> None:
    assert _asked(project, ["", ""])[0] is None
