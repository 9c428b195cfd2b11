"""The Jinja environment of the page templates: strict about names, and it escapes by default."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from markupsafe import Markup

__all__ = ["TemplateError", "html_in_markdown", "markdown_text", "page_environment"]

_MARKDOWN: Final = r"\\`*_{}\[\]#|~!$^="
_SPECIAL: Final = re.compile(rf"[{_MARKDOWN}&<>\"']|^[-+]|^\d(?=\d*[.)])")
_TAG_OR_SPECIAL: Final = re.compile(rf"(?P<tag><[^>]*>)|&\#?\w+;|[{_MARKDOWN}]")
_READ_BEFORE_TAGS: Final = re.compile(r"[\\`\[\]]")


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def markdown_text(text: str) -> Markup:
    """Return plain text safe inside Markdown: nothing in it is taken for markup or HTML.

    It becomes one line. Entities mean the same to every Markdown engine; a backslash does not.
    """
    return Markup(_SPECIAL.sub(_entity, " ".join(text.split())))  # noqa: S704 - escaped here


def html_in_markdown(html: str) -> Markup:
    """Return HTML that stays as it is between an editor's Markdown: none of its text is markup."""

    def escaped(match: re.Match[str]) -> str:
        if match["tag"]:
            return _READ_BEFORE_TAGS.sub(_entity, match["tag"])
        return match[0] if match[0].startswith("&") else _entity(match)

    return Markup(_TAG_OR_SPECIAL.sub(escaped, html))  # noqa: S704 - it was HTML before


class _CompiledTemplates(BytecodeCache):
    """The compiled templates of this process: each audience has its environment, and compiling takes long.

    A template is found by its source, so an edited one is compiled anew.
    """

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its template was compiled before."""
        code = self._code.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED: Final = _CompiledTemplates()


def page_environment() -> Environment:
    """Return the environment that draws pages; the filters for prose are added by who has a Publication."""
    environment = Environment(
        loader=PackageLoader("generators.rendering"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
        auto_reload=False,
    )
    environment.filters["md"] = markdown_text
    return environment
