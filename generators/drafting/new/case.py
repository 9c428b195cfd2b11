"""Drafts a case (典型案例)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.drafting.new.file import NewFile
from generators.drafting.new.naming import known, sound_identifier, sound_title
from generators.drafting.new.templates import filled
from generators.model.dataset import Dataset


@dataclass(frozen=True, slots=True)
class CaseWanted:
    """A request for a new case."""

    id: str
    programme: str
    division: str
    title: str
    day: date


def new_case(dataset: Dataset, wanted: CaseWanted) -> NewFile:
    """Return the file of a new case; its disclosure is internal.

    Raises :class:`DraftError` if its id is not a valid identifier, or its programme or division is unknown.
    """
    programmes = {name: each.name for name, each in dataset.programmes.items()}
    divisions = {name: each.name for name, each in dataset.divisions.items()}
    text = filled(
        "new-case.md.j2",
        title=sound_title(wanted.title),
        programme=known("工作", wanted.programme, programmes, "data/programmes/ "),
        division=known("区划", wanted.division, divisions, "data/ "),
        date=wanted.day,
    )
    return NewFile(f"content/cases/{sound_identifier(wanted.id)}.md", text)
