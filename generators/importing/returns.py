"""Reads a sheet of reported values: its period, its day, and a batch of figures for each division."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from generators.importing.batches import Content, ReportBatch, SheetOrigin
from generators.importing.cells.periods import stated_in
from generators.importing.figures.merged_cells import merged_figures
from generators.importing.figures.table_figures import Figure, SheetReader, figures_of
from generators.importing.figures.totals import wrong_totals
from generators.importing.layouts.proposing import OF_A_MONTH, RUNNING_TOTAL
from generators.importing.tables.heads import Head
from generators.importing.tables.surroundings import Surroundings
from generators.importing.wanted import ImportWanted
from generators.model.indicator import IndicatorKind
from generators.model.period import Period, stated_period
from generators.model.problem import Problem
from generators.model.problem_codes import problem

_SINCE: Final = re.compile("以来|起|以后|之后|后")


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
    content.problems += merged_figures(reader)
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
    period = stated_period(around.periods[0]) if len(around.periods) == 1 else None
    if period is not None:
        return period
    said = "、".join(around.periods)
    detail = f"标题、工作表名、文件名写的期间不同：{said}" if said else "没有写是哪个月（季、年）的"
    if len(around.periods) == 1:
        detail = f"写的“{said}”不是整月（季、年）"
    content.problems.append(problem("E813", reader.place((0, 0)), detail))
    return None


def _other_period(head: Head, period: Period) -> str | None:
    """Return the month or year that a head names, if the period does not end in it; else ``None``."""
    if period.end is None or _SINCE.search(head.text):
        return None
    said = stated_in(head.text)
    stated = None if said.period is None else stated_period(said.period)
    if stated is not None:
        return said.period if stated.end != period.end else None
    if said.month is not None and said.month != period.end.month:
        return f"{said.month} 月"
    return f"{said.year} 年" if said.year not in {None, period.end.year} else None


def _contradictions(reader: SheetReader, period: Period) -> Iterator[Problem]:
    """Yield E813 for each head of another period, E815 for one that says 累计 of a flow, or 当月 of none."""
    runs_from_january = period.start is not None and (period.start.month, period.start.day) == (1, 1)
    for head, _, column in reader.columns():
        indicator, is_wrong = column.indicator, False
        said = _other_period(head, period)
        if said is not None:
            detail = f"“{head.text}”写的是 {said}，这张表是 {period.text} 的"
            remedy = "不是这一期的列，在导入格式里写 use: none；表头写错的请改正"
            yield problem("E813", reader.place((reader.table.head_top, head.column)), detail, remedy)
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
