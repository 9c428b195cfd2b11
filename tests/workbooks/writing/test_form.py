"""Forms to be filled in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generators.workbooks.writing.form import Fixed, Form, FormColumn, FormRow, Input, form_bytes
from generators.workbooks.writing.rules import ChoiceRule, DayRule, TextRule
from tests.reading_sites.workbooks import opened, validations_of, values_of

DAY = date(2026, 10, 15)
MANY = tuple(f"第{number}个村" for number in range(60))
FORM = Form(
    "台账",
    "问题台账",
    "只填浅黄色的格",
    (
        FormColumn("", "单位"),
        FormColumn("a", "甲", "分组", note="口径"),
        FormColumn("b", "乙", "分组"),
        FormColumn("c", "丙", is_hidden=True),
    ),
    (
        FormRow("one", (Fixed("东镇"), Fixed(Decimal("2.50")), Fixed(DAY), Input(TextRule(), "已有"))),
        FormRow("", (Input(ChoiceRule("选村", MANY)), Input(DayRule("填日期")), Fixed(), Input(TextRule()))),
    ),
    {"kind": "problems"},
    ("说明一", "说明二"),
)
CONTENT = form_bytes(FORM, DAY, "示例单位")


def test_what_is_there_has_its_type() -> None:
    sheet = opened(CONTENT)["台账"]
    assert [sheet.cell(6, column).value for column in (1, 2, 3)] == ["one", "东镇", 2.5]
    assert sheet["D6"].is_date
    assert (sheet["C6"].number_format, sheet["D6"].number_format) == ("0.00", "yyyy-mm-dd")


def test_neighbours_of_a_group_share_a_head() -> None:
    sheet = opened(CONTENT)["台账"]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {"C4:D4", "B4:B5", "E4:E5", "B2:E2", "B3:E3"} <= merged
    assert sheet["C4"].comment.text == "口径"


def test_a_cell_to_fill_in_may_have_something_in_it() -> None:
    sheet = opened(CONTENT)["台账"]
    assert (sheet["E6"].value, sheet["E6"].protection.locked) == ("已有", False)
    assert sheet["B7"].value is None
    assert sheet["C7"].number_format == "yyyy-mm-dd"


def test_a_long_list_is_in_a_sheet_of_its_own() -> None:
    workbook = opened(CONTENT)
    (rule,) = validations_of(workbook["台账"], "B7")
    assert rule.formula1 == "_lists!$A$1:$A$60"
    assert workbook["_lists"].sheet_state == "veryHidden"
    assert [row[0] for row in values_of(CONTENT, "_lists")] == list(MANY)


def test_notes_stand_below_an_empty_row() -> None:
    found = values_of(CONTENT, "台账")
    assert [row[1] for row in found[6:]] == ["", "", "说明一", "说明二"]


def test_the_same_form_gives_the_same_bytes() -> None:
    assert form_bytes(FORM, DAY, "示例单位") == CONTENT
