"""The table of problems, and their order in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from generators.composing.kit.columns import fictional_column, iso_day, source_columns
from generators.composing.kit.dates import day_text
from generators.composing.kit.filed_columns import place_columns
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataTable,
    DataType,
    Table,
    Width,
    cell,
    day_key,
    flag,
    small,
    unbroken,
)
from generators.composing.ledgers.states import PROBLEM_STATE_VIEWS
from generators.languages import gettext, marked, translated
from generators.model.ledger import Found, Rectified, Verified
from generators.results.ledgers import ProblemStanding

PROBLEM_LIST: Final = ("title", "state", "due", "division", "office", "found", "days_open")
"""The columns of a list of problems from several divisions."""

CLEARANCE: Final = ("rectified", "verified", "evidence")
"""The columns of the rectification and the verification of a problem."""

RECTIFIED_LIST: Final = ("title", "division", "office", *CLEARANCE)

_ORDER: Final = tuple(PROBLEM_STATE_VIEWS)


def by_urgency(standings: Iterable[ProblemStanding]) -> list[ProblemStanding]:
    """Return the standings in the order of lists: the most urgent state first, then the earliest due date."""
    return sorted(
        standings,
        key=lambda each: (
            _ORDER.index(each.state),
            each.due or date.max,
            each.found,
            each.filed.address,
        ),
    )


def problem_table(
    parts: Parts, *, prints_across: bool = False, is_searchable: bool = True
) -> Table[ProblemStanding]:
    """Return the definition of the table of problems, one per row, for pages and the open data."""
    return Table(
        (*_problem_columns(parts), *_state_columns(parts), *_clearance_columns(), *_history_columns(parts)),
        status=lambda each: PROBLEM_STATE_VIEWS[each.state].key,
        is_tall=True,
        prints_across=prints_across,
        is_searchable=is_searchable,
        open_data="problems",
        key=("township", "problem"),
    )


def problem_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the table of problems of the open data; nothing if the audience sees none."""
    standings = [each for ledger in parts.publication.ledgers.values() for each in ledger.standings]
    if standings:
        yield problem_table(parts).data(
            "problems",
            gettext("问题台账"),
            gettext("每个问题一行，列出每一步的日期、责任单位与销号依据"),
            lambda: standings,
        )


def _problem_columns(parts: Parts) -> tuple[Column[ProblemStanding], ...]:
    """Return the columns of the problem: its place, title and category."""
    return (
        *place_columns(
            parts,
            lambda each: each.filed,
            lambda each: each.filed.entry.programme,
            name="problem",
            noun=marked("问题"),
            division_meaning=marked("问题所在区划的标识"),
        ),
        Column(
            "title",
            marked("问题"),
            lambda each: cell(each.filed.entry.title, small(each.filed.entry.category)),
            is_head=True,
            meaning=marked("问题"),
            value=lambda each: each.filed.entry.title,
        ),
        Column("category", meaning=marked("类别"), value=lambda each: each.filed.entry.category),
    )


def _state_columns(parts: Parts) -> tuple[Column[ProblemStanding], ...]:
    """Return the columns of the state, the days, and the responsible office."""
    return (
        Column(
            "state",
            marked("状态"),
            lambda each: cell(
                PROBLEM_STATE_VIEWS[each.state],
                flag(gettext("超期%(days_late)s天", days_late=each.days_late) if each.days_late else ""),
                small(_times(gettext("回头看"), _reopenings(each))),
            ),
            meaning=marked(
                "overdue 逾期未改，reopened 回头看重开，unassigned 待交办，due-soon 即将到期，"
                "open 整改中，rectified 待销号，cleared 已销号"
            ),
            value=lambda each: each.state.value,
        ),
        Column(
            "day",
            meaning=marked("计算所用日期"),
            value=lambda each: each.day.isoformat(),
            type=DataType.DATE,
        ),
        Column(
            "found",
            marked("发现"),
            lambda each: cell(
                day_text(each.found),
                small(_found_by(each)),
                small(parts.source_link(each.filed.entry.source)),
                sort=day_key(each.found),
            ),
            width=Width.UNBROKEN,
            meaning=marked("发现日期"),
            value=lambda each: each.found.isoformat(),
            type=DataType.DATE,
        ),
        Column("found_by", meaning=marked("发现单位"), value=_found_by),
        Column("inspection", meaning=marked("在哪次督查中发现"), value=_found_in),
        Column(
            "assigned",
            meaning=marked("最近一次交办的日期"),
            value=lambda each: iso_day(_last_assignment(each)),
            type=DataType.DATE,
        ),
        Column(
            "office",
            marked("责任单位"),
            lambda each: cell(each.office or NOTHING),
            meaning=marked("责任单位"),
            value=lambda each: each.office,
        ),
        Column(
            "due",
            marked("期限"),
            lambda each: cell(
                unbroken(day_text(each.due) if each.due is not None else NOTHING),
                small(_times(gettext("延期"), _extensions(each))),
                sort=day_key(each.due),
            ),
            meaning=marked("现行整改期限，含延期"),
            value=lambda each: iso_day(each.due),
            type=DataType.DATE,
        ),
    )


def _clearance_columns() -> tuple[Column[ProblemStanding], ...]:
    """Return the columns of the rectification and the verification, empty after a reopening."""
    return (
        _step_column("rectified", marked("整改"), lambda each: each.rectified, _note),
        Column("note", meaning=marked("整改情况"), value=_note),
        _step_column("verified", marked("销号"), lambda each: each.verified, _verified_by),
        Column("verified_by", meaning=marked("核验单位"), value=_verified_by),
        Column(
            "evidence",
            marked("依据"),
            lambda each: cell(_evidence(each) or NOTHING),
            meaning=marked("销号依据"),
            value=_evidence,
        ),
    )


def _step_column(
    name: str,
    title: str,
    step_of: Callable[[ProblemStanding], Rectified | Verified | None],
    text_of: Callable[[ProblemStanding], str],
) -> Column[ProblemStanding]:
    """Return the column of the day of a step, a dash if it was not taken, with a text below."""

    def day_of(standing: ProblemStanding) -> date | None:
        step = step_of(standing)
        return step.on if step is not None else None

    def show(standing: ProblemStanding) -> Cell:
        day = day_of(standing)
        text = day_text(day) if day is not None else NOTHING
        return cell(unbroken(text), small(text_of(standing)), sort=day_key(day))

    return Column(
        name,
        title,
        show,
        meaning=gettext("%(title)s日期；重开后为空，直到再次%(title)s", title=translated(title)),
        value=lambda each: iso_day(day_of(each)),
        type=DataType.DATE,
    )


def _history_columns(parts: Parts) -> tuple[Column[ProblemStanding], ...]:
    """Return the columns of extensions, reopenings, durations, all events, and the source."""
    return (
        Column(
            "times_extended",
            meaning=marked("延期次数"),
            value=lambda each: str(len(_extensions(each))),
            type=DataType.INTEGER,
        ),
        Column(
            "extension",
            meaning=marked("最近一次延期的理由"),
            value=lambda each: _last(_extensions(each)),
        ),
        Column(
            "times_reopened",
            meaning=marked("回头看重开次数"),
            value=lambda each: str(each.times_reopened),
            type=DataType.INTEGER,
        ),
        Column(
            "reopening",
            meaning=marked("最近一次重开的理由"),
            value=lambda each: _last(_reopenings(each)),
        ),
        Column(
            "days_open",
            marked("历时（天）"),
            lambda each: cell(str(each.days_open), sort=each.days_open),
            is_number=True,
            meaning=marked("从发现到销号的天数；未销号的算到计算所用日期"),
            value=lambda each: str(each.days_open),
            type=DataType.INTEGER,
            measured_in=marked("天"),
        ),
        Column(
            "days_late",
            meaning=marked("超过期限的天数；未整改的算到计算所用日期"),
            value=lambda each: str(each.days_late),
            type=DataType.INTEGER,
            measured_in=marked("天"),
        ),
        Column(
            "on_time",
            meaning=marked("是否按期整改；还不能判定的为空"),
            value=lambda each: each.is_on_time if each.is_on_time is not None else "",
            type=DataType.BOOLEAN,
        ),
        Column(
            "events",
            meaning=marked("全部事件，“步骤=日期”以分号相连"),
            value=lambda each: ";".join(f"{event.step}={event.on}" for event in each.events),
        ),
        *source_columns(lambda each: each.filed.entry.source),
        fictional_column(lambda each: parts.publication.divisions[each.filed.township].fictional),
    )


def _found(standing: ProblemStanding) -> Found | None:
    return standing.events[0].found


def _found_by(standing: ProblemStanding) -> str:
    found = _found(standing)
    return found.by if found is not None else ""


def _found_in(standing: ProblemStanding) -> str:
    found = _found(standing)
    return found.inspection or "" if found is not None else ""


def _last_assignment(standing: ProblemStanding) -> date | None:
    return next((event.on for event in reversed(standing.events) if event.assigned is not None), None)


def _note(standing: ProblemStanding) -> str:
    return standing.rectified.note if standing.rectified is not None else ""


def _verified_by(standing: ProblemStanding) -> str:
    return standing.verified.by if standing.verified is not None else ""


def _evidence(standing: ProblemStanding) -> str:
    return standing.verified.evidence if standing.verified is not None else ""


def _extensions(standing: ProblemStanding) -> list[str]:
    return [each.extended.reason for each in standing.events if each.extended is not None]


def _reopenings(standing: ProblemStanding) -> list[str]:
    return [each.reopened.reason for each in standing.events if each.reopened is not None]


def _last(reasons: Sequence[str]) -> str:
    return reasons[-1] if reasons else ""


def _times(what: str, reasons: Sequence[str]) -> str:
    """Return the number of reasons with the latest one, such as ``延期2次：连续降雨``; empty without any."""
    return (
        gettext("%(what)s%(number)s次：%(reasons)s", what=what, number=len(reasons), reasons=reasons[-1])
        if reasons
        else ""
    )
