"""Prose as it was parsed: its calls, and the tags that are no call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generators.model.prose_functions import SIGNATURES


@cache
def _positions(function: str) -> Mapping[str, int]:
    """Return the position of each parameter of a function, from 0."""
    return {name: at for at, name in enumerate(SIGNATURES[function].parameters)}


@dataclass(frozen=True, slots=True)
class ProseCall:
    """One call: function, arguments as written, and characters ``start`` to ``end`` of the text."""

    function: str
    arguments: tuple[str, ...]
    keywords: Mapping[str, str]
    start: int
    end: int

    def argument(self, parameter: str) -> str | None:
        """Return the argument for ``parameter``, by position or by name; ``None`` if it is not given."""
        if parameter in self.keywords:
            return self.keywords[parameter]
        at = _positions(self.function).get(parameter)
        return self.arguments[at] if at is not None and at < len(self.arguments) else None

    def __reduce__(self) -> tuple[Callable[..., ProseCall], tuple[object, ...]]:
        """Return how to make it again in another process: a view of a mapping cannot be sent."""
        return _call, (self.function, self.arguments, dict(self.keywords), self.start, self.end)

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return the names of all parameters of the function."""
        return SIGNATURES[self.function].parameters


def _call(
    function: str, arguments: tuple[str, ...], keywords: Mapping[str, str], start: int, end: int
) -> ProseCall:
    return ProseCall(function, arguments, MappingProxyType(keywords), start, end)


@dataclass(frozen=True, slots=True)
class InvalidTag:
    """A tag that is no call, and the reason in Chinese; ``is_expression`` marks a closed ``{{ }}``."""

    reason: str
    start: int
    end: int
    is_expression: bool


@dataclass(frozen=True, slots=True)
class ParsedProse:
    """A text with its tags in order; ``stripped`` is the text with every tag replaced by spaces."""

    text: str
    tags: tuple[ProseCall | InvalidTag, ...]
    stripped: str

    @property
    def calls(self) -> tuple[ProseCall, ...]:
        """Return the calls in order."""
        return tuple(tag for tag in self.tags if isinstance(tag, ProseCall))

    @property
    def invalid(self) -> tuple[InvalidTag, ...]:
        """Return the tags that are no call, in order."""
        return tuple(tag for tag in self.tags if isinstance(tag, InvalidTag))
