"""An invented county whose office keeps its figures in spreadsheets: the project, and its sheets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

import openpyxl

from generators.drafting.starting.project import project_files
from generators.drafting.starting.wanted import Wanted, project_of
from tests.build.project import write_files

OFFICE_DAY: Final = date(2026, 8, 1)
"""The day on which the county's sheets are imported."""

TOWNSHIPS: Final = {
    "dongtang": "东棠镇",
    "xitang": "西棠镇",
    "nantang": "南棠镇",
    "beitang": "北棠乡",
    "shangtang": "上棠乡",
    "xiatang": "下棠街道",
}
PROGRAMME: Final = "data/programmes/strong.yml"

INDICATORS: Final = """indicators:
  sites: {name: 建成阵地, measure: 个, kind: cumulative, rollup: sum, cadence: month}
  funds: {name: 拨付资金, measure: 万元, kind: cumulative, rollup: sum, cadence: month}
  deeds: {name: 办实事, measure: 件, kind: flow, rollup: sum, cadence: month}
  income: {name: 村集体收入, measure: 万元, kind: flow, rollup: sum, cadence: month}
  weak: {name: 薄弱村, measure: 个, kind: level, goal: at-most, rollup: sum, cadence: month}
  petitions: {name: 信访存量, measure: 件, kind: level, goal: at-most, rollup: sum, cadence: month}
  meetings: {name: 组织生活按时率, measure: '%', kind: ratio, rollup: ratio, cadence: month}
  instructors: {name: 指导员全覆盖, measure: '', kind: flag, cadence: month}
headline: [sites]
"""

Cell: TypeAlias = str | float | bool | date | None
Row: TypeAlias = Sequence[Cell]

HEADS: Final = (
    (
        "序号",
        "乡镇\n（街道）",
        "阵地建设",
        None,
        "办实事\n（件，当月）",
        "村集体收入\n（万元，当月）",
        "薄弱村\n（个）",
        "信访存量\n（件）",
        "组织生活",
        None,
        "指导员是否全覆盖",
        "备注",
    ),
    (
        None,
        None,
        "建成数\n（累计）",
        "拨付资金\n（累计）",
        None,
        None,
        None,
        None,
        "应开展支部",
        "按时开展支部",
        None,
        None,
    ),
)
MERGED: Final = (
    "A1:L1",
    "A3:A4",
    "B3:B4",
    "C3:D3",
    "E3:E4",
    "F3:F4",
    "G3:G4",
    "H3:H4",
    "I3:J3",
    "K3:K4",
    "L3:L4",
)
FIRST: Final = 5
"""The row of the first township, counted from 1 as sheets do."""

NOTE: Final = "注：1.“/”表示无此项；2.资金单位以表中为准。"

ROWS: Final[Mapping[str, Row]] = {
    "东棠镇": (1, "90万", 29, 7.5, 3, 4, 36, 34, "否", None),
    "西棠镇": (2, "40万", 9, 6.2, 3, 7, 32, 31, "√", None),
    "南棠镇": ("２", "40万", "１０", 5.7, 3, 8, 28, 26, "否", None),
    "北棠乡": (1, "70万", 16, "/", 2, 11, 20, 19, "是", None),
    "上棠乡": (None, None, None, None, None, None, None, None, None, "未报"),
    "下棠街道": (1, "70万", 16, 6.8, 3, 14, 24, 24, "×", None),
}
"""What the townships of a month's sheet say; 上棠乡 has not reported."""

PLAN_HEADS: Final = (
    "序号",
    "乡镇（街道）",
    "建成阵地（个）",
    "拨付资金（万元）",
    "办实事（件，全年）",
    "村集体收入（万元，全年）",
    "薄弱村（个，年底）",
    "信访存量（件，年底）",
    "组织生活按时率（%）",
    "指导员全覆盖",
)
PLAN_ROW: Final[Row] = ("3（一季度1，二季度2）", 200, 240, 110, "≤0", "≤3", "98%以上", "6月底前")
PLAN_NOTE: Final = "注：季度进度按办实事60、120、180件，收入25、52、82万元掌握；信访存量以上年底10件为基数。"


def office_project(folder: Path) -> Path:
    """Write the county's project, without any figure, to ``folder`` and return that."""
    wanted = Wanted(
        county="青棠县",
        county_id="qingtang",
        townships="、".join(f"{name}={each}" for each, name in TOWNSHIPS.items()),
        programme="强基富民三年行动",
        programme_id="strong",
        office="县委组织部",
        document="三年行动方案",
        start="2026-01-01",
        end="2028-12-31",
    )
    project, wrong = project_of(wanted, OFFICE_DAY)
    assert not wrong
    write_files(folder, {each.path: each.text for each in project_files(project)})
    programme = folder / PROGRAMME
    text = programme.read_text(encoding="utf-8").partition("# 下面两个指标")[0]
    programme.write_text(text + INDICATORS, encoding="utf-8")
    return folder


def workbook_bytes(
    rows: Iterable[Row],
    name: str = "3月",
    merged: Iterable[str] = (),
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """Return an xlsx file with one sheet; a text that begins with = is a formula without a value."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for span in merged:
        sheet.merge_cells(span)
    for cell, format_ in (formats or {}).items():
        sheet[cell].number_format = format_
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def monthly_rows(
    month: int = 3, changed: Mapping[tuple[str, int], Cell] | None = None, totals: Row | None = None
) -> list[Row]:
    """Return the rows of a month's sheet; ``changed`` are cells by township and index in ``ROWS``."""
    rows = {name: list(row) for name, row in ROWS.items()}
    for (name, at), value in (changed or {}).items():
        rows[name][at] = value
    sums = [f"=SUM({column}5:{column}10)" for column in "CDEFGHIJ"]
    total = totals if totals is not None else [None if at == 1 else each for at, each in enumerate(sums)]
    return [
        (f"青棠县强基富民三年行动2026年{month}月进度统计表",),
        ("填报单位：县委组织部", *[None] * 8, f"填报日期：2026年{month + 1}月3日"),
        *HEADS,
        *([at, name, *row] for at, (name, row) in enumerate(rows.items(), start=1)),
        (None, "合 计", *total),
        (NOTE,),
    ]


def monthly(
    month: int = 3, changed: Mapping[tuple[str, int], Cell] | None = None, totals: Row | None = None
) -> bytes:
    """Return a month's sheet as a file."""
    return workbook_bytes(monthly_rows(month, changed, totals), f"{month}月", MERGED)


def plan(changed: Mapping[tuple[str, int], Cell] | None = None, note: str = PLAN_NOTE) -> bytes:
    """Return the plan of the year as a file; ``changed`` are cells by township and index in ``PLAN_ROW``."""
    rows = {name: list(PLAN_ROW) for name in TOWNSHIPS.values()}
    for (name, at), value in (changed or {}).items():
        rows[name][at] = value
    listed: list[Row] = [
        ("青棠县强基富民三年行动2026年任务分解表",),
        ("制表：县委组织部", *[None] * 6, "2026年1月5日印发"),
        PLAN_HEADS,
        *([at, name, *row] for at, (name, row) in enumerate(rows.items(), start=1)),
        (None, "合计", None, "=SUM(D4:D9)", "=SUM(E4:E9)", "=SUM(F4:F9)"),
        (note,),
    ]
    return workbook_bytes(listed, "任务分解", ("A1:J1",))
