"""Chinese messages for Jinja's errors in templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from generators.reading.quoting import quoted

_Sentence = Callable[[re.Match[str]], str]

_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {"end of print statement": "“}}”", "end of statement block": "“%}”", "end of template": "模板结束"}
)

_SENTENCES: Final[tuple[tuple[str, _Sentence], ...]] = (
    (
        r"(?:Unexpected end|Encountered unknown tag '(?P<tag>.*?)').*to be closed is '(?P<open>.*?)'",
        lambda found: _unclosed(found["open"], found["tag"]),
    ),
    (r"Encountered unknown tag '(?P<tag>.*?)'", lambda found: f"不认识标签{quoted(found['tag'])}"),
    (r"[Uu]nexpected end of template", lambda _: "模板没有写完"),
    (r"No (?P<kind>filter|test) named '(?P<name>.*?)'", lambda found: _unknown(found["kind"], found["name"])),
    (r"block '(?P<name>.*?)' defined twice", lambda found: f"{quoted(found['name'])}这个 block 写了两次"),
    (r"Missing end of comment tag", lambda _: "注释“{#”没有用“#}”结束"),
    (r"Missing end of raw directive", lambda _: "“{% raw %}”没有用“{% endraw %}”结束"),
    (r"unexpected char (?P<text>.+) at", lambda found: f"不认识字符{quoted(found['text'].strip(chr(39)))}"),
    (
        r"expected token '(?P<wanted>.*?)', got '(?P<found>.*)'",
        lambda found: f"此处应为{_token(found['wanted'])}，现为{_token(found['found'])}",
    ),
    (
        r"Expected an expression, got '(?P<found>.*)'",
        lambda found: f"此处缺少内容，现为{_token(found['found'])}",
    ),
    (r"unexpected '(?P<found>.*)'", lambda found: f"此处不应有{_token(found['found'])}"),
    (r"tag name expected", lambda _: "“{%”后面没有写标签"),
    (r"(?P<name>'.*') is undefined", lambda found: f"没有{quoted(found['name'].strip(chr(39)))}这个变量"),
    (
        r"'(?P<owner>.*)' has no attribute '(?P<name>.*)'",
        lambda found: f"{quoted(found['owner'])}没有{quoted(found['name'])}这一项",
    ),
    (r"'(?P<name>[^']+)' (?:not found|is not)", lambda found: f"没有{quoted(found['name'])}这个模板"),
)


def _unclosed(opened: str, met: str | None) -> str:
    met_instead = f"，先遇到了{quoted(met)}" if met else ""
    return f"“{{% {opened} %}}”没有用“{{% end{opened} %}}”结束{met_instead}"


def _unknown(kind: str, name: str) -> str:
    return f"没有名为{quoted(name)}的{'过滤器' if kind == 'filter' else '测试'}"


def _token(text: str) -> str:
    return _KINDS.get(text) or quoted(text)


def template_reason(message: str) -> str:
    """Return Jinja's ``message`` in Chinese; an unknown one is quoted as the engine's own."""
    for pattern, sentence in _SENTENCES:
        if found := re.search(pattern, message, re.DOTALL):
            return sentence(found)
    return f"模板引擎报告：{' '.join(message.split())}"
