"""Places of the same kind: which they are, and which of them do better; all from what the audience sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from generators.composing.kit import urls
from generators.composing.kit.columns import head_column
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import percentage
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import NEEDS_ATTENTION
from generators.composing.kit.table import NOTHING, Column, Table, TableView, cell
from generators.composing.kit.views import Link
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.division import DivisionKind
from generators.model.grouping import grouped
from generators.results.figures import Progress, Status

MOST_SIMILAR: Final = 5
"""How many similar places are named."""

_ALL: Final = 1000
_DOING_WELL: Final = (Status.ACHIEVED, Status.ON_PACE)


_BETTER: Final[Table[tuple[Parts, Progress]]] = Table(
    (
        head_column(marked("同类地方"), lambda row: row[0].division_link(row[1].division)),
        Column(
            "value",
            marked("现在"),
            lambda row: cell(row[0].measured_figure(row[1].indicator, row[1].measured).text),
            is_number=True,
        ),
        Column("share", marked("完成率"), lambda row: cell(_share(row[1])), is_number=True),
        Column("status", marked("状态"), lambda row: cell(row[0].status(row[1].status))),
        Column("cases", marked("案例"), lambda row: cell(*_cases(*row))),
    ),
    is_searchable=False,
)


class Kin(NamedTuple):
    """What places of the same kind have in common.

    ``group`` is the id of the group that a scheme of the programme lists them in, empty if in none.
    """

    within: str | None
    kind: DivisionKind
    word: str | None
    group: str


class PeerKey(NamedTuple):
    """The target that places of the same kind have in common."""

    indicator: Address
    start: date
    due: date
    kin: Kin


def kin_of(parts: Parts, programme: str, division: str) -> Kin:
    """Return what a division has in common with those that a programme compares it with."""
    found = parts.publication.divisions[division]
    group = parts.once(listed_groups).get((programme, division), "")
    return Kin(found.within, found.kind, found.word, group)


def peer_key(parts: Parts, progress: Progress) -> PeerKey:
    """Return the key of the places that are compared with the division of ``progress``."""
    kin = kin_of(parts, progress.indicator.programme, progress.division)
    return PeerKey(progress.indicator, progress.target.start, progress.target.due, kin)


def peers_by_target(parts: Parts) -> Mapping[PeerKey, Sequence[Progress]]:
    """Return the progress of the same target in places of the same kind and group within one area."""
    return grouped((peer_key(parts, each), each) for each in parts.publication.progress)


def peers_of(parts: Parts, progress: Progress) -> Sequence[Progress]:
    """Return the progress of the same target in places of the same kind, that of the place included."""
    return parts.once(peers_by_target).get(peer_key(parts, progress), ())


def listed_groups(parts: Parts) -> Mapping[tuple[str, str], str]:
    """Return the group that a scheme lists a division in, by (programme, division)."""
    return {
        (address.programme, division): f"{address}/{name}"
        for address, scheme in parts.publication.schemes.items()
        for name, group in scheme.groups.items()
        for division in group.divisions
    }


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
    label = gettext("%(name)s可以学的同类地方", name=parts.publication.divisions[division].name)
    return _BETTER.grouped_view(groups, label, without=() if has_cases else ("cases",))


def _head(parts: Parts, progress: Progress) -> str:
    name = parts.publication.indicators[progress.indicator].name
    target = parts.target_figure(progress.division, progress.target).text
    value = parts.measured_figure(progress.indicator, progress.measured).text
    return gettext(
        "%(name)s：%(due)s前%(target)s，本地%(value)s",
        name=name,
        due=day_text(progress.target.due),
        target=target,
        value=value,
    )


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
