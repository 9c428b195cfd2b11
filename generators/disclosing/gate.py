"""The gate: ``disclose`` selects what an audience may see.

``model.visibility`` decides by the declarations of editors. The module of each noun decides what else has to
be withheld because it depends on withheld records, and counts the remaining records.
"""

from __future__ import annotations

from dataclasses import replace

from generators.disclosing.changes import visible_changes
from generators.disclosing.closings import visible_closings
from generators.disclosing.commitments import visible_books
from generators.disclosing.comparisons import visible_comparisons
from generators.disclosing.consequences import VisibleGrounds, visible_consequences
from generators.disclosing.documents import visible_attachments, visible_documents, visible_series
from generators.disclosing.facts import visible_facts
from generators.disclosing.figures import VisibleFigures
from generators.disclosing.inspections import visible_inspections
from generators.disclosing.maps import visible_map
from generators.disclosing.observations import VisibleObservations
from generators.disclosing.programmes import visible_programmes
from generators.disclosing.publication import Publication
from generators.disclosing.releases import Releases
from generators.disclosing.snapshot import visible_snapshot
from generators.disclosing.sources import visible_sources
from generators.disclosing.tiers import visible_checklists
from generators.model.dataset import Dataset
from generators.model.site import Site
from generators.model.visibility import Audience, Visibility
from generators.results.measurements import Measurements


def disclose(
    dataset: Dataset, measurements: Measurements, audience: Audience, releases: Releases | None = None
) -> Publication:
    """Return what ``audience`` may see of a dataset and its measurements.

    The internal audience sees everything. The public sees no internal indicators, targets, reports, documents
    and sources, and nothing that would reveal them. Pass the ``releases`` for the audience if
    they are at hand.
    """
    visibility = Visibility(dataset, audience)
    observations = VisibleObservations(dataset, visibility)
    if releases is None:
        releases = Releases.of(dataset, visibility, measurements)
    figures = VisibleFigures(observations, measurements, releases)
    shown = visible_snapshot(figures)
    programmes = visible_programmes(visibility)
    bulletins = visible_documents(visibility, dataset.bulletins)
    cases = visible_documents(visibility, dataset.cases)
    pages = visible_documents(visibility, dataset.pages)
    grounds = VisibleGrounds(shown.rankings, shown.progress, shown.ledgers, shown.ladder_results)
    area_map, drawn_maps = visible_map(dataset, visibility, measurements.drawn_maps)
    publication = Publication(
        audience=audience,
        as_of=shown.as_of,
        site=_site(dataset.site, visibility),
        days=shown.days,
        series=visible_series(visibility, dataset.series, bulletins),
        sources={},
        divisions=dataset.divisions_on(measurements.as_of),
        programmes=programmes,
        targets=figures.targets,
        observations=observations.index(),
        corrections=figures.corrections,
        progress=shown.progress,
        values=shown.values,
        discrepancies=figures.discrepancies(measurements.discrepancies),
        bulletins=bulletins,
        cases=cases,
        pages=pages,
        attachments=visible_attachments(visibility, dataset.attachments, (*bulletins, *cases, *pages)),
        ledgers=shown.ledgers,
        commitment_books=visible_books(visibility, measurements.commitment_books),
        inspection_records=visible_inspections(
            dataset, visibility, measurements.inspection_records, shown.ledgers.values()
        ),
        ladder_results=shown.ladder_results,
        checklists=visible_checklists(figures, measurements.checklists),
        rankings=shown.rankings,
        consequence_results=visible_consequences(visibility, measurements.consequence_results, grounds),
        facts=visible_facts(figures, measurements.facts),
        comparisons=visible_comparisons(figures, measurements.comparisons),
        changes=visible_changes(observations, releases, measurements, shown),
        remarks=tuple(
            each
            for each in dataset.remarks
            if each.remark.on <= measurements.as_of and visibility.filed(each.remark)
        ),
        area_map=area_map,
        drawn_maps=drawn_maps,
        closings=visible_closings(dataset, visibility, measurements.closings, measurements.as_of),
        # Deadlines show which documents are not published yet.
        publication_deadlines=measurements.publication_deadlines if visibility.is_whole else (),
    )
    return replace(publication, sources=visible_sources(visibility, dataset.sources, publication))


def _site(site: Site, visibility: Visibility) -> Site:
    """Return the settings of the site; for the public, without the texts of the internal site."""
    if visibility.is_whole:
        return site
    texts = site.audiences
    return site.detached(audiences=texts.detached(internal=texts.public))
