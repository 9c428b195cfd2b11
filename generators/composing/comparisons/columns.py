"""The declared comparisons of an indicator as columns of a board, beside its values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generators.composing.comparisons.words import TITLES, base_note, result_figure, span_words
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Cell, Column, cell, small
from generators.languages import gettext
from generators.model.address import Address
from generators.model.comparison import ComparedBy
from generators.model.rounding import decimal_of
from generators.results.comparisons import Compared


def comparison_columns(parts: Parts, address: Address) -> Iterator[Column[str]]:
    """Yield a column for each declared comparison of an indicator; its rows are divisions."""
    indicator = parts.publication.indicators[address]
    for each in indicator.comparisons:
        yield _column(parts, address, each.by)


def _column(parts: Parts, address: Address, by: ComparedBy) -> Column[str]:
    indicator = parts.publication.indicators[address]

    def show(division: str) -> Cell:
        found = compared_by(parts, division, address, by)
        if found is None:
            return cell(sort="")
        figure = result_figure(found, indicator)
        base = small(base_note(found, indicator)) if found.by.is_growth else None
        return cell(figure.text, small(span_words(found.period)), base, sort=sort_key(found))

    return Column(
        f"{address}@{by}",
        gettext("%(name)s%(title)s", name=indicator.name, title=TITLES[by]),
        show,
        is_number=True,
    )


def compared_by(parts: Parts, division: str, address: Address, by: ComparedBy) -> Compared | None:
    """Return the declared comparison of a division's value; ``None`` if there is none, or it is withheld."""
    columns = parts.publication.comparisons.get((division, address), ())
    return next((each for each in columns if each.by is by), None)


def sort_key(compared: Compared) -> str:
    """Return the sort key of a comparison: its number in full, empty if it has none."""
    if compared.result is None:
        return ""
    exact: Decimal = decimal_of(compared.result)
    return f"{exact:f}"
