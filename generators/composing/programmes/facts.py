"""The facts at the head of a programme's page, with links to their pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.regions import region_text
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.languages import gettext
from generators.model.address import Address
from generators.model.programme import Programme

LabelledLinks: TypeAlias = tuple[str, tuple[Link, ...]]


def programme_facts(parts: Parts, programme: Programme) -> Iterator[LabelledLinks]:
    """Yield the label of each fact with its links; a link without an address is plain text."""
    publication = parts.publication
    yield (
        gettext("所在地"),
        (Link(region_text(publication, programme.owner), urls.division(programme.owner)),),
    )
    yield gettext("牵头单位"), (Link(programme.office),)
    period = programme.period_on(publication.as_of)
    if period is not None:
        end = gettext("至%(end)s", end=day_text(period.end)) if period.end is not None else gettext("起")
        yield gettext("起止时间"), (Link(f"{day_text(period.start)}{end}"),)
    yield from _assessments(publication, programme)
    yield gettext("数据截至"), (Link(parts.data_until(programme)),)
    yield from _dated_records(publication, programme)
    sources = tuple(
        Link(publication.sources[name].title, urls.source(name))
        for name in programme.sources
        if name in publication.sources
    )
    yield gettext("出处"), sources


def _assessments(publication: Publication, programme: Programme) -> Iterator[LabelledLinks]:
    """Yield the ladders, schemes and consequences of a programme."""
    if programme.ladders:
        yield (
            gettext("等次"),
            tuple(
                Link(ladder.name, urls.ladder(Address.of(programme.id, name)))
                for name, ladder in programme.ladders.items()
            ),
        )
    schemes = tuple(
        Link(each.scheme.name, urls.rank_history(address))
        for address, each in publication.rankings.items()
        if address.programme == programme.id
    )
    if schemes:
        yield gettext("排名"), schemes
    consequences = [
        each for each in publication.consequence_results.values() if each.programme == programme.id
    ]
    if consequences:
        yield (
            gettext("奖惩"),
            (Link(gettext("%(number)s项", number=len(consequences)), urls.consequences_of(programme.id)),),
        )


def _dated_records(publication: Publication, programme: Programme) -> Iterator[LabelledLinks]:
    """Yield the numbers of problems, commitments and rounds of inspection."""
    ledger = publication.ledgers.get(programme.id)
    if ledger is not None:
        which = gettext("个问题") if ledger.is_whole else gettext("个公开的问题")
        label = gettext(
            "%(found)s%(which)s，%(remaining)s个未销号",
            found=ledger.counts.found,
            which=which,
            remaining=ledger.counts.remaining,
        )
        yield gettext("问题台账"), (Link(label, urls.ledger(programme.id)),)
    book = publication.commitment_books.get(programme.id)
    if book is not None:
        which = gettext("项承诺") if book.is_whole else gettext("项公开的承诺")
        label = gettext(
            "%(total)s%(which)s，%(kept)s项已兑现",
            total=book.counts.total,
            which=which,
            kept=book.counts.kept,
        )
        yield gettext("承诺"), (Link(label, urls.commitments_of(programme.id)),)
    record = publication.inspection_records.get(programme.id)
    if record is not None:
        which = gettext("次") if record.is_whole else gettext("次公开的督查")
        yield gettext("督查"), (Link(f"{len(record.rounds)}{which}", f"{urls.INSPECTIONS}#{programme.id}"),)
