"""Strict JSON with the place of every value: all is decoded at once, a place is found when asked for."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from generators.model.record import Place

_SPACE: Final = re.compile(r"[ \t\n\r]*")


class JsonError(ValueError):
    """A text is not JSON; ``at`` is where, counted in characters, and the message says why in Chinese."""

    def __init__(self, reason: str, at: int = 0) -> None:
        """Create the error for what is wrong at the character ``at``."""
        super().__init__(reason)
        self.at = at


def _without_repetition(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) < len(members):
        names = [name for name, _ in members]
        repeated = next(name for at, name in enumerate(names) if name in names[:at])
        raise JsonError(f"“{repeated}”写了两次")
    return found


# Every number is a float: drawing needs no more, and a thousand digits are no error of their own.
_DECODER: Final = json.JSONDecoder(object_pairs_hook=_without_repetition, parse_int=float)


@dataclass(frozen=True)
class JsonText:
    """The text of a JSON file; ``file`` is its path in places."""

    text: str
    file: str

    def decoded(self) -> Any:  # noqa: ANN401 - JSON holds anything
        """Return the value of the whole text; numbers are floats, NaN and Infinity among them.

        Raises :class:`JsonError` if it is not JSON, repeats a key, or is nested too deep.
        """
        start = self._after_space(0)
        try:
            value, end = _DECODER.raw_decode(self.text, start)
        except json.JSONDecodeError as error:
            raise JsonError(f"不是 JSON：{_in_chinese(error.msg)}", error.pos) from None
        except RecursionError:
            raise JsonError("嵌套太深") from None
        if self._after_space(end) != len(self.text):
            raise JsonError("不是 JSON：结束以后还有内容", self._after_space(end))
        return value

    def place(self, at: int) -> Place:
        """Return the place of the character ``at``."""
        line = bisect_right(self._lines, at)
        return Place(self.file, line, at - self._lines[line - 1] + 1)

    def item_starts(self, *path: str | int) -> tuple[int, ...]:
        """Return where each item begins of the list at ``path``, which must exist."""
        return tuple(start for _, start in self._within(self._start(path, 0)))

    def place_of(self, start: int, *path: str | int) -> Place:
        """Return the place of the value at ``path`` in the value that begins at ``start``."""
        return self.place(self._start(path, start))

    @cached_property
    def _lines(self) -> list[int]:
        """Return where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def _after_space(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found is not None else at

    def _start(self, path: tuple[str | int, ...], start: int) -> int:
        """Return where the value at ``path`` begins, or the nearest around it that exists."""
        at = self._after_space(start)
        for step in path:
            found = next((inner for key, inner in self._within(at) if key == step), None)
            if found is None:
                return at
            at = found
        return at

    def _within(self, at: int) -> Iterator[tuple[str | int, int]]:
        """Yield key or index, and where it begins, of each value in the object or list at ``at``."""
        opening = self.text[at : at + 1]
        if opening not in {"{", "["}:
            return
        number = 0
        at = self._after_space(at + 1)
        while self.text[at] not in "}]":
            key: str | int = number
            if opening == "{":
                key, at = _DECODER.raw_decode(self.text, at)
                at = self._after_space(self._after_space(at) + 1)
            yield key, at
            _, at = _DECODER.raw_decode(self.text, at)
            at = self._after_space(at)
            if self.text[at] == ",":
                at = self._after_space(at + 1)
            number += 1


def _in_chinese(message: str) -> str:
    """Return the standard library's complaint in Chinese."""
    return next((text for start, text in _COMPLAINTS.items() if message.startswith(start)), "此处写法不对")


_COMPLAINTS: Final = {
    "Expecting value": "此处缺少值",
    "Expecting property name": "此处应为双引号括起的名称",
    "Expecting ':'": "名称后面缺少冒号",
    "Expecting ',' delimiter": "两项之间缺少逗号，或文件不完整",
    "Unterminated string": "引号没有对上",
    "Invalid control character": "引号里有换行或控制字符",
    "Illegal trailing comma": "最后一项后面多了逗号",
    "Extra data": "结束以后还有内容",
}
