"""Pages of commitments: the list of programmes, and for each its commitments, steps and rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from generators.composing.commitments.commitment_table import (
    COMMITMENT_LIST,
    by_attention,
    commitment_data,
    commitment_table,
)
from generators.composing.commitments.of_division import book_link, commitments_of_division
from generators.composing.commitments.states import (
    CAUSE_TEXT,
    COMMITMENT_STATE_VIEWS,
    StepCount,
    commitment_tally,
    states_present,
    step_counts,
)
from generators.composing.kit import urls
from generators.composing.kit.columns import count_column, head_column, share_column
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import plain
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.rates import Rate, share_text
from generators.composing.kit.section import (
    DivisionPart,
    Explanation,
    MenuEntry,
    Section,
    SectionData,
    SectionType,
)
from generators.composing.kit.small_tables import counts_table, meanings_table, rates_table
from generators.composing.kit.table import NOTHING, Cell, Column, Table, TableView, cell
from generators.composing.kit.views import Link, StatusView, TallyItem
from generators.languages import Words, gettext, marked, translated
from generators.results.commitments import (
    CommitmentBook,
    CommitmentCounts,
    CommitmentStanding,
    CommitmentState,
)

MAX_LISTED: Final = 400
"""The maximum number of commitments on a page, most urgent first; townships' pages list all of theirs."""

_MEANINGS: Final = Words(
    {
        CommitmentState.OVERDUE: marked("审诺已通过，期限已过，还没有评诺；延期后按新期限计算"),
        CommitmentState.NOT_KEPT: marked("评诺认定没有兑现，写明一个理由"),
        CommitmentState.DELAYED: marked("期限以前办了延期，新期限未到；延期不等于没有兑现"),
        CommitmentState.RETURNED: marked("审诺没有通过，退回重新定诺"),
        CommitmentState.UNREVIEWED: marked("已定诺，等待其他单位审诺"),
        CommitmentState.UNPUBLISHED: marked("审诺已通过，还没有公布"),
        CommitmentState.UNDERWAY: marked("已公布，期限未到"),
        CommitmentState.PARTLY: marked("评诺认定只兑现了一部分，写明一个理由；得一半的分"),
        CommitmentState.KEPT: marked("评诺认定已经兑现；得全部的分"),
    }
)
_RATES: Final = (
    (marked("兑现率"), marked("已兑现的承诺÷已评诺或逾期未评的承诺；部分兑现的不算兑现")),
    (
        marked("得分率"),
        marked("所得分值÷已评诺或逾期未评的承诺的分值；部分兑现得一半，未兑现、逾期未评不得分"),
    ),
)


_Township: TypeAlias = tuple[Link, CommitmentCounts]

_TOWNSHIPS: Final[Table[_Township]] = Table(
    (
        head_column(marked("乡镇（街道）"), lambda row: row[0]),
        count_column("total", marked("承诺"), lambda row: row[1].total),
        count_column("kept", marked("已兑现"), lambda row: row[1].kept),
        count_column("partly", marked("部分兑现"), lambda row: row[1].states[CommitmentState.PARTLY]),
        count_column("not_kept", marked("未兑现"), lambda row: row[1].states[CommitmentState.NOT_KEPT]),
        count_column("overdue", marked("逾期未评"), lambda row: row[1].states[CommitmentState.OVERDUE]),
        count_column("delayed", marked("延期过"), lambda row: row[1].ever_delayed),
        Column("earned", marked("得分"), lambda row: _earned_cell(row[1]), is_number=True),
        share_column("kept_rate", marked("兑现率"), lambda row: row[1].kept_rate),
    ),
    classes="tb-counts",
    is_searchable=False,
    open_data="commitments",
)


def _earned_cell(counts: CommitmentCounts) -> Cell:
    """Return points earned / points of the answerable commitments; a dash if there are none."""
    if not counts.answerable:
        return cell(NOTHING, sort="")
    return cell(f"{plain(counts.earned)}/{plain(counts.points)}", sort=f"{counts.earned:f}")


def _township_table(parts: Parts, book: CommitmentBook) -> TableView:
    """Return the table of townships with their counts of commitments; it has rates only for a whole book."""
    rows = (
        (Link(parts.division_link(name).label, f"{urls.division(name)}#commitments"), counts)
        for name, counts in book.townships.items()
    )
    withheld = () if book.is_whole else ("earned", "kept_rate")
    return _TOWNSHIPS.view(rows, gettext("分乡镇"), without=withheld, board="by-township")


@dataclass(frozen=True, slots=True)
class BookView:
    """The page of a programme's commitments; ``commitments_left`` is the number not listed."""

    programme: Link
    day: str
    is_whole: bool
    total: int
    ever_delayed: int
    steps: tuple[StepCount, ...]
    tally: tuple[TallyItem, ...]
    rates: TableView
    causes: TableView
    states: tuple[StatusView, ...]
    commitments: TableView
    commitments_left: int
    townships: TableView
    methods: str
    data: str


@dataclass(frozen=True, slots=True)
class BookSummary:
    """An entry in the list of programmes with commitments."""

    head: Link
    owner: Link
    total: int
    kept: int
    tally: tuple[TallyItem, ...]


@dataclass(frozen=True, slots=True)
class BooksView:
    """The list of programmes with commitments, and the meanings of states and rates."""

    books: tuple[BookSummary, ...]
    meanings: TableView
    rates: TableView


def commitment_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of programmes with commitments, then a page for each."""
    publication = parts.publication
    yield SECTION.first_page(
        "commitments/commitments.md.j2", partial(_books_view, parts), is_searchable=False
    )
    for programme, book in publication.commitment_books.items():
        yield Page(
            urls.commitments_of(programme),
            "commitments/commitment-book.md.j2",
            book_link(parts, programme).label,
            gettext("%(name)s：定诺、审诺、晒诺、践诺、评诺", name=publication.programmes[programme].name),
            partial(_book_view, parts, book),
            SECTION.crumbs,
            is_fictional=publication.is_fictional(programme),
            shows_contents=True,
            is_searchable=False,
            kind="commitments",
        )


def _books_view(parts: Parts) -> BooksView:
    publication = parts.publication
    return BooksView(
        books=tuple(
            BookSummary(
                book_link(parts, programme),
                parts.division_link(publication.programmes[programme].owner),
                book.counts.total,
                book.counts.kept,
                commitment_tally(book.counts),
            )
            for programme, book in publication.commitment_books.items()
        ),
        meanings=meanings_table(
            (gettext("状态"), gettext("含义")),
            [(view, _MEANINGS[state]) for state, view in COMMITMENT_STATE_VIEWS.items()],
            gettext("承诺状态的含义"),
        ),
        rates=meanings_table((gettext("比率"), gettext("算法")), _rate_meanings(), gettext("比率的算法")),
    )


def _book_view(parts: Parts, book: CommitmentBook) -> BookView:
    counts = book.counts
    listed = _listed(book.standings)
    return BookView(
        programme=parts.programme_link(book.programme),
        day=day_text(book.day),
        is_whole=book.is_whole,
        total=counts.total,
        ever_delayed=counts.ever_delayed,
        steps=step_counts(counts),
        tally=commitment_tally(counts),
        rates=rates_table(
            _rates(counts) if book.is_whole else (), gettext("个数或分值"), gettext("兑现率与得分率")
        ),
        causes=counts_table(
            [(CAUSE_TEXT[cause], counts.causes[cause]) for cause in CAUSE_TEXT if counts.causes[cause]],
            gettext("没有完全兑现的理由"),
        ),
        states=states_present(listed),
        commitments=commitment_table(parts).view(
            listed, gettext("承诺清单"), columns=COMMITMENT_LIST, board="commitments-list"
        ),
        commitments_left=len(book.standings) - len(listed),
        townships=_township_table(parts, book),
        methods=urls.COMMITMENTS,
        data=urls.OPEN_DATA,
    )


def _listed(standings: Sequence[CommitmentStanding]) -> list[CommitmentStanding]:
    return by_attention(standings)[:MAX_LISTED]


def _rate_meanings() -> tuple[tuple[str, str], ...]:
    """Return the names of the rates with their meanings."""
    return tuple((translated(name), translated(meaning)) for name, meaning in _RATES)


def _rates(counts: CommitmentCounts) -> tuple[Rate, ...]:
    shares = (
        (counts.kept_rate, f"{counts.kept}/{counts.answerable}"),
        (counts.earned_rate, f"{plain(counts.earned)}/{plain(counts.points)}"),
    )
    return tuple(
        Rate(name, share_text(share), parts, meaning)
        for (name, meaning), (share, parts) in zip(_rate_meanings(), shares, strict=True)
    )


SECTION: Final = Section(
    address=urls.COMMITMENTS,
    title=marked("承诺"),
    description=marked("各单位承诺了什么，公布、践行、评议到哪一步，兑现了多少"),
    type=SectionType.OPEN,
    keywords=(marked("践诺"), marked("评诺")),
    menu=MenuEntry(group=marked("督办")),
    explanation=Explanation(template="commitments/methods.md.j2"),
    division_part=DivisionPart(
        template="commitments/of-division.md.j2", view=commitments_of_division, open_data="commitments"
    ),
    data=SectionData(tables=commitment_data),
    compose=commitment_pages,
    has_content=lambda publication: bool(publication.commitment_books),
)
