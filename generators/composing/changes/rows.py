"""Rows of the lists of changes: the item, its states before and after, and the change as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generators.composing.closings.tables import SaidTwice
from generators.composing.closings.words import closing_link, field_text, said_text, subject_link
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import computed, figure, missing, tidied
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.table import Piece
from generators.composing.kit.views import Link
from generators.composing.ledgers.states import PROBLEM_STATE_VIEWS
from generators.composing.tiers.views import tier_drawing
from generators.languages import Words, gettext, marked
from generators.model.period import parse_period
from generators.results.changes import (
    News,
    ProblemChange,
    RankChange,
    RankInPeriod,
    Reading,
    ReportChange,
    SizeClass,
    StatusChange,
    TierChange,
    Turn,
    ValueChange,
)
from generators.results.figures import MISSING_TEXT, ValueState
from generators.results.ledgers import ProblemState
from generators.results.tiers import MoveKind

_MAX_PERIODS_NAMED: Final = 4

TURN_TEXT: Final = Words(
    {Turn.WORSE: marked("变差"), Turn.OTHER: marked("变动"), Turn.BETTER: marked("好转")}
)
NEWS_TEXT: Final = Words(
    {
        News.OVERDUE: marked("逾期"),
        News.REOPENED: marked("重开"),
        News.OPENED: marked("新发现"),
        News.CLEARED: marked("销号"),
    }
)
MOVE_TEXT: Final = Words(
    {
        MoveKind.DOWN: marked("降等"),
        MoveKind.LAPSED: marked("不再评定"),
        MoveKind.UP: marked("升等"),
        MoveKind.NEW: marked("新评定"),
    }
)
SIZE_TEXT: Final = Words(
    {
        SizeClass.LARGE: marked("大幅"),
        SizeClass.NOTABLE: marked("明显"),
        SizeClass.SMALL: marked("略有"),
    }
)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change as shown; ``within`` is the name of the division above, ``detail`` qualifies the item."""

    division: Link
    within: str
    item: Link
    detail: str
    before: Piece
    after: Piece
    what: str


def value_row(parts: Parts, change: ValueChange) -> ChangeRow:
    """Return the row of a changed value."""
    measure = parts.publication.indicators[change.indicator].measure
    lines = parts.lines(change.indicator)
    return _row(
        parts,
        change.division,
        parts.indicator_link(change.indicator),
        _reading_side(change.before, measure, (*lines, *_numbers(change.after))),
        _reading_side(change.after, measure, (*lines, *_numbers(change.before))),
        _value_text(change, measure),
        detail=parts.publication.programmes[change.indicator.programme].short_name,
    )


def _numbers(reading: Reading) -> tuple[Decimal, ...]:
    return (reading.value,) if isinstance(reading.value, Decimal) else ()


def _reading_side(reading: Reading, measure: str, lines: Iterable[Decimal]) -> Piece:
    """Return the value on one day; a quotient with enough decimals to differ from ``lines``."""
    value = reading.value
    if value is None:
        return missing(MISSING_TEXT[reading.state])
    shown = value if isinstance(value, bool) else tidied(value, lines)
    return figure(shown, measure, reading.qualifier)


def _value_text(change: ValueChange, measure: str) -> str:
    one, other = change.before.value, change.after.value
    if isinstance(one, Decimal) and isinstance(other, Decimal) and change.size_class is not None:
        if one == other:
            return gettext("改了限定词")
        verb = gettext("增加") if other > one else gettext("减少")
        unit = gettext("个百分点") if measure == "%" else measure
        return f"{SIZE_TEXT[change.size_class]}{verb}{computed(abs(other - one))}{unit}"
    if one is None and other is None:
        return gettext("变动")
    if other is None:
        return gettext("不再有数")
    if one is None:
        return gettext("新报") if change.before.state is ValueState.UNREPORTED else gettext("有了数")
    return gettext("由否变是") if other else gettext("由是变否")


def status_row(parts: Parts, change: StatusChange) -> ChangeRow:
    """Return the row of a target whose status changed."""
    return _row(
        parts,
        change.division,
        parts.indicator_link(change.indicator),
        STATUS_VIEWS[change.before],
        STATUS_VIEWS[change.after],
        TURN_TEXT[change.turn],
        detail=gettext("%(due)s到期", due=day_text(change.due)),
    )


def problem_row(parts: Parts, change: ProblemChange) -> ChangeRow:
    """Return the row of a problem that was found, reopened or cleared, or became overdue."""
    titles = parts.publication.problem_titles
    return _row(
        parts,
        change.division,
        Link(titles[change.address], urls.ledger(change.programme)),
        _state_side(change.before),
        _state_side(change.after),
        gettext("、").join(NEWS_TEXT[news] for news in change.news),
    )


def _state_side(state: ProblemState | None) -> Piece:
    return gettext("未发现") if state is None else PROBLEM_STATE_VIEWS[state]


def report_row(parts: Parts, change: ReportChange) -> ChangeRow:
    """Return the row of an indicator with newly overdue or belatedly reported periods."""
    turns = [
        gettext(
            "%(verb)s%(number)s期：%(periods)s",
            verb=verb,
            number=len(periods),
            periods=_period_names(periods),
        )
        for verb, periods in ((gettext("新欠"), change.newly_overdue), (gettext("补报"), change.made_up_for))
        if periods
    ]
    return _row(
        parts,
        change.division,
        parts.indicator_link(change.indicator),
        _overdue_side(change.before),
        _overdue_side(change.after),
        gettext("；").join(turns),
    )


def _overdue_side(periods: tuple[str, ...]) -> Piece:
    return gettext("欠报%(number)s期", number=len(periods)) if periods else gettext("无欠报")


def _period_names(periods: tuple[str, ...]) -> str:
    names = gettext("、").join(period_text(parse_period(each)) for each in periods[:_MAX_PERIODS_NAMED])
    return gettext("%(names)s等", names=names) if len(periods) > _MAX_PERIODS_NAMED else names


def rank_row(parts: Parts, change: RankChange) -> ChangeRow:
    """Return the row of a division whose rank changed."""
    rise = change.rise
    what = gettext("新列入排名") if change.before.rank is None else gettext("不再排名")
    if rise is not None:
        what = f"↑{rise}" if rise > 0 else f"↓{-rise}"
    return _row(
        parts,
        change.division,
        Link(parts.publication.schemes[change.scheme].name, urls.rank_history(change.scheme)),
        _place_side(change.before),
        _place_side(change.after),
        what,
    )


def _place_side(place: RankInPeriod) -> Piece:
    rank = gettext("第%(rank)s名", rank=place.rank) if place.rank is not None else gettext("未排名")
    return gettext("%(rank)s（%(period)s）", rank=rank, period=period_text(parse_period(place.period)))


def tier_row(parts: Parts, change: TierChange) -> ChangeRow:
    """Return the row of a division whose tier changed."""
    ladder = parts.publication.ladders[change.ladder]
    return _row(
        parts,
        change.division,
        Link(ladder.name, urls.ladder(change.ladder)),
        tier_drawing(ladder, change.before),
        tier_drawing(ladder, change.after),
        MOVE_TEXT[change.kind],
    )


def closed_row(parts: Parts, change: SaidTwice) -> ChangeRow:
    """Return the row of a part of a closed figure that a correction has changed."""
    difference = change.difference
    return _row(
        parts,
        change.division,
        subject_link(parts, change.key),
        said_text(parts, change.key, change.name, difference.before, difference.now),
        said_text(parts, change.key, change.name, difference.now, difference.before),
        field_text(parts, change.key, change.name),
        detail=closing_link(parts, change.closing).label,
    )


def _row(  # noqa: PLR0913 - a row has this many columns
    parts: Parts, division: str, item: Link, before: Piece, after: Piece, what: str, *, detail: str = ""
) -> ChangeRow:
    found = parts.publication.divisions[division]
    within = parts.publication.divisions[found.within].name if found.within is not None else ""
    link = parts.division_link(division)
    return ChangeRow(link, within, item, detail, before, after, what)
