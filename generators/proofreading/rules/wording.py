"""Words that the office writes otherwise, by its own glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generators.model.glossary import GlossaryEntry
from generators.proofreading.slip import Slip, SlipRule


def wording_rule(glossary: Iterable[GlossaryEntry]) -> SlipRule:
    """Return the rule by which no wrong form of the glossary stands in a text.

    A wrong form within its own right form is none: 截止 in 截止日期, where that is what is right.
    """
    entries = tuple(glossary)

    def words(text: str) -> Iterator[Slip]:
        for entry in entries:
            kept = [
                match.span() for form in (entry.right, *entry.except_in) if form for match in _all(form, text)
            ]
            for wrong in entry.wrong:
                for match in _all(wrong, text):
                    start, end = match.span()
                    if not any(begin <= start and end <= stop for begin, stop in kept):
                        yield Slip("W713", start, end, _told(entry, wrong), entry.right or None)

    return words


def _all(form: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(re.escape(form), text)


def _told(entry: GlossaryEntry, wrong: str) -> str:
    advice = f"应为“{entry.right}”" if entry.right else "请改写"
    return f"“{wrong}”{advice}：{entry.reason}"
