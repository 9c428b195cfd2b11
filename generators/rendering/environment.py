"""The Jinja environment of the page templates: strict about names, and it escapes by default."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, TemplateError
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
