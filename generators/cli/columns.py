"""Asks on the terminal which column of a sheet is which indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from generators.cli.questions import OutOfAnswersError, Questions
from generators.importing.layouts.answers import PARTS, SKIP, column_of_answer
from generators.importing.layouts.proposing import confirmed_with
from generators.importing.tables.heads import Head
from generators.importing.tables.table import Table
from generators.model.address import Address
from generators.model.import_layout import ColumnUse, ImportColumn, ImportLayout
from generators.model.indicator import Indicator


def asked_columns(
    table: Table,
    proposal: ImportLayout,
    unknown: tuple[Head, ...],
    indicators: Mapping[Address, Indicator],
) -> ImportLayout | None:
    """Return the layout with the answers to what each column is; ``None`` when the answers end.

    An answer is number, name or address of an indicator, for a ratio with 分子 or 分母 after it, or ``-``.
    """
    asked = Questions(asks_again=True)
    click.echo(
        f"《{proposal.title}》的列，请逐列核对：回车采用方括号里的，写编号或名称另选，- 不导入。", err=True
    )
    numbered = dict(enumerate(indicators, start=1))
    for number, address in numbered.items():
        click.echo(f"  {number}. {indicators[address].name}（{indicators[address].measure}）", err=True)
    columns: dict[str, ImportColumn] = {}
    undecided = {head.text for head in unknown}
    try:
        for head in table.heads:
            if head.text not in proposal.columns and head.text not in undecided:
                continue
            default = _shown(proposal.columns.get(head.text), indicators)
            said = asked.answer(
                f"“{head.text}”", None, lambda answer: _wrong(answer, numbered, indicators), default
            )
            columns[head.text] = column_of_answer(said, numbered, indicators) or ImportColumn(
                use=ColumnUse.NONE
            )
    except OutOfAnswersError:
        return None
    return confirmed_with(proposal, columns)


def _shown(column: ImportColumn | None, indicators: Mapping[Address, Indicator]) -> str:
    """Return how a proposed column is answered; one that nobody knows is left out."""
    if column is None or column.indicator is None:
        return SKIP
    part = {part: word for word, part in PARTS.items()}.get(column.part) if column.part is not None else None
    return f"{indicators[column.indicator].name}{part or ''}"


def _wrong(
    answer: str, numbered: Mapping[int, Address], indicators: Mapping[Address, Indicator]
) -> Iterable[str]:
    if column_of_answer(answer, numbered, indicators) is None:
        yield "没有这个指标：写上面的编号、名称，比率的分子、分母在后面加“分子”“分母”；不要这一列写 -"
