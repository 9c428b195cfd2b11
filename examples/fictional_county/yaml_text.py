"""YAML as an editor would write it: what fits on a line stands on one, all else in blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

Scalar: TypeAlias = str | int | Decimal | bool | date
Node: TypeAlias = "Scalar | Mapping[str, Node] | Sequence[Node]"

_WIDTH: Final = 110
_BLOCK_LEVELS: Final = 2
_INDENT: Final = "  "
_HEADER: Final = "# 虚构的数据，由 examples/write_county.py 写出；要改就改程序，再写一遍。\n"

_PLAIN: Final = re.compile(r"(?:\d+[一-鿿]|[A-Za-z一-鿿“《〔])[^:#{}\[\],&*!|>'\"%@`\n\\]*(?<! )")
_PERIOD_OR_NAME: Final = re.compile(r"\d{4}-(?:Q[1-4]|H[12]|\d\d)|\d{6}-\d+|\d{4}-[0-9a-z-]*[a-z]")
_WORDS: Final = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})


def yaml_text(document: Node) -> str:
    """Return a YAML file that reads as ``document``; keys keep their order.

    The first two levels are always blocks, so that a file begins like a page and not like a line.
    """
    return _HEADER + "".join(f"{line}\n" for line in _block(document, 0))


def _block(node: Node, level: int) -> Iterator[str]:
    """Yield the lines of a node without the indentation of what holds it."""
    if isinstance(node, Mapping) and node:
        for key, value in node.items():
            yield from _entry(f"{key}:", value, level, is_item=False)
    elif isinstance(node, Sequence) and not isinstance(node, str) and node:
        for value in node:
            yield from _entry("-", value, level, is_item=True)
    else:
        yield _line(node)


def _entry(head: str, value: Node, level: int, *, is_item: bool) -> Iterator[str]:
    """Yield an entry of a mapping or an item of a list: on one line if it may stand there and fits."""
    if not _asks_for_a_block(value, level):
        line = f"{head} {_line(value)}"
        if len(line) + len(_INDENT) * level <= _WIDTH or not isinstance(value, Mapping):
            yield line
            return
    lines = _block(value, level + 1)
    if is_item:
        yield f"- {next(lines)}"
    else:
        yield head
    yield from (f"{_INDENT}{line}" for line in lines)


def _asks_for_a_block(node: Node, level: int) -> bool:
    """Whether a node is a record near the top of the file, a named record, or a list of records."""
    if isinstance(node, Mapping):
        is_named_record = len(node) == 1 and isinstance(next(iter(node.values())), Mapping)
        return bool(node) and (level + 1 < _BLOCK_LEVELS or is_named_record)
    if isinstance(node, str) or not isinstance(node, Sequence):
        return False
    return any(isinstance(each, Mapping) for each in node)


def _line(node: Node) -> str:
    """Return a node on one line."""
    if isinstance(node, Mapping):
        return f"{{{', '.join(f'{key}: {_line(value)}' for key, value in node.items())}}}"
    if isinstance(node, str):
        return _text(node)
    if isinstance(node, bool):
        return "true" if node else "false"
    if isinstance(node, Decimal):
        return f"{node:f}"
    if isinstance(node, int | date):
        return str(node)
    return f"[{', '.join(map(_line, node))}]"


def _text(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS
    if is_plain or _PERIOD_OR_NAME.fullmatch(text):
        return text
    escaped = text.replace("'", "''")
    return f"'{escaped}'"
