"""The latest rank of a division in each scheme, and the divisions directly above and below."""

from __future__ import annotations

from generators.composing.kit import urls
from generators.composing.kit.dates import period_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    Emphasis,
    Styled,
    Table,
    TableView,
    Width,
    cell,
    small,
)
from generators.composing.kit.urls import division_anchor
from generators.composing.kit.views import Link
from generators.composing.rankings.histories import scheme_link
from generators.composing.rankings.words import movement_text, reason_text, score_text
from generators.disclosing.publication import LatestPlace
from generators.languages import gettext, marked
from generators.results.rankings import RankingOutcome


def rankings_of_division(parts: Parts, division: str) -> TableView:
    """Return the ranks of a division in the latest closed period of every scheme it takes part in."""
    places = parts.publication.latest_places.get(division, ())
    name = parts.publication.divisions[division].name
    return parts.once(_table).view(places, gettext("%(name)s的考核名次", name=name))


def _table(parts: Parts) -> Table[LatestPlace]:
    """Return the table of latest ranks; without a rank the row has the reason across all columns."""
    return Table(
        (
            Column("scheme", marked("考核办法"), lambda latest: _scheme_cell(parts, latest), is_head=True),
            Column("rank", marked("名次"), lambda latest: _rank_cell(parts, latest), width=Width.UNBROKEN),
            Column("score", marked("得分"), lambda latest: cell(score_text(latest.score)), is_number=True),
            Column("movement", marked("较上期"), _movement_cell, is_number=True),
            Column("above", marked("前一位"), lambda latest: _neighbour_cell(parts, latest, -1)),
            Column("below", marked("后一位"), lambda latest: _neighbour_cell(parts, latest, 1)),
        ),
        is_searchable=False,
    )


def _scheme_cell(parts: Parts, latest: LatestPlace) -> Cell:
    period = latest.period.period
    anchor = division_anchor(latest.score.division)
    return cell(
        scheme_link(parts, latest.scheme),
        small(Link(period_text(period), urls.ranking(latest.scheme, period.text, anchor))),
    )


def _rank_cell(parts: Parts, latest: LatestPlace) -> Cell:
    if latest.place is None:
        return cell(gettext("不排名。%(reason)s", reason=_reason(latest)), span=5)
    ranked, group = latest.period.ranked, latest.score.group
    place = ranked[latest.place]
    groups = parts.publication.schemes[latest.scheme].groups
    within = (
        gettext("，%(name)s第%(group_rank)s名", name=groups[group].name, group_rank=place.group_rank)
        if group is not None
        else ""
    )
    return cell(
        Styled(str(place.rank), Emphasis.RANK),
        small(gettext("共%(number)s个%(within)s", number=len(ranked), within=within)),
    )


def _reason(latest: LatestPlace) -> str:
    is_vetoed = latest.score.standing is RankingOutcome.VETOED
    return gettext(
        "%(value)s：%(reason)s",
        value=gettext("一票否决") if is_vetoed else gettext("数据不足"),
        reason=reason_text(latest.score, latest.period.version),
    )


def _movement_cell(latest: LatestPlace) -> Cell:
    place = latest.period.ranked[latest.place] if latest.place is not None else None
    return cell(movement_text(place) if place is not None else NOTHING)


def _neighbour_cell(parts: Parts, latest: LatestPlace, step: int) -> Cell:
    """Return the division ``step`` places further down the ranking (up if negative); a dash if none."""
    ranked = latest.period.ranked
    at = latest.place + step if latest.place is not None else -1
    if not 0 <= at < len(ranked):
        return cell(NOTHING)
    place = ranked[at]
    link = parts.division_link(place.division, latest.period.period)
    return cell(
        link, small(gettext("第%(rank)s名，%(score)s分", rank=place.rank, score=score_text(place.score)))
    )
