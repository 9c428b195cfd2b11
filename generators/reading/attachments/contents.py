"""What a reader finds in one file, and the limits within which it looks."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

from generators.model.allowance import PersonalKind
from generators.model.attachment import AttachmentFact, InnerText

LARGEST_FILE: Final = 64 * 1024 * 1024
"""In bytes, of an attachment and of a file within one; a larger one is not read."""

_LARGEST_CONTENT: Final = 256 * 1024 * 1024
_MOST_FILES: Final = 5000
_DEEPEST: Final = 4
_LONGEST_TEXT: Final = 10_000_000
_LONGEST_WORK: Final = 30.0


class UnreadableError(Exception):
    """A file that cannot be read; the message says why, in Chinese."""


@dataclass(slots=True)
class Limits:
    """What may still be spent on an attachment and all within it: bytes unpacked, files, characters, seconds.

    The seconds only keep a broken file from stopping the check; the other limits are reached before.
    """

    content: int = _LARGEST_CONTENT
    files: int = _MOST_FILES
    text: int = _LONGEST_TEXT
    deadline: float = field(default_factory=lambda: time.monotonic() + _LONGEST_WORK)

    def unpack(self, size: int) -> None:
        """Count a file of ``size`` bytes; raises :class:`UnreadableError` when there is too much of it."""
        self.content -= size
        self.files -= 1
        if size > LARGEST_FILE or self.content < 0 or self.files < 0:
            raise UnreadableError("展开后太大，没有读完")

    def work(self) -> None:
        """Raise :class:`UnreadableError` when the time is over."""
        if time.monotonic() > self.deadline:
            raise UnreadableError("读得太久，没有读完")


@dataclass(slots=True)
class Contents:
    """The texts and facts found so far in an attachment, and what of it could not be read.

    ``way`` leads to the file within: the names of the archives and documents around it.
    """

    limits: Limits = field(default_factory=Limits)
    way: tuple[str, ...] = ()
    texts: list[InnerText] = field(default_factory=list)
    facts: list[AttachmentFact] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def within(self, step: str) -> Contents:
        """Return the same contents for a file within; raises :class:`UnreadableError` if too deep."""
        if len(self.way) >= _DEEPEST:
            raise UnreadableError("层层打包，没有读完")
        return Contents(self.limits, (*self.way, step), self.texts, self.facts, self.unread)

    def add(
        self, text: str, where: str = "", lines: tuple[str, ...] = (), columns: tuple[str, ...] = ()
    ) -> None:
        """Add a text; raises :class:`UnreadableError` when the texts become too long."""
        self.limits.work()
        self.limits.text -= len(text)
        if self.limits.text < 0:
            raise UnreadableError("文字太多，没有读完")
        if text.strip():
            self.texts.append(InnerText(text, self._place(where), lines, columns))

    def add_fact(self, kind: PersonalKind, text: str, where: str) -> None:
        """Add what the file says of itself, once."""
        fact = AttachmentFact(kind, " ".join(text.split()), self._place(where))
        if fact.text and fact not in self.facts:
            self.facts.append(fact)

    def miss(self, reason: str) -> None:
        """Note what was not read, once."""
        said = self._place(reason)
        if said not in self.unread:
            self.unread.append(said)

    def _place(self, where: str) -> str:
        return "、".join(filter(None, (*self.way, where)))
