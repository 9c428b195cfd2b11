"""Reads a file of lines in canonical form, in which one changed byte is found."""

from __future__ import annotations

import json
from typing import Final, TypeAlias, cast

from generators.model.canonical import canonical
from generators.model.closing_lines import Parsed
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile

LARGEST: Final = 256 * 1024 * 1024
"""The maximum size of a file, in bytes: a programme of a province with all its villages."""

Line: TypeAlias = tuple[str, dict[str, Parsed]]
"""A line as text without its break, and what it holds."""

_CARRIAGE_RETURN: Final = (
    "换行被改成了 Windows 的写法；请在 .gitattributes 写一行 data/closed/** -text，再取回原来的文件"
)


def read_lines(file: ProjectFile, code: str) -> Outcome[list[Line]]:
    """Return the lines of a file, ``None`` if one of them is not canonical, which is a problem ``code``.

    A file that cannot be read is E113, one that is too large E101.
    """
    text = _text(file, code)
    if text.value is None:
        return Outcome(None, text.problems)
    if not text.value.endswith("\n"):
        return _refused(file, code, text.value.count("\n") + 1, "最后一行没有写完：文件可能被截断")
    found: list[Line] = []
    for at, line in enumerate(text.value[:-1].split("\n"), 1):
        parsed = _parsed(line)
        if parsed is None:
            return _refused(file, code, at, "这一行不是规范写法的 JSON：被改动过")
        found.append((line, parsed))
    return Outcome(found)


def _refused(file: ProjectFile, code: str, line: int, detail: str) -> Outcome[list[Line]]:
    return Outcome(None, (problem(code, Place(file.file, line), detail),))


def _text(file: ProjectFile, code: str) -> Outcome[str]:
    try:
        size = file.location.stat().st_size
        data = file.location.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        return Outcome(None, (problem("E113", Place(file.file), error.strerror or "系统拒绝读取"),))
    if size > LARGEST:
        detail = f"结账文件超过了 {LARGEST // 1024 // 1024} MB"
        return Outcome(None, (problem("E101", Place(file.file), detail),))
    if b"\r" in data:
        line = data[: data.index(b"\r")].count(b"\n") + 1
        return Outcome(None, (problem(code, Place(file.file, line), _CARRIAGE_RETURN),))
    try:
        return Outcome(data.decode())
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Outcome(None, (problem(code, Place(file.file, line), "不是 UTF-8 文字"),))


def _parsed(line: str) -> dict[str, Parsed] | None:
    """Return the object that a line in canonical form holds, ``None`` for any other line."""
    try:
        value = json.loads(line)
        is_canonical = isinstance(value, dict) and canonical(value) == line
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Parsed]", value) if is_canonical else None
