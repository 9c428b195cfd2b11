"""Comparisons on pages and in the open data: on the board, of a division, and who grew most."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from generators.composing.comparisons.columns import comparison_columns
from generators.composing.comparisons.pages import SECTION, fastest
from generators.composing.comparisons.tables import (
    comparison_data,
    comparison_rows,
    comparisons_of_division,
)
from generators.composing.kit.parts import Parts
from generators.model.comparison import ComparedBy
from generators.model.indicator import Goal, IndicatorKind
from tests.build import figures
from tests.build.comparisons import compared_dataset, month_reports
from tests.build.divisions import EAST, WEST
from tests.build.publications import disclosed

DAY: Final = date(2018, 4, 10)


def _parts(goal: Goal = Goal.AT_LEAST) -> Parts:
    east = month_reports({"2017-03": 30, "2018-02": 10, "2018-03": 36})
    west = month_reports({"2017-03": 20, "2018-02": 10, "2018-03": 30}, division=WEST)
    dataset = compared_dataset([*east, *west], IndicatorKind.LEVEL, {"goal": goal})
    return Parts(disclosed(dataset, DAY))


def test_a_board_has_a_column_for_each_comparison_with_its_base() -> None:
    columns = list(comparison_columns(_parts(), figures.MAIN))
    assert [each.title for each in columns] == ["示例同比", "示例环比"]
    show = columns[0].show
    assert show is not None
    cell = show(EAST)
    assert cell.content[0] == "+20%"
    assert cell.sort == "20"
    assert "上年同期（2017年3月）30个" in str(cell.content)


def test_a_division_lists_its_comparisons() -> None:
    table = comparisons_of_division(_parts(), EAST)
    assert table is not None
    assert len(table.groups[0].rows) == 2
    assert comparisons_of_division(_parts(), "county/east/a") is None


@pytest.mark.parametrize(("goal", "first"), [(Goal.AT_LEAST, WEST), (Goal.AT_MOST, EAST)])
def test_the_fastest_grew_most_or_fell_most(goal: Goal, first: str) -> None:
    rows = [row for row in comparison_rows(_parts(goal)) if row.compared.by is ComparedBy.YEAR_ON_YEAR]
    assert next(row.division for row in fastest(tuple(rows))) == first


def test_the_open_data_have_value_base_and_reason() -> None:
    (table,) = comparison_data(_parts())
    rows = [dict(zip([each.name for each in table.columns], row, strict=True)) for row in table.rows]
    east = next(row for row in rows if row["division"] == EAST and row["by"] == "year-on-year")
    assert (east["period"], east["value"], east["base_period"], east["base"]) == (
        "2018-03",
        "36",
        "2017-03",
        "30",
    )
    assert (east["result"], east["measure"], east["state"]) == ("20", "%", "compared")


def test_without_comparisons_there_is_no_page_and_no_file() -> None:
    dataset = compared_dataset(month_reports({"2018-03": 1}), fields={"comparisons": []})
    publication = disclosed(dataset, DAY)
    assert not SECTION.has_content(publication)
    assert not list(comparison_data(Parts(publication)))
