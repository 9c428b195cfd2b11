"""The texts of the frame in the language of the edition being made; a message is its Chinese text.

Babel extracts the first argument of these functions (:mod:`generators.languages.extraction`), which is
therefore written out where they are called. Values have named placeholders, ``%(name)s``: each language puts
them where its sentence has them.
"""

from __future__ import annotations

from gettext import NullTranslations

from generators.languages.language import current_language
from generators.model.language import Language, marked, marked_within

__all__ = ["counted", "gettext", "marked", "marked_within", "script_messages", "translated"]


def gettext(message: str, /, **values: object) -> str:
    """Return ``message`` in the current language, with ``values`` in the places of its placeholders.

    Without values it has no placeholders, and a per cent sign is one; with values it is written ``%%``.
    """
    text = translated(message)
    return text % values if values else text


def counted(message: str, count: int, /, **values: object) -> str:
    """Return ``message`` in the current language and in the number of ``count``, its ``%(count)s``.

    Chinese has one form for all numbers.
    """
    language = current_language()
    is_translated = language is not Language.CHINESE
    text = _translations(language).ngettext(message, message, count) if is_translated else message
    return text % {"count": count, **values}


def translated(message: str, /, context: str = "") -> str:
    """Return a message that was marked elsewhere in the current language; another text as it is.

    One that was marked within ``context`` by :func:`marked_within` may have a translation of its own there.
    """
    language = current_language()
    if language is Language.CHINESE or not message:
        return message  # the translation of the empty message is the head of the catalogue
    found = _translations(language)
    own = found.pgettext(context, message) if context else message
    return found.gettext(message) if own == message else own


def _translations(language: Language) -> NullTranslations:
    from generators.languages.catalogue import translations  # noqa: PLC0415 - a Chinese site needs no Babel

    return translations(language)


def script_messages() -> dict[str, str]:
    """Return what scripts say in the current language, by the Chinese of it; empty in Chinese."""
    language = current_language()
    if language is Language.CHINESE:
        return {}
    from generators.languages.catalogue import messages_of_scripts  # noqa: PLC0415 - as above

    return messages_of_scripts(language)
