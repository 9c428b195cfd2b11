"""Texts for the messages of checks: names, numbers, periods and similar names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generators.model.indicator import Indicator
from generators.model.period import Period
from generators.model.scalars import Amount
from generators.reading.quoting import quoted, shortened


def named(name: str) -> str:
    """Return a name in quotation marks; quotation marks within it become single ones."""
    return f"“{shortened(name).replace('“', '‘').replace('”', '’')}”"


def shown(amount: Amount) -> str:
    """Return an amount as an editor writes it: ``266``, ``0.9``, ``true``."""
    if isinstance(amount, bool):
        return "true" if amount else "false"
    return f"{amount:f}"


def measure_mismatch(written: str, indicator: Indicator) -> str:
    """Return the message that ``written`` is not the measure of ``indicator``."""
    return f"此处是{quoted(written)}，{named(indicator.name)}的计量单位是{quoted(indicator.measure)}"


def without_location(name: str, document: str) -> str:
    """Return the message that the figure ``name`` does not state the place in ``document``."""
    return f"{name}没有写 at：在{quoted(document)}的哪一处"


def shown_period(period: Period) -> str:
    """Return a period as written, or a fixed text if it is unstated."""
    return period.text if period.is_stated else "期间未说明"


def near_miss(written: str, known: Iterable[str]) -> str:
    """Return ``，是否应为“…”`` with the known name most similar to ``written``; empty if none is similar."""
    found = difflib.get_close_matches(written, known, n=1, cutoff=0.7)
    return f"，是否应为“{found[0]}”" if found else ""
