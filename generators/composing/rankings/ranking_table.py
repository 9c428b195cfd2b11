"""Tables of the ranking of a period: ranked divisions, those without a rank, and the open data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from generators.composing.kit.columns import data_column, fictional_column
from generators.composing.kit.numbers import data_number, one_decimal, plain
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataTable,
    DataType,
    Drawing,
    Emphasis,
    Styled,
    Table,
    TableView,
    Value,
    cell,
    flag,
    small,
)
from generators.composing.kit.urls import division_anchor
from generators.composing.rankings.scores import longest_bar, score_view
from generators.composing.rankings.words import EFFECT_TEXT, movement_text, reason_text, score_text
from generators.languages import gettext, marked, translated
from generators.results.rankings import DivisionScore, PeriodRanking, RankedDivision

_INTERVAL_WIDTH: Final = 60
"""The width of the drawing of a rank interval."""

RANKING_KEY: Final = ("scheme", "period", "division")
"""The columns that identify a row of the rankings in the open data."""

_RANKED: Final = ("rank", "division", "score", "bonus", "deduction", "movement")


@dataclass(frozen=True, slots=True)
class IntervalView:
    """A rank interval: as text, and as a line from ``start`` to ``end`` with the rank at ``at``."""

    text: str
    start: str
    end: str
    at: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A division in the ranking of a period; ``place`` is ``None`` for one without a rank.

    ``previous`` is its rank in the period before, ``None`` if there is no movement.
    """

    period: PeriodRanking
    score: DivisionScore
    place: RankedDivision | None = None
    previous: int | None = None

    @property
    def division(self) -> str:
        """Return the division's id."""
        return self.score.division


def ranked_table(parts: Parts, period: PeriodRanking, most: int, label: str) -> TableView:
    """Return the first ``most`` ranked divisions, each with the computation of its score."""
    table = Table(
        _columns(parts),
        anchor=lambda row: division_anchor(row.division),
        status=lambda row: group_key(row.score.group) if row.score.group is not None else "",
        more=_computation(parts, period, gettext("得分构成")),
        classes="tb-counts tb-ranking",
        is_tall=True,
        is_searchable=False,
        open_data="rankings",
    )
    rows = [_Placed(period, each.score, each) for each in period.ranked[:most]]
    return table.view(rows, label, columns=_RANKED, board="ranking")


def apart_table(
    parts: Parts, period: PeriodRanking, scores: Iterable[DivisionScore], label: str, *, shows_score: bool
) -> TableView:
    """Return the divisions without a rank, each with the reason and the computation of its score."""
    table = Table(
        _columns(parts),
        anchor=lambda row: division_anchor(row.division),
        more=_computation(parts, period, gettext("明细")),
        classes="tb-ranking tb-ranking--apart",
        is_tall=True,
        is_searchable=False,
        open_data="scores",
    )
    rows = [_Placed(period, each) for each in scores]
    columns = ("division", "status", *(("score",) if shows_score else ()))
    return table.view(rows, label, columns=columns)


def ranking_data(parts: Parts) -> Iterator[DataTable]:
    """Yield every rank of every period as open data."""
    yield Table(_columns(parts), key=RANKING_KEY).data(
        "rankings",
        gettext("排名"),
        gettext(
            "每个区划在每一期中一行：名次、得分、组内名次、升降、名次区间，不排名的写明是数据不足还是一票否决"
        ),
        partial(_every_place, parts),
    )


def group_key(group: str) -> str:
    """Return the key of a group of divisions in the filter of the table."""
    return f"group-{group}"


def _every_place(parts: Parts) -> Iterator[_Placed]:
    """Yield every division of every period, the ranked first, by rank."""
    for rankings in parts.publication.rankings.values():
        before: dict[str, int] = {}
        for period in rankings.periods:
            for place in period.ranked:
                # Without a movement the rank in the period before is not comparable, or not public.
                previous = before.get(place.division) if place.movement is not None else None
                yield _Placed(period, place.score, place, previous)
            for score in (*period.insufficient, *period.vetoed):
                yield _Placed(period, score)
            before = dict(period.ranks)


def _columns(parts: Parts) -> tuple[Column[_Placed], ...]:
    return (
        *_period_columns(),
        *_division_columns(parts),
        *_score_columns(),
        *_rank_columns(),
        *_interval_columns(),
        fictional_column(lambda row: parts.publication.divisions[row.division].fictional),
    )


def _period_columns() -> tuple[Column[_Placed], ...]:
    """Return the columns of the scheme and the period."""
    return (
        data_column("scheme", marked("考核办法，“工作/办法”"), lambda row: row.period.scheme),
        data_column("period", marked("考核期"), lambda row: row.period.period.text),
        data_column("version", marked("所用办法从哪一期起用"), lambda row: row.period.version.start.text),
        data_column(
            "closing",
            marked("截止日期"),
            lambda row: row.period.closing.isoformat(),
            DataType.DATE,
        ),
    )


def _division_columns(parts: Parts) -> tuple[Column[_Placed], ...]:
    """Return the columns of the division, and whether it is ranked."""
    return (
        Column(
            "division",
            marked("单位"),
            lambda row: _division_cell(parts, row),
            is_head=True,
            meaning=marked("区划的标识"),
            value=lambda row: row.division,
        ),
        data_column(
            "division_name",
            marked("区划名称"),
            lambda row: parts.division_name(row.division, row.period.period),
        ),
        data_column("group", marked("分组的标识"), lambda row: row.score.group or ""),
        Column(
            "status",
            marked("原因"),
            lambda row: cell(reason_text(row.score, row.period.version)),
            meaning=marked("ranked 排名，insufficient 数据不足，vetoed 一票否决"),
            value=lambda row: row.score.standing.value,
        ),
    )


def _score_columns() -> tuple[Column[_Placed], ...]:
    """Return the columns of the score and its parts."""
    return (
        Column(
            "score",
            marked("得分"),
            lambda row: cell(score_text(row.score) or NOTHING),
            is_number=True,
            meaning=marked("得分，已按办法保留小数；数据不足的为空"),
            value=lambda row: score_text(row.score),
            type=DataType.NUMBER,
        ),
        data_column(
            "base",
            marked("计分项合计，最多六位小数"),
            lambda row: data_number(row.score.base),
            DataType.NUMBER,
        ),
        _points_column("bonus", marked("加分"), "+", lambda score: score.bonus),
        _points_column("deduction", marked("扣分"), "−", lambda score: score.deduction),
        data_column(
            "coverage",
            marked("有数的权重所占的份额，1 为 100%，最多六位小数"),
            lambda row: data_number(row.score.coverage),
            DataType.NUMBER,
        ),
    )


def _points_column(
    name: str, title: str, sign: str, points_of: Callable[[DivisionScore], Decimal]
) -> Column[_Placed]:
    """Return the column of the sum of a score's bonuses or deductions."""

    def show(row: _Placed) -> Cell:
        points = points_of(row.score)
        return cell(f"{sign}{plain(points)}" if points else NOTHING)

    return Column(
        name,
        title,
        show,
        is_number=True,
        meaning=gettext("%(title)s合计", title=translated(title)),
        value=lambda row: plain(points_of(row.score)),
        type=DataType.NUMBER,
    )


def _rank_columns() -> tuple[Column[_Placed], ...]:
    """Return the columns of the rank and its movement."""
    return (
        Column(
            "rank",
            marked("名次"),
            _rank_cell,
            meaning=marked("名次；同分同名次"),
            value=_of_place(lambda place: str(place.rank)),
            type=DataType.INTEGER,
        ),
        data_column(
            "group_rank",
            marked("组内名次"),
            _of_place(lambda place: _whole(place.group_rank)),
            DataType.INTEGER,
        ),
        data_column(
            "previous_rank",
            marked("上期名次；上期没有排名、没有上期的为空"),
            lambda row: _whole(row.previous),
            DataType.INTEGER,
        ),
        Column(
            "movement",
            marked("较上期"),
            _movement_cell,
            is_number=True,
            meaning=marked("较上期上升的名次，只在两期都排名的单位中比较；下降为负"),
            value=_of_place(lambda place: _whole(place.movement)),
            type=DataType.INTEGER,
        ),
        data_column(
            "newcomer",
            marked("是否新进入排名"),
            _of_place(lambda place: place.is_newcomer),
            DataType.BOOLEAN,
        ),
    )


def _interval_columns() -> tuple[Column[_Placed], ...]:
    """Return the columns of the rank interval, which only the open data has."""
    return (
        data_column(
            "interval_low",
            marked("名次区间的最好名次"),
            _of_place(lambda place: str(place.interval.best)),
            DataType.INTEGER,
        ),
        data_column(
            "interval_high",
            marked("名次区间的最差名次"),
            _of_place(lambda place: str(place.interval.worst)),
            DataType.INTEGER,
        ),
    )


def _of_place(value: Callable[[RankedDivision], Value]) -> Callable[[_Placed], Value]:
    """Return the function for the value of a column that is empty for divisions without a rank."""
    return lambda row: value(row.place) if row.place is not None else ""


def _whole(number: int | None) -> str:
    return str(number) if number is not None else ""


def _division_cell(parts: Parts, row: _Placed) -> Cell:
    """Return the division; if it is ranked, also its rank in its group and its vetoes."""
    link, place, score = parts.division_link(row.division, row.period.period), row.place, row.score
    if place is None:
        return cell(link)
    group = ""
    if score.group is not None:
        name = parts.publication.schemes[row.period.scheme].groups[score.group].name
        group = gettext("%(name)s第%(group_rank)s名", name=name, group_rank=place.group_rank)
    vetoes = [
        gettext("%(name)s：%(effect)s", name=each.rule.name, effect=EFFECT_TEXT[each.rule.effect])
        for each in score.vetoes
    ]
    if score.is_placed_last and not vetoes:
        vetoes = [gettext("一票否决：排在最后")]
    return cell(link, small(group), *map(flag, vetoes))


def _rank_cell(row: _Placed) -> Cell:
    if row.place is None:
        return cell(NOTHING, sort="")
    interval = _interval(row.place, len(row.period.ranked))
    return cell(
        Styled(str(row.place.rank), Emphasis.RANK),
        Drawing("rankings/parts.j2", "interval", (interval,), text=interval.text),
        sort=row.place.rank,
    )


def _interval(place: RankedDivision, total: int) -> IntervalView:
    best, worst = place.interval.best, place.interval.worst

    def across(rank: int) -> str:
        return one_decimal(Decimal(_INTERVAL_WIDTH * (rank - 1)), max(1, total - 1))

    text = f"{best}–{worst}" if best != worst else str(best)
    return IntervalView(text, across(best), across(worst), across(place.rank))


def _movement_cell(row: _Placed) -> Cell:
    if row.place is None:
        return cell(NOTHING, sort="")
    return cell(movement_text(row.place), sort=_whole(row.place.movement))


def _computation(parts: Parts, period: PeriodRanking, label: str) -> Callable[[_Placed], Drawing]:
    """Return the function for the computation of a score, which is shown below its row."""
    longest = longest_bar(period)

    def draw(row: _Placed) -> Drawing:
        view = score_view(parts, row.score, period.version, longest)
        return Drawing("rankings/parts.j2", "folded_computation", (view, label), text=view.sum)

    return draw
