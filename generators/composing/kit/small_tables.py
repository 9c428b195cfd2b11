"""Small tables shared by several nouns: rates, meanings of words, counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from generators.composing.kit.rates import Rate
from generators.composing.kit.table import Column, Piece, Table, TableView, cell, small
from generators.languages import marked

_Pair: TypeAlias = tuple[Piece, str]


def meanings_table(titles: tuple[str, str], rows: Iterable[_Pair], label: str) -> TableView:
    """Return a table of words and their meanings; ``titles`` are those of both columns."""
    word, meaning = titles
    table: Table[_Pair] = Table(
        (
            Column("word", word, lambda row: cell(row[0]), is_head=True),
            Column("meaning", meaning, lambda row: cell(row[1])),
        )
    )
    return table.view(rows, label)


def rates_table(rates: Iterable[Rate], parts_title: str, label: str) -> TableView:
    """Return a table of rates with their definitions and parts."""
    table: Table[Rate] = Table(
        (
            Column("rate", marked("比率"), lambda rate: cell(rate.name, small(rate.meaning)), is_head=True),
            Column("share", marked("数值"), lambda rate: cell(rate.share), is_number=True),
            Column("parts", parts_title, lambda rate: cell(rate.parts), is_number=True),
        )
    )
    return table.view(rates, label)


def counts_table(counts: Sequence[tuple[str, int]], label: str) -> TableView:
    """Return a table with one row that has each count below its word."""

    def column(number: int, word: str) -> Column[Sequence[tuple[str, int]]]:
        return Column(f"count-{number}", word, lambda row: cell(str(row[number][1])), is_number=True)

    table = Table(tuple(column(number, word) for number, (word, _) in enumerate(counts)), classes="tb-counts")
    return table.view((counts,) if counts else (), label)
