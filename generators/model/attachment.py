"""The content of an attachment as far as a program can read it."""

from __future__ import annotations

from dataclasses import dataclass

from generators.model.allowance import PersonalKind


@dataclass(frozen=True, slots=True)
class InnerText:
    """A text of an attachment. ``is_file``: it is the whole file, so its lines are the file's.

    Otherwise ``where`` says in Chinese in which part of the attachment it is; ``lines`` names its lines, such
    as ``第3段``, or ``3`` where ``columns`` names the columns of a sheet, which tabs divide.
    """

    text: str
    where: str = ""
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    is_file: bool = False

    def spot(self, offset: int) -> str:
        """Return in Chinese where in the attachment ``offset`` is; empty for a whole file."""
        row = self.text.count("\n", 0, offset)
        line = self.lines[row] if row < len(self.lines) else ""
        column = self.text.count("\t", self.text.rfind("\n", 0, offset) + 1, offset)
        if line and column < len(self.columns):
            return f"{self.where}{self.columns[column]}{line}"
        return f"{self.where}{line}"


@dataclass(frozen=True, slots=True)
class AttachmentFact:
    """What an attachment says of itself: its author, or the position at which a photograph was taken."""

    kind: PersonalKind
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class AttachmentContent:
    """The texts of an attachment, its SHA-256 in hex, and in Chinese what of it no program can read."""

    sha256: str
    texts: tuple[InnerText, ...] = ()
    facts: tuple[AttachmentFact, ...] = ()
    unread: tuple[str, ...] = ()
