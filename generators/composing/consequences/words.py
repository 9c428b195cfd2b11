"""Consequences in words: the rule, and of everyone to whom it applies the reason with its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import computed
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.urls import division_anchor
from generators.composing.kit.views import Link
from generators.composing.tiers.views import tier_view
from generators.model.consequence import Band, ConsequenceKind, RankTrigger
from generators.model.programme import Programme
from generators.results.consequences import (
    ConsequenceEntry,
    ConsequenceResult,
    Ground,
    ProblemsGround,
    RankGround,
    StatusGround,
    TierGround,
)
from generators.results.figures import Progress, Status

KIND_TEXT: Final = MappingProxyType({ConsequenceKind.REWARD: "奖励", ConsequenceKind.SANCTION: "惩戒"})


def consequence_link(result: ConsequenceResult) -> Link:
    """Return the consequence's name, leading to its place on its programme's page of consequences."""
    return Link(
        result.consequence.name, f"{urls.consequences_of(result.programme)}#{consequence_anchor(result)}"
    )


def consequence_anchor(result: ConsequenceResult) -> str:
    """Return the anchor of a consequence on its programme's page."""
    return f"c-{result.address.partition('/')[2]}"


def rule_texts(parts: Parts, result: ConsequenceResult) -> tuple[str, ...]:
    """Return in words what has to be so, and then each band with its ranks and its amount."""
    programme = parts.publication.programmes[result.programme]
    when = result.consequence.when
    if when.rank is not None:
        return (_rank_rule(programme, when.rank), *_band_rules(when.rank))
    if when.status is not None:
        words = "、".join(STATUS_VIEWS[Status(each.value)].label for each in when.status.statuses)
        return (f"{programme.indicators[when.status.indicator].name}的目标{words}",)
    if when.problems is not None:
        return (f"逾期未改的问题达到{when.problems.overdue_at_least}个",)
    return tuple(_tier_rules(programme, result))


def _rank_rule(programme: Programme, trigger: RankTrigger) -> str:
    scheme = programme.schemes[trigger.scheme].name
    places = f"前{trigger.first}名" if trigger.first is not None else f"末{trigger.last}名"
    return f"{scheme}每期{places}，并列的一并计入"


def _band_rules(trigger: RankTrigger) -> Iterator[str]:
    start = 1
    for band in trigger.bands:
        ranks = f"第{start}名" if band.first == start else f"第{start}至{band.first}名"
        yield f"{ranks}：{band_text(band)}"
        start = band.first + 1


def band_text(band: Band | None) -> str:
    """Return 一等奖（3000元/人）; nothing without a band."""
    if band is None:
        return ""
    return band.name if band.amount is None else f"{band.name}（{computed(band.amount)}{band.measure}）"


def _tier_rules(programme: Programme, result: ConsequenceResult) -> Iterator[str]:
    trigger = result.consequence.when.tier
    if trigger is not None:
        ladder = programme.ladders[trigger.ladder]
        names = {tier.id: tier.name for tier in ladder.tiers}
        for words, tier in (("不低于", trigger.at_least), ("不高于", trigger.at_most)):
            if tier is not None:
                yield f"{ladder.name}{words}{names[tier]}；未评定的不算"


def reason_link(parts: Parts, result: ConsequenceResult, entry: ConsequenceEntry) -> Link:
    """Return why a consequence applies, with its numbers, leading to where they come from."""
    when, programme = result.consequence.when, result.programme
    place = urls.division(entry.division)
    match entry.ground:
        case RankGround() as ground if when.rank is not None:
            scheme = f"{programme}/{when.rank.scheme}"
            return Link(
                rank_reason(ground, when.rank),
                urls.ranking(scheme, ground.period.text, division_anchor(entry.division)),
            )
        case StatusGround(progress=progress):
            return Link(_status_reason(parts, progress), f"{place}#progress")
        case ProblemsGround(overdue=overdue):
            return Link(f"{len(overdue)}个问题逾期未改", f"{place}#problems")
        case TierGround(rank=rank) if when.tier is not None:
            ladder = parts.publication.ladders[f"{programme}/{when.tier.ladder}"]
            return Link(f"{ladder.name}为{tier_view(ladder, rank).label}", f"{place}#checklist")
        case _:
            return Link("")


def rank_reason(ground: RankGround, trigger: RankTrigger) -> str:
    """Return a rank in words: 第3名，共12个单位排名，2个单位并列，一并计入."""
    from_below = ground.ranked - ground.rank - ground.sharing + 2
    place = f"第{ground.rank}名" if trigger.first is not None else f"倒数第{from_below}名"
    said = [place, f"共{ground.ranked}个单位排名"]
    if ground.sharing > 1:
        said.append(f"{ground.sharing}个单位并列")
    if ground.is_edge_tie:
        said.append("超出名额的一并计入")
    return "，".join(said)


def _status_reason(parts: Parts, progress: Progress) -> str:
    target = parts.target_figure(progress.division, progress.target).text
    value = parts.measured_figure(progress.indicator, progress.measured).text
    status = STATUS_VIEWS[progress.status].label
    said = f"到{day_text(progress.target.due)}应达到{target}，现为{value}"
    return said if value == status else f"{said}，{status}"


def when_text(result: ConsequenceResult, ground: Ground) -> str:
    """Return the period that a rank belongs to, else the day of measuring."""
    return period_text(ground.period) if isinstance(ground, RankGround) else day_text(result.day)
