"""Tables of published figures: of sources, divisions and programmes, and in the open data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from generators.composing.figures.rows import FigureRow
from generators.composing.kit.columns import data_column, fictional_column, trend_piece
from generators.composing.kit.table import Column, DataTable, DataType, Table, TableView, cell, small
from generators.composing.kit.views import Link, TrendView
from generators.languages import Words, gettext, marked

_ROLE_TEXT: Final = Words(
    {
        "target": marked("目标"),
        "achievement": marked("完成"),
        "context": marked("背景"),
    }
)

_ROLE: Final[Column[FigureRow]] = Column("role", marked("类别"), lambda row: cell(_ROLE_TEXT[row.role]))
_WHEN: Final[Column[FigureRow]] = Column("when", marked("时间"), lambda row: cell(row.when))
_LOCATOR: Final[Column[FigureRow]] = Column("locator", marked("位置"), lambda row: cell(row.locator))
_DIVISION: Final[Column[FigureRow]] = Column("division", marked("区划"), lambda row: cell(row.division_link))
_FIGURE: Final[Column[FigureRow]] = Column(
    "figure", marked("数值"), lambda row: cell(row.figure), is_number=True
)
_FIGURE_TEXT: Final[Column[FigureRow]] = Column(
    "figure", marked("数值"), lambda row: cell(row.figure.text), is_number=True
)
"""The column of the figure as plain text, for the pages of its own source, to which it must not link."""

_OF_SOURCE: Final[Table[FigureRow]] = Table(
    (
        _LOCATOR,
        Column("name", marked("指标"), lambda row: cell(row.name, small(row.note)), is_head=True),
        _DIVISION,
        _ROLE,
        _FIGURE_TEXT,
        _WHEN,
    ),
    anchor=lambda row: row.anchor,
    is_tall=True,
    is_searchable=False,
    open_data="values",
)

_OF_INDICATOR: Final[Table[FigureRow]] = Table(
    (
        Column(
            "division",
            marked("区划"),
            lambda row: cell(row.division_link, small(row.note)),
            is_head=True,
        ),
        _ROLE,
        _FIGURE_TEXT,
        _WHEN,
        _LOCATOR,
    ),
    anchor=lambda row: row.anchor,
    is_tall=True,
    is_searchable=False,
    open_data="values",
)


def figures_of_source(rows: Iterable[FigureRow], label: str) -> TableView:
    """Return the table of the figures of one document; each row has its anchor."""
    return _OF_SOURCE.view(rows, label)


def figures_of_indicator(rows: Iterable[FigureRow], label: str) -> TableView:
    """Return the table of the figures of one document for one indicator; each row has its anchor."""
    return _OF_INDICATOR.view(rows, label)


_FigureAndTrend: TypeAlias = tuple[FigureRow, TrendView | None]

_OF_DIVISION: Final[Table[_FigureAndTrend]] = Table(
    (
        Column("name", marked("指标"), lambda pair: cell(pair[0].name, small(pair[0].note)), is_head=True),
        Column(
            "figure",
            marked("数值"),
            lambda pair: cell(pair[0].figure, trend_piece(pair[1], pair[0].name)),
            is_number=True,
        ),
        Column("when", marked("时间"), lambda pair: cell(pair[0].when)),
        Column("source", marked("出处"), lambda pair: cell(pair[0].source_link, small(pair[0].locator))),
    )
)


def figures_of_division(rows: Iterable[_FigureAndTrend], label: str) -> TableView:
    """Return the table of the figures of one division, with trend lines where there are any."""
    return _OF_DIVISION.view(rows, label)


_AnchoredFigure: TypeAlias = tuple[str, FigureRow]

_OF_PROGRAMME: Final[Table[_AnchoredFigure]] = Table(
    (
        Column(
            "name",
            marked("指标"),
            lambda pair: cell(pair[1].name, small(pair[1].definition) if pair[0] else None),
            is_head=True,
        ),
        Column("division", marked("区划"), lambda pair: cell(pair[1].division_link)),
        Column("role", marked("类别"), lambda pair: cell(_ROLE_TEXT[pair[1].role])),
        Column("figure", marked("数值"), lambda pair: cell(pair[1].figure), is_number=True),
        Column("when", marked("时间"), lambda pair: cell(pair[1].when)),
        Column(
            "source",
            marked("出处"),
            lambda pair: cell(Link(pair[1].locator or pair[1].source_link.label, pair[1].source_link.href)),
        ),
    ),
    anchor=lambda pair: pair[0],
    is_tall=True,
    open_data="values",
)


def figures_of_programme(rows: Iterable[_AnchoredFigure], label: str) -> TableView:
    """Return the table of figures of a programme; rows with an indicator's anchor also define it."""
    return _OF_PROGRAMME.view(rows, label)


_VALUES: Final[Table[FigureRow]] = Table(
    (
        data_column("programme", marked("工作的标识"), lambda row: row.programme),
        data_column("division", marked("区划的标识，按级以“/”相连"), lambda row: row.division),
        data_column(
            "indicator",
            marked("指标的标识；framework- 开头的是框架所列项数"),
            lambda row: row.indicator,
        ),
        data_column("name", marked("指标名称"), lambda row: row.name),
        data_column(
            "role", marked("target 目标，achievement 完成情况，context 背景数据"), lambda row: row.role
        ),
        data_column(
            "value",
            marked("数值；是否类为 true、false；不适用为空；只有分子分母时写作“分子/分母”"),
            lambda row: row.value,
            DataType.ANY,
            measured_in="measure",
        ),
        data_column(
            "qualifier",
            marked(
                "over 余、多，at-least 以上，at-most 以内，nearly 近，about 约，"
                "not-applicable 不适用，parts 分子分母"
            ),
            lambda row: row.qualifier,
        ),
        data_column("measure", marked("计量单位"), lambda row: row.measure),
        data_column(
            "date",
            marked("期间；目标为截止日期；原件没有写明期间的为文件日期，都没有的为空"),
            lambda row: row.date,
        ),
        data_column("source", marked("出处的标识"), lambda row: row.source),
        data_column("locator", marked("在出处中的位置"), lambda row: row.locator),
        fictional_column(lambda row: row.fictional),
    )
)


def value_data(rows: Iterable[FigureRow]) -> DataTable:
    """Return the table of all published figures of the open data."""
    return _VALUES.data(
        "values", gettext("全部数据"), gettext("本站公布的每一个数字，一行一个，注明出处与位置"), lambda: rows
    )
