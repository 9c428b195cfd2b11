"""Forecasts in words: at the pace so far, 预计2026年11月完成, or how much of the target will be done."""

from __future__ import annotations

from datetime import date

from generators.composing.kit.dates import day_text, month_text
from generators.composing.kit.numbers import percentage
from generators.languages import gettext
from generators.results.figures import Progress

_DECEMBER = 12
_LAST = 31


def forecast_text(progress: Progress) -> str:
    """Return what a target comes to at the pace so far; empty if nothing is projected."""
    found, due = progress.forecast, progress.target.due
    if found is None:
        return ""
    if found.reached is not None and found.reached <= due:
        return gettext(
            "按目前进度，预计%(month)s完成", month=month_text(found.reached.year, found.reached.month)
        )
    return gettext(
        "按目前进度，预计%(due)s完成%(attainment)s",
        due=_due_text(due),
        attainment=percentage(found.attainment),
    )


def _due_text(due: date) -> str:
    return (
        gettext("年底")
        if (due.month, due.day) == (_DECEMBER, _LAST)
        else gettext("到%(due)s", due=day_text(due))
    )
