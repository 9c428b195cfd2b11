"""The Jinja environment of the page templates: strict about names, and it escapes by default."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, TemplateError
from markupsafe import Markup

__all__ = ["TemplateError", "markdown_text", "page_environment"]

_MARKDOWN_SPECIAL: Final = re.compile(r"([\\`*_\[\]#|~!$^=])")
_LEADING_MARK: Final = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+>])", re.MULTILINE)


def markdown_text(text: str) -> Markup:
    """Return plain text safe inside Markdown: nothing in it is taken for markup or HTML."""
    escaped = _MARKDOWN_SPECIAL.sub(r"\\\1", str(Markup.escape(text)))
    escaped = _LEADING_MARK.sub(_escaped_mark, escaped)
    return Markup(escaped)  # noqa: S704 - escaped above


def _escaped_mark(match: re.Match[str]) -> str:
    if match[2] is not None:
        return f"{match[1]}{match[2]}\\{match[3]}"
    return f"{match[4]}\\{match[5]}"


def page_environment() -> Environment:
    """Return the environment that draws pages; the filters for prose are added by who has a Publication."""
    environment = Environment(
        loader=PackageLoader("generators.rendering"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = markdown_text
    return environment
