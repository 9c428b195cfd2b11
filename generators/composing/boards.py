"""Boards: where every division stands on every indicator, one table a programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generators.composing import urls
from generators.composing.page import Page
from generators.composing.parts import Parts, ProgressView
from generators.composing.statuses import STATUS_VIEWS, tally
from generators.composing.views import FigureView, Link, StatusView, TallyItem
from generators.disclosing.publication import Publication
from generators.measuring.results import Progress, Status
from generators.model.indicator import Role
from generators.model.programme import Programme

_WIDE_FROM: Final = 4
"""With fewer divisions than this an indicator is a row: one county's forty columns are unreadable."""


@dataclass(frozen=True, slots=True)
class BoardCell:
    """One division's standing on one indicator; ``sort_key`` orders the column, empty sorts last."""

    figure: FigureView | None
    status: StatusView | None
    attainment: str
    target: str
    sort_key: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One row of a board: its head, where that lies, its cells and the statuses among them."""

    head: Link
    within: str
    cells: tuple[BoardCell, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """The head of a column."""

    head: Link
    measure: str


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board: divisions down and indicators across, or a list of targets where few divisions report."""

    programme: Link
    day: str
    corner: str
    columns: tuple[BoardColumn, ...]
    rows: tuple[BoardRow, ...]
    listing: tuple[ProgressView, ...]
    statuses: tuple[StatusView, ...]
    tally: tuple[TallyItem, ...]
    context: tuple[tuple[Link, str, FigureView], ...]


@dataclass(frozen=True, slots=True)
class BoardSummary:
    """A board in the list of boards."""

    head: Link
    owner: Link
    divisions: int
    indicators: int
    tally: tuple[TallyItem, ...]


def board_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of boards, then one for each programme."""
    home = Link("首页", urls.HOME)
    boards = {programme.id: _board(parts, programme) for programme in parts.publication.programmes.values()}
    yield Page(
        urls.BOARDS,
        "boards.md.j2",
        "看板",
        "各项工作中每个区划在每个指标上的进展",
        tuple(
            _summary(parts, programme, boards[programme.id])
            for programme in parts.publication.programmes.values()
        ),
        (home,),
        is_searchable=False,
    )
    for programme in parts.publication.programmes.values():
        yield Page(
            urls.board(programme.id),
            "board.md.j2",
            f"{programme.short_name}看板",
            f"{programme.name}：各区划各指标的数值、进度与状态",
            boards[programme.id],
            (home, Link("看板", urls.BOARDS)),
            is_fictional=parts.publication.is_fictional(programme.id),
            is_searchable=False,
            kind="board",
        )


def _summary(parts: Parts, programme: Programme, board: BoardView) -> BoardSummary:
    publication = parts.publication
    divisions = {key[0] for key in publication.values if key[1].partition("/")[0] == programme.id}
    return BoardSummary(
        Link(f"{programme.short_name}看板", urls.board(programme.id)),
        parts.division_link(programme.owner),
        len(divisions),
        len(programme.indicators),
        board.tally,
    )


def _board(parts: Parts, programme: Programme) -> BoardView:
    publication = parts.publication
    progress = publication.progress_by_programme[programme.id]
    divisions = _divisions_on(publication, progress)
    is_wide = len(divisions) >= _WIDE_FROM
    addresses = _addresses_on(publication, programme, divisions)
    cells = {(each.division, each.indicator): each for each in progress}
    statuses = {each.status for each in progress}
    return BoardView(
        programme=parts.programme_link(programme.id),
        day=parts.days_text(programme),
        corner="区划",
        columns=tuple(_column(parts, address) for address in addresses) if is_wide else (),
        rows=tuple(_row(parts, division, addresses, cells) for division in divisions) if is_wide else (),
        listing=() if is_wide else tuple(parts.progress_view(each) for each in progress),
        statuses=tuple(view for status, view in STATUS_VIEWS.items() if status in statuses),
        tally=tally(each.status for each in progress),
        context=() if is_wide else tuple(_context(parts, programme, cells)),
    )


def _divisions_on(publication: Publication, progress: Sequence[Progress]) -> list[str]:
    """Return the divisions with a target; a board compares what was asked of several."""
    asked = {each.division for each in progress}
    return [division for division in publication.divisions if division in asked]


def _addresses_on(publication: Publication, programme: Programme, divisions: Sequence[str]) -> list[str]:
    shown = set(divisions)
    used = {address for division, address in publication.values if division in shown}
    used |= {each.indicator for each in publication.progress if each.division in shown}
    return [address for name in programme.indicators if (address := f"{programme.id}/{name}") in used]


def _column(parts: Parts, address: str) -> BoardColumn:
    indicator = parts.publication.indicators[address]
    programme, _, name = address.partition("/")
    return BoardColumn(Link(indicator.name, f"{urls.programme(programme)}#i-{name}"), indicator.measure)


def _row(
    parts: Parts, division: str, addresses: Sequence[str], progress: dict[tuple[str, str], Progress]
) -> BoardRow:
    cells = tuple(_cell(parts, division, address, progress.get((division, address))) for address in addresses)
    within = parts.publication.divisions[division].within
    return BoardRow(
        parts.division_link(division),
        parts.publication.divisions[within].name if within is not None else "",
        cells,
        tuple(dict.fromkeys(cell.status.key for cell in cells if cell.status is not None)),
    )


def _cell(parts: Parts, division: str, address: str, progress: Progress | None) -> BoardCell:
    measured = (
        progress.measured if progress is not None else parts.publication.values.get((division, address))
    )
    if measured is None:
        return BoardCell(None, None, "", "", "")
    view = parts.bar(progress) if progress is not None else None
    has_number = isinstance(measured.value, Decimal)
    return BoardCell(
        parts.measured_figure(address, measured),
        STATUS_VIEWS[progress.status] if progress is not None else None,
        view.label if view is not None and progress is not None and progress.attainment is not None else "",
        parts.target_figure(division, progress.target).text if progress is not None else "",
        f"{measured.value:f}" if has_number else "",
    )


def _context(
    parts: Parts, programme: Programme, progress: dict[tuple[str, str], Progress]
) -> Iterator[tuple[Link, str, FigureView]]:
    """Yield the achievements that no target covers: division, indicator, figure."""
    for (division, address), measured in parts.publication.values.items():
        owner, _, name = address.partition("/")
        if owner != programme.id or (division, address) in progress:
            continue
        if programme.indicators[name].role is Role.ACHIEVEMENT:
            yield (
                parts.division_link(division),
                programme.indicators[name].name,
                parts.measured_figure(address, measured),
            )


NEEDS_ATTENTION: Final = (Status.MISSED, Status.FAR_BEHIND, Status.BEHIND)
"""The statuses that make a target late."""
