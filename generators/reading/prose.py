"""Parser of the calls in prose: ``{{ value("county/town", "programme/indicator") }}``.

Prose may call the functions of ``model/prose_functions.py`` with constant text, and nothing else: it is
data, not a program. The expressions are parsed by Jinja's parser and never executed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic_core import PydanticCustomError

from generators.model.period import parse_period
from generators.model.prose import InvalidTag, ParsedProse, ProseCall
from generators.model.prose_functions import SIGNATURES, Signature
from generators.model.prose_tags import Tag, tags, with_spans_replaced
from generators.reading.quoting import quoted

LONGEST_EXPRESSION: Final = 500

_ENVIRONMENT: Final = Environment(autoescape=True)
_WIDE_PUNCTUATION: Final = re.compile("[“”‘’，（）]")
_NOT_A_LINE_BREAK: Final = re.compile(r"[^\n]")


class _RefusedError(Exception):
    """An expression that is not allowed in prose; the message gives the reason in Chinese."""


def _parsed(inner: str) -> nodes.Expr:
    if len(inner) > LONGEST_EXPRESSION:
        raise _RefusedError(f"{{{{ }}}} 里的内容超过 {LONGEST_EXPRESSION} 个字")
    if inner.startswith(("-", "+")) or inner.endswith(("-", "+")):
        raise _RefusedError("{{ 之后、}} 之前不要写 - 或 +")
    if "\\" in inner:
        raise _RefusedError("{{ }} 里不能用反斜杠")
    if not inner.strip():
        raise _RefusedError("{{ }} 里没有内容")
    try:
        template = _ENVIRONMENT.parse("{{" + inner + "}}")
    except (TemplateSyntaxError, RecursionError):
        advice = "；请用英文的引号、逗号和括号" if _WIDE_PUNCTUATION.search(inner) else ""
        raise _RefusedError(f"{quoted(inner)}写法有误{advice}") from None
    match template.body:
        case [nodes.Output(nodes=[nodes.Expr() as expression])]:
            return expression
    raise _RefusedError(f"{quoted(inner)}不是一个引用")


def _constant_text(node: nodes.Expr, function: str) -> str:
    match node:
        case nodes.Const(value=str(text)):
            return text
    raise _RefusedError(f"{function}(…) 的各项都要写成带引号的文字")


def _keywords(call: nodes.Call, function: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for keyword in call.kwargs:
        if keyword.key in found:
            raise _RefusedError(f"{function}(…) 有一项写了两次")
        found[keyword.key] = _constant_text(keyword.value, function)
    return found


def _shown(signature: Signature, function: str) -> str:
    listed = (*signature.required, *(f"{name}=…" for name in signature.optional))
    return f"{function}({', '.join(listed)})"


def _refuse_wrong_arguments(function: str, given: tuple[str, ...], named: Mapping[str, str]) -> None:
    signature = SIGNATURES[function]
    by_position = signature.parameters[: len(given)]
    known = set(signature.parameters)
    form = f"应写作 {_shown(signature, function)}"
    if len(given) > len(signature.parameters):
        raise _RefusedError(
            f"{function}(…) 至多 {len(signature.parameters)} 项，现有 {len(given)} 项；{form}"
        )
    for name in named:
        if name not in known:
            raise _RefusedError(f"{function}(…) 没有{quoted(name)}这一项；{form}")
        if name in by_position:
            raise _RefusedError(f"{function}(…) 的{quoted(name)}写了两次；{form}")
    for name in signature.required:
        if name not in by_position and name not in named:
            raise _RefusedError(f"{function}(…) 缺少{quoted(name)}；{form}")
    _refuse_wrong_words(function, {**dict(zip(by_position, given, strict=True)), **named})


def _refuse_wrong_words(function: str, given: Mapping[str, str]) -> None:
    """Raise ``_RefusedError`` for a value that a parameter does not allow, and for an invalid period."""
    signature = SIGNATURES[function]
    for name, words in signature.choices.items():
        if name in given and given[name] not in words:
            known = "、".join(words)
            raise _RefusedError(f"{function}(…) 的 {name} 没有{quoted(given[name])}；可用的有 {known}")
    if signature.is_of_a_period:
        _refuse_wrong_period(given["period"])


def _refuse_wrong_period(text: str) -> None:
    try:
        period = parse_period(text)
    except PydanticCustomError as wrong:
        raise _RefusedError(wrong.message()) from None
    if not period.is_stated:
        raise _RefusedError(f"{quoted(text)}没有起止日期")


def _refusal_of(tag: Tag) -> str:
    match tag.opening:
        case "{%":
            return "正文里不能用 {% %} 语句"
        case "{#":
            return "正文里不能用 {# #} 注释；标题的标识也不要写成 {#…}"
    return "{{ 没有用 }} 结束，或其中的引号没有成对"


def _call(tag: Tag) -> ProseCall:
    if tag.inner is None:
        raise _RefusedError(_refusal_of(tag))
    inner = tag.inner
    expression = _parsed(inner)
    match expression:
        case nodes.Call(node=nodes.Name(name=function)) if function in SIGNATURES:
            pass
        case nodes.Call(node=nodes.Name(name=function)):
            raise _RefusedError(f"没有{quoted(function)}这种引用；{_suggestion(function)}")
        case _:
            raise _RefusedError(f"{quoted(inner)}不是引用；可用的有 {'、'.join(SIGNATURES)}")
    if expression.dyn_args is not None or expression.dyn_kwargs is not None:
        raise _RefusedError(f"{function}(…) 里不能用 * 号")
    arguments = tuple(_constant_text(node, function) for node in expression.args)
    keywords = _keywords(expression, function)
    _refuse_wrong_arguments(function, arguments, keywords)
    return ProseCall(function, arguments, MappingProxyType(keywords), tag.start, tag.end)


def _suggestion(function: str) -> str:
    """Return a message with the most similar function, else with all functions."""
    found = difflib.get_close_matches(function, SIGNATURES, n=1, cutoff=0.7)
    return f"是否应为“{found[0]}”" if found else f"可用的有 {'、'.join(SIGNATURES)}"


@cache
def parsed_prose(text: str) -> ParsedProse:
    """Return the calls in a text, and the reason why any other tag in it is none.

    In ``stripped`` every tag is replaced by spaces, so that offsets and lines stay the same. A text is parsed
    once: checking, disclosing and rendering share the result.
    """
    found = tuple(_parsed_tag(tag) for tag in tags(text))
    return ParsedProse(text, found, with_spans_replaced(text, found, _blank))


def _parsed_tag(tag: Tag) -> ProseCall | InvalidTag:
    try:
        return _call(tag)
    except _RefusedError as refused:
        return InvalidTag(str(refused), tag.start, tag.end, is_expression=tag.inner is not None)


def _blank(_: ProseCall | InvalidTag, written: str) -> str:
    return _NOT_A_LINE_BREAK.sub(" ", written)
