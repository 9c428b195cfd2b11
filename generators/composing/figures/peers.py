"""Places of the same kind: what they reach on average, and which of them do better.

Everything is taken from what the audience sees, so that no average tells more than the numbers beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.columns import head_column
from generators.composing.kit.dates import day_text
from generators.composing.kit.kinds import kind_text
from generators.composing.kit.numbers import percentage, printed
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import NEEDS_ATTENTION
from generators.composing.kit.table import NOTHING, Column, Table, TableView, cell
from generators.composing.kit.views import Link
from generators.model.grouping import grouped
from generators.model.rounding import rounded
from generators.results.figures import Progress, Status

_FEWEST: Final = 3
"""Of fewer places than this there is no average."""

MOST_SIMILAR: Final = 5
"""How many similar places are named."""

_ALL: Final = 1000
_DOING_WELL: Final = (Status.ACHIEVED, Status.ON_PACE)


_BETTER: Final[Table[tuple[Parts, Progress]]] = Table(
    (
        head_column("同类地方", lambda row: row[0].division_link(row[1].division)),
        Column(
            "value",
            "现在",
            lambda row: cell(row[0].measured_figure(row[1].indicator, row[1].measured).text),
            is_number=True,
        ),
        Column("share", "完成率", lambda row: cell(_share(row[1])), is_number=True),
        Column("status", "状态", lambda row: cell(row[0].status(row[1].status))),
        Column("cases", "案例", lambda row: cell(*_cases(*row))),
    ),
    is_searchable=False,
)


def peers_by_target(parts: Parts) -> Mapping[object, Sequence[Progress]]:
    """Return the progress of the same target in places of the same kind and group within one area."""
    return grouped((_key(parts, each), each) for each in parts.publication.progress)


def peers_of(parts: Parts, progress: Progress) -> Sequence[Progress]:
    """Return the progress of the same target in places of the same kind, that of the place included."""
    return parts.once(peers_by_target).get(_key(parts, progress), ())


def _key(parts: Parts, progress: Progress) -> object:
    division, target = parts.publication.divisions[progress.division], progress.target
    group = parts.once(listed_groups).get((progress.indicator.programme, division.id), "")
    return progress.indicator, target.start, target.due, division.within, division.kind, division.word, group


def listed_groups(parts: Parts) -> Mapping[tuple[str, str], str]:
    """Return the group that a scheme lists a division in, by (programme, division)."""
    return {
        (address.programme, division): f"{address}/{name}"
        for address, scheme in parts.publication.schemes.items()
        for name, group in scheme.groups.items()
        for division in group.divisions
    }


def average_text(parts: Parts, progress: Progress) -> str:
    """Return the average value of places of the same kind, such as 12个镇平均8.5个; empty for too few.

    Of a ratio it is the sum of numerators over that of denominators, and of these alone.
    """
    found = [each.measured for each in peers_of(parts, progress)]
    indicator = parts.publication.indicators[progress.indicator]
    if indicator.kind.is_ratio:
        pairs = [(each.numerator, each.denominator) for each in found]
        whole = [(top, bottom) for top, bottom in pairs if top is not None and bottom]
        below = sum((Fraction(bottom) for _, bottom in whole), Fraction(0))
        if len(whole) < _FEWEST or not below:
            return ""
        above = sum((Fraction(top) for top, _ in whole), Fraction(0))
        scale = 100 if indicator.measure == "%" else 1
        count, mean = len(whole), scale * above / below
    else:
        numbers = [each.value for each in found if isinstance(each.value, Decimal)]
        if len(numbers) < _FEWEST:
            return ""
        count, mean = len(numbers), sum(map(Fraction, numbers), Fraction(0)) / len(numbers)
    shown = printed(rounded(mean, 1))
    division = parts.publication.divisions[progress.division]
    return f"{count}个{kind_text(division)}平均{shown}{indicator.measure}"


def similar_places(parts: Parts, division: str, *, most: int = _ALL, places: int = MOST_SIMILAR) -> TableView:
    """Return the table of similar places that do better, by missed and late target, worst target first.

    It has at most ``most`` targets with ``places`` each, and none of which no similar place does better.
    """
    late = [
        each
        for each in parts.publication.progress_by_division.get(division, ())
        if each.status in NEEDS_ATTENTION
    ]
    ordered = sorted(late, key=lambda each: NEEDS_ATTENTION.index(each.status))
    better = [(each, found) for each in ordered if (found := better_places(parts, each))]
    groups = [
        (_head(parts, each), [(parts, place) for place in found[:places]]) for each, found in better[:most]
    ]
    has_cases = any(_cases(*row) for _, rows in groups for row in rows)
    label = f"{parts.publication.divisions[division].name}可以学的同类地方"
    return _BETTER.grouped_view(groups, label, without=() if has_cases else ("cases",))


def _head(parts: Parts, progress: Progress) -> str:
    name = parts.publication.indicators[progress.indicator].name
    target = parts.target_figure(progress.division, progress.target).text
    value = parts.measured_figure(progress.indicator, progress.measured).text
    return f"{name}：{day_text(progress.target.due)}前{target}，本地{value}"


def _share(progress: Progress) -> str:
    return percentage(progress.attainment) if progress.attainment is not None else NOTHING


def _cases(parts: Parts, progress: Progress) -> tuple[Link, ...]:
    """Return the links to the cases of a place on the programme of a target."""
    return tuple(
        Link(each.front.title, urls.case(each.id))
        for each in parts.publication.cases_by_division.get(progress.division, ())
        if each.front.programme == progress.indicator.programme
    )


def better_places(parts: Parts, progress: Progress) -> list[Progress]:
    """Return up to five similar places that have met the same target, or keep its pace, furthest first."""
    better = [
        each
        for each in peers_of(parts, progress)
        if each.division != progress.division and each.status in _DOING_WELL
    ]
    return sorted(better, key=_order)[:MOST_SIMILAR]


def _order(progress: Progress) -> tuple[object, ...]:
    share = progress.attainment
    return (
        progress.status is not Status.ACHIEVED,
        -(share if share is not None else Decimal(0)),
        progress.division,
    )
