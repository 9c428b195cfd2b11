from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.prose_functions import SIGNATURES
from generators.reading.prose import parsed_prose


def test_calls_are_read_with_their_offsets() -> None:
    text = '全县{{ value("a/b", "c/d") }}个，\n见{{case(\'lamp\', text="一盏灯")}}。'
    prose = parsed_prose(text)
    assert prose.invalid == ()
    first, second = prose.calls
    assert (first.function, first.arguments, dict(first.keywords)) == ("value", ("a/b", "c/d"), {})
    assert (second.function, second.arguments, dict(second.keywords)) == (
        "case",
        ("lamp",),
        {"text": "一盏灯"},
    )
    assert text[first.start : first.end] == '{{ value("a/b", "c/d") }}'
    assert text[second.start : second.end] == "{{case('lamp', text=\"一盏灯\")}}"


def test_arguments_are_found_by_position_or_name() -> None:
    (call,) = parsed_prose('{{ value("a", indicator="b/c", period="2017") }}').calls
    found = [call.argument(name) for name in ("division", "indicator", "period")]
    assert found == ["a", "b/c", "2017"]
    (call,) = parsed_prose('{{ target("a", "b/c") }}').calls
    assert call.argument("by") is None


def test_stripped_keeps_offsets_and_lines() -> None:
    text = '一{{ value("a",\n "b") }}二\n三{% if %}四'
    stripped = parsed_prose(text).stripped
    assert stripped == "一" + " " * 13 + "\n" + " " * 8 + "二\n三" + " " * 8 + "四"
    assert len(stripped) == len(text)


def test_braces_in_quotes_do_not_end_a_call() -> None:
    (call,) = parsed_prose('{{ case("a", "}}{%") }}').calls
    assert call.arguments == ("a", "}}{%")


def test_plain_text_has_no_calls() -> None:
    prose = parsed_prose("没有 { 引用 } 的 }} 正文 %}")
    assert (prose.calls, prose.invalid, prose.stripped) == ((), (), "没有 { 引用 } 的 }} 正文 %}")


@pytest.mark.parametrize("function", SIGNATURES)
def test_every_function_takes_its_parameters_and_no_more(function: str) -> None:
    signature = SIGNATURES[function]
    parameters = signature.parameters
    required = len(signature.required)
    fitting = {"period": "2025-Q1", **{name: words[0] for name, words in signature.choices.items()}}
    for count in range(len(parameters) + 2):
        given = [fitting.get(name, "x") for name in (*parameters, "further")[:count]]
        arguments = ", ".join(f'"{each}"' for each in given)
        text = f"{{{{ {function}({arguments}) }}}}"
        assert len(parsed_prose(text).calls) == (required <= count <= len(parameters))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ }}", "没有内容"),
        ("{{ 1 + 1 }}", "不是引用"),
        ("{{ a }}", "不是引用"),
        ('{{ case("a") | upper }}', "不是引用"),
        ('{{ case("a").b }}', "不是引用"),
        ('{{ x["y"]("a") }}', "不是引用"),
        ('{{ case("a"), case("b") }}', "不是引用"),
        ('{{ case("a") if x }}', "不是引用"),
        ('{{ open("a") }}', "没有“open”这种引用"),
        ("{{ case(a) }}", "带引号的文字"),
        ("{{ case(1) }}", "带引号的文字"),
        ('{{ case("a" ~ "b") }}', "带引号的文字"),
        ('{{ case(*"a") }}', "* 号"),
        ('{{ case(**"a") }}', "* 号"),
        ('{{ case("a", x="b") }}', "没有“x”这一项"),
        ('{{ case("a", id="b") }}', "“id”写了两次"),
        ('{{ case(id="a", id="b") }}', "写了两次"),
        ('{{ value("a", period="2017") }}', "缺少“indicator”"),
        ('{{ case("a", "b", "c") }}', "至多 2 项"),
        ("{{ case(“a”) }}", "请用英文的引号"),
        ('{{ case("a" }}', "写法有误"),
        ('{{- case("a") }}', "不要写 -"),
        (r'{{ case("a\n") }}', "反斜杠"),
        ("{{ " + "(" * 490 + " }}", "写法有误"),
        ("{{ " + "-" * 490 + "1 }}", ""),
        ("{{ " + " " * 500 + " }}", "超过 500 个字"),
        ('{{ case("a"', "没有用 }} 结束"),
        ('{{ case("a) }}', "没有用 }} 结束"),
        ("{% raw %}", "{% %} 语句"),
        ("{% 没有结束", "{% %} 语句"),
        ("{# 注释 #}", "{# #} 注释"),
        ("标题 {#anchor}", "{# #} 注释"),
    ],
)
def test_anything_else_is_refused(text: str, said: str) -> None:
    prose = parsed_prose("一行\n" + text)
    assert prose.calls == ()
    (refused,) = prose.invalid
    assert refused.start == max(text.find("{"), 0) + len("一行\n")
    assert said in refused.reason


def test_one_mistake_does_not_hide_the_next() -> None:
    prose = parsed_prose('{{ a }}{# b #}\n{{ case("c") }}{{ d }}')
    assert [(each.start, each.is_expression) for each in prose.invalid] == [(0, True), (7, False), (30, True)]
    assert [call.arguments for call in prose.calls] == [("c",)]


@pytest.mark.parametrize("text", ["{{" * 300_000, '{{ "' * 200_000, "{%" * 300_000, '{{ ""' * 200_000])
def test_what_never_ends_is_told_once(text: str) -> None:
    assert [(each.start, each.end) for each in parsed_prose(text).invalid] == [(0, len(text))]


@given(st.text("{}%#-+\"'\\() \nacse,=1*|.~", max_size=60))
def test_no_text_raises_or_shifts(text: str) -> None:
    stripped = parsed_prose(text).stripped
    assert len(stripped) == len(text)
    assert stripped.count("\n") == text.count("\n")
    assert not any(sign in stripped for sign in ("{{", "{%", "{#"))


@given(st.text(st.characters(exclude_characters='"\\', exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_quoted_text_comes_through_unchanged(argument: str) -> None:
    (call,) = parsed_prose(f'{{{{ case("{argument}") }}}}').calls
    assert call.arguments == (argument,)
