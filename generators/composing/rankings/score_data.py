"""The scores as open data: a row for every component, bonus, deduction and veto of a score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from generators.composing.kit.columns import data_column, fictional_column, source_columns
from generators.composing.kit.numbers import data_number, plain
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Column, DataTable, DataType, Table
from generators.composing.rankings.ranking_table import RANKING_KEY
from generators.composing.rankings.scores import unnamed_points
from generators.languages import gettext, marked
from generators.model.adjustment import Adjustment
from generators.model.scheme import ScoredBy
from generators.model.source import Citation
from generators.results.rankings import (
    AppliedPoints,
    AppliedVeto,
    ComponentScore,
    DivisionScore,
    PeriodRanking,
)


@dataclass(frozen=True, slots=True)
class _UnnamedPoints:
    """The sum of the bonuses or deductions that are not public."""

    counted: Decimal


_Item: TypeAlias = ComponentScore | AppliedPoints | AppliedVeto | _UnnamedPoints


@dataclass(frozen=True, slots=True)
class _Detail:
    """One part of the score of a division."""

    period: PeriodRanking
    division: str
    kind: str
    item: _Item

    @property
    def component(self) -> ComponentScore | None:
        """Return the component; ``None`` for other kinds."""
        return self.item if isinstance(self.item, ComponentScore) else None

    @property
    def adjustment(self) -> Adjustment | None:
        """Return the adjustment of a bonus, deduction or veto; ``None`` for components and unnamed points."""
        return self.item.adjustment if isinstance(self.item, AppliedPoints | AppliedVeto) else None


def score_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the parts of all scores as open data."""
    table = Table(
        (
            *_item_columns(),
            *_component_columns(),
            *_adjustment_columns(),
            *source_columns(_source),
            fictional_column(lambda row: parts.publication.divisions[row.division].fictional),
        ),
        references=(("rankings", RANKING_KEY),),
    )
    yield table.data(
        "scores",
        gettext("得分明细"),
        gettext("每个得分的每个计分项、每次加分扣分和否决各一行，可以自行复算"),
        partial(_details, parts),
    )


def _details(parts: Parts) -> Iterator[_Detail]:
    for rankings in parts.publication.rankings.values():
        for period in rankings.periods:
            for score in (*(each.score for each in period.ranked), *period.insufficient, *period.vetoed):
                for kind, item in _items(score):
                    yield _Detail(period, score.division, kind, item)


def _items(score: DivisionScore) -> Iterator[tuple[str, _Item]]:
    for part in score.components:
        yield "component", part
    for kind, applied, total in (
        ("bonus", score.bonuses, score.bonus),
        ("deduction", score.deductions, score.deduction),
    ):
        for each in applied:
            yield kind, each
        rest = unnamed_points(applied, total)
        if rest:
            yield kind, _UnnamedPoints(rest)
    for veto in score.vetoes:
        yield "veto", veto


def _item_columns() -> tuple[Column[_Detail], ...]:
    """Return the columns of the score and of the kind and name of its part."""
    return (
        data_column("scheme", marked("考核办法，“工作/办法”"), lambda row: row.period.scheme),
        data_column("period", marked("考核期"), lambda row: row.period.period.text),
        data_column("division", marked("区划的标识"), lambda row: row.division),
        data_column(
            "kind",
            marked("component 计分项，bonus 加分，deduction 扣分，veto 一票否决"),
            lambda row: row.kind,
        ),
        data_column(
            "item",
            marked("计分项、加分项、扣分项或否决项的标识；未公开的加分、扣分只有合计，没有标识"),
            _item_id,
        ),
        data_column("name", marked("名称"), _name),
    )


def _component_columns() -> tuple[Column[_Detail], ...]:
    """Return the columns of components; empty for other kinds."""
    return (
        _component_column("weight", marked("权重"), lambda part: plain(part.component.weight)),
        _component_column(
            "indicator", marked("指标的标识"), lambda part: part.component.indicator, DataType.STRING
        ),
        _component_column(
            "value",
            marked("数值，最多六位小数；是否类为 true、false"),
            lambda part: data_number(
                part.measured.value if part.component.by is ScoredBy.VALUE else part.scored
            ),
            DataType.ANY,
        ),
        _component_column(
            "normalised", marked("单项分，最多六位小数"), lambda part: data_number(part.normalised)
        ),
        _component_column(
            "share",
            marked("在全部计入权重中的份额，最多六位小数"),
            lambda part: data_number(part.share),
        ),
        _component_column(
            "contribution",
            marked("计入总分的分数，最多六位小数"),
            lambda part: data_number(part.contribution),
        ),
        _component_column(
            "missing",
            marked(
                "没有单项分的原因：unreported 未报送，not-applicable 不适用，incomputable 无法计算，"
                "no-target 没有目标"
            ),
            lambda part: part.absence.value if part.absence is not None else "",
            DataType.STRING,
        ),
        _component_column(
            "worth",
            marked("数值再多一个单位时总分的增减，最多六位小数"),
            lambda part: data_number(part.worth),
        ),
    )


def _component_column(
    name: str, meaning: str, of: Callable[[ComponentScore], str], kind: DataType = DataType.NUMBER
) -> Column[_Detail]:
    return data_column(
        name, meaning, lambda row: of(row.component) if row.component is not None else "", kind
    )


def _adjustment_columns() -> tuple[Column[_Detail], ...]:
    """Return the columns of bonuses, deductions and vetoes; empty for components."""
    return (
        data_column(
            "points",
            marked("这一次的分值"),
            lambda row: plain(row.item.points) if isinstance(row.item, AppliedPoints) else "",
            DataType.NUMBER,
        ),
        data_column(
            "counted",
            marked("上限以内计入的分值"),
            lambda row: (
                plain(row.item.counted) if isinstance(row.item, AppliedPoints | _UnnamedPoints) else ""
            ),
            DataType.NUMBER,
        ),
        data_column(
            "effect",
            marked("一票否决的效果：unranked 不排名，last 排在最后，listed 只列出"),
            lambda row: row.item.rule.effect.value if isinstance(row.item, AppliedVeto) else "",
        ),
        data_column(
            "on",
            marked("加分、扣分、否决的日期"),
            lambda row: row.adjustment.on.isoformat() if row.adjustment is not None else "",
            DataType.DATE,
        ),
        data_column(
            "reason",
            marked("理由"),
            lambda row: row.adjustment.reason if row.adjustment is not None else "",
        ),
    )


def _source(row: _Detail) -> Citation | None:
    return row.adjustment.source if row.adjustment is not None else None


def _item_id(row: _Detail) -> str:
    match row.item:
        case ComponentScore():
            return row.item.id
        case AppliedPoints() | AppliedVeto():
            return row.item.adjustment.rule
        case _UnnamedPoints():
            return ""


def _name(row: _Detail) -> str:
    match row.item:
        case ComponentScore():
            return row.item.component.name
        case AppliedPoints() | AppliedVeto():
            return row.item.rule.name
        case _UnnamedPoints():
            return gettext("未公开")
