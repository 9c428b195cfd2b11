from __future__ import annotations

import pytest
from markdown import Markdown

from generators.model.anchors import EXTENSIONS


def html_of(text: str) -> str:
    return Markdown(extensions=list(EXTENSIONS)).convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "面积3*4*5米",
        "3.5*4.25*0.5",
        "长3米*宽4米*高5米",
        "2m*3m*4m、30cm*40cm*5cm",
        "规格1200mm*600mm*18mm",
        "每户2*3个、共4*5个",
    ],
)
def test_measures_are_multiplied(text: str) -> None:
    assert html_of(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*5*个", "<em>5</em>个"),
        ("完成*12*个、*3*户", "完成<em>12</em>个、<em>3</em>户"),
        ("**5**个，**6米**", "<strong>5</strong>个，<strong>6米</strong>"),
        ("2026*甲*", "2026<em>甲</em>"),
        ("`3*4*5`", "<code>3*4*5</code>"),
    ],
)
def test_emphasis_remains(text: str, html: str) -> None:
    assert html_of(text) == f"<p>{html}</p>"


def test_an_asterisk_in_an_address_remains() -> None:
    assert html_of("[表](a3*4*5.md)") == '<p><a href="a3*4*5.md">表</a></p>'
