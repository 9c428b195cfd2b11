"""Folded lines of YAML: a line break in Chinese text is not a space.

YAML folds a line break in a plain, quoted or ``>`` scalar into a space, as between English words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from generators.model.prose_markup.line_breaks import without_line_breaks

_CONTEXT: Final = 8
"""The number of characters on each side by which the place of a fold is found in the value."""


def without_folds(value: str, written: str, style: str | None) -> str:
    """Return the ``value`` of a scalar without the spaces that stand for line breaks beside Chinese.

    ``written`` is the scalar in the file, with its quotes or its ``>``; ``style`` is that of PyYAML. Spaces
    within a line stay, and so do the line breaks of a ``|`` scalar.
    """
    if style == "|":
        return value
    lines = [line.strip() for line in (written[1:-1] if style in {"'", '"'} else written).split("\n")]
    pieces: list[str] = []
    done = 0
    for above, below in pairwise(lines[1:] if style == ">" else lines):
        if not above or not below:
            continue
        before, after = above[-_CONTEXT:], below[:_CONTEXT]
        found = value.find(f"{before} {after}", done)
        fold = found + len(before)
        if found >= 0 and without_line_breaks(f"{before}\n{after}") == before + after:
            pieces.append(value[done:fold])
            done = fold + 1
    return "".join([*pieces, value[done:]])
