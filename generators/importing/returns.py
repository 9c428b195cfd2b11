"""Reads a sheet of reported values: its period, its day, and a batch of figures for each division."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import assert_never

from generators.importing.batches import Content, ReportBatch, SheetOrigin
from generators.importing.figures.table_figures import Figure, SheetReader, figures_of
from generators.importing.figures.totals import wrong_totals
from generators.importing.layouts.proposing import OF_A_MONTH, RUNNING_TOTAL
from generators.importing.tables.surroundings import Surroundings
from generators.importing.wanted import ImportWanted
from generators.model.indicator import IndicatorKind
from generators.model.period import Period, stated_period
from generators.model.problem import Problem
from generators.model.problem_codes import problem


def read_returns(
    reader: SheetReader,
    around: Surroundings,
    divisions: Mapping[int, str],
    origin: SheetOrigin,
    wanted: ImportWanted,
    content: Content,
) -> None:
    """Add the figures of a sheet to ``content``, with all that is wrong about them."""
    period = wanted.period or _period(reader, around, content)
    found = figures_of(reader, divisions)
    content.problems += found.problems
    content.problems += wrong_totals(reader)
    if period is None:
        return
    content.problems += _contradictions(reader, period)
    rows = {division: row for row, division in divisions.items()}
    by_division: dict[str, list[Figure]] = defaultdict(list)
    for figure in found.figures:
        by_division[figure.division].append(figure)
    on = wanted.on or around.reported
    content.reports += [
        ReportBatch(
            origin,
            division,
            period,
            on,
            tuple(figures),
            found.remarks.get(division, ""),
            (rows[division], reader.table.name_column),
        )
        for division, figures in by_division.items()
    ]


def _period(reader: SheetReader, around: Surroundings, content: Content) -> Period | None:
    """Return the period that the sheet states; ``None``, with E813 told, if that is none or several."""
    if len(around.periods) == 1:
        return stated_period(around.periods[0])
    said = "、".join(around.periods)
    detail = f"标题、工作表名、文件名写的期间不同：{said}" if said else "没有写是哪个月（季、年）的"
    content.problems.append(problem("E813", reader.place((0, 0)), detail))
    return None


def _contradictions(reader: SheetReader, period: Period) -> Iterator[Problem]:
    """Yield E815 for each head that says 累计 of a flow, or 当月 of what is none."""
    runs_from_january = period.start is not None and (period.start.month, period.start.day) == (1, 1)
    for head, _, column in reader.columns():
        indicator, is_wrong = column.indicator, False
        match indicator.kind:
            case IndicatorKind.FLOW:
                is_wrong = bool(RUNNING_TOTAL.search(head.text)) and not runs_from_january
            case IndicatorKind.CUMULATIVE:
                is_wrong = bool(OF_A_MONTH.search(head.text)) and not RUNNING_TOTAL.search(head.text)
            case IndicatorKind.LEVEL | IndicatorKind.RATIO | IndicatorKind.FLAG:
                pass
            case never:
                assert_never(never)
        if is_wrong:
            says = "累计" if indicator.kind is IndicatorKind.FLOW else "当期"
            kind = "当期数（flow）" if indicator.kind is IndicatorKind.FLOW else "累计数（cumulative）"
            detail = f"“{head.text}”是{says}，“{indicator.name}”是{kind}"
            yield problem("E815", reader.place((reader.table.head_top, head.column)), detail)
