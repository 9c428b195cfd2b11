"""Chinese messages for Pydantic's validation errors."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from generators.model.problem_codes import CATALOGUE
from generators.reading.choice_hints import choice_hint
from generators.reading.day_hints import day_hint, period_hint
from generators.reading.masking import masked
from generators.reading.number_hints import flag_hint, number_hint
from generators.reading.quoting import LONGEST_QUOTE, quoted, shortened

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_Context = Mapping[str, Any]

_MAPPING: Final = "应为一组“键: 值”"
_LIST: Final = "应为列表，每项以“- ”开头"
_NUMBER: Final = "应为数字"
_DATE: Final = "应为日期，如 2017-06-30"


def _choices(context: _Context) -> list[str]:
    return re.findall(r"'([^']*)'", context["expected"])


def _allowed_words(context: _Context) -> str:
    return "应为以下之一：" + "、".join(_choices(context))


_EXPECTATIONS: Final[Mapping[str, Callable[[_Context], str]]] = MappingProxyType(
    {
        "string_type": lambda _: "应为文字",
        "int_type": lambda _: "应为整数",
        "bool_type": lambda _: "应为 true 或 false",
        "date_type": lambda _: _DATE,
        "decimal_type": lambda _: _NUMBER,
        "is_instance_of": lambda _: _NUMBER,
        "enum": _allowed_words,
        "literal_error": _allowed_words,
        "tuple_type": lambda _: _LIST,
        "list_type": lambda _: _LIST,
        "dict_type": lambda _: _MAPPING,
        "mapping_type": lambda _: _MAPPING,
        "model_type": lambda _: _MAPPING,
        "too_short": lambda context: f"至少要有 {context['min_length']} 项",
        "string_too_short": lambda context: f"至少要有 {context['min_length']} 个字",
        "too_long": lambda context: f"至多 {context['max_length']} 项",
        "greater_than_equal": lambda context: f"不得小于 {context['ge']}",
        "greater_than": lambda context: f"应大于 {context['gt']}",
        "less_than_equal": lambda context: f"不得大于 {context['le']}",
        "less_than": lambda context: f"应小于 {context['lt']}",
    }
)

_NUMERIC: Final = frozenset({"int_type", "decimal_type", "is_instance_of"})
_ADVICE: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"bool_type": flag_hint, "date_type": day_hint}
)
_CHOSEN: Final = frozenset({"enum", "literal_error"})
_COUNTED: Final = frozenset({"too_short", "too_long"})


def field_label(path: tuple[str | int, ...]) -> str:
    """Return the name of the field at ``path`` for messages: ``“name”``, ``“reports”第 2 项``."""
    name = next((step for step in reversed(path) if isinstance(step, str)), None)
    label = quoted(name) if name is not None else ""
    if path and isinstance(path[-1], int):
        return f"{label}第 {path[-1] + 1} 项"
    return label


def type_hint(kind: str, value: object) -> str:
    """Return advice where the likely cause of a wrong type is known, else an empty string."""
    if kind == "string_type" and isinstance(value, (int, Decimal, datetime.date)):
        return "；请给它加上引号"
    if not isinstance(value, str):
        return ""
    if kind in {"model_type", "dict_type"}:
        return _colon_hint(value)
    advice = number_hint if kind in _NUMERIC else _ADVICE.get(kind)
    return advice(value) if advice else ""


def _colon_hint(text: str) -> str:
    if "：" in text:
        return "；请把中文冒号改为英文冒号加空格"
    return "；英文冒号后要有空格" if ":" in text else ""


def _custom_sentence(error: ErrorDetails) -> str:
    """Return the message of a validator in ``model``, with long values shortened and personal data masked."""
    sentence = error["msg"]
    for value in error.get("ctx", {}).values():
        if isinstance(value, str) and len(value) > LONGEST_QUOTE:
            sentence = sentence.replace(value, shortened(value))
    return masked(sentence)


def complaint(error: ErrorDetails, path: tuple[str | int, ...]) -> tuple[str, str]:
    """Return the problem code and the Chinese message for one validation error at ``path``."""
    kind, value = error["type"], error["input"]
    label = field_label(path)
    if kind == "missing":
        return "E201", f"缺少{label}"
    if kind in CATALOGUE and kind != "E203":
        return kind, f"{_custom_sentence(error)}{period_hint(value) if kind == 'E207' else ''}"
    if value is None:
        return "E203", f"{label}没有填写" if label else "没有内容"
    if kind == "E203":
        hint = number_hint(value) if isinstance(value, str) else ""
        return "E203", f"{label}{_custom_sentence(error)}，现为{quoted(value)}{hint}"
    expectation = _EXPECTATIONS.get(kind)
    wanted = expectation(error.get("ctx", {})) if expectation else "不合规定"
    if kind in _COUNTED:
        return "E203", f"{label}{wanted}"
    is_choice = kind in _CHOSEN
    hint = choice_hint(value, _choices(error.get("ctx", {}))) if is_choice else type_hint(kind, value)
    return "E203", f"{label}{wanted}，现为{quoted(value)}{hint}"
