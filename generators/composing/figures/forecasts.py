"""Forecasts in words: at the pace so far, 预计2026年11月完成, or how much of the target will be done."""

from __future__ import annotations

from datetime import date

from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import percentage
from generators.results.figures import Progress

_DECEMBER = 12
_LAST = 31


def forecast_text(progress: Progress) -> str:
    """Return what a target comes to at the pace so far; empty if nothing is projected."""
    found, due = progress.forecast, progress.target.due
    if found is None:
        return ""
    if found.reached is not None and found.reached <= due:
        return f"按目前进度，预计{found.reached.year}年{found.reached.month}月完成"
    return f"按目前进度，预计{_due_text(due)}完成{percentage(found.attainment)}"


def _due_text(due: date) -> str:
    return "年底" if (due.month, due.day) == (_DECEMBER, _LAST) else f"到{day_text(due)}"
