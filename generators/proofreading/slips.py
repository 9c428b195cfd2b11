"""The proofreader: applies the rules in order, and returns the slips of a text or the corrected text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generators.model.glossary import GlossaryEntry
from generators.proofreading.covering import prose_only
from generators.proofreading.rules.dates import numeric_dates, padded_dates
from generators.proofreading.rules.dots import dashes, ellipses
from generators.proofreading.rules.headings import headings
from generators.proofreading.rules.look_alikes import other_code_points
from generators.proofreading.rules.numbers import document_numbers, issue_numbers
from generators.proofreading.rules.pairs import brackets, quotes
from generators.proofreading.rules.percentages import percentages
from generators.proofreading.rules.punctuation import half_width, quotation_marks, repeated_marks
from generators.proofreading.rules.ranges import ranges
from generators.proofreading.rules.spacing import full_width, spaces, spaces_within_chinese
from generators.proofreading.rules.wording import wording_rule
from generators.proofreading.slip import Slip, SlipRule

RULES: Final[tuple[SlipRule, ...]] = (
    other_code_points,
    full_width,
    document_numbers,
    issue_numbers,
    numeric_dates,
    padded_dates,
    ranges,
    percentages,
    ellipses,
    dashes,
    brackets,
    quotes,
    quotation_marks,
    half_width,
    spaces,
    repeated_marks,
)
"""Of two overlapping slips the one of the earlier rule is kept; the other is found after the correction."""

MOST_ROUNDS: Final = 12
"""The maximum number of passes: a correction may expose another slip. Two or three usually suffice."""


class Proofreader:
    """The common rules together with the glossary of one project."""

    def __init__(self, glossary: Iterable[GlossaryEntry] = ()) -> None:
        """Use the words of ``glossary`` in addition to the common rules."""
        self._inline: tuple[SlipRule, ...] = (*RULES, wording_rule(glossary))

    def slips(self, text: str, *, is_markdown: bool = True) -> tuple[Slip, ...]:
        """Return the slips of a text in order; they do not overlap."""
        covered = prose_only(text, is_markdown=is_markdown)
        rules = (*self._inline, spaces_within_chinese, headings) if is_markdown else self._inline
        taken = bytearray(len(text))
        found: list[Slip] = []
        for rule in rules:
            for slip in rule(covered):
                if not any(taken[slip.start : slip.end]):
                    taken[slip.start : slip.end] = b"\1" * (slip.end - slip.start)
                    found.append(slip)
        return tuple(sorted(found, key=lambda slip: (slip.start, slip.end)))

    def mended(self, text: str, *, is_markdown: bool = True) -> str:
        """Return the text with all safe corrections applied until nothing changes; idempotent.

        A text that still changes after ``MOST_ROUNDS`` passes is returned unchanged.
        """
        current = text
        for _ in range(MOST_ROUNDS):
            after = _applied(current, self.slips(current, is_markdown=is_markdown))
            if after == current:
                return current
            current = after
        return text


def _applied(text: str, slips: Sequence[Slip]) -> str:
    pieces: list[str] = []
    done = 0
    for slip in slips:
        if slip.right is not None:
            pieces += (text[done : slip.start], slip.right)
            done = slip.end
    return "".join([*pieces, text[done:]])
