"""Rankings as open data: every rank a row, and every component, bonus, deduction and veto behind it a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from generators.composing.kit.numbers import data_number, plain
from generators.composing.rankings.scores import unnamed_points
from generators.disclosing.publication import Publication
from generators.model.adjustment import Adjustment
from generators.results.rankings import AppliedPoints, DivisionScore, PeriodRanking, RankedDivision

RANKING_COLUMNS: Final[Mapping[str, str]] = {
    "scheme": "考核办法，“工作/办法”",
    "period": "考核期",
    "version": "所用办法从哪一期起用",
    "closing": "截止日期",
    "division": "区划的标识",
    "division_name": "区划名称",
    "group": "分组的标识",
    "status": "ranked 排名，insufficient 数据不足，vetoed 一票否决",
    "score": "得分，已按办法保留小数；数据不足的为空",
    "base": "计分项合计，最多六位小数",
    "bonus": "加分合计",
    "deduction": "扣分合计",
    "coverage": "有数的权重所占的份额，1 为 100%，最多六位小数",
    "rank": "名次；同分同名次",
    "group_rank": "组内名次",
    "previous_rank": "上期名次；上期没有排名、没有上期的为空",
    "movement": "较上期上升的名次，只在两期都排名的单位中比较；下降为负",
    "newcomer": "是否新进入排名",
    "interval_low": "名次区间的最好名次",
    "interval_high": "名次区间的最差名次",
    "fictional": "是否虚构的示例数据",
}

SCORE_COLUMNS: Final[Mapping[str, str]] = {
    "scheme": "考核办法，“工作/办法”",
    "period": "考核期",
    "division": "区划的标识",
    "kind": "component 计分项，bonus 加分，deduction 扣分，veto 一票否决",
    "item": "计分项、加分项、扣分项或否决项的标识；未公开的加分、扣分只有合计，没有标识",
    "name": "名称",
    "weight": "权重",
    "indicator": "指标的标识",
    "value": "数值，最多六位小数；是否类为 true、false",
    "normalised": "单项分，最多六位小数",
    "share": "在全部计入权重中的份额，最多六位小数",
    "contribution": "计入总分的分数，最多六位小数",
    "missing": "没有单项分的原因：unreported 未报送，not-applicable 不适用，incomputable 无法计算，"
    "no-target 没有目标",
    "worth": "数值再多一个单位时总分的增减，最多六位小数",
    "points": "这一次的分值",
    "counted": "上限以内计入的分值",
    "effect": "一票否决的效果：unranked 不排名，last 排在最后，listed 只列出",
    "on": "加分、扣分、否决的日期",
    "reason": "理由",
    "source": "出处的标识",
    "locator": "在出处中的位置",
    "fictional": "是否虚构的示例数据",
}

Cells = dict[str, str | bool]


def ranking_rows(publication: Publication) -> Iterator[list[str | bool]]:
    """Yield every division of every period in the order of ``RANKING_COLUMNS``: the ranked first, by rank."""
    for rankings in publication.rankings.values():
        before: PeriodRanking | None = None
        for period in rankings.periods:
            for cells in _ranking_cells(publication, period, before):
                yield [cells.get(column, "") for column in RANKING_COLUMNS]
            before = period


def _ranking_cells(
    publication: Publication, period: PeriodRanking, before: PeriodRanking | None
) -> Iterator[Cells]:
    for place in period.ranked:
        # Without a movement the ranks of the period before say nothing here, or are not public.
        previous = before.ranks.get(place.division) if before and place.movement is not None else None
        yield _score_cells(publication, period, place.score) | _place_cells(place, previous)
    for score in (*period.insufficient, *period.vetoed):
        yield _score_cells(publication, period, score)


def _place_cells(place: RankedDivision, previous: int | None) -> Cells:
    return {
        "rank": str(place.rank),
        "group_rank": str(place.group_rank) if place.group_rank is not None else "",
        "previous_rank": str(previous) if previous is not None else "",
        "movement": str(place.movement) if place.movement is not None else "",
        "newcomer": place.is_newcomer,
        "interval_low": str(place.interval.best),
        "interval_high": str(place.interval.worst),
    }


def _score_cells(publication: Publication, period: PeriodRanking, score: DivisionScore) -> Cells:
    division = publication.divisions[score.division]
    return {
        "scheme": period.scheme,
        "period": period.period.text,
        "version": period.version.start.text,
        "closing": period.closing.isoformat(),
        "division": score.division,
        "division_name": division.name,
        "group": score.group or "",
        "status": score.standing.value,
        "score": f"{score.score:f}" if score.score is not None else "",
        "base": data_number(score.base),
        "bonus": plain(score.bonus),
        "deduction": plain(score.deduction),
        "coverage": data_number(score.coverage),
        "fictional": division.fictional,
    }


def score_rows(publication: Publication) -> Iterator[list[str | bool]]:
    """Yield everything that every score was made from, in the order of ``SCORE_COLUMNS``."""
    for rankings in publication.rankings.values():
        for period in rankings.periods:
            for score in _scores(period):
                known: Cells = {
                    "scheme": period.scheme,
                    "period": period.period.text,
                    "division": score.division,
                    "fictional": publication.divisions[score.division].fictional,
                }
                for cells in (*_components(score), *_adjustments(score)):
                    yield [(known | cells).get(column, "") for column in SCORE_COLUMNS]


def _scores(period: PeriodRanking) -> Iterator[DivisionScore]:
    yield from (each.score for each in period.ranked)
    yield from period.insufficient
    yield from period.vetoed


def _components(score: DivisionScore) -> Iterator[Cells]:
    for part in score.components:
        yield {
            "kind": "component",
            "item": part.id,
            "name": part.component.name,
            "weight": plain(part.component.weight),
            "indicator": part.component.indicator,
            "value": data_number(part.measured.value),
            "normalised": data_number(part.normalised),
            "share": data_number(part.share),
            "contribution": data_number(part.contribution),
            "missing": part.absence.value if part.absence is not None else "",
            "worth": data_number(part.worth),
        }


def _adjustments(score: DivisionScore) -> Iterator[Cells]:
    yield from _points("bonus", score.bonuses, score.bonus)
    yield from _points("deduction", score.deductions, score.deduction)
    for veto in score.vetoes:
        cells = _applied(veto.adjustment) | {"kind": "veto", "name": veto.rule.name}
        yield cells | {"effect": veto.rule.effect.value}


def _points(kind: str, applied: tuple[AppliedPoints, ...], total: Decimal) -> Iterator[Cells]:
    for each in applied:
        cells = _applied(each.adjustment) | {"kind": kind, "name": each.rule.name}
        yield cells | {"points": plain(each.points), "counted": plain(each.counted)}
    rest = unnamed_points(applied, total)
    if rest:
        yield {"kind": kind, "name": "未公开", "counted": plain(rest)}


def _applied(adjustment: Adjustment) -> Cells:
    source = adjustment.source
    return {
        "item": adjustment.rule,
        "on": adjustment.on.isoformat(),
        "reason": adjustment.reason,
        "source": source.document if source is not None else "",
        "locator": source.at or "" if source is not None else "",
    }
