from __future__ import annotations

from generators.drafting.word.markdown import markdown_of
from generators.model.html_tree import tree_of


def _markdown(html: str) -> str:
    return markdown_of(tree_of(html))


def test_a_plain_table_is_markdown() -> None:
    html = (
        "<table><tr><td><p><strong>甲|乙</strong></p></td><td>丙</td></tr>"
        "<tr><td><p>1</p><p>2</p></td><td></td></tr></table>"
    )
    assert _markdown(html) == "| 甲\\|乙 | 丙 |\n|---|---|\n| 1<br>2 |  |\n"


def test_merged_cells_are_html_with_the_head_that_word_repeats() -> None:
    html = (
        '<table><thead><tr><th colspan="2">甲*</th></tr></thead>'
        '<tbody><tr><td rowspan="2">乙</td><td>丙</td></tr>'
        "<tr><td>丁</td></tr></tbody></table>"
    )
    assert _markdown(html) == (
        '<table>\n<tr><th colspan="2">甲*</th></tr>\n<tr><td rowspan="2">乙</td><td>丙</td></tr>\n'
        "<tr><td>丁</td></tr>\n</table>\n"
    )


def test_a_title_over_all_columns_is_followed_by_the_head() -> None:
    html = (
        '<table><tr><td colspan="2">表名</td></tr><tr><td>甲</td><td>乙</td></tr>'
        "<tr><td>1</td><td>2</td></tr></table>"
    )
    assert "<tr><th>甲</th><th>乙</th></tr>\n<tr><td>1</td>" in _markdown(html)


def test_rows_of_a_table_within_a_cell_are_lines_of_the_cell() -> None:
    inner = "<table><tr><td><p>内一</p></td></tr><tr><td><p>内二</p></td></tr></table>"
    html = f"<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>{inner}</td></tr></table>"
    assert _markdown(html) == (
        "<table>\n<tr><th>甲</th><th>乙</th></tr>\n<tr><td>1</td><td>内一<br>内二</td></tr>\n</table>\n"
    )
