"""Expressions in prose, by Jinja's grammar: they are parsed, and never executed."""

from __future__ import annotations

import difflib
import re
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from generators.model.prose_functions import SIGNATURES
from generators.reading.quoting import quoted
from generators.reading.written_calls import RefusedError, WrittenCall

_ENVIRONMENT: Final = Environment(autoescape=True)
_WIDE_PUNCTUATION: Final = re.compile("[“”‘’，（）]")


def call_in(inner: str) -> WrittenCall:
    """Return the call between ``{{`` and ``}}``; raises ``RefusedError`` if it is none of constant texts."""
    expression = _parsed(inner)
    match expression:
        case nodes.Call(node=nodes.Name(name=function)) if function in SIGNATURES:
            pass
        case nodes.Call(node=nodes.Name(name=function)):
            raise RefusedError(f"没有{quoted(function)}这种引用；{_suggestion(function)}")
        case _:
            raise RefusedError(f"{quoted(inner)}不是引用；可用的有 {'、'.join(SIGNATURES)}")
    if expression.dyn_args is not None or expression.dyn_kwargs is not None:
        raise RefusedError(f"{function}(…) 里不能用 * 号")
    arguments = tuple(_constant_text(node, function) for node in expression.args)
    return WrittenCall(function, arguments, _keywords(expression, function))


def _parsed(inner: str) -> nodes.Expr:
    if inner.startswith(("-", "+")) or inner.endswith(("-", "+")):
        raise RefusedError("{{ 之后、}} 之前不要写 - 或 +")
    if "\\" in inner:
        raise RefusedError("{{ }} 里不能用反斜杠")
    if not inner.strip():
        raise RefusedError("{{ }} 里没有内容")
    try:
        template = _ENVIRONMENT.parse("{{" + inner + "}}")
    except (TemplateSyntaxError, RecursionError):
        advice = "；请用英文的引号、逗号和括号" if _WIDE_PUNCTUATION.search(inner) else ""
        raise RefusedError(f"{quoted(inner)}写法有误{advice}") from None
    match template.body:
        case [nodes.Output(nodes=[nodes.Expr() as expression])]:
            return expression
    raise RefusedError(f"{quoted(inner)}不是一个引用")


def _constant_text(node: nodes.Expr, function: str) -> str:
    match node:
        case nodes.Const(value=str(text)):
            return text
    raise RefusedError(f"{function}(…) 的各项都要写成带引号的文字")


def _keywords(call: nodes.Call, function: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for keyword in call.kwargs:
        if keyword.key in found:
            raise RefusedError(f"{function}(…) 有一项写了两次")
        found[keyword.key] = _constant_text(keyword.value, function)
    return found


def _suggestion(function: str) -> str:
    """Return a message with the most similar function, else with all functions."""
    found = difflib.get_close_matches(function, SIGNATURES, n=1, cutoff=0.7)
    return f"是否应为“{found[0]}”" if found else f"可用的有 {'、'.join(SIGNATURES)}"
