"""Columns shared by many tables: heads of rows, counts, shares, days, divisions and sources."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.rates import share_text
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataType,
    Drawing,
    Piece,
    Title,
    Value,
    Width,
    cell,
    day_key,
    small,
)
from generators.composing.kit.views import TrendView
from generators.languages import marked
from generators.model.source import Citation

Row = TypeVar("Row")

FICTIONAL: Final = "fictional"
"""The name of the column that marks invented data."""


def head_column(title: str, piece_of: Callable[[Row], Piece], *, name: str = "head") -> Column[Row]:
    """Return the head column, which names the subject of a row."""
    return Column(name, title, lambda row: cell(piece_of(row)), is_head=True)


def text_column(name: str, title: str, piece_of: Callable[[Row], Piece]) -> Column[Row]:
    """Return a column of texts or links, with a dash for empty ones."""
    return Column(name, title, lambda row: cell(piece_of(row) or NOTHING))


def count_column(name: str, title: Title, count: Callable[[Row], int]) -> Column[Row]:
    """Return a column of whole numbers."""
    return Column(name, title, lambda row: cell(str(count(row))), is_number=True)


def share_column(name: str, title: str, share: Callable[[Row], Decimal | None]) -> Column[Row]:
    """Return a column of shares in per cent; ``None`` is shown as a dash and sorted last."""

    def show(row: Row) -> Cell:
        found = share(row)
        return cell(share_text(found), sort=f"{found:.6f}" if found is not None else "")

    return Column(name, title, show, is_number=True)


def day_column(name: str, title: str, day: Callable[[Row], date | None]) -> Column[Row]:
    """Return a column of days, sorted by time; ``None`` is shown as a dash and sorted last."""

    def show(row: Row) -> Cell:
        found = day(row)
        return cell(day_text(found) if found is not None else NOTHING, sort=day_key(found))

    return Column(name, title, show, width=Width.UNBROKEN)


def division_cell(parts: Parts, division: str) -> Cell:
    """Return the link to a division, with the name of the division above it below."""
    within = parts.publication.divisions[division].within
    area = parts.publication.divisions[within].name if within is not None else ""
    return cell(parts.division_link(division), small(area))


def iso_day(day: date | None) -> str:
    """Return a day for the open data, such as ``2026-03-31``; empty for ``None``."""
    return day.isoformat() if day is not None else ""


def data_column(
    name: str,
    meaning: str,
    value: Callable[[Row], Value],
    kind: DataType = DataType.STRING,
    title: str = "",
    measured_in: str = "",
) -> Column[Row]:
    """Return a column of the open data alone; without ``title`` its meaning begins with its heading."""
    return Column(name, title, meaning=meaning, value=value, type=kind, measured_in=measured_in)


def source_columns(
    citation_of: Callable[[Row], Citation | None], meaning: str = marked("出处的标识")
) -> tuple[Column[Row], Column[Row]]:
    """Return the columns of the open data for the source of a row, and the place in it."""

    def source(row: Row) -> str:
        citation = citation_of(row)
        return citation.document if citation is not None else ""

    def locator(row: Row) -> str:
        citation = citation_of(row)
        return citation.at or "" if citation is not None else ""

    return (
        Column("source", meaning=meaning, value=source),
        Column("locator", meaning=marked("在出处中的位置"), value=locator),
    )


def fictional_column(is_fictional: Callable[[Row], bool]) -> Column[Row]:
    """Return the column of the open data that marks invented data."""
    return Column(
        FICTIONAL,
        marked("是否虚构"),
        meaning=marked("是否虚构的示例数据"),
        value=is_fictional,
        type=DataType.BOOLEAN,
    )


def trend_piece(trend: TrendView | None, name: str) -> Drawing | None:
    """Return the drawing of a trend line with the title ``name``; ``None`` if there is no line."""
    if trend is None:
        return None
    return Drawing("kit/charts.j2", "trend", (trend, name), text=trend.description)
