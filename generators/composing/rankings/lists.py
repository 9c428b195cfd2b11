"""红榜 and 黑榜 of one period, as text: the colours of statuses would mislead (decisions/031)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.kit.numbers import printed
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.composing.rankings.words import score_text
from generators.languages import gettext, marked, translated
from generators.model.scheme import SchemeVersion
from generators.model.visibility import is_public
from generators.results.rankings import PeriodRanking

FASTEST: Final = marked("进步最快")


@dataclass(frozen=True, slots=True)
class ListedDivision:
    """A division on a list, with its rank and score as text."""

    division: Link
    rank: str
    score: str


@dataclass(frozen=True, slots=True)
class RankingListView:
    """A list; ``key`` is ``red``, ``fastest`` or ``black``, part of its anchor and CSS class."""

    key: str
    name: str
    purpose: str
    rule: str
    rows: tuple[ListedDivision, ...]


def ranking_lists(parts: Parts, period: PeriodRanking) -> tuple[RankingListView, ...]:
    """Return the lists that the period's version of the scheme declares and the audience sees, red first."""
    return tuple(_lists(parts, period))


def _lists(parts: Parts, period: PeriodRanking) -> Iterator[RankingListView]:
    rules = dict(list_rules(period.version))
    if period.version.red_list is not None:
        yield RankingListView(
            "red", gettext("红榜"), gettext("表扬"), rules[gettext("红榜")], _rows(parts, period, period.red)
        )
    if period.version.fastest_list is not None:
        rows = _fastest_rows(parts, period)
        yield RankingListView(
            "fastest", translated(FASTEST), gettext("进步"), rules[translated(FASTEST)], rows
        )
    if period.version.black_list is not None:
        yield RankingListView(
            "black",
            gettext("黑榜"),
            gettext("督促"),
            rules[gettext("黑榜")],
            _rows(parts, period, period.black),
        )


def _rows(parts: Parts, period: PeriodRanking, listed: Sequence[str]) -> tuple[ListedDivision, ...]:
    return tuple(
        ListedDivision(
            parts.division_link(each.division, period.period),
            gettext("第%(rank)s名", rank=each.rank),
            gettext("%(score)s分", score=score_text(each.score)),
        )
        for each in period.ranked
        if each.division in listed
    )


def _fastest_rows(parts: Parts, period: PeriodRanking) -> tuple[ListedDivision, ...]:
    ranks = period.ranks
    return tuple(
        ListedDivision(
            parts.division_link(division, period.period),
            gettext("第%(ranks)s名", ranks=ranks[division]),
            gettext("比上期高%(gained)s分", gained=printed(gained)),
        )
        for division, gained in period.fastest
    )


def list_rules(version: SchemeVersion) -> Iterator[tuple[str, str]]:
    """Yield the name and the rule, as text, of each list of a version."""
    if version.red_list is not None:
        yield gettext("红榜"), gettext("每期前%(first)s名，并列的一并列入", first=version.red_list.first)
    if version.fastest_list is not None:
        rule = gettext(
            "得分比上期提高最多的前%(first)s个，提高一样多的一并列入", first=version.fastest_list.first
        )
        yield translated(FASTEST), gettext("%(rule)s；办法改了的那一期不比", rule=rule)
    if version.black_list is not None:
        rule = gettext("每期末%(last)s名，并列的一并列入", last=version.black_list.last)
        yield (
            gettext("黑榜"),
            rule if is_public(version.black_list) else gettext("%(rule)s，不公开", rule=rule),
        )
