"""Visible sources: those that something visible cites. The others would tell of what cites them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.disclosing.publication import Publication
from generators.disclosing.rankings import scores_of
from generators.model.document import AnyDocument
from generators.model.names import Meaning
from generators.model.passages import passages_of
from generators.model.record import Record
from generators.model.source import Source
from generators.model.visibility import Visibility
from generators.model.walk import walk
from generators.reading.prose import prose_calls


def visible_sources(
    visibility: Visibility, sources: Mapping[str, Source], publication: Publication
) -> dict[str, Source]:
    """Return by id the sources that the audience sees, given all else that it sees."""
    if visibility.is_whole:
        return dict(sources)
    records = tuple(records_shown(publication))
    cited = {name.text for record in records for name in walk(record, Meaning.SOURCE)}
    cited.update(_called_for_in(publication, records))
    return {name: each for name, each in sources.items() if name in cited and visibility.shows(each)}


def records_shown(publication: Publication) -> Iterator[Record]:
    """Yield every record of a publication that can cite a source, as its audience sees it."""
    yield from publication.programmes.values()
    yield from (filed.target for filed in publication.targets)
    # One report is in the observations of all its values.
    yield from {id(each.report): each.report for each in publication.observations}.values()
    yield from (each.filed.entry for ledger in publication.ledgers.values() for each in ledger.standings)
    yield from (
        each.filed.commitment for book in publication.commitment_books.values() for each in book.standings
    )
    yield from (each.inspection for found in publication.inspection_records.values() for each in found.rounds)
    yield from _filed_of_tiers(publication)
    yield from _adjustments(publication)
    yield from (each.front for each in _documents(publication))


def _filed_of_tiers(publication: Publication) -> Iterator[Record]:
    for result in publication.ladder_results.values():
        yield from (each.assessment for each in result.standings.values() if each.assessment is not None)
    for checklist in publication.checklists.values():
        yield from (item.check for item in checklist.items if item.check is not None)


def _adjustments(publication: Publication) -> Iterator[Record]:
    for rankings in publication.rankings.values():
        for period in rankings.periods:
            for score in scores_of(period):
                yield from (each.adjustment for each in (*score.bonuses, *score.deductions))
                yield from (each.adjustment for each in score.vetoes)


def _documents(publication: Publication) -> tuple[AnyDocument, ...]:
    return (*publication.bulletins, *publication.cases, *publication.pages)


def _called_for_in(publication: Publication, records: tuple[Record, ...]) -> Iterator[str]:
    """Yield the sources that prose links to by ``source(…)``."""
    for passage in passages_of(records, _documents(publication)):
        # Most prose names none: reading what it does call for would be in vain.
        if "source" in passage.text:
            calls = prose_calls(passage.text, passage.place).calls
            yield from (call.argument("id") or "" for call in calls if call.function == "source")
