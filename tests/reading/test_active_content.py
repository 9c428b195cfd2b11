from __future__ import annotations

import pytest

from generators.reading.active_content import active_content
from generators.reading.attachments.plain import text_of

_SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

_XHTML = "http://www.w3.org/1999/xhtml"

RUNS = {
    "page": ("a.html", "<p>甲</p>"),
    "page in capitals": ("A.HTM ", "甲"),
    "page of XML": ("a.xhtml", "甲"),
    "script": ("a.js", "x()"),
    "packed drawing": ("a.svgz", "甲"),
    "page without a name for it": ("a", "\n <!DOCTYPE html><script>x()</script>"),
    "page as text": ("a.txt", "<script>x()</script>"),
    "script in a drawing": ("a.svg", f"<svg {_SVG}><script>x()</script></svg>"),
    "script without a namespace": ("a.svg", "<svg><script>x()</script></svg>"),
    "script of another namespace": (
        "a.svg",
        f'<svg {_SVG} xmlns:h="{_XHTML}"><h:script/></svg>',
    ),
    "handler in a drawing": ("a.svg", f'<svg {_SVG} onload="x()"/>'),
    "page in a drawing": ("a.svg", f"<svg {_SVG}><foreignObject/></svg>"),
    "changing address": ("a.svg", f'<svg {_SVG}><set attributeName="href" to="javascript:x()"/></svg>'),
    "link in a drawing": ("a.svg", f'<svg {_SVG}><a href="javascript:x()"/></svg>'),
    "picture elsewhere": ("a.svg", f'<svg {_SVG}><image xlink:href="https://example.org/a.png"/></svg>'),
    "drawing in a drawing": ("a.svg", f'<svg {_SVG}><image href="data:image/svg+xml;base64,AA"/></svg>'),
    "style elsewhere": ("a.svg", f"<svg {_SVG}><style>@import 'https://example.org/a.css';</style></svg>"),
    "style in pieces": ("a.svg", f"<svg {_SVG}><style>p{{fill:ur<!-- -->l(//example.org)}}</style></svg>"),
    "fill elsewhere": ("a.svg", f"<svg {_SVG}><path fill=\"url( 'https://example.org/a')\"/></svg>"),
    "fill with escapes": ("a.svg", f'<svg {_SVG}><path style="fill:\\75rl(//example.org)"/></svg>'),
    "entity": ("a.svg", f'<!DOCTYPE svg [<!ENTITY a "b">]><svg {_SVG}>&a;</svg>'),
    "damaged drawing": ("a.svg", f"<svg {_SVG}><path></svg>"),
    "style sheet of XML": ("a.xml", '<?xml-stylesheet href="a.xsl"?><a/>'),
    "page as XML": ("a.xml", '<a xmlns:h="http://www.w3.org/1999/xhtml"><h:script/></a>'),
    "drawing as XML": ("a.rss", f"<svg {_SVG}/>"),
}

INERT = {
    "drawing": (
        "a.svg",
        f'<?xml version="1.0"?><svg {_SVG}><g fill="url(#b)"><path d="M0"/></g></svg>',
    ),
    "style of its own": (
        "a.svg",
        f"<svg {_SVG}><style>path{{fill:url(#b)}}</style><use xlink:href='#b'/></svg>",
    ),
    "embedded picture": ("a.svg", f'<svg {_SVG}><image href="data:image/png;base64,AA=="/></svg>'),
    "of a drawing program": (
        "a.svg",
        f'<svg {_SVG} xmlns:i="urn:i"><i:view i:href="#x"/></svg>',
    ),
    "table": ("a.csv", "甲,<b>乙</b>\n"),
    "text": ("a.txt", "1 < 2\n"),
    "data": ("a.xml", "<rows><row>1</row></rows>"),
    "less than": ("a.txt", "<某某>"),
}


@pytest.mark.parametrize(("file", "text"), RUNS.values(), ids=RUNS)
def test_what_browsers_would_run_is_told(file: str, text: str) -> None:
    data = text.encode()
    assert active_content(file, data, text_of(data))


@pytest.mark.parametrize(("file", "text"), INERT.values(), ids=INERT)
def test_what_only_shows_something_is_left_alone(file: str, text: str) -> None:
    data = text.encode()
    assert active_content(file, data, text_of(data)) is None


def test_a_drawing_in_another_encoding_is_read_as_browsers_do() -> None:
    data = f'<?xml version="1.0" encoding="UTF-16"?><svg {_SVG} onload="x()"/>'.encode("utf-16")
    assert active_content("a.svg", data, text_of(data)) == "里面有 onload"


def test_pictures_are_no_text_and_never_run() -> None:
    assert active_content("a.png", b"\x89PNG\r\n\x1a\n\x00", None) is None
