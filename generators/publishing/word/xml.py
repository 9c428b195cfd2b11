"""Makes elements of WordprocessingML: the only place where their namespace is written."""

from __future__ import annotations

import re
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

MM: Final = 1440 / 25.4
"""Twips in a millimetre."""

POINT: Final = 20
"""Twips in a point."""

_ILLEGAL: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML has no place for."""


def w(name: str, /, *children: BaseOxmlElement | None, **attributes: str | float) -> BaseOxmlElement:
    """Return the element ``w:name`` with ``children``, but for ``None``, and its ``w:`` attributes.

    Numbers become whole ones, as all lengths of the format are.
    """
    element: BaseOxmlElement = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value if isinstance(value, str) else str(round(value)))
    for child in children:
        if child is not None:
            element.append(child)
    return element


def text_element(text: str) -> BaseOxmlElement:
    """Return the element of a text in a run, all of its spaces kept."""
    element = w("t")
    element.text = legal(text)
    element.set(qn("xml:space"), "preserve")
    return element


def legal(text: str) -> str:
    """Return ``text`` without the characters that XML has no place for."""
    return _ILLEGAL.sub("", text)
