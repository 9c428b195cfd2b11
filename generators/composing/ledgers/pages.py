"""Pages of problem ledgers: problems, responsible offices, rectifications and rates of each programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
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
from generators.composing.kit.table import NO_TABLE, TableView
from generators.composing.kit.views import Link, StatusView, TallyItem
from generators.composing.ledgers.burn_downs import BurnDownView, burn_down_view
from generators.composing.ledgers.of_division import ledger_link, problems_of_division
from generators.composing.ledgers.problem_table import (
    PROBLEM_LIST,
    RECTIFIED_LIST,
    by_urgency,
    problem_data,
    problem_table,
)
from generators.composing.ledgers.states import AGE_TEXT, PROBLEM_STATE_VIEWS, problem_tally, states_among
from generators.composing.ledgers.tables import burn_down_table, office_table, township_table
from generators.languages import Words, gettext, marked, translated
from generators.results.ledgers import Ledger, LedgerCounts, ProblemStanding, ProblemState

MAX_LISTED: Final = 400
"""The maximum number of problems on a page, most urgent first; townships' pages list all of theirs."""

_MEANINGS: Final = Words(
    {
        ProblemState.OVERDUE: marked("已过整改期限，仍未整改；延期后按新期限计算"),
        ProblemState.REOPENED: marked(
            "核验或销号之后发现没有真正改好，期限未过；没有写新期限的，原期限继续有效"
        ),
        ProblemState.UNASSIGNED: marked("已发现，尚未交办给责任单位"),
        ProblemState.DUE_SOON: marked("%(days)s天以内到期"),
        ProblemState.OPEN: marked("已交办，期限未到"),
        ProblemState.RECTIFIED: marked("责任单位报告已整改，等待其他单位核验"),
        ProblemState.CLEARED: marked("由责任单位以外的单位核验，凭依据销号"),
    }
)


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The page of a programme's ledger; ``rectifications`` are the newest first.

    ``problems_left`` and ``rectifications_left`` are the numbers not listed.
    """

    programme: Link
    day: str
    is_whole: bool
    found: int
    tally: tuple[TallyItem, ...]
    rates: TableView
    ages: TableView
    burn_down: BurnDownView | None
    burn_down_table: TableView
    states: tuple[StatusView, ...]
    problems: TableView
    problems_left: int
    offices: TableView
    townships: TableView
    rectifications: TableView
    rectifications_left: int
    methods: str
    data: str


@dataclass(frozen=True, slots=True)
class LedgerSummary:
    """A ledger in the list of ledgers."""

    head: Link
    owner: Link
    found: int
    remaining: int
    tally: tuple[TallyItem, ...]


@dataclass(frozen=True, slots=True)
class LedgersView:
    """The list of ledgers, and the meanings of states and rates."""

    ledgers: tuple[LedgerSummary, ...]
    meanings: TableView
    rates: TableView


_RATE_MEANINGS: Final = (
    (marked("销号率"), marked("已销号的问题÷已发现的问题；重开后又销号的也算")),
    (marked("一次销号率"), marked("已销号而且从未被回头看重开的问题÷已发现的问题")),
    (
        marked("按期整改率"),
        marked("在期限之内整改的问题÷已整改或已逾期的问题；重开后以最后一轮为准"),
    ),
)


def _rate_meanings() -> tuple[tuple[str, str], ...]:
    """Return the names of the rates with their meanings."""
    return tuple((translated(name), translated(meaning)) for name, meaning in _RATE_MEANINGS)


def ledger_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of ledgers and one page for each programme with problems."""
    publication = parts.publication
    yield SECTION.first_page("ledgers/ledgers.md.j2", partial(_ledgers_view, parts), is_searchable=False)
    for programme, ledger in publication.ledgers.items():
        yield Page(
            urls.ledger(programme),
            "ledgers/ledger.md.j2",
            ledger_link(parts, programme).label,
            gettext(
                "%(name)s：问题清单、责任清单、整改清单与销号进度",
                name=publication.programmes[programme].name,
            ),
            partial(_ledger_view, parts, ledger),
            SECTION.crumbs,
            is_fictional=publication.is_fictional(programme),
            shows_contents=True,
            is_searchable=False,
            kind="ledger",
        )


def _ledgers_view(parts: Parts) -> LedgersView:
    publication = parts.publication
    days = publication.site.thresholds.problem_due_soon_days
    return LedgersView(
        ledgers=tuple(
            LedgerSummary(
                ledger_link(parts, programme),
                parts.division_link(publication.programmes[programme].owner),
                ledger.counts.found,
                ledger.counts.remaining,
                problem_tally(ledger.counts),
            )
            for programme, ledger in publication.ledgers.items()
        ),
        meanings=meanings_table(
            (gettext("状态"), gettext("含义")),
            [(view, _MEANINGS[state] % {"days": days}) for state, view in PROBLEM_STATE_VIEWS.items()],
            gettext("问题状态的含义"),
        ),
        rates=meanings_table((gettext("比率"), gettext("算法")), _rate_meanings(), gettext("比率的算法")),
    )


def _ledger_view(parts: Parts, ledger: Ledger) -> LedgerView:
    standings, counts = ledger.standings, ledger.counts
    listed = _listed(standings)
    rectified = _newest_rectifications(standings)
    chart = burn_down_view(ledger.burn_down, ledger.day)
    newest = rectified if len(standings) <= MAX_LISTED else rectified[: MAX_LISTED // 4]
    return LedgerView(
        programme=parts.programme_link(ledger.programme),
        day=day_text(ledger.day),
        is_whole=ledger.is_whole,
        found=counts.found,
        tally=problem_tally(counts),
        rates=rates_table(
            _rates(counts) if ledger.is_whole else (), gettext("个数"), gettext("销号率与按期整改率")
        ),
        ages=_ages(counts) if counts.remaining else NO_TABLE,
        burn_down=chart,
        burn_down_table=burn_down_table(chart.rows if chart is not None else ()),
        states=states_among(each.state for each in listed),
        problems=problem_table(parts).view(
            listed, gettext("问题清单"), columns=PROBLEM_LIST, board="problems-list"
        ),
        problems_left=len(standings) - len(listed),
        offices=office_table(standings),
        townships=township_table(parts, ledger),
        rectifications=problem_table(parts, is_searchable=False).view(
            newest, gettext("整改清单"), columns=RECTIFIED_LIST, board="rectified"
        ),
        rectifications_left=len(rectified) - len(newest),
        methods=urls.LEDGERS,
        data=urls.OPEN_DATA,
    )


def _listed(standings: Sequence[ProblemStanding]) -> list[ProblemStanding]:
    """Return the problems to list, most urgent first; above ``MAX_LISTED`` only those not cleared."""
    if len(standings) <= MAX_LISTED:
        return by_urgency(standings)
    return by_urgency(each for each in standings if not each.is_cleared)[:MAX_LISTED]


def _newest_rectifications(standings: Sequence[ProblemStanding]) -> list[ProblemStanding]:
    dated = [(each.rectified.on, each) for each in standings if each.rectified is not None]
    return [each for _, each in sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].filed.address))]


def _rates(counts: LedgerCounts) -> tuple[Rate, ...]:
    shares = (
        (counts.clearance, counts.cleared, counts.found),
        (counts.lasting_clearance, counts.cleared_lastingly, counts.found),
        (counts.punctuality, counts.on_time, counts.judged),
    )
    return tuple(
        Rate(name, share_text(share), f"{part}/{whole}", meaning)
        for (name, meaning), (share, part, whole) in zip(_rate_meanings(), shares, strict=True)
    )


def _ages(counts: LedgerCounts) -> TableView:
    return counts_table([(AGE_TEXT[age], counts.ages[age]) for age in AGE_TEXT], gettext("未销号问题的历时"))


SECTION: Final = Section(
    address=urls.LEDGERS,
    title=marked("问题台账"),
    description=marked("各项工作发现的问题：谁来改、何时改完、凭什么销号"),
    type=SectionType.OPEN,
    keywords=(marked("整改"), marked("销号")),
    menu=MenuEntry(group=marked("督办"), label=marked("台账")),
    explanation=Explanation(template="ledgers/methods.md.j2"),
    division_part=DivisionPart(
        template="ledgers/of-division.md.j2", view=problems_of_division, open_data="problems"
    ),
    data=SectionData(tables=problem_data),
    compose=ledger_pages,
    has_content=lambda publication: bool(publication.ledgers),
)
