"""The scalars of ``mkdocs.yml`` without quotation marks: MkDocs reads them as YAML 1.1 does.

They are not refused as in data files: the words of MkDocs' own documentation stay valid.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import yaml

from generators.reading.quoting import quoted
from generators.reading.yaml_scalars import Refusal

_PREFIX: Final = "tag:yaml.org,2002:"
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])")

CORE_TAGS: Final = frozenset(
    f"{_PREFIX}{name}" for name in ("bool", "float", "int", "null", "str", "timestamp")
)
"""The tags of the kinds of scalars: ``!!str 5`` is text."""


def scalar_of(text: str, tag: str | None = None) -> object | Refusal:
    """Return the value of the scalar ``text`` of one of ``CORE_TAGS``, or by its form; or why it has none.

    Whole numbers are ``int``, others ``float``; dates are ``date``, those with a time ``datetime``. What
    looks like a date that does not exist is E107; what is not of its kind is E106.
    """
    loader = yaml.SafeLoader("")
    kind = tag or loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call] # PyYAML's stubs
    construct = yaml.SafeLoader.yaml_constructors.get(kind)
    if construct is None or kind not in CORE_TAGS:
        return text
    try:
        value: object = construct(loader, yaml.ScalarNode(kind, text))
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
        if _DAY.match(text):
            return Refusal("E107", f"{quoted(text)}不是存在的日期")
        return Refusal("E106", f"{quoted(text)}读不出来；是文字的请加引号")
    if kind == f"{_PREFIX}timestamp" and not isinstance(value, date):
        return Refusal("E107", f"{quoted(text)}不是日期")
    return value
