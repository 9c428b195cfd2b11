"""Reads a file as UTF-8 text, or reports why it is not."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Final

from generators.model.ideographs import with_canonical_ideographs
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.outcome import Outcome

_MEGABYTE: Final = 1024 * 1024

LARGEST_FILE: Final = 2 * _MEGABYTE
"""The maximum size of a text file, in bytes."""

_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")

_SIGNATURES: Final = (
    (b"PK\x03\x04", "压缩包或 Office 文档"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文档"),
    (b"%PDF-", "PDF 文档"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
)

# Control characters, and characters that are line breaks in YAML but not in a text editor: line
# numbers must agree.
NOT_TEXT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
    # What makes text look as if it stood in another order, and invisible tags.
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Characters that no text of a project contains: control characters, and marks that reorder or hide text."""

_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_NON_ASCII: Final = re.compile("[^\x00-\x7f]")


def _refusal(code: str, file: str, detail: str, remedy: str = "") -> Outcome[str]:
    return Outcome(None, (problem(code, Place(file), detail, remedy),))


def _place_after(before: str, file: str) -> Place:
    line_start = before.rfind("\n") + 1
    return Place(file, before.count("\n") + 1, len(before) - line_start + 1)


def _with_plain_line_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_chinese_gb18030(data: bytes) -> bool:
    """Whether the bytes are Chinese text in GB18030 rather than damaged UTF-8."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    beyond_ascii = len(_NON_ASCII.findall(text))
    if NOT_TEXT.search(text) or 2 * len(_CHINESE.findall(text)) < max(beyond_ascii, 1):
        return False
    as_utf8 = _NON_ASCII.findall(data.decode("utf-8", "replace"))
    return 2 * as_utf8.count("\ufffd") > len(as_utf8)


def _undecodable(data: bytes, position: int, file: str) -> Outcome[str]:
    if _is_chinese_gb18030(data):
        return _refusal("E102", file, "文件是 GBK（GB18030）编码，不是 UTF-8")
    before = _with_plain_line_breaks(data[:position].decode("utf-8"))
    detail = f"此处的字节 0x{data[position]:02X} 不是 UTF-8 文字"
    return Outcome(None, (problem("E103", _place_after(before, file), detail),))


def decoded(data: bytes, file: str) -> Outcome[str]:
    """Return the text of ``data``, with line feeds as the only line breaks and no byte order mark.

    Chinese characters are in their canonical form, so that whatever reads the text finds its words.

    Problems: E102 (GB18030), E103 (not text, with the place of the first invalid byte) and E110
    (only white space). ``file`` is the path in their places.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return _refusal("E103", file, f"文件内容是{name}，不是文本")
    if data.startswith(_UTF16_MARKS):
        return _refusal("E103", file, "文件是 UTF-16 编码", "请在编辑器中另存为 UTF-8 编码")
    data = data.removeprefix(_UTF8_MARK)
    try:
        text = _with_plain_line_breaks(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start, file)
    offending = NOT_TEXT.search(text)
    if offending:
        detail = f"此处有不可见的控制字符 U+{ord(offending[0]):04X}"
        place = _place_after(text[: offending.start()], file)
        return Outcome(None, (problem("E103", place, detail, "请删去该字符；若文件不是文本，请移走"),))
    if not text.strip():
        return _refusal("E110", file, "文件里没有内容")
    return Outcome(with_canonical_ideographs(text))


def _unreadable(error: OSError, file: str) -> tuple[Problem, ...]:
    match error:
        case FileNotFoundError():
            reason = "文件不存在，或链接已失效"
        case PermissionError():
            reason = "没有读取权限"
        case _:
            reason = "系统拒绝读取"
    return (problem("E113", Place(file), reason),)


def _bytes_of(path: Path, file: str, largest: int) -> Outcome[bytes]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Outcome(None, (problem("E113", Place(file), "这不是普通文件"),))
        if status.st_size > largest:
            size, most = (amount / _MEGABYTE for amount in (status.st_size, largest))
            remedy = "" if largest == LARGEST_FILE else f"请先化简或拆分，不超过 {most:.0f} MB"
            return Outcome(None, (problem("E101", Place(file), f"文件有 {size:.1f} MB", remedy),))
        return Outcome(path.read_bytes())
    except OSError as error:
        return Outcome(None, _unreadable(error, file))


def read_text(path: Path, file: str, largest: int = LARGEST_FILE) -> Outcome[str]:
    """Return the text of the file at ``path``; ``file`` is its path in problems.

    Problems are those of :func:`decoded`, E101 (more than ``largest`` bytes; the file is not read) and E113
    (missing, unreadable, a folder or device). Raises nothing for the state of the file.
    """
    data = _bytes_of(path, file, largest)
    if data.value is None:
        return Outcome(None, data.problems)
    return decoded(data.value, file)
