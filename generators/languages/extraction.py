"""Finds the texts of the frame in the program and its theme, and brings a catalogue up to date with them.

``python -m generators.languages.extraction`` adds new messages to every catalogue, untranslated, and removes
those that nothing says any more; a test demands that nothing is left to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from generators.languages.catalogue import FOLDER, read_catalogue
from generators.model.language import Language

ROOT: Final = FOLDER.parent.parent
"""The folder of the repository, or of what stands for it: the package and the theme lie in it."""

_SOURCES: Final = (
    "generators/composing",
    "generators/model",
    "generators/publishing",
    "generators/rendering",
    "generators/results",
    "theme",
)
_METHODS: Final = {
    ".py": "python",
    ".j2": "jinja2.ext:babel_extract",
    ".html": "jinja2.ext:babel_extract",
    ".js": "javascript",
}
_KEYWORDS: Final = {
    "_": None,
    "gettext": None,
    "marked": None,
    "marked_within": ((1, "c"), 2),
    "tongbaoText": None,
    "counted": (1, 1),
}
"""The functions whose first argument is a message; that of ``counted`` is its plural as well."""

_HEAD: Final = """\
# The texts of the frame; generators/recipes.md tells how to translate them.
msgid ""
msgstr ""
"Project-Id-Version: Tongbao\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

_OPTIONS: Final = {"keyword_options": "", "silent": "false", "encoding": "utf-8"}


def extracted() -> Catalog:
    """Return all messages of the program with the files that say them; raises ``OSError``.

    Raises ``jinja2.TemplateSyntaxError`` for a wrong template.
    """
    catalogue = Catalog(locale="zh_CN", charset="utf-8")
    for file in _files():
        found = extract_from_file(_METHODS[file.suffix], file, _KEYWORDS, options=_OPTIONS)
        for _, message, _, context in found:
            catalogue.add(message, locations=[(file.relative_to(ROOT).as_posix(), 0)], context=context)
    return catalogue


def _files() -> Iterator[Path]:
    for folder in _SOURCES:
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in _METHODS)


def updated(language: Language, messages: Catalog) -> Catalog:
    """Return the catalogue of ``language`` with all ``messages``: new ones empty, others as they are."""
    catalogue = read_catalogue(language)
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def write_catalogue(language: Language, catalogue: Catalog) -> None:
    """Write the catalogue of ``language`` in the order of its messages; raises ``OSError``.

    Its head says nothing that changes from one day to the next.
    """
    head = _HEAD.format(language=language.value, plurals=catalogue.plural_forms)
    with (FOLDER / f"{language.value}.po").open("wb") as stream:
        stream.write(head.encode())
        write_po(stream, catalogue, width=100, sort_output=True, include_lineno=False, omit_header=True)


def main() -> None:
    """Bring every catalogue up to date."""
    messages = extracted()
    for language in Language:
        if language is not Language.CHINESE:
            write_catalogue(language, updated(language, messages))


if __name__ == "__main__":
    main()
