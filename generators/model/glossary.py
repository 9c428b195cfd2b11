"""``data/terms.yml``: the office's own glossary of preferred words."""

from __future__ import annotations

from pydantic import Field

from generators.model.record import Record
from generators.model.scalars import TupleOf


class GlossaryEntry(Record):
    """The wrong forms of a word, the right form, and the reason.

    ``right`` is empty where the sentence has to be rephrased. A wrong form is accepted as part of one of
    the words in ``except_in``.
    """

    wrong: TupleOf[str] = Field(min_length=1)
    right: str = ""
    except_in: TupleOf[str] = ()
    reason: str = Field(min_length=1)


def contradictions(glossary: tuple[GlossaryEntry, ...]) -> tuple[tuple[GlossaryEntry, str], ...]:
    """Return the entries that contradict the glossary, each with the reason in Chinese.

    A right form must not contain the wrong form of another entry: applying the one would violate the
    other. A wrong form must not be empty, listed twice, or equal to its own right form.
    """
    found: list[tuple[GlossaryEntry, str]] = []
    seen: dict[str, str] = {}
    for entry in glossary:
        for wrong in entry.wrong:
            if not wrong.strip():
                found.append((entry, "wrong 里有一项是空的"))
            elif wrong in seen:
                found.append((entry, f"“{wrong}”登记了两次"))
            elif wrong == entry.right:
                found.append((entry, f"“{wrong}”既是错的又是对的"))
            else:
                seen[wrong] = entry.right
    for entry in glossary:
        for wrong, right in seen.items():
            if entry.right != right and wrong in entry.right:
                found.append((entry, f"“{entry.right}”里有要改掉的“{wrong}”"))
    return tuple(found)
