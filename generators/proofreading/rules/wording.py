"""Words that the project's glossary replaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generators.model.glossary import GlossaryEntry
from generators.proofreading.slip import Slip, SlipRule


def wording_rule(glossary: Iterable[GlossaryEntry]) -> SlipRule:
    """Return a rule that yields W713 for each wrong form of the glossary.

    A wrong form within its own right form, or within a word of ``except_in``, is accepted: 截止 in 截止日期.
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
                        yield Slip("W713", start, end, _message(entry, wrong), entry.right or None)

    return words


def _all(form: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(re.escape(form), text)


def _message(entry: GlossaryEntry, wrong: str) -> str:
    advice = f"应为“{entry.right}”" if entry.right else "请改写"
    return f"“{wrong}”{advice}：{entry.reason}"
