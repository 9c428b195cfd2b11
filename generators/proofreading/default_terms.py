"""The glossary that ships with the program: words that are wrong in official documents everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from generators.model.glossary import GlossaryEntry
from generators.model.record import PlacedList
from generators.reading.validation import to_record
from generators.reading.yaml_source import parse_yaml

_TERMS: Final = "terms.yml"


@cache
def default_terms() -> tuple[GlossaryEntry, ...]:
    """Return the entries of the shipped glossary in order; raises ``ValueError`` if it is damaged."""
    text = files("generators.proofreading").joinpath(_TERMS).read_text(encoding="utf-8")
    found = parse_yaml(text, _TERMS)
    if found.problems or not isinstance(found.value, PlacedList):
        raise ValueError(f"{_TERMS}: {found.problems}")
    records = [
        to_record(item, GlossaryEntry, found.value.item_place(at)) for at, item in enumerate(found.value)
    ]
    return tuple(record.value for record in records if record.value is not None)


def with_default_terms(own: Iterable[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """Return the project's ``own`` entries, then those of the shipped glossary that agree with them.

    An own entry replaces each wrong form that it lists, so one whose ``except_in`` is the wrong form itself
    admits the word. A shipped form is left out as well if an own right form contains it, or if its
    correction contains an own wrong form.
    """
    entries = tuple(own)
    return (*entries, *_agreeing(entries))


def _agreeing(own: tuple[GlossaryEntry, ...]) -> Iterator[GlossaryEntry]:
    own_wrong = {form for entry in own for form in entry.wrong}
    for entry in default_terms():
        kept = tuple(
            form
            for form in entry.wrong
            if form not in own_wrong and not any(form in each.right for each in own)
        )
        if kept and not any(form in entry.right for form in own_wrong):
            yield entry.model_copy(update={"wrong": kept})
