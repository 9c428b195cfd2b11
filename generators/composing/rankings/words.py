"""Texts on schemes and rankings: rules, movements, and the reasons for having no rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, assert_never

from generators.composing.kit.numbers import percentage, printed
from generators.languages import Words, gettext, marked
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

ABSENCE_TEXT: Final[Mapping[Absence, str]] = Words(
    {
        Absence.UNREPORTED: marked("未报送"),
        Absence.NOT_APPLICABLE: marked("不适用"),
        Absence.INCOMPUTABLE: marked("无法计算"),
        Absence.NO_TARGET: marked("没有目标"),
    }
)

EFFECT_TEXT: Final[Mapping[VetoEffect, str]] = Words(
    {
        VetoEffect.UNRANKED: marked("不排名"),
        VetoEffect.LAST: marked("排在最后"),
        VetoEffect.LISTED: marked("只列出，不影响名次"),
    }
)

MISSING_POLICY_TEXT: Final[Mapping[MissingPolicy, str]] = Words(
    {
        MissingPolicy.REWEIGHT: marked("缺数的项不计，按有数的权重折算"),
        MissingPolicy.ZERO: marked("缺数的项记零分"),
        MissingPolicy.UNRANKED: marked("缺一项就不排名"),
    }
)


SCORED_BY_TEXT: Final[Mapping[ScoredBy, str]] = Words(
    {
        ScoredBy.VALUE: marked("数值"),
        ScoredBy.GAP: marked("与序时进度之差"),
        ScoredBy.YEAR_TO_DATE: marked("本年累计"),
        ScoredBy.YEAR_ON_YEAR: marked("同比"),
        ScoredBy.PERIOD_ON_PERIOD: marked("环比"),
        ScoredBy.CUMULATIVE_GROWTH: marked("本年累计同比"),
        ScoredBy.IMPROVEMENT: marked("比上期的增减"),
        ScoredBy.IMPROVEMENT_ON_YEAR: marked("比上年同期的增减"),
    }
)


def scored_measure(by: ScoredBy, measure: str) -> str:
    """Return the unit of what a component scores, given that of its indicator."""
    is_rate = measure == "%"
    match by:
        case ScoredBy.VALUE | ScoredBy.YEAR_TO_DATE:
            return measure
        case ScoredBy.GAP:
            return gettext("个百分点")
        case ScoredBy.IMPROVEMENT | ScoredBy.IMPROVEMENT_ON_YEAR:
            return gettext("个百分点") if is_rate else measure
        case ScoredBy.YEAR_ON_YEAR | ScoredBy.PERIOD_ON_PERIOD | ScoredBy.CUMULATIVE_GROWTH:
            return gettext("个百分点") if is_rate else "%"
        case never:
            assert_never(never)


def movement_text(place: RankedDivision) -> str:
    """Return the movement as ↑3, ↓2, 持平 or 新; a dash in the first period of a scheme."""
    if place.is_newcomer:
        return gettext("新")
    if place.movement is None:
        return "—"
    if place.movement == 0:
        return gettext("持平")
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
            most = gettext("最多%(cap)s分", cap=printed(cap)) if cap is not None else gettext("不封顶")
            return gettext("完成率×100，最低%(floor)s分，%(most)s", floor=printed(floor), most=most)
        case Goalposts(low=low, high=high):
            return gettext(
                "%(low)s%(measure)s为0分，%(high)s%(measure)s为100分，中间按比例",
                low=printed(low),
                measure=measure,
                high=printed(high),
            )
        case Steps(steps=steps):
            return gettext("；").join((*(_step_text(step, measure) for step in steps), gettext("其他0分")))
        case never:
            assert_never(never)


def _step_text(step: ScoreStep, measure: str) -> str:
    match step.bound:
        case AtLeast(limit):
            values = gettext("不低于%(limit)s%(measure)s", limit=printed(limit), measure=measure)
        case AtMost(limit):
            values = gettext("不高于%(limit)s%(measure)s", limit=printed(limit), measure=measure)
        case never:
            assert_never(never)
    return gettext("%(values)s得%(score)s分", values=values, score=printed(step.score))


def points_rule_text(rule: PointsRule) -> str:
    """Return the points of a bonus or deduction, such as 每次1分，最多2分."""
    return gettext("每次%(points)s分", points=printed(rule.points)) + (
        gettext("，最多%(cap)s分", cap=printed(rule.cap)) if rule.cap is not None else ""
    )


def reason_text(score: DivisionScore, version: SchemeVersion) -> str:
    """Return the reason for having no rank: the vetoes, or the missing components."""
    if score.standing is RankingOutcome.VETOED:
        return veto_text(score)
    return insufficiency_text(score, version)


def insufficiency_text(score: DivisionScore, version: SchemeVersion) -> str:
    """Return the reason for insufficient data, with the missing components."""
    return gettext(
        "%(too_little)s：缺%(value)s",
        too_little=_too_little(score, version),
        value=gettext("、").join(_missing(score)) or gettext("全部计分项"),
    )


def _too_little(score: DivisionScore, version: SchemeVersion) -> str:
    if score.coverage == 0:
        return gettext("没有一项有数")
    is_covered = Fraction(score.coverage) >= version.coverage
    if version.missing is MissingPolicy.UNRANKED and is_covered:
        return MISSING_POLICY_TEXT[MissingPolicy.UNRANKED]
    return gettext(
        "有数的权重占%(coverage)s，不到%(coverage2)s",
        coverage=percentage(score.coverage, version.coverage),
        coverage2=share_text(version.coverage),
    )


def _missing(score: DivisionScore) -> Iterator[str]:
    for part in score.components:
        if part.absence is not None and part.absence is not Absence.NOT_APPLICABLE:
            yield gettext(
                "%(name)s（%(absence)s）",
                name=part.component.name,
                absence=ABSENCE_TEXT[part.absence],
            )


def veto_text(score: DivisionScore) -> str:
    """Return the vetoes that exclude a division from the ranking; a fixed text if they are not public."""
    named = [each.rule.name for each in score.vetoes if each.rule.effect is VetoEffect.UNRANKED]
    return gettext("、").join(named) or gettext("事由未公开")
