"""The gate: the one function that decides what an audience sees (DESIGN §4).

Aggregates are computed on everything and published by their indicator's disclosure. A value that is
somebody's own internal report, or reads as an internal correction has it, is withheld, and with it
the progress that would reveal it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from generators.disclosing.publication import Audience, Publication
from generators.measuring.results import Discrepancy, Measured, Measurements, Origin, Progress
from generators.model.dataset import Dataset
from generators.model.document import Bulletin, Case, Document, FreePage, FrontMatter
from generators.model.indicator import Indicator
from generators.model.links import relative_links
from generators.model.observation import Observation
from generators.model.programme import FrameworkNode, Programme, framework_nodes
from generators.model.report import Report
from generators.model.scalars import Disclosure
from generators.model.site import Site
from generators.model.source import Citation
from generators.model.target import FiledTarget


def disclose(dataset: Dataset, measurements: Measurements, audience: Audience) -> Publication:
    """Return what ``audience`` may see of a dataset and its measurements.

    For the internal audience that is everything. For the public, internal indicators, targets,
    reports, documents and sources are gone, and whatever only they would have shown.
    """
    return _Gate(dataset, measurements, audience).publication()


@dataclass(frozen=True)
class _Gate:
    dataset: Dataset
    measurements: Measurements
    audience: Audience

    def publication(self) -> Publication:
        """Return everything that the audience may see."""
        dataset = self.dataset
        programmes = {
            programme.id: self._programme(programme)
            for programme in dataset.programmes.values()
            if self._admits(programme.disclosure)
        }
        redacted = self._redacted_observations()
        observations = tuple(
            redacted[id(observation)]
            for items in self.measurements.observations.values()
            for observation in items
            if id(observation) in redacted
        )
        targets = tuple(filed for filed in dataset.targets if self._admits_target(filed))
        bulletins = tuple(self._visible(dataset.bulletins))
        cases = tuple(self._visible(dataset.cases))
        pages = tuple(self._visible(dataset.pages))
        cited = _cited_sources(programmes.values(), targets, observations, bulletins, cases)
        return Publication(
            audience=self.audience,
            as_of=self.measurements.as_of,
            site=self._site(),
            days={name: self.measurements.days[name] for name in programmes},
            series={
                name: series
                for name, series in dataset.series.items()
                if self.audience is Audience.INTERNAL or any(each.front.series == name for each in bulletins)
            },
            sources={
                name: source
                for name, source in dataset.sources.items()
                if self._admits(source.disclosure) and (self.audience is Audience.INTERNAL or name in cited)
            },
            divisions=dataset.divisions,
            programmes=programmes,
            targets=targets,
            observations=observations,
            corrections=tuple(
                correction
                for correction in dataset.corrections
                if self._admits(correction.disclosure) and self._admits_address(correction.indicator)
            ),
            progress=tuple(self._progress(redacted)),
            values={
                key: self._measured(measured, redacted)
                for key, measured in self.measurements.values.items()
                if self._admits_address(key[1]) and self._admits_measured(key, measured, redacted)
            },
            discrepancies=tuple(self._discrepancies(redacted)),
            bulletins=bulletins,
            cases=cases,
            pages=pages,
            attachments=tuple(self._attachments(bulletins, cases, pages)),
        )

    def _admits(self, *disclosures: Disclosure) -> bool:
        return self.audience is Audience.INTERNAL or Disclosure.INTERNAL not in disclosures

    def _admits_address(self, address: str) -> bool:
        programme = self.dataset.programmes[address.partition("/")[0]]
        return self._admits(programme.disclosure, self.dataset.indicators[address].disclosure)

    def _admits_target(self, filed: FiledTarget) -> bool:
        return self._admits(filed.target.disclosure) and self._admits_address(filed.target.indicator)

    def _visible(self, documents: Iterable[Document[FrontMatter]]) -> Iterable[Document[FrontMatter]]:
        return (document for document in documents if self._admits(document.front.disclosure))

    def _site(self) -> Site:
        site = self.dataset.site
        if self.audience is Audience.INTERNAL:
            return site
        texts = site.audiences
        return site.detached(audiences=texts.detached(internal=texts.public))

    def _programme(self, programme: Programme) -> Programme:
        admitted = [name for name, each in programme.indicators.items() if self._admits(each.disclosure)]
        kept = {name: _indicator_among(admitted, programme.indicators[name]) for name in admitted}
        return programme.detached(
            indicators=kept,
            framework=tuple(_node_without(node, kept) for node in programme.framework),
            identities=tuple(
                identity
                for identity in programme.identities
                if {identity.total, *identity.parts} <= kept.keys()
            ),
            headline=tuple(name for name in programme.headline if name in kept),
        )

    def _redacted_observations(self) -> Mapping[int, Observation]:
        """Return each visible observation, its report stripped of other values, by the original's id()."""
        reports: dict[int, Report] = {}
        redacted: dict[int, Observation] = {}
        for items in self.measurements.observations.values():
            for each in items:
                if not (self._admits(each.report.disclosure) and self._admits_address(each.indicator)):
                    continue
                report = reports.get(id(each.report))
                if report is None:
                    report = reports[id(each.report)] = self._report(each.report)
                corrections = tuple(
                    correction for correction in each.corrections if self._admits(correction.disclosure)
                )
                redacted[id(each)] = replace(each, report=report, corrections=corrections)
        return redacted

    def _report(self, report: Report) -> Report:
        visible = {name: value for name, value in report.values.items() if self._admits_address(name)}
        return report.detached(values=visible)

    def _admits_measured(
        self, key: tuple[str, str], measured: Measured, redacted: Mapping[int, Observation]
    ) -> bool:
        if self.audience is Audience.INTERNAL:
            return True
        match measured.origin:
            case Origin.DECLARED | Origin.ROLLED_UP:
                # A sum rests on no single report; the latest value of those below is one of theirs.
                return all(self._shows_whole(each, redacted) for each in measured.observations)
            case Origin.DERIVED:
                return all(self._admits_part(key[0], part, redacted) for part in self._parts_of(key[1]))

    def _shows_whole(self, observation: Observation, redacted: Mapping[int, Observation]) -> bool:
        """Whether the audience sees the report, and the correction by which it now reads."""
        visible = redacted.get(id(observation))
        day = self.measurements.days[observation.indicator.partition("/")[0]]
        return visible is not None and visible.correction(day) == observation.correction(day)

    def _parts_of(self, address: str) -> tuple[str, ...]:
        programme = address.partition("/")[0]
        derived = self.dataset.indicators[address].derived
        if derived is None:
            return ()
        return (f"{programme}/{derived.numerator}", f"{programme}/{derived.denominator}")

    def _admits_part(self, division: str, address: str, redacted: Mapping[int, Observation]) -> bool:
        if not self._admits_address(address):
            return False
        measured = self.measurements.values.get((division, address))
        return measured is None or self._admits_measured((division, address), measured, redacted)

    def _measured(self, measured: Measured, redacted: Mapping[int, Observation]) -> Measured:
        visible = tuple(
            redacted[id(observation)] for observation in measured.observations if id(observation) in redacted
        )
        return replace(measured, observations=visible)

    def _progress(self, redacted: Mapping[int, Observation]) -> Iterable[Progress]:
        for progress in self.measurements.progress:
            key = (progress.division, progress.indicator)
            if self._admits_target(FiledTarget(progress.division, progress.target)) and self._admits_measured(
                key, progress.measured, redacted
            ):
                yield replace(progress, measured=self._measured(progress.measured, redacted))

    def _discrepancies(self, redacted: Mapping[int, Observation]) -> Iterable[Discrepancy]:
        for discrepancy in self.measurements.discrepancies:
            visible = redacted.get(id(discrepancy.observation))
            if visible is not None:
                yield replace(discrepancy, observation=visible)

    def _attachments(
        self,
        bulletins: Iterable[Document[Bulletin]],
        cases: Iterable[Document[Case]],
        pages: Iterable[Document[FreePage]],
    ) -> Iterable[str]:
        """Keep the attachments that a visible document links to; the others are nobody's to see."""
        linked = {
            link.path
            for body, file in _bodies(bulletins, cases, pages)
            for link in relative_links(body, file.removeprefix("content/"))
        }
        return (path for path in self.dataset.attachments if path in linked)


def _bodies(
    bulletins: Iterable[Document[Bulletin]],
    cases: Iterable[Document[Case]],
    pages: Iterable[Document[FreePage]],
) -> Iterable[tuple[str, str]]:
    yield from ((document.body, document.place.file) for document in bulletins)
    yield from ((document.body, document.place.file) for document in cases)
    yield from ((document.body, document.place.file) for document in pages)


def _indicator_among(names: Container[str], indicator: Indicator) -> Indicator:
    """Return the indicator without naming others that are not among ``names``."""
    derived, where = indicator.derived, indicator.where
    hides_parts = derived is not None and not (derived.numerator in names and derived.denominator in names)
    hides_condition = where is not None and where.indicator not in names
    if not (hides_parts or hides_condition):
        return indicator
    return indicator.detached(
        derived=None if hides_parts else derived, where=None if hides_condition else where
    )


def _node_without(node: FrameworkNode, kept: Mapping[str, object]) -> FrameworkNode:
    return node.detached(
        indicators=tuple(name for name in node.indicators if name in kept),
        children=tuple(_node_without(child, kept) for child in node.children),
    )


def _cited_sources(
    programmes: Iterable[Programme],
    targets: Iterable[FiledTarget],
    observations: Iterable[Observation],
    bulletins: Iterable[Document[Bulletin]],
    cases: Iterable[Document[Case]],
) -> frozenset[str]:
    citations: list[Citation | None] = [filed.target.source for filed in targets]
    citations += [observation.report.source for observation in observations]
    names: set[str | None] = set()
    for programme in programmes:
        names.update(programme.sources)
        citations += [node.source for node in framework_nodes(programme)]
        citations += [rule.source for rule in programme.rules]
    names.update(citation.document for citation in citations if citation is not None)
    names.update(bulletin.front.source for bulletin in bulletins)
    names.update(case.front.source for case in cases)
    return frozenset(name for name in names if name is not None)
