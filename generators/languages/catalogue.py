"""The catalogues of translations: read from their sources when first used, so that none can be stale."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generators.model.language import Language

FOLDER: Final = Path(__file__).parent
"""The folder of the catalogues."""


def read_catalogue(language: Language) -> Catalog:
    """Return the catalogue of ``language``, ``<language>.po``.

    Raises ``FileNotFoundError`` for Chinese, in which the messages are written, and ``PoFileError`` for a
    catalogue that is not well-formed.
    """
    with (FOLDER / f"{language.value}.po").open("rb") as stream:
        return read_po(stream, locale=language.value, abort_invalid=True)


@cache
def translations(language: Language) -> NullTranslations:
    """Return the translations of ``language``; those of Chinese return each message as it is."""
    if language is Language.CHINESE:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_catalogue(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def messages_of_scripts(language: Language) -> dict[str, str]:
    """Return the messages of scripts, those that are taken from a file of JavaScript, with translations."""
    return {
        str(each.id): str(each.string)
        for each in read_catalogue(language)
        if each.id and any(file.endswith(".js") for file, _ in each.locations)
    }
