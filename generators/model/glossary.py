"""``data/terms.yml``: how the office wants words to be written."""

from __future__ import annotations

from pydantic import Field

from generators.model.record import Record
from generators.model.scalars import TupleOf


class GlossaryEntry(Record):
    """Wrong forms of a word, the right one (empty: it has to be rephrased) and why.

    Within one of ``except_in`` a wrong form is right.
    """

    wrong: TupleOf[str] = Field(min_length=1)
    right: str = ""
    except_in: TupleOf[str] = ()
    reason: str = Field(min_length=1)


def contradictions(glossary: tuple[GlossaryEntry, ...]) -> tuple[tuple[GlossaryEntry, str], ...]:
    """Return the entries that cannot be followed, each with the reason in Chinese.

    An entry's right form must not hold another entry's wrong form, or its own where that lies bare:
    mending one word would then spoil another, for ever. Nor is a wrong form empty, or listed twice.
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
