"""The language of the edition that is being made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from generators.model.language import Language

_CURRENT: Final[ContextVar[Language]] = ContextVar("language", default=Language.CHINESE)


def current_language() -> Language:
    """Return the language of the edition that is being made; Chinese outside of any."""
    return _CURRENT.get()


def activate(language: Language) -> None:
    """Make editions in ``language`` from now on, for builds whose beginning and end others decide."""
    _CURRENT.set(language)


@contextmanager
def in_language(language: Language) -> Iterator[None]:
    """Make an edition in ``language`` in the body, and in the processes that are forked there."""
    token = _CURRENT.set(language)
    try:
        yield
    finally:
        _CURRENT.reset(token)
