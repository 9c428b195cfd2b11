from __future__ import annotations

from generators.model.html_tree import Element, tree_of


def _shape(element: Element) -> object:
    return [each if isinstance(each, str) else (each.tag, _shape(each)) for each in element.children]


def test_elements_texts_and_attributes() -> None:
    root = tree_of('<p class="a b">甲&lt;<br>乙</p><img src="x.png">')
    assert _shape(root) == [("p", ["甲<", ("br", []), "乙"]), ("img", [])]
    paragraph, picture = root.below("p", "img")
    assert paragraph.classes == {"a", "b"}
    assert paragraph.text == "甲<\n乙"
    assert picture.attributes == {"src": "x.png"}


def test_end_tags_that_may_be_left_out_are_supplied() -> None:
    assert _shape(tree_of("<table><tr><td>1<td>2<tr><td>3</table><ul><li>a<li>b</ul>")) == [
        ("table", [("tr", [("td", ["1"]), ("td", ["2"])]), ("tr", [("td", ["3"])])]),
        ("ul", [("li", ["a"]), ("li", ["b"])]),
    ]


def test_an_end_tag_without_a_beginning_is_nothing() -> None:
    assert _shape(tree_of("a</b>c")) == ["a", "c"]
