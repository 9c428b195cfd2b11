"""The Jinja environment of the page templates: undefined names raise, and output is escaped by default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    meta,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from generators.languages import counted, current_language, script_messages, translated
from generators.model.prose_markup.line_breaks import without_line_breaks

__all__ = [
    "COMPILED_TEMPLATES",
    "Context",
    "Environment",
    "FileSystemLoader",
    "TemplateError",
    "compile_templates",
    "compile_with_all_it_names",
    "html_in_markdown",
    "markdown_text",
    "page_environment",
]

_MARKDOWN: Final = r"\\`*_{}\[\]#|~!$^="
_SPECIAL: Final = re.compile(rf"[{_MARKDOWN}&<>\"']|^[-+]|^\d(?=\d*[.)])")
_TAG_OR_SPECIAL: Final = re.compile(rf"(?P<tag><[^>]*>)|&\#?\w+;|[{_MARKDOWN}]")
_READ_BEFORE_TAGS: Final = re.compile(r"[\\`\[\]]")


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def markdown_text(text: str) -> Markup:
    """Return plain text escaped for Markdown and HTML, with white space folded into single spaces.

    A line break beside a Chinese character is nothing.

    Special characters become HTML entities, which every Markdown engine treats alike, unlike backslashes.
    """
    return Markup(_SPECIAL.sub(_entity, " ".join(without_line_breaks(text).split())))  # noqa: S704 - escaped here


def html_in_markdown(html: str) -> Markup:
    """Return HTML that a Markdown engine leaves unchanged: Markdown characters in it become entities."""

    def escaped(match: re.Match[str]) -> str:
        if match["tag"]:
            return _READ_BEFORE_TAGS.sub(_entity, match["tag"])
        return match[0] if match[0].startswith("&") else _entity(match)

    return Markup(_TAG_OR_SPECIAL.sub(escaped, html))  # noqa: S704 - the argument is HTML already


class _CompiledTemplates(BytecodeCache):
    """The compiled templates of this process: each audience has its environments, and compiling takes long.

    A template is found by its source, so an edited one is compiled anew, and takes the place of the other.
    """

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its template was compiled before."""
        checksum, code = self._code.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template."""
        self._code[bucket.key] = bucket.checksum, bucket.bytecode_to_string()

    def all(self) -> Mapping[str, tuple[str, bytes]]:
        """Return the checksum of the source and the code of every compiled template, by its key."""
        return dict(self._code)

    def add(self, code: Mapping[str, tuple[str, bytes]]) -> None:
        """Keep ``code``, which another process of this build has compiled."""
        self._code.update(code)


COMPILED_TEMPLATES: Final = _CompiledTemplates()


def page_environment() -> Environment:
    """Return the environment of the page templates; the caller adds the filters for prose."""
    environment = Environment(
        loader=PackageLoader("generators.rendering"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=COMPILED_TEMPLATES,
        auto_reload=False,
    )
    environment.filters["md"] = markdown_text
    install_messages(environment)
    return environment


def install_messages(environment: Environment) -> None:
    """Let templates of ``environment`` say the texts of the frame in the language of the edition.

    ``_("…", name=value)`` is a message with its values, ``counted("%(count)s…", count)`` one in the number of
    ``count``; ``script_messages()`` are those that scripts say, ``edition_language()`` is the tag of the
    language. A per cent sign of its own is written ``%%``. Where output is escaped, messages are HTML.
    """
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined] # the extension adds it
        translated, _in_number, newstyle=True
    )
    environment.globals["counted"] = counted
    environment.globals["script_messages"] = script_messages
    environment.globals["edition_language"] = lambda: current_language().value


def _in_number(singular: str, plural: str, count: int) -> str:
    """Return the message in the number of ``count``, as the extension asks for it."""
    return translated(singular if count == 1 else plural)


def compile_templates(environment: Environment) -> None:
    """Compile all page templates, once in a process: the processes forked from it need not do it again."""
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)


def compile_with_all_it_names(environment: Environment, name: str) -> None:
    """Compile the template called ``name`` and, in turn, those that it extends, includes or imports by name.

    Raises ``TemplateError`` if one is wrong or missing.
    """
    waiting, known = [name], {name}
    while waiting:
        each = waiting.pop()
        environment.get_template(each)
        source = environment.loader.get_source(environment, each)[0] if environment.loader else ""
        named = set(filter(None, meta.find_referenced_templates(environment.parse(source))))
        waiting += named - known
        known |= named
