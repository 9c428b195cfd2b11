"""Changes as open data: every change of every comparison a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from generators.composing.kit.numbers import data_number
from generators.disclosing.publication import Publication
from generators.model.ladder import Ladder
from generators.results.changes import Changes, RankInPeriod, Reading
from generators.results.tiers import BELOW, Rank

CHANGE_COLUMNS: Final[Mapping[str, str]] = {
    "since": "与哪一天相比",
    "kind": "value 数值，status 目标状态，rank 名次，tier 等次，problem 问题，report 欠报",
    "division": "区划的标识",
    "programme": "工作的标识",
    "item": "指标、考核办法、等次序列的标识，问题的“县/镇/标识”；目标状态为“指标@截止日期”",
    "before": "原来：数值或没有数的原因、状态、“期间=名次”、等次的标识、欠报的期间；当时没有的为空",
    "after": "现在，写法相同；不在排名中的为“期间=”，未达等次为 below，未评定为 unrated",
    "size": "数值的变化幅度 |a−b|÷(|a|+|b|)，0至1，最多六位小数；其他为空",
    "fictional": "是否虚构的示例数据",
}


def change_rows(publication: Publication) -> Iterator[list[str | bool]]:
    """Yield every change in the order of ``CHANGE_COLUMNS``, the shortest comparison first."""
    for changes in publication.changes.values():
        for kind, division, programme, item, before, after, size in _cells(publication, changes):
            is_fictional = publication.divisions[division].fictional
            day = changes.since.isoformat()
            yield [day, kind, division, programme, item, before, after, size, is_fictional]


_Cells = tuple[str, str, str, str, str, str, str]


def _cells(publication: Publication, changes: Changes) -> Iterator[_Cells]:
    for status in changes.statuses:
        programme, _, name = status.indicator.partition("/")
        item = f"{name}@{status.due.isoformat()}"
        yield "status", status.division, programme, item, status.before.value, status.after.value, ""
    for each in changes.problems:
        before, after = (state.value if state is not None else "" for state in (each.before, each.after))
        yield "problem", each.division, each.programme, each.address, before, after, ""
    for report in changes.reports:
        programme, _, name = report.indicator.partition("/")
        yield "report", report.division, programme, name, ";".join(report.before), ";".join(report.after), ""
    for rank in changes.ranks:
        programme, _, name = rank.scheme.partition("/")
        yield "rank", rank.division, programme, name, _place(rank.before), _place(rank.after), ""
    for tier in changes.tiers:
        programme, _, name = tier.ladder.partition("/")
        ladder = publication.ladders[tier.ladder]
        before, after = _tier(ladder, tier.before), _tier(ladder, tier.after)
        yield "tier", tier.division, programme, name, before, after, ""
    for value in changes.values:
        programme, _, name = value.indicator.partition("/")
        before, after = _reading(value.before), _reading(value.after)
        yield "value", value.division, programme, name, before, after, data_number(value.size)


def _place(place: RankInPeriod) -> str:
    return f"{place.period}={place.rank if place.rank is not None else ''}"


def _tier(ladder: Ladder, rank: Rank) -> str:
    if rank is None:
        return "unrated"
    return "below" if rank == BELOW else ladder.tiers[rank].id


def _reading(reading: Reading) -> str:
    return data_number(reading.value) if reading.value is not None else reading.state.value
