"""Texts on schemes and rankings: rules, movements, and the reasons for having no rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, assert_never

from generators.composing.kit.numbers import percentage, printed
from generators.model.bounds import AtLeast, AtMost
from generators.model.rounding import decimal_of
from generators.model.scheme import (
    Attainment,
    Goalposts,
    MissingPolicy,
    Normalisation,
    PointsRule,
    SchemeVersion,
    ScoredBy,
    ScoreStep,
    Steps,
    VetoEffect,
)
from generators.results.rankings import Absence, DivisionScore, RankedDivision, RankingOutcome

ABSENCE_TEXT: Final[Mapping[Absence, str]] = MappingProxyType(
    {
        Absence.UNREPORTED: "未报送",
        Absence.NOT_APPLICABLE: "不适用",
        Absence.INCOMPUTABLE: "无法计算",
        Absence.NO_TARGET: "没有目标",
    }
)

EFFECT_TEXT: Final[Mapping[VetoEffect, str]] = MappingProxyType(
    {
        VetoEffect.UNRANKED: "不排名",
        VetoEffect.LAST: "排在最后",
        VetoEffect.LISTED: "只列出，不影响名次",
    }
)

MISSING_POLICY_TEXT: Final[Mapping[MissingPolicy, str]] = MappingProxyType(
    {
        MissingPolicy.REWEIGHT: "缺数的项不计，按有数的权重折算",
        MissingPolicy.ZERO: "缺数的项记零分",
        MissingPolicy.UNRANKED: "缺一项就不排名",
    }
)


SCORED_BY_TEXT: Final[Mapping[ScoredBy, str]] = MappingProxyType(
    {
        ScoredBy.VALUE: "数值",
        ScoredBy.GAP: "与序时进度之差",
        ScoredBy.YEAR_TO_DATE: "本年累计",
        ScoredBy.YEAR_ON_YEAR: "同比",
        ScoredBy.PERIOD_ON_PERIOD: "环比",
        ScoredBy.CUMULATIVE_GROWTH: "本年累计同比",
        ScoredBy.IMPROVEMENT: "比上期的增减",
        ScoredBy.IMPROVEMENT_ON_YEAR: "比上年同期的增减",
    }
)


def scored_measure(by: ScoredBy, measure: str) -> str:
    """Return the unit of what a component scores, given that of its indicator."""
    is_rate = measure == "%"
    match by:
        case ScoredBy.VALUE | ScoredBy.YEAR_TO_DATE:
            return measure
        case ScoredBy.GAP:
            return "个百分点"
        case ScoredBy.IMPROVEMENT | ScoredBy.IMPROVEMENT_ON_YEAR:
            return "个百分点" if is_rate else measure
        case ScoredBy.YEAR_ON_YEAR | ScoredBy.PERIOD_ON_PERIOD | ScoredBy.CUMULATIVE_GROWTH:
            return "个百分点" if is_rate else "%"
        case never:
            assert_never(never)


def movement_text(place: RankedDivision) -> str:
    """Return the movement as ↑3, ↓2, 持平 or 新; a dash in the first period of a scheme."""
    if place.is_newcomer:
        return "新"
    if place.movement is None:
        return "—"
    if place.movement == 0:
        return "持平"
    return f"↑{place.movement}" if place.movement > 0 else f"↓{-place.movement}"


def score_text(score: DivisionScore) -> str:
    """Return a score with the decimals it was rounded to before ranking; empty if there is none."""
    return f"{score.score:f}" if score.score is not None else ""


def share_text(share: Fraction) -> str:
    """Return a share in per cent if it terminates as a decimal, else as a fraction, such as 2/3."""
    exact = decimal_of(share)
    return percentage(exact) if Fraction(exact) == share else f"{share.numerator}/{share.denominator}"


def normalisation_text(rule: Normalisation, measure: str) -> str:
    """Return a normalisation as text."""
    match rule:
        case Attainment(floor=floor, cap=cap):
            most = f"最多{printed(cap)}分" if cap is not None else "不封顶"
            return f"完成率×100，最低{printed(floor)}分，{most}"
        case Goalposts(low=low, high=high):
            return f"{printed(low)}{measure}为0分，{printed(high)}{measure}为100分，中间按比例"
        case Steps(steps=steps):
            return "；".join((*(_step_text(step, measure) for step in steps), "其他0分"))
        case never:
            assert_never(never)


def _step_text(step: ScoreStep, measure: str) -> str:
    match step.bound:
        case AtLeast(limit):
            values = f"不低于{printed(limit)}{measure}"
        case AtMost(limit):
            values = f"不高于{printed(limit)}{measure}"
        case never:
            assert_never(never)
    return f"{values}得{printed(step.score)}分"


def points_rule_text(rule: PointsRule) -> str:
    """Return the points of a bonus or deduction, such as 每次1分，最多2分."""
    return f"每次{printed(rule.points)}分" + (f"，最多{printed(rule.cap)}分" if rule.cap is not None else "")


def reason_text(score: DivisionScore, version: SchemeVersion) -> str:
    """Return the reason for having no rank: the vetoes, or the missing components."""
    if score.standing is RankingOutcome.VETOED:
        return veto_text(score)
    return insufficiency_text(score, version)


def insufficiency_text(score: DivisionScore, version: SchemeVersion) -> str:
    """Return the reason for insufficient data, with the missing components."""
    return f"{_too_little(score, version)}：缺{'、'.join(_missing(score)) or '全部计分项'}"


def _too_little(score: DivisionScore, version: SchemeVersion) -> str:
    if score.coverage == 0:
        return "没有一项有数"
    is_covered = Fraction(score.coverage) >= version.coverage
    if version.missing is MissingPolicy.UNRANKED and is_covered:
        return MISSING_POLICY_TEXT[MissingPolicy.UNRANKED]
    return f"有数的权重占{percentage(score.coverage, version.coverage)}，不到{share_text(version.coverage)}"


def _missing(score: DivisionScore) -> Iterator[str]:
    for part in score.components:
        if part.absence is not None and part.absence is not Absence.NOT_APPLICABLE:
            yield f"{part.component.name}（{ABSENCE_TEXT[part.absence]}）"


def veto_text(score: DivisionScore) -> str:
    """Return the vetoes that exclude a division from the ranking; a fixed text if they are not public."""
    named = [each.rule.name for each in score.vetoes if each.rule.effect is VetoEffect.UNRANKED]
    return "、".join(named) or "事由未公开"
