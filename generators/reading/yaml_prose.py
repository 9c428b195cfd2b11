"""Positions of Chinese prose in a YAML text, so that it can be corrected in place.

Only scalars without escapes are returned: their value is exactly the text in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CHINESE: Final = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class ProseScalar:
    """A scalar with Chinese text: its keys from the top, its characters from ``start`` to before ``end``."""

    keys: tuple[str, ...]
    start: int
    end: int


def prose_scalars(text: str) -> tuple[ProseScalar, ...]:
    """Return the scalars with Chinese text, without their quotes, in order; empty for invalid YAML."""
    try:
        return tuple(_scalars(text))
    except yaml.YAMLError:
        return ()


def _scalars(text: str) -> Iterator[ProseScalar]:
    """Walk the parser's events; ``open_keys`` holds the key of each mapping above, ``None`` for a list."""
    open_keys: list[str | None] = []
    awaits_key: list[bool] = []
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            open_keys.append(None)
            awaits_key.append(isinstance(event, yaml.MappingStartEvent))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            open_keys.pop()
            awaits_key.pop()
            _value_ended(open_keys, awaits_key)
        elif isinstance(event, yaml.ScalarEvent):
            if awaits_key and awaits_key[-1]:
                open_keys[-1], awaits_key[-1] = event.value, False
                continue
            yield from _prose_of(event, text, tuple(key for key in open_keys if key is not None))
            _value_ended(open_keys, awaits_key)
        elif isinstance(event, yaml.AliasEvent):
            _value_ended(open_keys, awaits_key)


def _value_ended(open_keys: list[str | None], awaits_key: list[bool]) -> None:
    """Mark the value of the innermost mapping's key as complete; lists have no keys."""
    if open_keys and open_keys[-1] is not None:
        open_keys[-1], awaits_key[-1] = None, True


def _prose_of(event: Any, text: str, keys: tuple[str, ...]) -> Iterator[ProseScalar]:  # noqa: ANN401 - PyYAML's event
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in {"'", '"'}:
        start, end = start + 1, end - 1
    elif event.style in {"|", ">"}:
        start = text.find("\n", start, end) + 1 or end
    written = text[start:end]
    is_escaped = (event.style == '"' and "\\" in written) or (event.style == "'" and "''" in written)
    is_decorated = event.anchor is not None or event.tag is not None
    if _CHINESE.search(written) and not is_escaped and not is_decorated:
        yield ProseScalar(keys, start, end)
