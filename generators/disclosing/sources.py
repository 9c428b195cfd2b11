"""Visible sources: those that something visible cites. The others would tell of what cites them."""

from __future__ import annotations

from collections.abc import Iterator

from generators.disclosing.admission import Admission
from generators.disclosing.publication import Publication
from generators.disclosing.rankings import scores_of
from generators.model.passages import AnyDocument, passages_of
from generators.model.programme import framework_nodes
from generators.model.source import Citation, Source
from generators.reading.prose import prose_calls


def visible_sources(admission: Admission, publication: Publication) -> dict[str, Source]:
    """Return by id the sources that the audience sees, given all else that it sees."""
    sources = admission.dataset.sources
    if admission.is_whole:
        return dict(sources)
    cited = _named_in(publication) | {
        each.document for each in _citations_in(publication) if each is not None
    }
    return {
        name: source
        for name, source in sources.items()
        if name in cited and admission.admits(source.disclosure)
    }


def _named_in(publication: Publication) -> set[str]:
    """Return the sources that programmes and documents name without a place in them, also in prose."""
    names = {name for programme in publication.programmes.values() for name in programme.sources}
    names |= {each.front.source for each in publication.bulletins if each.front.source is not None}
    names |= {each.front.source for each in publication.cases if each.front.source is not None}
    return names.union(_called_for_in(publication))


def _called_for_in(publication: Publication) -> Iterator[str]:
    """Yield the sources that prose links to by ``source(…)``."""
    documents: tuple[AnyDocument, ...] = (*publication.bulletins, *publication.cases, *publication.pages)
    for passage in passages_of(publication.programmes.values(), documents):
        # Most prose names none: reading what it does call for would be in vain.
        if "source" in passage.text:
            calls = prose_calls(passage.text, passage.place).calls
            yield from (call.argument("id") or "" for call in calls if call.function == "source")


def _citations_in(publication: Publication) -> Iterator[Citation | None]:
    yield from (filed.target.source for filed in publication.targets)
    yield from (each.report.source for each in publication.observations)
    yield from _of_programmes(publication)
    yield from (each.filed.entry.source for found in publication.ledgers.values() for each in found.standings)
    yield from (
        each.filed.commitment.source
        for book in publication.commitment_books.values()
        for each in book.standings
    )
    yield from (
        each.inspection.source for found in publication.inspection_records.values() for each in found.rounds
    )
    yield from _of_tiers(publication)
    yield from _of_adjustments(publication)
    yield from (each.consequence.source for each in publication.consequence_results.values())


def _of_programmes(publication: Publication) -> Iterator[Citation | None]:
    for programme in publication.programmes.values():
        yield from (node.source for node in framework_nodes(programme))
        yield from (rule.source for rule in programme.rules)
        yield from (version.source for each in programme.schemes.values() for version in each.versions)
        yield from (standard.source for standard in programme.standards.values())
        yield from (ladder.source for ladder in programme.ladders.values())


def _of_tiers(publication: Publication) -> Iterator[Citation | None]:
    for result in publication.ladder_results.values():
        assessments = (each.assessment for each in result.standings.values())
        yield from (each.source for each in assessments if each is not None)
    for checklist in publication.checklists.values():
        yield from (item.check.source for item in checklist.items if item.check is not None)


def _of_adjustments(publication: Publication) -> Iterator[Citation | None]:
    for rankings in publication.rankings.values():
        for period in rankings.periods:
            for score in scores_of(period):
                yield from (each.adjustment.source for each in (*score.bonuses, *score.deductions))
                yield from (each.adjustment.source for each in score.vetoes)
