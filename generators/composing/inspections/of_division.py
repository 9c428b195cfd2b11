"""The inspections on the page of a township or village."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generators.composing.inspections.tables import last_visit_table, visit_table
from generators.composing.kit import urls
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link
from generators.languages import gettext
from generators.results.inspections import InspectionRecord


@dataclass(frozen=True, slots=True)
class DivisionInspections:
    """The visits to a township or village, newest first, and the last visit to each of its villages."""

    visits: TableView
    last_visits: TableView
    records: tuple[Link, ...]


def inspections_of_division(parts: Parts, division: str) -> DivisionInspections | None:
    """Return the visits to a township or village; ``None`` if there are neither visits nor villages to list.

    A village is listed as never visited only for programmes of which the audience sees all rounds.
    """
    publication = parts.publication
    results = publication.visits_by_division.get(division, ())
    visiting = {found.inspection.programme for found, _ in results}
    records = [
        record
        for record in publication.inspection_records.values()
        if record.programme in visiting or (record.is_whole and division in record.reach)
    ]
    if not records:
        return None
    newest = sorted(results, key=lambda pair: (-pair[1].visit.on.toordinal(), pair[1].visit.division))
    name = publication.divisions[division].name
    return DivisionInspections(
        visits=visit_table(parts, newest, gettext("%(name)s的走访", name=name), shows_round=True),
        last_visits=last_visit_table(
            parts,
            _last_visits(parts, division, records).items(),
            gettext("%(name)s各村（社区）最近一次走访", name=name),
        ),
        records=tuple(_record_link(parts, record) for record in records),
    )


def _last_visits(
    parts: Parts, division: str, records: Iterable[InspectionRecord]
) -> Mapping[str, date | None]:
    """Return the last visit to each village directly within ``division``, by records with all rounds."""
    latest: dict[str, date | None] = {}
    for record in records:
        for name in parts.publication.children.get(division, ()) if record.is_whole else ():
            if name in record.last_visits:
                days = filter(None, (latest.get(name), record.last_visits[name]))
                latest[name] = max(days, default=None)
    return latest


def _record_link(parts: Parts, record: InspectionRecord) -> Link:
    programme = parts.publication.programmes[record.programme]
    return Link(
        gettext("%(short_name)s督查", short_name=programme.short_name),
        f"{urls.INSPECTIONS}#{record.programme}",
    )
