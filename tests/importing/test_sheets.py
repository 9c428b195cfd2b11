"""Sheets whose months, or whose divisions, stand side by side; and values that nobody can be sure of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill

from generators.importing.batches import Content
from generators.importing.figures.table_figures import Figure
from generators.importing.importing import content_of
from generators.importing.sheets import read_sheets
from generators.importing.wanted import ImportWanted, nobody_to_ask
from generators.model.dataset import Dataset
from generators.model.period import parse_period
from generators.reading.load import load_project
from generators.workbooks.reading.sheet import Sheet, Workbook
from tests.build.offices import TOWNSHIPS, Row, office_project, saved, workbook_bytes

NAMES = tuple(TOWNSHIPS.values())
WANTED = ImportWanted(date(2026, 8, 1), accepts=True)
MONTHS = [f"{month}月" for month in range(1, 13)]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    found = load_project(office_project(tmp_path_factory.mktemp("office") / "project")).dataset
    assert found is not None
    return found


def _content(dataset: Dataset, folder: Path, data: bytes, wanted: ImportWanted = WANTED) -> Content:
    file = folder / "表.xlsx"
    file.write_bytes(data)
    found, _ = content_of([file], dataset, wanted, nobody_to_ask, lambda _: None)
    return found


def _values(content: Content) -> Mapping[tuple[str, str, str], tuple[object, str]]:
    """Return by township, indicator and period each value with the cell that it comes from."""
    return {
        (batch.division.partition("/")[2], figure.indicator.name, batch.period.text): (
            _said(figure),
            batch.origin.place(figure.cells[0]).cell.rpartition("!")[2],
        )
        for batch in content.reports
        for figure in batch.figures
    }


def _said(figure: Figure) -> object:
    return figure.value if figure.numerator is None else (figure.numerator, figure.denominator)


def _codes(content: Content) -> list[tuple[str, str]]:
    return [(each.code, each.place.cell.rpartition("!")[2]) for each in content.problems]


# Months side by side


def test_each_month_below_an_indicator_is_a_report_and_the_sum_is_left_out(
    dataset: Dataset, tmp_path: Path
) -> None:
    rows: list[Row] = [
        ("2026年办实事和薄弱村情况表",),
        ("乡镇", "办实事（件）", None, None, None, "薄弱村（个）", None, "备注"),
        (None, "1月", "2月", "3月", "合计", "1月", "2月", None),
        *((name, at, at + 1, None, 2 * at + 1, 5, 4, None) for at, name in enumerate(NAMES)),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表", ["A2:A3", "B2:E2", "F2:G2"]))
    assert _codes(content) == []
    (layout,) = content.layouts.values()
    assert {head: str(each.indicator or each.use) for head, each in layout.columns.items()} == {
        "办实事(件)": "strong/deeds",
        "办实事(件)·合计": "none",
        "薄弱村(个)": "strong/weak",
        "备注": "none",
    }
    values = _values(content)
    assert values["xitang", "deeds", "2026-02"] == (Decimal(2), "C5")
    assert values["xitang", "weak", "2026-01"] == (Decimal(5), "F5")
    assert {period for _, _, period in values} == {"2026-01", "2026-02"}, "March is empty in all rows"
    assert len(values) == 2 * 2 * len(NAMES)


@pytest.mark.parametrize(
    ("heads", "merged", "periods"),
    [
        (("办实事（件）", None, None), ("B2:D2",), ("一季度", "二季度", "全年")),
        (("办实事（件）", None, None), ("B2:D2",), (date(2026, 1, 1), date(2026, 2, 1), "累计")),
        (("1月", "2月", "平均"), (), ("办实事", "办实事", None)),
    ],
)
def test_periods_are_written_in_many_ways(
    dataset: Dataset, tmp_path: Path, heads: Row, merged: tuple[str, ...], periods: Row
) -> None:
    rows: list[Row] = [
        ("2026年办实事统计表",),
        ("乡镇", *heads),
        (None, *periods),
        *((name, 1, 2, 3) for name in NAMES),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表", ["A2:A3", *merged]))
    assert [each for each in _codes(content) if each[0] != "E807"] == []
    if content.problems:  # an average over all is no sum of one indicator: somebody has to say what it is
        assert ("E807", "D2") in _codes(content)
        return
    found = {period: value for (_, _, period), (value, _) in _values(content).items()}
    assert list(found.values()) == [Decimal(1), Decimal(2)]
    assert set(found) in ({"2026-Q1", "2026-Q2"}, {"2026-01", "2026-02"})


def test_a_table_of_nothing_but_months_is_about_what_its_title_says(dataset: Dataset, tmp_path: Path) -> None:
    def sheet(title: str) -> Content:
        rows: list[Row] = [
            (title,),
            ("乡镇", *MONTHS, "合计"),
            *((name, 1, 2, *[None] * 10, 3) for name in NAMES),
        ]
        return _content(dataset, tmp_path, workbook_bytes(rows, "Sheet1"))

    for title, indicator in (("2026年各乡镇办实事情况", "deeds"), ("2026年各乡镇薄弱村情况", "weak")):
        content = sheet(title)
        assert _codes(content) == []
        assert {name for _, name, _ in _values(content)} == {indicator}
        (layout,) = content.layouts.values()
        assert f"{title.removeprefix('2026年')}" in layout.columns, "another such table has another layout"


def test_only_the_month_that_was_asked_for_is_read(dataset: Dataset, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("各乡镇办实事情况",),
        ("乡镇", "办实事", None),
        (None, "1月", "2月"),
        *((name, 1, 2) for name in NAMES),
    ]
    data = workbook_bytes(rows, "表", ["A2:A3", "B2:C2"])
    assert ("E813", "B2") in _codes(_content(dataset, tmp_path, data)), "of which year?"
    wanted = ImportWanted(date(2026, 8, 1), accepts=True, period=parse_period("2026-02"))
    asked = _values(_content(dataset, tmp_path, data, wanted))
    assert {(period, value) for (_, _, period), (value, _) in asked.items()} == {("2026-02", Decimal(2))}
    year = ImportWanted(date(2026, 8, 1), accepts=True, period=parse_period("2026"))
    assert {period for _, _, period in _values(_content(dataset, tmp_path, data, year))} == {
        "2026-01",
        "2026-02",
    }


def test_a_value_that_is_merged_over_months_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("2026年办实事",),
        ("乡镇", "办实事", None),
        (None, "1月", "2月"),
        *((name, 1, 2) for name in NAMES),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表", ["A2:A3", "B2:C2", "B4:C4"]))
    assert ("E809", "B4") in _codes(content)


# Tables saved as text


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_text_is_separated_by_what_most_of_its_lines_have(
    dataset: Dataset, tmp_path: Path, separator: str, encoding: str
) -> None:
    rows = [
        ("2026年3月统计表",),
        ("乡镇", "建成阵地（个）", "办实事（件）", "备注"),
        *(
            (name, str(at), '"1,200"' if separator == "," else "1,200", "㐂𠮷")
            for at, name in enumerate(NAMES)
        ),
    ]
    file = tmp_path / "表.csv"
    file.write_bytes("\r\n".join(map(separator.join, rows)).encode(encoding))
    content, _ = content_of([file], dataset, WANTED, nobody_to_ask, lambda _: None)
    assert _codes(content) == []
    values = _values(content)
    assert values["xitang", "sites", "2026-03"] == (Decimal(1), "B4")
    assert values["xiatang", "deeds", "2026-03"] == (Decimal(1200), "C8")
    assert len(values) == 2 * len(NAMES)


# Sheets that were laid out for paper


@pytest.mark.parametrize(
    "between",
    [
        [("乡镇", "建成阵地（个）", "办实事（件）")],
        [("青棠县2026年3月统计表",), ("乡镇", "建成阵地（个）", "办实事（件）")],
        [(), ()],
        [("小计", 0 + 1 + 2, 30)],
    ],
)
def test_what_stands_between_rows_is_no_value(dataset: Dataset, tmp_path: Path, between: list[Row]) -> None:
    rows: list[Row] = [(name, at, 10) for at, name in enumerate(NAMES)]
    head: list[Row] = [
        ("青棠县委组织部",),
        ("青棠县2026年3月统计表",),
        ("乡镇", "建成阵地（个）", "办实事（件）"),
    ]
    foot: list[Row] = [
        ("合计", 15, 60),
        ("其中：镇", 3, 30),
        ("填表人：某某", "审核人：某某", "电话：12345678"),
    ]
    content = _content(dataset, tmp_path, workbook_bytes([*head, *rows[:3], *between, *rows[3:], *foot]))
    assert _codes(content) == []
    values = {key[:2]: value for key, (value, _) in _values(content).items()}
    places = [*map(str, range(len(NAMES)))]
    assert [str(value) for (_, name), value in values.items() if name == "sites"] == places
    assert {value for (_, name), value in values.items() if name == "deeds"} == {Decimal(10)}


def test_what_is_protected_drawn_or_only_coloured_changes_nothing(dataset: Dataset, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("图", 0)
    sheet = book.worksheets[0]
    for row in (("2026年3月统计表",), ("乡镇", "建成阵地（个）"), *((name, 12) for name in NAMES)):
        sheet.append(list(row))
    sheet.protection.sheet = True
    sheet.cell(9000, 300).fill = PatternFill("solid", "FFFF00")
    content = _content(dataset, tmp_path, saved(book))
    assert _codes(content) == []
    assert {value for value, _ in _values(content).values()} == {Decimal(12)}


@pytest.mark.parametrize("typed", ["同上", "〃", "12/15", "↑3", "1O", "１２（累计）", "半个"])
def test_a_word_for_a_number_is_told_at_its_cell(dataset: Dataset, tmp_path: Path, typed: str) -> None:
    rows: list[Row] = [
        ("2026年3月统计表",),
        ("乡镇", "建成阵地（个）"),
        *((name, 12) for name in NAMES[:-1]),
        (NAMES[-1], typed),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows))
    assert [cell for _, cell in _codes(content)] == ["B8"]
    assert len(_values(content)) == len(NAMES) - 1


# Divisions side by side


def test_townships_across_and_indicators_down(dataset: Dataset, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("青棠县2026年3月进度表",),
        ("填报日期：", "2026年4月3日"),
        ("序号", "类别", "指标", "单位", *NAMES, "合计", "备注"),
        (1, "阵地", "建成阵地", "个", 1, 2, 3, 4, 5, 6, 21, "按实"),
        (2, None, "拨付资金", "元", "90万", 400000, "/", 0, 10000, 20000, None, None),
        (3, "组织生活", "应开展支部", "个", *[30] * 6, 180, None),
        (4, None, "按时开展支部", "个", *[29] * 6, 174, None),
        (5, "指导员", "指导员全覆盖", None, "是", "否", "√", "×", "是", "是", None, None),
        ("注：数据截至月底",),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表", ["B4:B5", "B6:B7"]))
    assert _codes(content) == []
    (layout,) = content.layouts.values()
    assert layout.division == "指标"
    values = _values(content)
    assert values["dongtang", "sites", "2026-03"] == (Decimal(1), "E4")
    assert values["dongtang", "funds", "2026-03"] == (Decimal(90), "E5")
    assert values["xitang", "funds", "2026-03"] == (Decimal(40), "F5")
    assert values["nantang", "funds", "2026-03"] == (None, "G5"), "it does not apply"
    assert values["xiatang", "meetings", "2026-03"] == ((Decimal(29), Decimal(30)), "J7")
    assert values["beitang", "instructors", "2026-03"] == (False, "H8")
    assert {batch.on for batch in content.reports} == {date(2026, 4, 3)}


def test_a_wrong_sum_and_an_unknown_name_are_told_at_their_cells(dataset: Dataset, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("青棠县2026年3月进度表",),
        ("指标", "东棠镇", "西棠镇", "东唐镇", "合计"),
        ("建成阵地（个）", 1, 2, 3, 7),
        ("薄弱村（个）", 1, 2, 3, 6),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表"))
    assert _codes(content) == [("E808", "D2"), ("E812", "E3")]


def test_a_plan_may_lie_across_too(dataset: Dataset, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("青棠县2026年任务分解表",),
        ("指标", *NAMES),
        ("建成阵地（个）", *range(1, 7)),
        ("薄弱村（个）", "≤3", *range(2, 7)),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表"))
    assert _codes(content) == []
    found = {(each.division[9:], each.indicator.name): each for each in content.targets}
    assert found["xiatang", "sites"].target.value == 6
    assert found["xiatang", "sites"].origin.place(found["xiatang", "sites"].cell).cell == "表!G3"
    assert len(found) == 2 * len(NAMES)


def test_two_places_in_one_row_do_not_turn_a_table(dataset: Dataset, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("2026年3月统计表",),
        ("乡镇", "建成阵地（个）", "结对乡镇"),
        ("东棠镇", 3, "西棠镇"),
        ("西棠镇", 4, "东棠镇"),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表"))
    assert [each.place.column for each in content.problems if each.code == "E806"] == [1]


# Values that nobody can be sure of


@pytest.mark.parametrize("property_", [{"vertAlign": "superscript"}, {"strike": True}])
def test_a_raised_or_struck_out_character_is_no_digit(
    dataset: Dataset, tmp_path: Path, property_: dict[str, str | bool]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("2026年3月统计表",),
        ("乡镇", "建成阵地（个）", "办实事"),
        *((name, 12, 2) for name in NAMES),
    ):
        sheet.append(list(row))
    sheet["B3"] = CellRichText("12", TextBlock(InlineFont(**property_), "1"))  # type: ignore[arg-type] # openpyxl's own types
    content = _content(dataset, tmp_path, saved(book))
    assert _codes(content) == [("E810", "B3")]


@pytest.mark.parametrize(
    ("text", "said"),
    [("(200)", "-200"), ("▲3", "-3"), ("△1.5%", "-1.5%"), ("12①", "备注"), ("3*", "备注"), ("98%※", "备注")],
)
def test_marks_beside_a_number_are_told_with_what_to_do(
    dataset: Dataset, tmp_path: Path, text: str, said: str
) -> None:
    rows: list[Row] = [
        ("2026年3月统计表",),
        ("乡镇", "建成阵地（个）", "办实事"),
        ("东棠镇", text, 2),
        ("西棠镇", 1, 2),
    ]
    content = _content(dataset, tmp_path, workbook_bytes(rows, "表"))
    assert _codes(content) == [("E810", "B3")]
    assert said in content.problems[0].remedy


@pytest.mark.parametrize(
    ("number", "shows_formats", "code"),
    [("1.05", True, None), ("1.05", False, "E817"), ("0.98", True, "E817"), ("98.5", False, None)],
)
def test_a_share_is_refused_where_it_may_be_a_percentage_that_nobody_sees(
    dataset: Dataset, number: str, code: str | None, *, shows_formats: bool
) -> None:
    rows = (
        ("2026年3月统计表", None, None),
        ("乡镇", "组织生活按时率（%）", "办实事"),
        *((name, Decimal(number), Decimal(2)) for name in NAMES),
    )
    content = Content()
    workbook = Workbook("表.xls", (Sheet("表", rows, shows_formats=shows_formats),))
    read_sheets(workbook, "表.xls", dataset, WANTED, nobody_to_ask, content)
    assert {each.code for each in content.problems} == ({code} if code else set())
