"""The changes of an import as a table of text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from generators.importing.filing.changes import Change, Effect
from generators.model.dataset import Dataset

_HEADS: Final = ("结果", "地方", "指标", "期间", "原来", "表里")


def change_table(changes: Sequence[Change], dataset: Dataset) -> Iterator[str]:
    """Yield the lines of a table of what would change, aligned by the width of characters."""
    rows = [_HEADS, *(_cells(each, dataset) for each in changes)]
    if len(rows) == 1:
        return
    widths = [max(_width(row[column]) for row in rows) for column in range(len(_HEADS))]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _cells(change: Change, dataset: Dataset) -> tuple[str, ...]:
    return (
        change.effect.value,
        dataset.divisions[change.division].name,
        change.name or dataset.indicators[change.indicator].name,
        change.period or ("" if change.name else "目标"),
        change.before if change.effect is Effect.CHANGED else "",
        change.shown,
    )


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def summary(changes: Sequence[Change]) -> str:
    """Return how many figures are new, changed and the same: ``新增 12 个，更正 1 个，相同 3 个``."""
    counts = Counter(each.effect for each in changes)
    return "，".join(f"{effect.value} {counts[effect]} 个" for effect in Effect)
