from __future__ import annotations

from markdown import Markdown
from markdown.extensions.toc import TocExtension

from generators.model.anchors import EXTENSIONS
from generators.model.prose_markup import ProseMarkup


def test_ids_of_headings_keep_their_text() -> None:
    html = Markdown(extensions=list(EXTENSIONS)).convert(
        "## 一、总体情况\n\n### （一）A 镇\n\n## 一、总体情况"
    )
    assert [f'id="{each}"' in html for each in ("一总体情况", "一a-镇", "一总体情况_1")] == [True] * 3


def test_a_slug_function_of_the_project_stays() -> None:
    toc = TocExtension(slugify=lambda text, _separator: f"own-{len(text)}")
    assert 'id="own-2"' in Markdown(extensions=[toc, ProseMarkup()]).convert("## 甲乙")


def test_without_a_table_of_contents_nothing_is_missing() -> None:
    assert Markdown(extensions=[ProseMarkup()]).convert("## 甲") == "<h2>甲</h2>"


def test_lists_of_attributes_are_read_as_before() -> None:
    html = Markdown(extensions=list(EXTENSIONS)).convert(
        "### 甲 {: #figures-village-by-village }\n\n甲\n乙\n{: #a-very-long-anchor-of-this-paragraph }"
        "\n\n*丙*{: .x }"
    )
    assert '<h3 id="figures-village-by-village">甲</h3>' in html
    assert '<p id="a-very-long-anchor-of-this-paragraph">甲乙</p>' in html
    assert '<em class="x">丙</em>' in html
