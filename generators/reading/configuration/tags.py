"""The tags that ``mkdocs.yml`` may have: none of them lets a text run what it likes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from generators.reading.configuration.scalars import scalar_of
from generators.reading.yaml_scalars import Refusal

ENVIRONMENT: Final = "!ENV"
RELATIVE: Final = "!relative"
_NAME: Final = "tag:yaml.org,2002:python/name:"
_CALL: Final = "tag:yaml.org,2002:python/object/apply:"
_CORE: Final = "tag:yaml.org,2002:"

_NAMES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "material.extensions.emoji": frozenset({"twemoji", "to_svg"}),
        "pymdownx.arithmatex": frozenset(
            {
                "arithmatex_fenced_format",
                "arithmatex_inline_format",
                "fence_mathjax_format",
                "inline_mathjax_format",
            }
        ),
        "pymdownx.emoji": frozenset(
            {"emojione", "gemoji", "twemoji", "to_alt", "to_png", "to_png_sprite", "to_svg"}
        ),
        "pymdownx.slugs": frozenset({"slugify"}),
        "pymdownx.superfences": frozenset({"fence_code_format", "fence_div_format"}),
    }
)
"""By module: the functions that the manuals of Material and of its extensions tell users to name."""

_CALLABLE: Final = frozenset({"pymdownx.slugs.slugify"})
"""Those of them that may be called while the file is read: they only return a function."""


@dataclass(frozen=True, slots=True)
class Named:
    """A function of an extension, by module and name; with ``arguments`` what it returns for them."""

    module: str
    name: str
    arguments: Mapping[str, Any] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Relative:
    """The folder that ``!relative`` stands for: ``text`` is what is written after it."""

    text: str


def shown_tag(tag: str) -> str:
    """Return a tag as it is written: ``!!python/name:os.system``."""
    return f"!!{tag.removeprefix(_CORE)}" if tag.startswith(_CORE) else tag


def named_function(tag: str, value: object) -> Named | str | None:
    """Return the function that ``tag`` names, or in Chinese why it is refused; ``None`` for other tags."""
    if tag.startswith(_NAME):
        module, _, name = tag.removeprefix(_NAME).rpartition(".")
        if name not in _NAMES.get(module, ()):
            return f"不允许 {shown_tag(tag)}：它可以运行任何程序"
        return f"{shown_tag(tag)}后面不能再写内容" if value else Named(module, name)
    if tag.startswith(_CALL):
        path = tag.removeprefix(_CALL)
        module, _, name = path.rpartition(".")
        if path not in _CALLABLE:
            return f"不允许 {shown_tag(tag)}：它可以运行任何程序"
        arguments = value.get("kwds", {}) if isinstance(value, dict) else None
        if not isinstance(value, dict) or value.keys() - {"kwds"} or not isinstance(arguments, dict):
            return f"{shown_tag(tag)}后面只能写 {{kwds: {{…}}}}"
        return Named(module, name, arguments)
    return None


def environment_value(value: object) -> object | Refusal:
    """Return what ``!ENV`` stands for: a variable, or the first set one of a list; else its last item.

    The value of a variable is read as a scalar without quotation marks, as MkDocs does.
    """
    listed = value if isinstance(value, list) else [value]
    names, default = (listed[:-1], listed[-1]) if len(listed) > 1 else (listed, None)
    for name in names:
        if not isinstance(name, str) or not name:
            return Refusal("E116", "!ENV 后面写环境变量的名称，或 [名称, 没有时的值]")
        if name in os.environ:
            return scalar_of(os.environ[name])
    return default
