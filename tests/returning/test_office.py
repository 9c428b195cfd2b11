"""The return of one office as a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from generators.model.indicator import Indicator, IndicatorKind, Rollup
from generators.model.period import parse_period
from generators.model.report import FiledReport, Value
from generators.model.scalars import Cadence
from generators.returning.office import returns_by_office
from generators.returning.owed import Owing
from generators.workbooks.writing.form import form_bytes
from tests.build.datasets import dataset
from tests.build.divisions import EAST, A, B
from tests.build.figures import MAIN, indicator, report, target
from tests.build.programmes import programme
from tests.reading_sites.workbooks import opened, validations_of, values_of

DAY: Final = date(2017, 4, 20)
CUMULATIVE: Final = indicator(
    definition="清理完并验收的", name="清理的溪流", cadence=Cadence.MONTH, rollup=Rollup.SUM
)


def _content(period: str, reports: Iterable[FiledReport] = (), **indicators: Indicator) -> bytes:
    """Return the workbook of the east, where the main indicator has a target of 20."""
    work = programme({"main": CUMULATIVE, **indicators}, starts=date(2017, 1, 1))
    found = dataset(work, reports=reports, targets=[target(20)])
    owing = Owing(found, work, parse_period(period), DAY)
    (east,) = returns_by_office(owing, (EAST,))
    return form_bytes(east.form, DAY, "示例")


@pytest.fixture(scope="module")
def sheet() -> Any:  # noqa: ANN401 - openpyxl ships no types
    """Return the return of March, with February still owed and 12 reported in January."""
    return opened(_content("2017-03", [report("2017-01", 12)]))["报表"]


def test_ids_are_in_the_hidden_first_row_and_column(sheet: Any) -> None:  # noqa: ANN401 - the same
    ids = [cell.value or "" for cell in sheet[1]]
    assert ids[1:] == ["", "", "period", "", "", MAIN, "inapplicable", "reported", "remark"]
    assert [(row[0].value, row[3].value) for row in sheet.iter_rows(min_row=6, max_row=8)] == [
        (EAST, "2017-02"),
        (EAST, "2017-03"),
        (None, None),
    ]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert sheet.column_dimensions["D"].hidden


def test_last_value_and_target_stand_beside_the_cell(sheet: Any) -> None:  # noqa: ANN401 - the same
    assert [sheet.cell(4, 5).value, *(sheet.cell(5, each).value for each in (5, 6, 7))] == [
        "清理的溪流（个）",
        "上次",
        "目标\n2017-04-11",
        "本期",
    ]
    assert [[sheet.cell(row, each).value for each in (2, 3, 5, 6, 7)] for row in (6, 7)] == [
        [EAST, "2017年2月（欠报）", 12, 20, None],
        [EAST, "2017年3月", 12, 20, None],
    ]
    assert sheet["E6"].comment is None
    assert sheet["E7"].comment.text == "2017年1月的数"


def test_only_cells_to_fill_in_can_be_changed(sheet: Any) -> None:  # noqa: ANN401 - the same
    assert sheet.protection.sheet
    assert not sheet.protection.password
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == {f"{column}{row}" for column in "GHIJ" for row in (6, 7)}


def test_a_number_is_whole_and_no_lower_than_the_last_one(sheet: Any) -> None:  # noqa: ANN401 - the same
    (rule,) = validations_of(sheet, "G6")
    assert (rule.type, rule.formula1) == ("custom", '=OR(G6="/",AND(ISNUMBER(G6),G6>=12,G6=INT(G6)))'[1:])
    assert "填整数" in rule.error
    assert "不小于上次报的12" in rule.prompt


def test_the_definition_is_a_note_on_the_head_and_printed_below(sheet: Any) -> None:  # noqa: ANN401 - the same
    assert sheet["E4"].comment.text.startswith("清理完并验收的\n累计数")
    below = "\n".join(str(row[1].value) for row in sheet.iter_rows(min_row=8) if row[1].value)
    assert "（1）清理的溪流（个）：清理完并验收的。累计数" in below
    assert "填报人：" in below


def test_it_says_what_it_is_in_a_hidden_sheet() -> None:
    workbook = opened(_content("2017-03"))
    assert workbook["_tongbao"].sheet_state == "veryHidden"
    assert dict(values_of(_content("2017-03"), "_tongbao")) == {
        "format": "1",
        "kind": "returns",
        "programme": "example",
        "period": "2017-03",
        "division": EAST,
        "sheet": "报表",
    }


def test_it_prints_with_its_heads_on_every_page(sheet: Any) -> None:  # noqa: ANN401 - the same
    assert sheet.print_title_rows == "$4:$5"
    assert sheet.print_area == "'报表'!$B$2:$J$11"
    assert sheet.freeze_panes == "D6"
    assert sheet.page_setup.paperSize == 9


def test_a_flag_is_chosen_and_may_not_apply() -> None:
    flag = indicator(IndicatorKind.FLAG, name="已立牌", cadence=Cadence.MONTH)
    found = opened(
        _content("2017-01", [report("2017-02", value=True, address=MAIN.sibling("flag"))], flag=flag)
    )
    sheet = found["报表"]
    column = next(cell.column_letter for cell in sheet[1] if cell.value == "example/flag")
    (rule,) = validations_of(sheet, f"{column}6")
    assert (rule.type, rule.formula1) == ("list", '"是,否,/"')


def test_reasons_are_offered_but_others_may_be_typed(sheet: Any) -> None:  # noqa: ANN401 - the same
    (rule,) = validations_of(sheet, "H6")
    assert rule.type == "list"
    assert "本地没有此项" in rule.formula1
    assert not rule.showErrorMessage


def test_a_ratio_is_reported_by_its_parts_as_last_time() -> None:
    ratio = indicator(IndicatorKind.RATIO, name="达标率", measure="%", cadence=Cadence.MONTH)
    parts = Value.model_validate({"numerator": 9, "denominator": 12})
    sheet = opened(
        _content("2017-02", [report("2017-01", parts, address=MAIN.sibling("ratio"))], ratio=ratio)
    )["报表"]
    ids = [cell.value for cell in sheet[1]]
    place = ids.index("example/ratio#numerator")
    assert ids[place + 1] == "example/ratio#denominator"
    assert [sheet.cell(5, place + each).value for each in (1, 2)] == ["分子", "分母"]
    assert sheet.cell(7, place).value == 75


def test_what_a_row_does_not_owe_shows_what_was_reported_and_is_locked() -> None:
    other = indicator(name="巡溪", cadence=Cadence.MONTH, rollup=Rollup.SUM)
    address = MAIN.sibling("other")
    reports = [
        report("2017-01", 5),
        report("2017-03", 6),
        report("2017-01", 3, address=address),
        report("2017-02", 7, address=address),
    ]
    sheet = opened(_content("2017-03", reports, other=other))["报表"]
    column = next(cell.column for cell in sheet[1] if cell.value == "example/other")
    rows = {row[3].value: row[column - 1] for row in sheet.iter_rows(min_row=6, max_row=7)}
    assert (rows["2017-02"].value, rows["2017-02"].protection.locked) == (7, True)
    assert not rows["2017-03"].protection.locked


def test_villages_are_in_the_return_of_their_township() -> None:
    work = programme({"main": CUMULATIVE}, starts=date(2017, 1, 1))
    reports = [report("2017-01", 1, division=each) for each in (A, B)]
    owing = Owing(dataset(work, reports=reports), work, parse_period("2017-02"), DAY)
    returns = returns_by_office(owing)
    assert [each.office for each in returns] == [EAST]
    assert [row.id for row in returns[0].form.rows] == [A, B]
    assert "虚构的示例数据" in returns[0].form.notes
    assert replace(returns[0], owed=()).form.rows == ()
