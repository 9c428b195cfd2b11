"""The rows of ``tiers.csv``: every standing that is published, with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.composing.kit.numbers import plain
from generators.composing.kit.parts import Parts
from generators.composing.tiers.standings import why_text
from generators.composing.tiers.views import tier_view
from generators.disclosing.publication import Publication
from generators.results.tiers import BELOW, TierStanding

TIER_COLUMNS: Final[Mapping[str, str]] = {
    "programme": "工作的标识",
    "ladder": "等次序列的标识",
    "ladder_name": "等次序列名称",
    "division": "区划的标识",
    "division_name": "区划名称",
    "tier": "等次的标识；未达等次、未评定为空",
    "tier_name": "等次名称",
    "state": "reached 已达某一等次，below 未达最低等次，unrated 未评定",
    "since": "从哪天起连续处于这一等次；原件没有写明日期的为空",
    "day": "计算所用日期",
    "by": "checklist 按条目，threshold 按数值，assessment 由评定",
    "why": "依据",
    "items_passed": "所用各项标准中已验收的条目数",
    "items_total": "所用各项标准的条目总数",
    "items": "逐项标准：“标识=已验收/总数”，以分号相连",
    "value": "按数值划分的，当日数值",
    "measure": "计量单位",
    "source": "评定的出处标识",
    "locator": "在出处中的位置",
    "fictional": "是否虚构的示例数据",
}


def tier_cells(publication: Publication, standing: TierStanding) -> list[str | bool]:
    """Return one row, in the order of ``TIER_COLUMNS``."""
    programme, _, name = standing.ladder.partition("/")
    ladder = publication.ladders[standing.ladder]
    division = publication.divisions[standing.division]
    rank, lists = standing.rank, standing.checklists
    has_tier = rank is not None and rank != BELOW
    indicator = publication.indicators[f"{programme}/{ladder.indicator}"] if ladder.indicator else None
    value = standing.measured.value if standing.measured is not None else None
    source = standing.assessment.source if standing.assessment is not None else None
    return [
        programme,
        name,
        ladder.name,
        standing.division,
        division.name,
        ladder.tiers[rank].id if rank is not None and has_tier else "",
        tier_view(ladder, rank).label,
        "unrated" if rank is None else "reached" if has_tier else "below",
        standing.since.isoformat() if standing.since is not None else "",
        standing.day.isoformat(),
        ladder.by.value,
        why_text(Parts(publication), standing),
        str(sum(each.passed for each in lists)) if lists else "",
        str(sum(len(each.items) for each in lists)) if lists else "",
        ";".join(f"{each.standard.partition('/')[2]}={each.passed}/{len(each.items)}" for each in lists),
        plain(value) if value is not None and not isinstance(value, bool) else "",
        indicator.measure if indicator is not None else "",
        source.document if source is not None else "",
        source.at or "" if source is not None else "",
        division.fictional,
    ]
