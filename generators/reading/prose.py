"""Parser of the calls in prose: ``{{ value("county/town", "programme/indicator") }}``.

Prose may call the functions of ``model/prose_functions.py`` with constant text, and nothing else: it is
data, not a program. The expressions are parsed and never executed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pydantic_core import PydanticCustomError

from generators.model.caching import ResultsByText
from generators.model.period import parse_period
from generators.model.prose import InvalidTag, ParsedProse, ProseCall
from generators.model.prose_functions import SIGNATURES, Signature
from generators.model.prose_tags import Tag, tags, with_spans_replaced
from generators.reading.quoting import quoted
from generators.reading.written_calls import RefusedError, WrittenCall, plain_call

LONGEST_EXPRESSION: Final = 500

_NOT_A_LINE_BREAK: Final = re.compile(r"[^\n]")


def _shown(signature: Signature, function: str) -> str:
    listed = (*signature.required, *(f"{name}=…" for name in signature.optional))
    return f"{function}({', '.join(listed)})"


def _refuse_wrong_arguments(function: str, given: tuple[str, ...], named: Mapping[str, str]) -> None:
    signature = SIGNATURES[function]
    wrong = _wrong_argument(signature, given, named)
    if wrong is not None:
        raise RefusedError(f"{function}(…) {wrong}；应写作 {_shown(signature, function)}")
    _refuse_wrong_words(function, {**dict(zip(signature.parameters, given, strict=False)), **named})


def _wrong_argument(signature: Signature, given: tuple[str, ...], named: Mapping[str, str]) -> str | None:
    """Return in Chinese what is wrong with the number or the names of the arguments, if anything."""
    parameters = signature.parameters
    if len(given) > len(parameters):
        return f"至多 {len(parameters)} 项，现有 {len(given)} 项"
    by_position = parameters[: len(given)]
    for name in named:
        if name not in parameters:
            return f"没有{quoted(name)}这一项"
        if name in by_position:
            return f"的{quoted(name)}写了两次"
    missing = (name for name in signature.required if name not in by_position and name not in named)
    return next((f"缺少{quoted(name)}" for name in missing), None)


def _refuse_wrong_words(function: str, given: Mapping[str, str]) -> None:
    """Raise ``RefusedError`` for a value that a parameter does not allow, and for an invalid period."""
    signature = SIGNATURES[function]
    for name, words in signature.choices.items():
        if name in given and given[name] not in words:
            known = "、".join(words)
            raise RefusedError(f"{function}(…) 的 {name} 没有{quoted(given[name])}；可用的有 {known}")
    if signature.is_of_a_period:
        _refuse_wrong_period(given["period"])


def _refuse_wrong_period(text: str) -> None:
    try:
        period = parse_period(text)
    except PydanticCustomError as wrong:
        raise RefusedError(wrong.message()) from None
    if not period.is_stated:
        raise RefusedError(f"{quoted(text)}没有起止日期")


def _refusal_of(tag: Tag) -> str:
    match tag.opening:
        case "{%":
            return "正文里不能用 {% %} 语句"
        case "{#":
            return "正文里不能用 {# #} 注释；标题的标识也不要写成 {#…}"
    return "{{ 没有用 }} 结束，或其中的引号没有成对"


def _call(tag: Tag) -> ProseCall:
    if tag.inner is None:
        raise RefusedError(_refusal_of(tag))
    if len(tag.inner) > LONGEST_EXPRESSION:
        raise RefusedError(f"{{{{ }}}} 里的内容超过 {LONGEST_EXPRESSION} 个字")
    call = plain_call(tag.inner) or _call_by_grammar(tag.inner)
    _refuse_wrong_arguments(call.function, call.arguments, call.keywords)
    return ProseCall(call.function, call.arguments, MappingProxyType(call.keywords), tag.start, tag.end)


def _call_by_grammar(inner: str) -> WrittenCall:
    from generators.reading.expressions import call_in  # noqa: PLC0415 - Jinja, which few projects need here

    return call_in(inner)


def parsed_prose(text: str) -> ParsedProse:
    """Return the calls in a text, and the reason why any other tag in it is none.

    In ``stripped`` every tag is replaced by spaces, so that offsets and lines stay the same. A text is parsed
    once: checking, disclosing and rendering share the result.
    """
    return PARSED[text]


def _parsed(text: str) -> ParsedProse:
    found = tuple(_parsed_tag(tag) for tag in tags(text))
    return ParsedProse(text, found, with_spans_replaced(text, found, _blank))


PARSED: Final = ResultsByText(_parsed)
"""What was parsed so far, by its text."""


def _parsed_tag(tag: Tag) -> ProseCall | InvalidTag:
    try:
        return _call(tag)
    except RefusedError as refused:
        return InvalidTag(str(refused), tag.start, tag.end, is_expression=tag.inner is not None)


def _blank(_: ProseCall | InvalidTag, written: str) -> str:
    return _NOT_A_LINE_BREAK.sub(" ", written)
