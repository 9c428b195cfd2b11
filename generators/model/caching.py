"""Caches of what is computed from texts, which a process that runs for long has to empty at times."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final, ParamSpec, TypeVar, cast

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

_emptying: Final[list[Callable[[], None]]] = []


def cached_by_text(function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
    """Return ``function``, a pure one of texts, so that it keeps every result until the caches are emptied.

    A command that reads a project once ends before they grow large.
    """
    kept: Any = cache(function)
    _emptying.append(kept.cache_clear)
    return cast("Callable[_Arguments, _Result]", kept)


class ResultsByText(dict[str, _Result]):
    """The results of a pure ``function`` of one text, by that text; a missing one is computed and kept.

    Another process may have found them. They are kept until the caches are emptied.
    """

    def __init__(self, function: Callable[[str], _Result]) -> None:
        """Begin without results."""
        super().__init__()
        self._function = function
        _emptying.append(self.clear)

    def __missing__(self, text: str) -> _Result:
        """Compute and keep the result for ``text``."""
        return self.setdefault(text, self._function(text))


def empty_caches() -> None:
    """Forget the results of all functions that are cached by text."""
    for empty in _emptying:
        empty()
