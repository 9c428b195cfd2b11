"""Pages of boards: for each programme a heat map of divisions and indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from generators.composing.boards.areas import BoardArea, board_areas
from generators.composing.boards.heat_maps import (
    LINKED_CELLS,
    BoardTargets,
    board_targets,
    heat_map,
    shade_legend,
)
from generators.composing.boards.maps import IndicatorMaps, indicator_maps
from generators.composing.figures.current import current_targets
from generators.composing.figures.progress_table import progress_list
from generators.composing.kit import urls
from generators.composing.kit.columns import count_column, head_column, text_column
from generators.composing.kit.embed import embed_of
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import HomeCount, MenuEntry, Section, SectionType
from generators.composing.kit.statuses import STATUS_VIEWS, tally
from generators.composing.kit.table import NO_TABLE, Column, Drawing, Table, TableView, cell
from generators.composing.kit.views import FigureView, Link, StatusView, TallyItem
from generators.composing.maps.statuses import status_maps
from generators.composing.maps.views import MapView
from generators.disclosing.publication import Publication
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.indicator import Role
from generators.model.programme import Programme
from generators.results.figures import Progress

_MIN_ROWS: Final = 4
"""With fewer divisions than this a board lists the targets as rows instead of a heat map."""

MAX_CELLS: Final = 3600
"""With more cells than this a board is divided by areas, to keep a page below a megabyte."""

_MAX_COLUMNS_A4: Final = 10
"""With more indicators than this a board is printed on A3."""


@dataclass(frozen=True, slots=True)
class BoardView:
    """A page of a board: a heat map, or a list of targets if few divisions have any.

    ``shades`` is the legend of the map as (shade, text); ``areas`` lists the areas with pages of their own.
    ``basis`` says of which day the figures are. ``is_linked`` is true if figures link to their sources.
    ``maps`` are by status, ``indicator_maps`` by the values of an indicator each.
    """

    programme: Link
    basis: str
    area: str
    heat_map: TableView
    areas: TableView
    listing: TableView
    statuses: tuple[StatusView, ...]
    shades: tuple[tuple[str, str], ...]
    tally: tuple[TallyItem, ...]
    context: TableView
    is_linked: bool
    maps: tuple[MapView, ...] = ()
    indicator_maps: tuple[IndicatorMaps, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardSummary:
    """An entry in the list of boards."""

    head: Link
    owner: Link
    divisions: int
    indicators: int
    tally: tuple[TallyItem, ...]


@dataclass(frozen=True, slots=True)
class _Area:
    """An area with its own page: the number of its divisions, and of its targets by status key."""

    head: Link
    divisions: int
    counts: Counter[str]


_Achievement: TypeAlias = tuple[Link, str, FigureView]

_CONTEXT: Final[Table[_Achievement]] = Table(
    (
        head_column(marked("指标"), lambda row: row[1]),
        text_column("division", marked("区划"), lambda row: row[0]),
        Column("figure", marked("数值"), lambda row: cell(row[2]), is_number=True),
    )
)


def board_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of boards, then the pages of each programme's board."""
    programmes = parts.publication.programmes.values()
    yield SECTION.first_page(
        "boards/boards.md.j2",
        lambda: tuple(_summary(parts, programme) for programme in programmes),
        is_searchable=False,
    )
    for programme in programmes:
        yield from _pages_of(parts, programme)


def _summary(parts: Parts, programme: Programme) -> BoardSummary:
    publication = parts.publication
    divisions = {key[0] for key in publication.values if key[1].programme == programme.id}
    return BoardSummary(
        Link(gettext("%(short_name)s看板", short_name=programme.short_name), urls.board(programme.id)),
        parts.division_link(programme.owner),
        len(divisions),
        len(programme.indicators),
        tally(each.status for each in publication.progress_by_programme[programme.id]),
    )


@dataclass(frozen=True, slots=True)
class _Board:
    """The data shared by all pages of one programme's board."""

    parts: Parts
    programme: Programme
    progress: tuple[Progress, ...]
    by_division: Mapping[str, Sequence[Progress]]
    addresses: tuple[Address, ...]
    targets: BoardTargets

    @property
    def title(self) -> str:
        """Return the title of the board of the whole area."""
        return gettext("%(short_name)s看板", short_name=self.programme.short_name)


def _pages_of(parts: Parts, programme: Programme) -> Iterator[Page]:
    publication = parts.publication
    progress = publication.progress_by_programme[programme.id]
    divisions = _divisions_on(publication, progress)
    addresses = tuple(_addresses_on(publication, programme, divisions))
    by_division = grouped((each.division, each) for each in progress)
    board = _Board(parts, programme, progress, by_division, addresses, board_targets(parts, progress))
    if len(divisions) < _MIN_ROWS:
        yield _page(board, programme.owner, partial(_list_view, board), SECTION.crumbs)
        return
    most = max(1, MAX_CELLS // max(1, len(addresses)))
    crumbs_of = {programme.owner: SECTION.crumbs}
    for area in board_areas(publication, programme.owner, divisions, most):
        crumbs = crumbs_of[area.division]
        link = Link(_title(board, area.division), _address(board, area.division))
        crumbs_of |= dict.fromkeys(area.parts, (*crumbs, link))
        yield _page(board, area.division, partial(_map_view, board, area), crumbs)


def _page(board: _Board, area: str, make_view: Callable[[], BoardView], crumbs: tuple[Link, ...]) -> Page:
    is_first = area == board.programme.owner
    path = urls.path_of(urls.board(board.programme.id))
    embed = embed_of(board.parts.publication, path, "embeds/board.html.j2", board.title)
    return Page(
        _address(board, area),
        "boards/board.md.j2",
        _title(board, area),
        gettext("%(name)s：各区划各指标的数值、进度与状态", name=board.programme.name),
        make_view,
        crumbs,
        is_fictional=board.parts.publication.is_fictional(board.programme.id),
        is_searchable=False,
        kind="board",
        embed=embed if is_first and board.progress else None,
    )


def _title(board: _Board, area: str) -> str:
    if area == board.programme.owner:
        return board.title
    return gettext(
        "%(title)s：%(name)s", title=board.title, name=board.parts.publication.divisions[area].name
    )


def _address(board: _Board, area: str) -> str:
    return urls.board(board.programme.id, area if area != board.programme.owner else "")


def _list_view(board: _Board) -> BoardView:
    return BoardView(
        programme=board.parts.programme_link(board.programme.id),
        basis=board.parts.basis_text(board.programme),
        area="",
        heat_map=NO_TABLE,
        areas=NO_TABLE,
        listing=progress_list(board.parts, board.progress, board.title, board="board"),
        statuses=_statuses(board.progress),
        shades=(),
        tally=tally(each.status for each in board.progress),
        context=_CONTEXT.view(_context(board), gettext("没有设目标的完成情况")),
        is_linked=True,
    )


def _map_view(board: _Board, area: BoardArea) -> BoardView:
    is_whole = area.division == board.programme.owner
    progress = [each for row in area.rows for each in board.by_division[row]]
    addressed = [address for address in board.addresses if _is_used(board, area, address)]
    below = _progress_below(board, area.parts)
    paper = "a4" if len(addressed) <= _MAX_COLUMNS_A4 else "a3"
    shown_map = heat_map(board.targets, area.rows, addressed, _title(board, area.division), paper)
    return BoardView(
        programme=board.parts.programme_link(board.programme.id),
        basis=board.parts.basis_text(board.programme),
        area="" if is_whole else board.parts.publication.divisions[area.division].name,
        heat_map=shown_map,
        areas=_area_table(board, below),
        listing=NO_TABLE,
        statuses=_statuses(progress),
        shades=shade_legend(shown_map),
        tally=tally(each.status for each in (board.progress if is_whole else progress)),
        context=NO_TABLE,
        is_linked=len(area.rows) * len(addressed) <= LINKED_CELLS,
        maps=status_maps(board.parts, current_targets(progress), gettext("目标进度")),
        indicator_maps=indicator_maps(board.parts, addressed, area.rows),
    )


def _is_used(board: _Board, area: BoardArea, address: Address) -> bool:
    values = board.parts.publication.values
    keys = ((row, address) for row in area.rows)
    return any(key in values or key in board.targets.progress for key in keys)


def _progress_below(board: _Board, areas: Sequence[str]) -> dict[str, list[Progress]]:
    """Return the progress of all divisions within each of the areas, including those on lower pages."""
    found: dict[str, list[Progress]] = {area: [] for area in areas}
    for division, progress in board.by_division.items() if areas else ():
        for above in board.parts.publication.ancestors(division):
            if above.id in found:
                found[above.id] += progress
    return found


def _area_table(board: _Board, below: Mapping[str, Sequence[Progress]]) -> TableView:
    """Return the table of areas with pages of their own, with the number of targets by status."""
    rows = [_area(board, name, found) for name, found in below.items()]
    statuses = _statuses([each for found in below.values() for each in found])
    table: Table[_Area] = Table(
        (
            head_column(marked("地方"), lambda area: area.head),
            count_column("divisions", marked("单位数"), lambda area: area.divisions),
            *(_status_column(status) for status in statuses),
        ),
        classes="tb-counts",
        is_tall=True,
        is_searchable=False,
        open_data="progress",
    )
    return table.view(rows, gettext("分地方的看板"))


def _status_column(status: StatusView) -> Column[_Area]:
    title = Drawing("boards/parts.j2", "cell_status", (status,), status.label)
    return Column(status.key, title, lambda area: cell(str(area.counts[status.key])), is_number=True)


def _area(board: _Board, area: str, progress: Sequence[Progress]) -> _Area:
    return _Area(
        Link(board.parts.publication.divisions[area].name, _address(board, area)),
        len({each.division for each in progress}),
        Counter(STATUS_VIEWS[each.status].key for each in progress),
    )


def _statuses(progress: Sequence[Progress]) -> tuple[StatusView, ...]:
    found = {each.status for each in progress}
    return tuple(view for status, view in STATUS_VIEWS.items() if status in found)


def _divisions_on(publication: Publication, progress: Sequence[Progress]) -> list[str]:
    """Return the divisions with a target; a board compares only these."""
    with_targets = {each.division for each in progress}
    return [division for division in publication.divisions if division in with_targets]


def _addresses_on(publication: Publication, programme: Programme, divisions: Sequence[str]) -> list[Address]:
    """Return the indicators on a board: those with targets first, then those that only have values."""
    shown = set(divisions)
    used = {address for division, address in publication.values if division in shown}
    targets = {each.indicator for each in publication.progress_by_programme[programme.id]}
    every = [Address.of(programme.id, name) for name in programme.indicators]
    return [each for each in every if each in targets] + [each for each in every if each in used - targets]


def _context(board: _Board) -> Iterator[_Achievement]:
    """Yield the achievements without a target as (division, indicator, figure)."""
    for (division, address), measured in board.parts.publication.values.items():
        if address.programme != board.programme.id or (division, address) in board.targets.progress:
            continue
        if board.programme.indicators[address.name].role is Role.ACHIEVEMENT:
            yield (
                board.parts.division_link(division),
                board.programme.indicators[address.name].name,
                board.parts.measured_figure(address, measured),
            )


SECTION: Final = Section(
    address=urls.BOARDS,
    title=marked("看板"),
    description=marked("各项工作中每个区划在每个指标上的进展"),
    type=SectionType.OPEN,
    keywords=(marked("进度"), marked("完成情况")),
    menu=MenuEntry(),
    home_count=HomeCount(unit=marked("个目标"), of=lambda parts: len(parts.publication.progress)),
    compose=board_pages,
)
