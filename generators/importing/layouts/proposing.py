"""Proposes which column is which indicator, from the words of heads, their units, and 当月 or 累计."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generators.importing.cells.units import unit_of
from generators.importing.layouts.recognising import RUNNING_NUMBERS
from generators.importing.tables.heads import Head
from generators.importing.tables.table import Table
from generators.model.address import Address
from generators.model.correction import RatioPart
from generators.model.import_layout import ColumnUse, ImportColumn, ImportKind, ImportLayout
from generators.model.indicator import Indicator, IndicatorKind

OF_A_MONTH: Final = re.compile("当月|本月|当期|本期|当季|本季|本周|新增")
RUNNING_TOTAL: Final = re.compile("累计|以来|总计")
AT_AN_END: Final = re.compile("存量|现有|年底|月末|期末|年末|剩余|结存")
YES_OR_NO: Final = re.compile("是否|全覆盖|有无|√")
SHARE: Final = re.compile("率|比例|占比|%|百分比")
WHOLE: Final = re.compile(r"应[^用]|总数|总户|总人|任务数")
DONE: Final = re.compile("按时|已|实际|实有|完成|达标|合格|参加|到位")
REMARKS: Final = re.compile("备注|说明|原因")
_OTHER_THINGS: Final = re.compile(
    "目标|任务|计划|应完成|上年|去年|同期|上月|上季|年初|增长|增加|增幅|增速|增减|同比|环比"
    "|排名|位次|名次|得分|占比|完成率|进度|差距"
)
"""What is no value of the period itself, unless an indicator is called so."""

_REPORTS: Final = re.compile("任务分解|目标分解|目标任务|责任分解|指标分解|计划表")

_LEAST: Final = 0.5
_BONUS: Final = 0.2


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator, or a part of one, that a column may be, with a score up to about 1.5."""

    score: float
    column: int
    indicator: Address
    part: RatioPart | None


def proposed_layout(
    table: Table,
    indicators: Mapping[Address, Indicator],
    programme: str,
    title: str,
    said: Mapping[str, ImportColumn],
) -> tuple[ImportLayout, tuple[Head, ...]]:
    """Return a layout for a table, not confirmed, and the heads for which nothing is proposed.

    ``said`` are columns that somebody named already, by their heads. Raises ``ValueError`` if nothing is
    proposed for any head.
    """
    is_plan = any(_REPORTS.search(text) for _, _, text in table.above) or bool(_REPORTS.search(title))
    kind = ImportKind.TARGETS if is_plan else ImportKind.RETURNS
    found = proposals((head for head in table.heads if head.text not in said), indicators, kind)
    columns: dict[str, ImportColumn] = {}
    unknown: list[Head] = []
    for head in table.heads:
        if head.text in said:
            columns[head.text] = said[head.text]
            continue
        if head.text in RUNNING_NUMBERS:
            continue
        if head.is_sum:
            columns[head.text] = ImportColumn(use=ColumnUse.NONE)
            continue
        match = found.get(head.column)
        if match is not None:
            columns[head.text] = ImportColumn(indicator=match.indicator, part=match.part)
        elif REMARKS.search(head.words):
            columns[head.text] = ImportColumn(use=ColumnUse.NONE)
        else:
            unknown.append(head)
    if not found and not said:
        raise ValueError("nothing is proposed")
    layout = ImportLayout(
        title=title,
        kind=kind,
        programme=programme,
        confirmed=False,
        division=table.name_head,
        columns=columns,
    )
    return layout, tuple(unknown)


def proposals(
    heads: Iterable[Head], indicators: Mapping[Address, Indicator], kind: ImportKind
) -> dict[int, Match]:
    """Return for each column the indicator that it most likely is; of two columns one is the better match.

    Indicators that are computed from others are never reported, and so left out of returns.
    """
    possible = [
        match
        for head in heads
        if not head.is_sum
        for address, indicator in indicators.items()
        if kind is ImportKind.TARGETS or not _is_computed(indicator)
        for match in _matches(head, address, indicator, kind)
    ]
    found: dict[int, Match] = {}
    taken: set[tuple[Address, RatioPart | None]] = set()
    for match in sorted(possible, key=lambda each: (-each.score, each.column, each.indicator)):
        key = (match.indicator, match.part)
        is_whole_taken = match.part is not None and (match.indicator, None) in taken
        if match.column not in found and key not in taken and not is_whole_taken and match.score >= _LEAST:
            found[match.column] = match
            taken.add(key)
    return {column: match for column, match in found.items() if _is_paired(match, taken)}


def _is_paired(match: Match, taken: set[tuple[Address, RatioPart | None]]) -> bool:
    """Whether a part of a ratio has the other part beside it."""
    return match.part is None or all((match.indicator, part) in taken for part in RatioPart)


def _is_computed(indicator: Indicator) -> bool:
    return any(each is not None for each in (indicator.derived, indicator.where, indicator.computed))


def _matches(head: Head, address: Address, indicator: Indicator, kind: ImportKind) -> Iterable[Match]:
    if indicator.kind.is_ratio and kind is ImportKind.RETURNS and not SHARE.search(head.text):
        part = _part(head.words)
        if part is not None:
            yield Match(_likeness(head.words, indicator.name) + _BONUS, head.column, address, part)
        return
    score = _likeness(head.words, indicator.name) + _unit_score(head, indicator)
    if kind is ImportKind.RETURNS:
        if any(word not in indicator.name for word in _OTHER_THINGS.findall(head.text)):
            return
        score += _kind_score(head.text, indicator.kind)
    yield Match(score, head.column, address, None)


def _part(words: str) -> RatioPart | None:
    if WHOLE.search(words):
        return RatioPart.DENOMINATOR
    return RatioPart.NUMERATOR if DONE.search(words) else None


def _likeness(words: str, name: str) -> float:
    """Return from 0 to 1 how much of a name's pairs of characters a head has, or of the head's the name."""
    of_name, of_head = _pairs(name), _pairs(words.rpartition("·")[2] or words)
    if not of_name or not of_head:
        return float(name == words)
    in_name = len(of_name & _pairs(words)) / len(of_name)
    in_head = len(of_head & of_name) / len(of_head)
    return max(in_name, in_head * 0.9)


def _pairs(text: str) -> frozenset[str]:
    plain = re.sub(r"[^\w]|[的是否数]", "", text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def _unit_score(head: Head, indicator: Indicator) -> float:
    if head.unit is None:
        return 0.0
    said, measure = unit_of(head.unit), unit_of(indicator.measure)
    return _BONUS if said.base in {"", measure.base} else -_LEAST


def _kind_score(text: str, kind: IndicatorKind) -> float:
    """Return a bonus if the head's words fit the kind of the indicator, a malus if they contradict it."""
    words = {
        IndicatorKind.FLOW: OF_A_MONTH,
        IndicatorKind.CUMULATIVE: RUNNING_TOTAL,
        IndicatorKind.LEVEL: AT_AN_END,
        IndicatorKind.RATIO: SHARE,
        IndicatorKind.FLAG: YES_OR_NO,
    }
    said = {each for each, pattern in words.items() if pattern.search(text)}
    if kind in said:
        return _BONUS
    return -_BONUS * 1.5 if said & {IndicatorKind.FLOW, IndicatorKind.CUMULATIVE, IndicatorKind.FLAG} else 0.0


def confirmed_with(proposal: ImportLayout, columns: Mapping[str, ImportColumn]) -> ImportLayout:
    """Return a proposal as somebody confirmed it, with ``columns`` instead of those proposed."""
    return proposal.detached(columns=dict(columns), confirmed=True)
