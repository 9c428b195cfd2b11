"""Chinese messages for PyYAML's syntax errors, for readers who do not know YAML."""

from __future__ import annotations

import re
from typing import Final

import yaml

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.quoting import quoted

_GENERAL: Final = "此处不合 YAML 的写法"

_BY_PROBLEM: Final = (
    ("found unknown escape character", "双引号中的反斜杠写法无效；请改用单引号"),
    ("found unexpected end of stream", "这里开始的引号没有成对，直到文件末尾也没有结束"),
    ("found unexpected document indicator", "这里开始的引号没有成对"),
    ("did not find expected ',' or ']'", "方括号 [ ] 没有成对，或各项之间缺少英文逗号"),
    ("expected ',' or ']'", "方括号 [ ] 没有成对，或各项之间缺少英文逗号"),
    ("did not find expected ',' or '}'", "花括号 { } 没有成对，或各项之间缺少英文逗号"),
    ("expected ',' or '}'", "花括号 { } 没有成对，或各项之间缺少英文逗号"),
    ("could not find expected ':'", "键后面缺少英文冒号和空格"),
    ("did not find expected '-' indicator", "缩进与上面的列表项没有对齐"),
    ("did not find expected key", "缩进与上面的键没有对齐"),
    ("expected <block end>", "缩进与上面的内容没有对齐，或引号后有多余的文字"),
    ("block sequence entries are not allowed", "列表项“- ”不能写在这里；请另起一行"),
    ("mapping values are not allowed", "此处不应再有冒号；请核对上一行的缩进，含冒号的文字请加引号"),
    ("did not find expected alphabetic or numeric", "以 & 或 * 开头的文字请加引号"),
    ("expected alphabetic or numeric", "以 & 或 * 开头的文字请加引号"),
    ("did not find expected node content", "此处缺少内容"),
    ("expected the node content", "此处缺少内容"),
    ("did not find expected <document start>", "内容在此之前已经结束；请核对缩进"),
    ("found invalid Unicode", "双引号中的反斜杠写法无效；请改用单引号"),
    ("did not find expected hexdecimal number", "双引号中的反斜杠写法无效；请改用单引号"),
)

_WIDE_COLON: Final = re.compile(r"\s*(?:- +)?[^\s:：'\"#]+：")
_TIGHT_COLON: Final = re.compile(r"\s*(?:- +)?[^\s:：'\"#/]+:[^\s:/]")


def _colon_mistake(line: str) -> str:
    if _WIDE_COLON.match(line):
        return f"这里或上一行用了中文冒号：{quoted(line)}；请改为英文冒号加空格"
    if _TIGHT_COLON.match(line):
        return f"这里或上一行的英文冒号后缺少空格：{quoted(line)}"
    return ""


def _forgotten_colon(before: str) -> str:
    """Return a message if the line before looks like a key without its colon, else an empty string."""
    if before.strip() and ":" not in before and not before.lstrip().startswith(("#", "-")):
        return f"此处不应再有冒号；是不是上一行{quoted(before)}的键后面缺少英文冒号？"
    return ""


def _unexpected_character(character: str) -> str:
    if character == "\t":
        return "此处用了 Tab 键缩进；YAML 只能用空格缩进"
    return f"值不能以{quoted(character)}开头；请给整个值加上引号"


def _spread_over_lines(message: str) -> bool:
    """Whether PyYAML may have reported on this line an error of the line before."""
    return any(sign in message for sign in ("mapping values", "expected ':'", "expected key"))


def leaves_quote_open(message: str) -> bool:
    """Whether PyYAML's ``message`` is that a quotation mark has no second half.

    The place to mend is then the mark; PyYAML names the place where it gave up, often the end of the file.
    """
    return "unexpected end of stream" in message or "unexpected document indicator" in message


def explained(message: str, text: str, line: int, column: int) -> str:
    """Return PyYAML's ``message`` at ``line`` and ``column`` (from 0) of ``text``, explained in Chinese."""
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    before = lines[line - 1] if 0 < line <= len(lines) else ""
    if "cannot start any token" in message:
        return _unexpected_character(here[column : column + 1])
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return _unexpected_character("\t")
    if "expected key" in message and here[:column].rstrip().endswith(('"', "'")):
        return "引号之后有多余的文字；请把整个值放进引号，或把里面的引号改为中文引号"
    if _spread_over_lines(message):
        mistake = _colon_mistake(here) or _colon_mistake(before)
        if mistake:
            return mistake
    if "mapping values" in message and _forgotten_colon(before):
        return _forgotten_colon(before)
    return next((sentence for sign, sentence in _BY_PROBLEM if sign in message), _GENERAL)


def syntax_problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """Return E104 for PyYAML's ``error`` in ``text``, which begins on ``first_line`` of ``file``."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if isinstance(error, yaml.MarkedYAMLError) and leaves_quote_open(error.problem or ""):
        mark = error.context_mark or mark
    if mark is None:
        return problem("E104", Place(file, first_line), explained(str(error), text, 0, 0))
    sentence = explained(str(error), text, mark.line, mark.column)
    return problem("E104", Place(file, mark.line + first_line, mark.column + 1), sentence)
