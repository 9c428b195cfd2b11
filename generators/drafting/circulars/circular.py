"""Drafts a circular about one programme in one past period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.checking.kit.wording import near_miss
from generators.composing.kit.dates import day_text
from generators.drafting.circulars.calls import call
from generators.drafting.circulars.changes import changes
from generators.drafting.circulars.consequences import consequences
from generators.drafting.circulars.lagging import lagging
from generators.drafting.circulars.ledgers import commitments, problems
from generators.drafting.circulars.material import Material
from generators.drafting.circulars.situation import situation
from generators.drafting.circulars.standings import standings
from generators.drafting.circulars.views import CircularView, FrontMatter, SectionView
from generators.drafting.errors import DraftError
from generators.drafting.new.bulletin import file_of_issue
from generators.measuring.facts import PeriodFacts, closing_of
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.document import Bulletin
from generators.model.numbering import NumberingError, Numbers, next_numbers
from generators.model.period import Period, is_of_cadence, stated_period
from generators.model.programme import Programme
from generators.reading.quoting import quoted
from generators.results.rankings import PeriodRanking

SECTIONS: Final = (situation, standings, lagging, problems, commitments, consequences, changes)
"""The sections of a circular in order; a section without content is left out."""


@dataclass(frozen=True, slots=True)
class CircularOrder:
    """A request for a circular: ids as on the command line; ``None`` is determined from the data."""

    programme: str
    period: str
    series: str | None = None
    scheme: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A circular as the view of its template; ``file`` is the path of the next issue below the project.

    Its figures may change until ``open_until``; ``None`` if the period is closed.
    """

    view: CircularView
    open_until: date | None
    file: str


def draft_circular(dataset: Dataset, order: CircularOrder, as_of: date) -> Draft:
    """Return the draft of a circular from what is known on ``as_of``.

    Raises :class:`DraftError` if the programme, scheme or series is unknown, the period is invalid or not
    over, or there are no data for it.
    """
    programme = _known("工作", order.programme, dataset.programmes)
    period = _period(order.period, programme, as_of)
    once = Once(dataset)
    facts = PeriodFacts(once, programme.id, period, as_of)
    material = Material(facts, _ranking(once, programme, period, order.scheme, as_of))
    found = (section(material) for section in SECTIONS)
    sections = tuple(each for each in found if each is not None)
    if not sections:
        raise DraftError(f"{programme.name}在{material.words.name}没有任何可写的数据")
    view = CircularView(
        front=_front_matter(material, sections, _series(dataset, order.series), as_of),
        programme=call("programme", programme.id),
        period=material.words,
        area=material.area,
        places=material.places,
        data_until=_data_until(material),
        sections=sections,
    )
    closing = closing_of(dataset, programme.id, period)
    return Draft(view, closing if closing > as_of else None, _file(dataset, view.front, as_of))


def _file(dataset: Dataset, front: FrontMatter, day: date) -> str:
    issue = Bulletin(
        series=front.series,
        title=front.title,
        issuer=front.issuer,
        number=front.number,
        total=front.total,
        date=day,
        programmes=front.programmes,
    )
    return file_of_issue(dataset, issue)


def _data_until(material: Material) -> str:
    covered = material.covered(material.addresses)
    return day_text(covered) if covered is not None else material.words.last_day


def _known(noun: str, name: str, records: Mapping[str, Programme]) -> Programme:
    if name not in records:
        raise DraftError(f"没有{noun}{quoted(name)}{near_miss(name, records)}")
    return records[name]


def _period(text: str, programme: Programme, as_of: date) -> Period:
    period = stated_period(text)
    if period is None or period.end is None:
        raise DraftError(f"{quoted(text)}不是期间，可写 2026-W40、2026-09、2026-Q3、2026-H1、2026")
    until = min(as_of, programme.observed_until or as_of)
    if period.end > until:
        reason = "还没有结束" if until == as_of else f"在该项工作的数据（到 {until}）之后"
        raise DraftError(f"{quoted(text)}{reason}")
    if programme.period is not None and period.end < programme.period.start:
        raise DraftError(f"{quoted(text)}在该项工作开始（{programme.period.start}）之前")
    return period


def _ranking(
    once: Once, programme: Programme, period: Period, name: str | None, as_of: date
) -> PeriodRanking | None:
    """Return the last closed ranking within the period, of the scheme ``name`` or else the likeliest one.

    ``None`` if there is none; raises ``DraftError`` if ``name`` is unknown or has none.
    """
    if name is not None and name not in programme.schemes:
        raise DraftError(f"{programme.name}没有考核办法{quoted(name)}{near_miss(name, programme.schemes)}")
    schemes = [name] if name is not None else _by_likelihood(programme, period)
    rankings = rank(once, as_of, draws=1).schemes if schemes else {}
    for each in schemes:
        within = [
            ranking
            for ranking in rankings[Address.of(programme.id, each)].periods
            if _lies_within(ranking.period, period)
        ]
        if within:
            return within[-1]
    if name is not None:
        raise DraftError(f"到 {as_of}，考核办法{quoted(name)}在{quoted(period.text)}没有已公布的一期")
    return None


def _lies_within(period: Period, other: Period) -> bool:
    return other.start is not None and other.end is not None and period.lies_within(other.start, other.end)


def _by_likelihood(programme: Programme, period: Period) -> list[str]:
    """Return the ids of the schemes, those with the cadence of the period first."""
    return sorted(
        programme.schemes, key=lambda name: not is_of_cadence(period, programme.schemes[name].every)
    )


def _series(dataset: Dataset, name: str | None) -> str:
    if name is None:
        if len(dataset.series) == 1:
            return next(iter(dataset.series))
        known = "、".join(dataset.series) or "（还没有登记任何刊物）"
        raise DraftError(f"请用 --series 写明刊物：{known}")
    if name not in dataset.series:
        raise DraftError(f"没有刊物{quoted(name)}{near_miss(name, dataset.series)}")
    return name


def _numbers(dataset: Dataset, series: str, day: date) -> Numbers:
    """Return the numbers of the next issue; empty if they cannot be determined, as for an earlier day."""
    issues = [each.front for each in dataset.bulletins if each.front.series == series]
    try:
        return next_numbers(dataset.series[series], issues, day)
    except NumberingError:
        return Numbers()


def _front_matter(
    material: Material, sections: Iterable[SectionView], series: str, as_of: date
) -> FrontMatter:
    programme = material.programme
    numbers = _numbers(material.dataset, series, as_of)
    labels = "、".join(each.label for each in sections)
    return FrontMatter(
        series=series,
        title=f"关于{material.words.name}{programme.name}进展情况的通报",
        issuer=material.dataset.series[series].issuer,
        number=numbers.number,
        total=numbers.total,
        date=as_of.isoformat(),
        summary=f"{material.words.name}{programme.short_name}的{labels}。",
        programmes=(programme.id,),
        divisions=(material.owner,),
        tags=(programme.short_name,),
    )
