"""MkDocs' messages about a setting, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from generators.reading.complaints import type_hint
from generators.reading.field_names import probable_name
from generators.reading.quoting import quoted

_Sentence = Callable[[re.Match[str], object], str]

_TYPES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "str": ("文字", "string_type"),
        "bool": (" true 或 false", "bool_type"),
        "int": ("整数", "int_type"),
        "float": ("数字", "decimal_type"),
        "list": ("列表，每项以“- ”开头", "list_type"),
        "dict": ("一组“键: 值”", "dict_type"),
    }
)
_CLASS: Final = re.compile(r"<class '(?:[\w.]*\.)?(\w+)'>")
_QUOTED: Final = re.compile(r"""['"]([^'"]*)['"]""")


def expected(types: tuple[str, ...], value: object) -> str:
    """Return that ``value`` should be of one of ``types``, by Python's names for them, with advice."""
    known = [_TYPES.get(each, (each, "")) for each in types]
    hint = next((found for _, kind in known if (found := type_hint(kind, value))), "")
    return f"应为{'，或'.join(name for name, _ in known)}，现为{quoted(value)}{hint}"


def _of_types(found: re.Match[str], value: object) -> str:
    return expected(tuple(_CLASS.findall(found["types"])), value)


def _one_of(found: re.Match[str], value: object) -> str:
    return f"应为以下之一：{'、'.join(_QUOTED.findall(found['choices']))}，现为{quoted(value)}"


_SENTENCES: Final[tuple[tuple[str, _Sentence], ...]] = (
    (r"^Required configuration not provided", lambda _found, _value: "没有填写"),
    (r"^Expected type: (?P<types>.*) but received", _of_types),
    (r"^Expected (?:an? )?list", lambda _, value: expected(("list",), value)),
    (r"^The configuration is invalid\. Expected a key-value", lambda _, value: expected(("dict",), value)),
    (r"^Expected a dict", lambda _, value: expected(("dict",), value)),
    (r"^Expected one of:? (?P<choices>\[.*?\])", _one_of),
    (r"^Expected a (?:multiline )?string", lambda _, value: expected(("str",), value)),
    (
        r"^Invalid type .*Expected a string or key/value pairs",
        lambda _, value: expected(("str", "dict"), value),
    ),
    (r"^Expected nav (?:to be a list|item)", lambda _, value: f"菜单写法不对，现为{quoted(value)}"),
    (
        r"format 'IP:PORT'|not appear to be an IPv4|is not a valid port",
        lambda _, value: f"应为“地址:端口”，如 127.0.0.1:8000，现为{quoted(value)}",
    ),
    (
        r"^Unable to parse the URL|^The URL isn't valid|Invalid IPv6|netloc",
        lambda _, value: f"应为完整的网址，如 https://example.gov.cn/，现为{quoted(value)}",
    ),
    (
        r"Unknown template substitute|format string|expected '}'|field name|^Replacement index",
        lambda _, value: f"花括号里只能写 path、path_noext，现为{quoted(value)}",
    ),
    (r"'(?P<name>\w+)' has no effect", lambda found, _: f"写了它，{found['name']} 就不起作用，请删去一个"),
    (r"^The path '(?P<path>.*)' isn't an existing", lambda _, value: f"没有{quoted(value)}"),
    (r"^No theme name set", lambda _found, _value: "没有写 name"),
    (r"^At least one of 'name' or 'custom_dir'", lambda _found, _value: "没有写 name"),
    (r"^'locale' must be a string", lambda _, value: expected(("str",), value)),
    (r"[Ii]nvalid value for locale|unknown locale", lambda _, value: f"没有{quoted(value)}这种语言"),
    (r"does not appear to have a configuration file", lambda _found, _value: "这个主题没有装全"),
    (r"^For internal use only|^Can't set config_file_path", lambda _found, _value: "这一项不能自己写"),
    (r"was removed from MkDocs|has been deprecated", lambda _found, _value: "MkDocs 不再有这一项，请删去"),
    (r"^Unrecognised configuration name: (?P<name>.*)", lambda found, _: f"不认识{quoted(found['name'])}"),
    (r"must be a subclass of", lambda _found, _value: "装着的不是 MkDocs 插件"),
    (r"[Ii]nvalid (?:git )?pattern", lambda _, value: f"写法不对，现为{quoted(value)}"),
)


def unknown_name(owner: str, name: str, names: Sequence[str]) -> str:
    """Return that ``owner`` has no option ``name``, and which of its ``names`` may be meant."""
    before, colon, _ = name.partition("：")
    if colon and before in names:
        return f"{owner} 没有{quoted(name)}这一项；请把中文冒号改为英文冒号加空格"
    meant = probable_name(name, names)
    question = f"，是否应为“{meant}”" if meant else ""
    return f"{owner} 没有{quoted(name)}这一项{question}"


def explained(message: str, value: object) -> str:
    """Return MkDocs' ``message`` about ``value`` in Chinese; an unknown one is quoted as MkDocs' own."""
    for pattern, sentence in _SENTENCES:
        if found := re.search(pattern, message):
            return sentence(found, value)
    return f"写法不对，现为{quoted(value)}（MkDocs：{quoted(message)}）"
