from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

import msoffcrypto
import openpyxl
import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from generators.importing.marking import LIST_SHEET
from generators.model.address import Address
from generators.pipeline import examine
from generators.publishing.examining import examine_project
from generators.reading.load import load_project
from generators.workbooks.reading.protection import with_password
from tests.build.offices import (
    OFFICE_DAY,
    Cell,
    Row,
    monthly,
    monthly_rows,
    office_project,
    plan,
    saved,
    workbook_bytes,
)
from tests.build.project import files_below

AS_OF: Final = ("--as-of", str(OFFICE_DAY))
DONGTANG: Final = "data/townships/qingtang/dongtang/township.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return office_project(tmp_path / "project")


def _import(project: Path, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["import", "--project", str(project), *AS_OF, *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _file(project: Path, data: bytes, name: str = "3月统计表.xlsx") -> Path:
    path = project.parent / name
    path.write_bytes(data)
    return path


def _codes(result: Result) -> list[tuple[str, str]]:
    return [(each.get("cell", ""), each["code"]) for each in json.loads(result.stdout)]


def test_three_months_and_the_plan_are_imported_checked_and_measured(project: Path) -> None:
    files = [_file(project, monthly(month), f"{month}月.xlsx") for month in (3, 4, 6)]
    first = _import(project, *files, _file(project, plan(), "任务分解表.xlsx"), "--yes")
    assert first.exit_code == 0, first.output
    assert "新增 168 个，更正 0 个，相同 0 个" in first.stdout  # 3 months × 5 × 8, and 6 × 8 targets
    assert "W851" in first.stderr
    examined = examine_project(project, OFFICE_DAY)
    assert not examined.problems
    assert examined.dataset is not None
    reported = examined.dataset.observations
    assert len(reported) == 5 * 8
    income, meetings = (
        reported[("qingtang/dongtang", Address(f"strong/{name}"))][-1] for name in ("income", "meetings")
    )
    assert (income.value.value, income.value.at, income.period.text) == (Decimal("7.5"), "6月!F5", "2026-06")
    assert (meetings.value.numerator, meetings.value.denominator, meetings.value.at) == (
        Decimal(34),
        Decimal(36),
        "6月!J5、I5",
    )
    assert ("qingtang/shangtang", Address("strong/deeds")) not in reported
    assert reported[("qingtang/beitang", Address("strong/income"))][0].value.not_applicable == "报表填“/”"
    source = income.report.source
    assert source is not None
    assert examined.dataset.sources[source.document].title == "青棠县强基富民三年行动2026年6月进度统计表"


def test_targets_come_with_steps_bases_and_deadlines(project: Path) -> None:
    assert _import(project, _file(project, plan()), "--yes").exit_code == 0
    dataset = load_project(project).dataset
    assert dataset is not None
    targets = {
        name: dataset.targets_filed[("qingtang/dongtang", Address(f"strong/{name}"))][0]
        for name in ("sites", "deeds", "petitions", "meetings", "instructors")
    }
    assert {day.isoformat(): int(number) for day, number in targets["sites"].milestones.items()} == {
        "2026-03-31": 1,
        "2026-06-30": 3,
    }
    assert [int(number) for number in targets["deeds"].milestones.values()] == [60, 120, 180]
    assert (targets["petitions"].value, targets["petitions"].baseline) == (Decimal(3), Decimal(10))
    assert (targets["meetings"].value, str(targets["meetings"].qualifier)) == (98, "at-least")
    assert (targets["instructors"].value, targets["instructors"].due.isoformat()) == (True, "2026-06-30")
    assert targets["deeds"].source is not None
    assert targets["deeds"].source.at == "任务分解!E4"


def test_what_was_imported_stays_as_it_is(project: Path) -> None:
    file = _file(project, monthly())
    _import(project, file, "--yes")
    before = files_below(project)
    again = _import(project, file)
    assert again.exit_code == 0
    assert "新增 0 个，更正 0 个，相同 40 个" in again.stdout
    assert files_below(project) == before


def test_comments_and_order_of_files_stay(project: Path) -> None:
    before = (project / DONGTANG).read_text(encoding="utf-8")
    _import(project, _file(project, monthly()), "--yes")
    assert (project / DONGTANG).read_text(encoding="utf-8").startswith(before)


def test_a_dry_run_says_what_would_change_and_writes_nothing(project: Path) -> None:
    before = files_below(project)
    result = _import(project, _file(project, monthly()), "--yes", "--dry-run")
    assert result.exit_code == 0
    assert "新增  北棠乡    村集体收入      2026-03        不适用" in result.stdout
    assert files_below(project) == before


def test_columns_are_proposed_and_have_to_be_confirmed_once(project: Path) -> None:
    file = _file(project, monthly())
    before = files_below(project)
    assert _codes(_import(project, file, "--format", "json")) == [("3月!B3", "E807")]
    layout = project / "data/imports/strong-returns.yml"
    assert files_below(project).keys() - before.keys() == {"data/imports/strong-returns.yml"}
    assert not list(project.parent.glob("*待改*"))
    text = layout.read_text(encoding="utf-8")
    assert "  组织生活·按时开展支部: {indicator: strong/meetings, part: numerator}\n" in text
    assert _import(project, file).exit_code == 1
    layout.write_text(text.replace("confirmed: false", "confirmed: true"), encoding="utf-8")
    assert _import(project, file).exit_code == 0
    assert _import(project, _file(project, monthly(4), "4.xlsx")).exit_code == 0


def test_a_value_on_record_is_corrected_with_a_reason_or_refused(project: Path) -> None:
    _import(project, _file(project, monthly()), "--yes")
    before = files_below(project)
    changed = _file(project, monthly(changed={("东棠镇", 2): 30, ("西棠镇", 7): 30}), "改.xlsx")
    refused = _import(project, changed, "--format", "json")
    assert sorted(_codes(refused)) == [("3月!B9", "W851"), ("3月!E5", "E814"), ("3月!J6", "E814")]
    assert files_below(project) == before
    assert _import(project, changed, "--reason", "复核发现漏报").exit_code == 0
    dataset = load_project(project).dataset
    assert dataset is not None
    assert [(each.indicator, each.old, each.new, each.part) for each in dataset.corrections] == [
        ("strong/deeds", 29, 30, None),
        ("strong/meetings", 31, 30, "numerator"),
    ]
    assert dataset.corrections[0].reason.endswith("进度统计表》3月!E5）")
    assert not examine(project, OFFICE_DAY).problems
    again = _import(project, changed)
    assert "相同 40 个" in again.stdout


def test_a_township_that_reports_late_is_added(project: Path) -> None:
    _import(project, _file(project, monthly()), "--yes")
    late = {("上棠乡", at): value for at, value in enumerate((2, "40万", 12, 6.3, 1, 12, 20, 20, "否", None))}
    result = _import(project, _file(project, monthly(changed=late), "补.xlsx"))
    assert "新增 8 个，更正 0 个，相同 40 个" in result.stdout


def test_a_target_on_record_is_never_changed(project: Path) -> None:
    _import(project, _file(project, plan()), "--yes")
    result = _import(
        project, _file(project, plan({("东棠镇", 2): 250}), "改.xlsx"), "--reason", "调整", "--format", "json"
    )
    assert _codes(result) == [("任务分解!E4", "E818")]


WRONG: Final[Mapping[str, tuple[dict[tuple[str, int], Cell], list[tuple[str, str]]]]] = {
    "words": ({("东棠镇", 2): "较多"}, [("3月!E5", "E810")]),
    "formula": ({("东棠镇", 2): "=29+1"}, [("3月!E5", "E804")]),
    "unit": ({("东棠镇", 2): "29户"}, [("3月!E5", "E811")]),
    "no unit": ({("东棠镇", 1): 900000}, [("3月!D5", "E811")]),
    "half a ratio": ({("东棠镇", 7): None}, [("3月!J5", "E816")]),
    "above the whole": ({("东棠镇", 7): 40}, [("3月!J5", "E405")]),
    "negative": ({("东棠镇", 2): -3}, [("3月!E5", "E404")]),
    "several": (
        {
            ("东棠镇", 2): "?",
            ("西棠镇", 3): "多",
            ("下棠街道", 8): "一般",
        },
        [("3月!E5", "E810"), ("3月!F6", "E810"), ("3月!K10", "E810")],
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_all_that_is_wrong_is_told_at_its_cell_and_nothing_is_written(project: Path, case: str) -> None:
    changed, expected = WRONG[case]
    before = files_below(project)
    result = _import(project, _file(project, monthly(changed=changed)), "--yes", "--format", "json")
    assert result.exit_code == 1
    assert sorted(each for each in _codes(result) if each[1] != "W851") == sorted(expected)
    assert files_below(project) == before


def test_errors_are_text_and_annotations_too(project: Path) -> None:
    file = _file(project, monthly(changed={("东棠镇", 2): "较多"}))
    text = _import(project, file, "--yes").stderr
    assert f"{file} · 3月!E5  E810  单元格里不是数\n" in text
    assert "::error file=" in _import(project, file, "--yes", "--format", "github").stdout


def test_a_marked_copy_goes_back_to_the_clerk(project: Path) -> None:
    file = _file(project, monthly(changed={("东棠镇", 2): "较多", ("南棠镇", 3): "=cmd"}))
    folder, before = project.parent / "back", file.read_bytes()
    result = _import(project, file, "--yes", "--marked", folder)
    copy = folder / "3月统计表（待改）.xlsx"
    assert str(copy) in result.stderr
    book = openpyxl.load_workbook(copy)
    cell = book["3月"]["E5"]
    assert cell.comment is not None
    assert "E810 单元格里不是数" in cell.comment.text
    assert cell.fill.fgColor.rgb == "00FFC7CE"
    assert cell.value == "较多"
    listed = [row[0].value for row in book[LIST_SHEET].iter_rows(min_row=2)]
    assert listed == ["3月!E5", "3月!F7", "3月!B9"]
    assert file.read_bytes() == before


TOTALS: Final = (7, None, 80, 26.2, 14, 44, 140, 134)


def test_a_total_is_the_sum_of_its_rows(project: Path) -> None:
    assert _import(project, _file(project, monthly(totals=TOTALS)), "--yes").exit_code == 0
    wrong = (7, None, 81, 26.2, 14, 44, 140, 134)
    result = _import(project, _file(project, monthly(4, totals=wrong), "4.xlsx"), "--format", "json")
    assert ("4月!E11", "E812") in _codes(result)
    assert "各行相加是 80" in result.stdout


def test_a_formula_that_leaves_a_row_out_is_told(project: Path) -> None:
    short = ("=SUM(C5:C9)", *[None] * 7)
    result = _import(project, _file(project, monthly(totals=short)), "--yes", "--format", "json")
    assert ("3月!C11", "W853") in _codes(result)


@pytest.mark.parametrize("suffix", ["csv-utf-8-sig", "csv-gb18030"])
def test_a_table_of_text_is_read_as_well(project: Path, suffix: str) -> None:
    rows = monthly_rows(totals=TOTALS)
    heads: list[list[Cell]] = [list(rows[2]), list(rows[3])]
    lines = [rows[0], rows[1], *heads, *rows[4:]]
    text = "\n".join(",".join(f'"{"" if cell is None else cell}"' for cell in row) for row in lines)
    file = _file(project, text.encode(suffix.removeprefix("csv-")), "3月.csv")
    result = _import(project, file, "--yes")
    assert result.exit_code == 0, result.output
    assert "新增 40 个" in result.stdout


def test_a_protected_workbook_needs_its_password(project: Path) -> None:
    file = _file(project, with_password(monthly(changed={("东棠镇", 2): "较多"}), "secret"))
    assert _codes(_import(project, file, "--yes", "--format", "json")) == [("", "E802")]
    assert _codes(_import(project, file, "--yes", "--password", "wrong", "--format", "json")) == [
        ("", "E802")
    ]
    result = _import(project, file, "--yes", "--password", "secret", "--format", "json")
    assert ("3月!E5", "E810") in _codes(result)
    copy = msoffcrypto.OfficeFile(io.BytesIO((project.parent / "3月统计表（待改）.xlsx").read_bytes()))
    assert copy.is_encrypted()


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (300 << 20))
    return stream.getvalue()


def _with_part(name: str, content: bytes) -> bytes:
    """Return a month's sheet with another content of one part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(monthly())) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return stream.getvalue()


_ENTITIES: Final = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
)
_FAR_AWAY: Final = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    b"</sheetData></worksheet>"
)
HOSTILE: Final[Mapping[str, tuple[bytes, str]]] = {
    "empty": (b"", "E801"),
    "nothing": (b"\n\n,,\n", "E801"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "E801"),
    "a text": ("只是一段文字".encode(), "E801"),
    "truncated": (monthly()[:2000], "E801"),
    "an archive": (b"PK\x05\x06" + bytes(18), "E801"),
    "half an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "E801"),
    "entities": (_with_part("xl/worksheets/sheet1.xml", _ENTITIES), "E801"),
    "broken XML": (_with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheet"), "E801"),
    "a last cell far away": (_with_part("xl/worksheets/sheet1.xml", _FAR_AWAY), "E803"),
    "no table": (workbook_bytes([("你好",), ("再见",)]), "E806"),
    "no sheet": (workbook_bytes([]), "E806"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_by_a_code(project: Path, name: str) -> None:
    data, code = HOSTILE[name]
    before = files_below(project)
    result = _import(project, _file(project, data), "--yes", "--format", "json")
    assert [found for _, found in _codes(result)] == [code]
    assert result.exit_code == 1
    assert files_below(project) == before


def test_a_bomb_is_not_unpacked(project: Path) -> None:
    assert _codes(_import(project, _file(project, _bomb()), "--format", "json")) == [("", "E803")]


def test_a_million_rows_of_nothing_are_read_as_nothing(project: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(monthly()))
    book.worksheets[0]["A1048576"].font = openpyxl.styles.Font(bold=True)
    stream = io.BytesIO()
    book.save(stream)
    assert _import(project, _file(project, stream.getvalue()), "--yes").exit_code == 0


def test_a_missing_file_is_told(project: Path) -> None:
    assert _codes(_import(project, project.parent / "没有.xlsx", "--format", "json")) == [("", "E801")]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--period", "三月"), "不是期间"),
        (("--programme", "weak"), "没有工作“weak”"),
        (("--on", "昨天"), "不是日期"),
    ],
)
def test_wrong_options_are_told(project: Path, arguments: tuple[str, ...], complaint: str) -> None:
    result = _import(project, _file(project, monthly()), *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr


def _rows(*heads: Cell, rows: Iterable[Sequence[Cell]], above: str = "2026年3月情况") -> list[Row]:
    return [(above,), ("序号", "乡镇", *heads), *((at, *row) for at, row in enumerate(rows, start=1))]


@pytest.mark.parametrize(
    ("format_", "value"), [('0"万元"', Decimal(120)), ("0", Decimal("0.012")), ('"¥"0', Decimal("0.012"))]
)
def test_the_unit_that_a_format_shows_is_that_of_the_number(
    project: Path, format_: str, value: Decimal
) -> None:
    data = workbook_bytes(
        _rows("拨付资金（元，累计）", rows=[("东棠镇", 120)]), "3月", formats={"C3": format_}
    )
    assert _import(project, _file(project, data), "--yes").exit_code == 0
    dataset = load_project(project).dataset
    assert dataset is not None
    reported = dataset.observations[("qingtang/dongtang", Address("strong/funds"))]
    assert [each.value.value for each in reported] == [value]


@pytest.mark.parametrize("format_", ["#,##0,", "0!.0,", "0!.0000", '0"."0,', "0.0,,"])
def test_a_number_that_is_shown_scaled_is_refused(project: Path, format_: str) -> None:
    data = workbook_bytes(
        _rows("拨付资金（万元，累计）", rows=[("东棠镇", 1200000)]), "3月", formats={"C3": format_}
    )
    result = _import(project, _file(project, data), "--yes", "--format", "json")
    assert _codes(result) == [("3月!C3", "E811")]


def test_the_unit_above_a_table_is_that_of_columns_without_one(project: Path) -> None:
    rows = _rows("拨付资金", "办实事", rows=[("东棠镇", 1200000, 3)])
    rows.insert(1, (None, None, "单位：元、件"))
    assert _import(project, _file(project, workbook_bytes(rows, "3月")), "--yes").exit_code == 0
    dataset = load_project(project).dataset
    assert dataset is not None
    reported = dataset.observations[("qingtang/dongtang", Address("strong/funds"))]
    assert [each.value.value for each in reported] == [Decimal(120)]


@pytest.mark.parametrize(
    ("rows", "merged", "found"),
    [
        ([("东棠镇", 30, 1), ("西棠镇", None, 1)], "C3:C4", [("3月!C3", "E809")]),
        ([("东棠镇", 30, None), ("西棠镇", 2, 1)], "C3:D3", [("3月!C3", "E809")]),
        ([("东棠镇", 5, 1), (None, 7, None)], "B3:B4", [("3月!B4", "E809")]),
        ([("东棠镇", "未报", None), ("西棠镇", 2, 1)], "C3:D3", [("3月!B3", "W851")]),
    ],
)
def test_values_merged_over_several_are_refused(
    project: Path, rows: list[Row], merged: str, found: list[tuple[str, str]]
) -> None:
    table = _rows("办实事（件）", "村集体收入（万元）", rows=rows)
    data = workbook_bytes(table, "3月", ("A1:D1", merged))
    assert _codes(_import(project, _file(project, data), "--yes", "--format", "json")) == found


@pytest.mark.parametrize(
    ("head", "above", "found"),
    [
        ("2月办实事（件）", "2026年3月情况", [("3月!C2", "E813")]),
        ("2025年办实事（件）", "2026年3月情况", [("3月!C2", "E813")]),
        ("3月办实事（件）", "2026年3月情况", []),
        ("建成阵地（个，2025年以来累计）", "2026年3月情况", []),
        ("办实事（件）", "2026年3月上旬情况", [("3月!A1", "E813")]),
        ("办实事目标（件）", "2026年3月情况", [("3月!B2", "E807")]),
        ("办实事（件）·去年同期", "2026年3月情况", [("3月!B2", "E807")]),
    ],
)
def test_columns_of_another_period_are_refused_and_never_proposed(
    project: Path, head: str, above: str, found: list[tuple[str, str]]
) -> None:
    data = workbook_bytes(_rows(head, rows=[("东棠镇", 3)], above=above), "3月")
    assert _codes(_import(project, _file(project, data), "--yes", "--format", "json")) == found


def test_subtotals_may_stand_above_their_rows(project: Path) -> None:
    rows = _rows("办实事（件）", rows=[("镇小计", 3), ("东棠镇", 1), ("西棠镇", 2), ("乡小计", 4)])
    data = workbook_bytes([*rows, (5, "北棠乡", 4)], "3月")
    assert _import(project, _file(project, data), "--yes").exit_code == 0


def test_a_second_table_in_a_sheet_is_refused(project: Path) -> None:
    rows = _rows("办实事（件）", rows=[("东棠镇", 3), ("西棠镇", 4)])
    data = workbook_bytes([*rows, ("序号", "乡镇", "村集体收入（万元）"), (1, "北棠乡", 5)], "3月")
    result = _import(project, _file(project, data), "--yes", "--format", "json")
    assert ("3月!B5", "E806") in _codes(result)


def test_a_sheet_with_numbers_and_no_table_is_told(project: Path) -> None:
    book = openpyxl.Workbook()
    sheets: dict[str, list[Row]] = {
        "3月": monthly_rows(),
        "东棠镇": [("指标", "数"), ("办实事", 3)],
        "说明": [("无数",)],
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    file = _file(project, saved(book))
    result = _import(project, file, "--yes", "--dry-run", "--format", "json")
    assert ("东棠镇!A1", "W852") in _codes(result)
    assert not [cell for cell, _ in _codes(result) if cell.startswith("说明")]
