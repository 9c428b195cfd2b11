"""Visible sources: those cited by visible records (decisions/012); others would reveal withheld records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.disclosing.publication import Publication
from generators.model.document import AnyDocument
from generators.model.names import Meaning
from generators.model.passages import passages_of
from generators.model.record import Record
from generators.model.source import Source
from generators.model.visibility import Visibility
from generators.model.walk import records_of, walk
from generators.reading.prose import parsed_prose


def visible_sources(
    visibility: Visibility, sources: Mapping[str, Source], publication: Publication
) -> dict[str, Source]:
    """Return by id the sources that are visible and that ``publication`` cites."""
    if visibility.is_whole:
        return dict(sources)
    records = tuple(records_of(publication))
    cited = {name.text for record in records for name in walk(record, Meaning.SOURCE)}
    cited.update(_called_for_in(publication, records))
    return {name: each for name, each in sources.items() if name in cited and visibility.shows(each)}


def _called_for_in(publication: Publication, records: tuple[Record, ...]) -> Iterator[str]:
    """Yield the sources that prose links to by ``source(…)``."""
    documents: tuple[AnyDocument, ...] = (*publication.bulletins, *publication.cases, *publication.pages)
    for passage in passages_of(records, documents):
        calls = parsed_prose(passage.text).calls
        yield from (call.argument("id") or "" for call in calls if call.function == "source")
