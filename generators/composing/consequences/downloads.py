"""Consequences as open data: everyone to whom one applies a row, of rankings in every closed period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.composing.consequences.rows import entry_row
from generators.composing.kit.numbers import data_number
from generators.composing.kit.parts import Parts
from generators.disclosing.publication import Publication
from generators.results.consequences import ConsequenceEntry, ConsequenceResult, rank_ground

CONSEQUENCE_COLUMNS: Final[Mapping[str, str]] = {
    "programme": "工作的标识",
    "consequence": "奖惩的标识",
    "name": "奖惩名称",
    "kind": "reward 奖励，sanction 惩戒",
    "by": "rank 按名次，status 按目标状态，problems 按逾期问题，tier 按等次",
    "division": "区划的标识",
    "division_name": "区划名称",
    "period": "按名次的，哪一期；其他为空",
    "day": "计算所用日期；按名次的为空",
    "band": "等次名称，如一等奖；不分等次的为空",
    "amount": "金额",
    "measure": "金额的单位",
    "reason": "理由",
    "edge_tie": "是否因与最后一名并列而一并计入",
    "source": "出处的标识",
    "locator": "在出处中的位置",
    "fictional": "是否虚构的示例数据",
}


def consequence_cells(
    publication: Publication, result: ConsequenceResult, entry: ConsequenceEntry
) -> list[str | bool]:
    """Return one row, in the order of ``CONSEQUENCE_COLUMNS``."""
    programme, _, name = result.address.partition("/")
    consequence, division = result.consequence, publication.divisions[entry.division]
    ground = rank_ground(entry.ground)
    band = ground.band if ground is not None else None
    source = consequence.source
    return [
        programme,
        name,
        consequence.name,
        consequence.kind.value,
        consequence.when.tag,
        entry.division,
        division.name,
        ground.period.text if ground is not None else "",
        result.day.isoformat() if ground is None else "",
        band.name if band is not None else "",
        data_number(band.amount) if band is not None else "",
        band.measure if band is not None else "",
        entry_row(Parts(publication), result, entry).reason.label,
        ground.is_edge_tie if ground is not None else False,
        source.document if source is not None else "",
        source.at or "" if source is not None else "",
        division.fictional,
    ]
