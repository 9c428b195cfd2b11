from __future__ import annotations

from generators.reading.attachments.attachments import content_of
from tests.build import attachments


def test_cells_are_told_by_sheet_column_and_row() -> None:
    data = attachments.workbook({"名单": {"A2": "姓名", "C2": "电话", "A5": "甲", "C5": 13812345678}})
    text = next(text for text in content_of(data, "").texts if text.where == "工作表“名单”")
    assert text.text == "姓名\t电话\n甲\t13812345678"
    assert text.spot(text.text.index("138")) == "工作表“名单”C5"


def test_hidden_sheets_are_read_and_called_so() -> None:
    data = attachments.workbook({"甲": {"A1": "1"}, "乙": {"A1": "2"}}, hidden=frozenset({"乙"}))
    assert [text.where for text in content_of(data, "").texts if text.text in "12"] == [
        "工作表“甲”",
        "隐藏的工作表“乙”",
    ]


def test_days_are_read_as_they_are_shown() -> None:
    data = attachments.workbook({"甲": {"A1": 31118, "B1": 31118}}, dates=frozenset({"A1"}))
    assert "1985-03-12\t31118" in [text.text for text in content_of(data, "").texts]


def test_a_cell_far_away_costs_nothing() -> None:
    cells: dict[str, str | float] = {f"{column}{row}": "a" for row, column in ((1, "A"), (1048576, "XFD"))}
    text = next(
        text for text in content_of(attachments.workbook({"甲": cells}), "").texts if "\n" in text.text
    )
    assert text.text == "a\t\n\ta"
    assert text.spot(4) == "工作表“甲”XFD1048576"


def test_comments_formulas_and_names_are_read() -> None:
    sheet = (
        "<worksheet><sheetData><row r='1'><c r='A1'><f>HYPERLINK(\"tel:1\")</f><v>0</v></c></row></sheetData>"
        "<headerFooter><oddHeader>眉</oddHeader></headerFooter></worksheet>"
    )
    comments = (
        "<comments><commentList><comment><text><r><t>批</t></r></text></comment></commentList></comments>"
    )
    parts = {"xl/worksheets/sheet1.xml": sheet, "xl/comments1.xml": comments}
    found = {
        text.where: text.text for text in content_of(attachments.workbook({"甲": {}}, parts=parts), "").texts
    }
    assert found["批注"] == "批"
    assert found["工作表“甲”的公式、页眉、页脚、提示"] == 'HYPERLINK("tel:1")\n眉'
