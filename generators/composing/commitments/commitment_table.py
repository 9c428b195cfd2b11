"""The table of commitments, and their order in lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generators.composing.commitments.states import CAUSE_TEXT, COMMITMENT_STATE_VIEWS, steps_of
from generators.composing.kit.columns import data_column, fictional_column, iso_day, source_columns
from generators.composing.kit.dates import day_text
from generators.composing.kit.filed_columns import place_columns
from generators.composing.kit.numbers import plain
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataTable,
    DataType,
    Drawing,
    Table,
    Width,
    cell,
    day_key,
    flag,
    small,
)
from generators.languages import gettext, marked
from generators.model.commitment import CommitmentStep
from generators.results.commitments import CommitmentStanding

COMMITMENT_LIST: Final = ("text", "state", "due_now", "division", "by", "steps", "earned", "note")
"""The columns of a list of commitments from several divisions."""

_ORDER: Final = tuple(COMMITMENT_STATE_VIEWS)


def by_attention(standings: Iterable[CommitmentStanding]) -> list[CommitmentStanding]:
    """Return the standings in the order of lists: the most urgent state first, then the earliest due date."""
    return sorted(standings, key=lambda each: (_ORDER.index(each.state), each.due, each.filed.address))


def commitment_table(parts: Parts) -> Table[CommitmentStanding]:
    """Return the definition of the table of commitments, one per row, for pages and the open data."""
    return Table(
        (*_promise_columns(parts), *_state_columns(), *_step_columns(), *_history_columns(parts)),
        status=lambda each: COMMITMENT_STATE_VIEWS[each.state].key,
        classes="tb-commitments",
        is_tall=True,
        open_data="commitments",
        key=("township", "commitment"),
    )


def commitment_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the table of commitments of the open data; nothing if the audience sees none."""
    standings = [each for book in parts.publication.commitment_books.values() for each in book.standings]
    if standings:
        yield commitment_table(parts).data(
            "commitments",
            gettext("承诺"),
            gettext("每项承诺一行，列出每一步的日期、分值与评诺结果"),
            lambda: standings,
        )


def _promise_columns(parts: Parts) -> tuple[Column[CommitmentStanding], ...]:
    """Return the columns of the commitment: its place, its text, who made it, and its points."""
    return (
        *place_columns(
            parts,
            lambda each: each.filed,
            lambda each: each.filed.commitment.programme,
            name="commitment",
            noun=marked("承诺"),
            division_meaning=marked("承诺所属区划的标识"),
        ),
        Column(
            "by",
            marked("承诺单位"),
            lambda each: cell(each.filed.commitment.by),
            meaning=marked("承诺单位或岗位"),
            value=lambda each: each.filed.commitment.by,
        ),
        Column(
            "text",
            marked("承诺"),
            lambda each: cell(
                each.filed.commitment.text, small(parts.source_link(each.filed.commitment.source))
            ),
            is_head=True,
            meaning=marked("承诺的内容"),
            value=lambda each: each.filed.commitment.text,
        ),
        data_column(
            "points", marked("分值"), lambda each: plain(each.filed.commitment.points), DataType.NUMBER
        ),
        Column(
            "earned",
            marked("得分"),
            lambda each: cell(
                _earned(each) or NOTHING,
                small(gettext("共%(points)s分", points=plain(each.filed.commitment.points))),
                sort=f"{each.earned:f}" if each.earned is not None else "",
            ),
            is_number=True,
            width=Width.UNBROKEN,
            meaning=marked("所得分值：已兑现为全部，部分兑现为一半，未兑现、逾期未评为0；还不能判定的为空"),
            value=_earned,
            type=DataType.NUMBER,
        ),
    )


def _state_columns() -> tuple[Column[CommitmentStanding], ...]:
    """Return the columns of the state and the due dates."""
    return (
        Column(
            "state",
            marked("状态"),
            lambda each: cell(COMMITMENT_STATE_VIEWS[each.state], *map(flag, _flags(each))),
            meaning=marked(
                "overdue 逾期未评，not-kept 未兑现，delayed 已延期，returned 退回修改，"
                "unreviewed 待审诺，unpublished 待晒诺，underway 践诺中，partly 部分兑现，kept 已兑现"
            ),
            value=lambda each: each.state.value,
        ),
        data_column("day", marked("计算所用日期"), lambda each: each.day.isoformat(), DataType.DATE),
        data_column(
            "due", marked("原定期限"), lambda each: each.filed.commitment.due.isoformat(), DataType.DATE
        ),
        Column(
            "due_now",
            marked("期限"),
            _due_cell,
            width=Width.UNBROKEN,
            meaning=marked("现行期限，含延期"),
            value=lambda each: each.due.isoformat(),
            type=DataType.DATE,
        ),
    )


def _step_columns() -> tuple[Column[CommitmentStanding], ...]:
    """Return the columns of the five steps and their outcome."""
    return (
        Column("steps", marked("五步"), _steps_cell, is_sortable=False),
        data_column(
            "made",
            marked("最近一次定诺的日期"),
            lambda each: _last_day(each, CommitmentStep.MADE),
            DataType.DATE,
        ),
        data_column(
            "reviewed",
            marked("最近一次审诺的日期"),
            lambda each: _last_day(each, CommitmentStep.REVIEWED),
            DataType.DATE,
        ),
        data_column(
            "published",
            marked("晒诺日期"),
            lambda each: _last_day(each, CommitmentStep.PUBLISHED),
            DataType.DATE,
        ),
        data_column("published_where", marked("在哪里公布"), _published_where),
        data_column(
            "progress",
            marked("最近一次践诺的日期"),
            lambda each: _last_day(each, CommitmentStep.PROGRESS),
            DataType.DATE,
        ),
        data_column(
            "judged",
            marked("评诺日期"),
            lambda each: _last_day(each, CommitmentStep.JUDGED),
            DataType.DATE,
        ),
        data_column(
            "judged_by",
            marked("评诺单位"),
            lambda each: each.judged.by if each.judged is not None else "",
        ),
        data_column(
            "reason",
            marked(
                "没有完全兑现的理由：funding 资金不到位，policy 政策变化，force-majeure 不可抗力，"
                "effort 推进不力，withdrawn 主动撤回"
            ),
            _reason,
        ),
        Column(
            "note",
            marked("情况"),
            lambda each: cell(_last_note(each) or NOTHING),
            is_sortable=False,
        ),
    )


def _history_columns(parts: Parts) -> tuple[Column[CommitmentStanding], ...]:
    """Return the columns of the open data about delays, all events, and the source."""
    return (
        data_column(
            "times_delayed", marked("延期次数"), lambda each: str(each.times_delayed), DataType.INTEGER
        ),
        data_column(
            "days_late",
            marked("逾期未评的天数，算到计算所用日期；其他为0"),
            lambda each: str(each.days_late),
            DataType.INTEGER,
            measured_in=marked("天"),
        ),
        data_column(
            "events",
            marked("全部事件，“步骤=日期”以分号相连"),
            lambda each: ";".join(f"{event.step}={event.on}" for event in each.events),
        ),
        *source_columns(lambda each: each.filed.commitment.source),
        fictional_column(lambda each: parts.publication.divisions[each.filed.township].fictional),
    )


def _earned(standing: CommitmentStanding) -> str:
    return plain(standing.earned) if standing.earned is not None else ""


def _due_cell(standing: CommitmentStanding) -> Cell:
    """Return the due date in force, with the original one below if it differs."""
    first = standing.filed.commitment.due
    moved = small(gettext("原定%(first)s", first=day_text(first))) if standing.due != first else None
    return cell(day_text(standing.due), moved, sort=day_key(standing.due))


def _steps_cell(standing: CommitmentStanding) -> Cell:
    steps = steps_of(standing)
    text = "".join(step.mark for step in steps if step.is_taken)
    return cell(Drawing("commitments/parts.j2", "five_steps", (steps,), text))


def _flags(standing: CommitmentStanding) -> Iterator[str]:
    judged = standing.judged
    if judged is not None and judged.reason is not None:
        yield CAUSE_TEXT[judged.reason]
    if standing.days_late:
        yield gettext("超期%(days_late)s天", days_late=standing.days_late)
    if standing.times_delayed:
        yield gettext("延期%(times_delayed)s次", times_delayed=standing.times_delayed)


def _last_note(standing: CommitmentStanding) -> str:
    """Return the latest note: that of the judgement, the progress, the delay or the review."""
    judged = standing.judged
    if judged is not None and judged.note:
        return judged.note
    reviewed, progress, delayed = (
        standing.last(step)
        for step in (CommitmentStep.REVIEWED, CommitmentStep.PROGRESS, CommitmentStep.DELAYED)
    )
    if progress is not None and progress.progress is not None:
        return progress.progress.note
    if delayed is not None and delayed.delayed is not None:
        return delayed.delayed.reason
    return reviewed.reviewed.note if reviewed is not None and reviewed.reviewed is not None else ""


def _last_day(standing: CommitmentStanding, step: CommitmentStep) -> str:
    event = standing.last(step)
    return iso_day(event.on if event is not None else None)


def _published_where(standing: CommitmentStanding) -> str:
    event = standing.last(CommitmentStep.PUBLISHED)
    return event.published.where if event is not None and event.published is not None else ""


def _reason(standing: CommitmentStanding) -> str:
    judged = standing.judged
    return judged.reason.value if judged is not None and judged.reason is not None else ""
