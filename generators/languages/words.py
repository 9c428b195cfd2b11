"""Words by what they stand for, in the language of the edition being made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from generators.languages.messages import translated

Key = TypeVar("Key")


class Words(Mapping[Key, str]):
    """A table of words that are marked with :func:`marked`; looking one up translates it."""

    def __init__(self, messages: Mapping[Key, str]) -> None:
        """Keep ``messages`` in their order."""
        self._messages = dict(messages)

    def __getitem__(self, key: Key) -> str:
        """Return the word for ``key`` in the current language; raises ``KeyError`` without one."""
        return translated(self._messages[key])

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys in their order."""
        return iter(self._messages)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._messages)
