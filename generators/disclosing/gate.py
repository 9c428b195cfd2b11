"""The gate: the one function that decides what an audience sees (DESIGN §4).

Aggregates are computed on everything and published by their indicator's disclosure. A value that is
somebody's own internal report, or reads as an internal correction has it, is withheld, and with it
the progress that would reveal it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generators.disclosing.changes import visible_changes
from generators.disclosing.consequences import VisibleGrounds
from generators.disclosing.publication import Audience, Publication
from generators.disclosing.rankings import sources_of_adjustments, visible_rankings
from generators.measuring.commitment_results import CommitmentBook
from generators.measuring.commitments import book_of
from generators.measuring.consequence_results import ConsequenceResult
from generators.measuring.inspection_results import InspectionRecord, Round
from generators.measuring.inspections import Findings, record_of, round_of
from generators.measuring.ledger_results import Ledger, Standing
from generators.measuring.ledgers import ledger_of
from generators.measuring.ranking_results import ComponentScore, SchemeRankings
from generators.measuring.results import Discrepancy, Measured, Measurements, Origin, Progress
from generators.measuring.tier_results import Checklist, LadderResult
from generators.measuring.tier_results import Standing as TierStanding
from generators.measuring.tiers import among
from generators.model.dataset import Dataset
from generators.model.document import Bulletin, Case, Document, FreePage, FrontMatter
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.ledger import LedgerEvent
from generators.model.links import relative_links
from generators.model.observation import Observation
from generators.model.period import Period
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
    shown = _Gate(dataset, measurements, audience).publication()
    changes = {
        span: visible_changes(
            dataset, (past, measurements), (_Gate(dataset, past, audience).publication(), shown)
        )
        for span, past in measurements.past.items()
    }
    return replace(shown, changes=changes)


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
        ledgers = {each.programme: each for each in self._ledgers()}
        cited = _cited_sources(programmes.values(), targets, observations, bulletins, cases)
        cited |= _sources_of_problems(ledgers.values())
        books = {each.programme: each for each in self._commitment_books()}
        cited |= _sources_of_commitments(books.values())
        records = {each.programme: each for each in self._inspection_records(ledgers.values())}
        cited |= _sources_of_inspections(records.values())
        rankings = dict(self._rankings(redacted))
        cited |= sources_of_adjustments(rankings.values())
        ladder_results = dict(self._ladder_results(redacted))
        checklists = dict(self._checklists())
        cited |= _sources_of_tiers(programmes.values(), ladder_results.values(), checklists.values())
        progress = tuple(self._progress(redacted))
        grounds = VisibleGrounds(
            rankings=rankings, progress=progress, ledgers=ledgers, ladder_results=ladder_results
        )
        consequences = dict(self._consequences(grounds))
        cited |= _sources_of_consequences(consequences.values())
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
            progress=progress,
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
            ledgers=ledgers,
            commitment_books=books,
            inspection_records=records,
            ladder_results=ladder_results,
            checklists=checklists,
            rankings=rankings,
            consequence_results=consequences,
            # Late or not, what the office owes is its own affair until it is published.
            publication_terms=self.measurements.publication_terms
            if self.audience is Audience.INTERNAL
            else (),
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
        ladders = {
            name: ladder
            for name, ladder in programme.ladders.items()
            if self._admits_ladder(f"{programme.id}/{name}")
        }
        kept = {name: _indicator_among(admitted, ladders, programme.indicators[name]) for name in admitted}
        return programme.detached(
            indicators=kept,
            framework=tuple(_node_without(node, kept) for node in programme.framework),
            identities=tuple(
                identity
                for identity in programme.identities
                if {identity.total, *identity.parts} <= kept.keys()
            ),
            headline=tuple(name for name in programme.headline if name in kept),
            standards={
                name: standard
                for name, standard in programme.standards.items()
                if self._admits(standard.disclosure)
            },
            ladders=ladders,
            schemes={
                name: scheme for name, scheme in programme.schemes.items() if self._admits(scheme.disclosure)
            },
            consequences={
                name: consequence
                for name, consequence in programme.consequences.items()
                if self._admits_consequence(f"{programme.id}/{name}")
            },
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

    def _shows_whole(
        self, observation: Observation, redacted: Mapping[int, Observation], on: date | None = None
    ) -> bool:
        """Whether the audience sees the report, and the correction by which it reads ``on`` a day, or now."""
        visible = redacted.get(id(observation))
        day = on or self.measurements.days[observation.indicator.partition("/")[0]]
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

    def _ledgers(self) -> Iterable[Ledger]:
        """Yield the ledgers of visible problems; what they add up to is counted anew from these alone."""
        admitted = frozenset(filter(self._admits_inspection, self.dataset.inspections))
        for ledger in self.measurements.ledgers.values():
            if not self._admits(self.dataset.programmes[ledger.programme].disclosure):
                continue
            visible = [each for each in ledger.standings if self._admits(each.filed.entry.disclosure)]
            if self.audience is Audience.INTERNAL:
                yield ledger
            elif visible:
                yield ledger_of(
                    ledger.programme,
                    ledger.day,
                    (_naming_only(each, admitted) for each in visible),
                    self.dataset.divisions,
                    is_whole=len(visible) == len(ledger.standings),
                )

    def _commitment_books(self) -> Iterable[CommitmentBook]:
        """Yield the books of visible commitments, counted anew from these alone."""
        for book in self.measurements.commitment_books.values():
            if not self._admits(self.dataset.programmes[book.programme].disclosure):
                continue
            visible = [each for each in book.standings if self._admits(each.filed.commitment.disclosure)]
            if self.audience is Audience.INTERNAL:
                yield book
            elif visible:
                is_whole = len(visible) == len(book.standings)
                yield book_of(book.programme, book.day, visible, self.dataset.divisions, is_whole=is_whole)

    def _admits_inspection(self, name: str) -> bool:
        inspection = self.dataset.inspections.get(name)
        return inspection is not None and self._admits(
            inspection.disclosure, self.dataset.programmes[inspection.programme].disclosure
        )

    def _inspection_records(self, ledgers: Iterable[Ledger]) -> Iterable[InspectionRecord]:
        """Yield what visible rounds reached, with those of their findings that are among ``ledgers``."""
        findings = Findings.of(ledgers)
        for record in self.measurements.inspection_records.values():
            if self.audience is Audience.INTERNAL:
                yield record
                continue
            visible = [each for each in record.rounds if self._admits_inspection(each.inspection.id)]
            if visible:
                rounds = [self._round(each, findings) for each in visible]
                is_whole = len(visible) == len(record.rounds)
                yield record_of(self.dataset, record.programme, record.day, rounds, is_whole=is_whole)

    def _round(self, found: Round, findings: Findings) -> Round:
        """Return a round anew, naming neither problems nor another round that the audience may not see."""
        inspection = found.inspection
        back = inspection.returns_to
        visits = tuple(
            visit.detached(
                findings=tuple(
                    name
                    for name in visit.findings
                    if self.dataset.problem_address(visit.division, name) in findings.by_address
                )
            )
            for visit in inspection.visits
            if visit.on <= found.day
        )
        redacted = inspection.detached(
            visits=visits, returns_to=back if back is not None and self._admits_inspection(back) else None
        )
        return round_of(self.dataset, redacted, found.day, findings)

    def _admits_standard(self, address: str) -> bool:
        programme = self.dataset.programmes[address.partition("/")[0]]
        return self._admits(programme.disclosure, self.dataset.standards[address].disclosure)

    def _admits_ladder(self, address: str) -> bool:
        """Whether the audience sees a ladder: not without what it goes by."""
        ladder, programme = self.dataset.ladders[address], address.partition("/")[0]
        return (
            self._admits(self.dataset.programmes[programme].disclosure, ladder.disclosure)
            and all(self._admits_standard(f"{programme}/{name}") for name in ladder.standards)
            and (ladder.indicator is None or self._admits_address(f"{programme}/{ladder.indicator}"))
        )

    def _admits_tier_of(self, standing: TierStanding, redacted: Mapping[int, Observation]) -> bool:
        """Whether all is public that the standing, or an earlier one, rests on."""
        dataset, ladder = self.dataset, self.dataset.ladders[standing.ladder]
        programme = standing.ladder.partition("/")[0]
        assessments = dataset.assessments_of.get((standing.division, standing.ladder), ())
        return (
            self._admits(*(each.disclosure for each in assessments))
            and all(self._admits_checks_of(standing.division, f"{programme}/{s}") for s in ladder.standards)
            and (
                standing.measured is None
                or self._admits_measured(
                    (standing.division, f"{programme}/{ladder.indicator}"), standing.measured, redacted
                )
            )
        )

    def _admits_checks_of(self, division: str, standard: str) -> bool:
        checks = self.dataset.checks_of.get((division, standard), ())
        return self._admits(*(check.disclosure for check in checks))

    def _ladder_results(self, redacted: Mapping[int, Observation]) -> Iterable[tuple[str, LadderResult]]:
        """Yield visible ladders with visible standings; what these add up to is counted anew."""
        for address, result in self.measurements.ladder_results.items():
            if not self._admits_ladder(address):
                continue
            standings = {
                division: replace(
                    standing,
                    measured=standing.measured and self._measured(standing.measured, redacted),
                )
                for division, standing in result.standings.items()
                if self._admits_tier_of(standing, redacted)
            }
            yield address, among(self.dataset, result, standings)

    def _checklists(self) -> Iterable[tuple[tuple[str, str], Checklist]]:
        """Yield the checklists of visible standards; one internal check withholds the whole of its list."""
        for (division, standard), found in self.measurements.checklists.items():
            if self._admits_standard(standard) and self._admits_checks_of(division, standard):
                yield (division, standard), found

    def _rankings(self, redacted: Mapping[int, Observation]) -> Iterable[tuple[str, SchemeRankings]]:
        """Yield the rankings of visible schemes, without periods that rest on what is not visible."""
        for address, rankings in self.measurements.rankings.items():
            programme = self.dataset.programmes[address.partition("/")[0]]
            if self.audience is Audience.INTERNAL:
                yield address, rankings
            elif self._admits(programme.disclosure, rankings.scheme.disclosure):
                yield (
                    address,
                    visible_rankings(
                        rankings,
                        lambda period, score: all(
                            self._admits_component(period, score.division, part, redacted)
                            for part in score.components
                        ),
                        lambda measured: self._measured(measured, redacted),
                    ),
                )

    def _consequences(self, grounds: VisibleGrounds) -> Iterable[tuple[str, ConsequenceResult]]:
        """Yield visible consequences with those entries that rest on ``grounds`` alone."""
        for address, result in self.measurements.consequence_results.items():
            if self._admits_consequence(address):
                is_whole = self.audience is Audience.INTERNAL
                yield address, result if is_whole else grounds.visible(result)

    def _admits_consequence(self, address: str) -> bool:
        """Whether the audience sees a consequence: not without what it goes by."""
        programme, consequence = address.partition("/")[0], self.dataset.consequences[address]
        when = consequence.when
        return (
            self._admits(self.dataset.programmes[programme].disclosure, consequence.disclosure)
            and (
                when.rank is None
                or self._admits(self.dataset.schemes[f"{programme}/{when.rank.scheme}"].disclosure)
            )
            and (when.status is None or self._admits_address(f"{programme}/{when.status.indicator}"))
            and (when.tier is None or self._admits_ladder(f"{programme}/{when.tier.ladder}"))
        )

    def _admits_component(
        self, period: Period, division: str, part: ComponentScore, redacted: Mapping[int, Observation]
    ) -> bool:
        """Whether all is public that a component's score shows of a past period."""
        parts = self._parts_of(part.indicator)
        read = part.measured.observations
        if self.dataset.indicators[part.indicator].kind is not IndicatorKind.FLOW:
            read = read[-1:]
        # What a quotient was made from is not kept: nothing that was reported by then may be internal.
        read += tuple(
            each
            for address in parts
            for each in self.measurements.observations.get((division, address), ())
            if each.period.sort_key <= period.sort_key
        )
        return (
            all(map(self._admits_address, (part.indicator, *parts)))
            and (part.target is None or self._admits(part.target.disclosure))
            # Corrections of a past period count as of today, even past the programme's own last day.
            and all(self._shows_whole(each, redacted, self.measurements.as_of) for each in read)
        )

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


def _indicator_among(names: Container[str], ladders: Container[str], indicator: Indicator) -> Indicator:
    """Return the indicator without naming others, or ladders, that are not among those given."""
    population = indicator.computed.population if indicator.computed is not None else None
    if population is not None and population.ladder not in ladders:
        indicator = indicator.detached(computed=None)
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


def _naming_only(standing: Standing, inspections: Container[str]) -> Standing:
    """Return the standing without the names of inspections that are not among ``inspections``."""

    def redacted(event: LedgerEvent) -> LedgerEvent:
        found = event.found
        is_shown = found is None or found.inspection is None or found.inspection in inspections
        return event if found is None or is_shown else event.detached(found=found.detached(inspection=None))

    entry = standing.filed.entry
    return replace(
        standing,
        filed=replace(standing.filed, entry=entry.detached(events=tuple(map(redacted, entry.events)))),
        events=tuple(map(redacted, standing.events)),
    )


def _sources_of_consequences(results: Iterable[ConsequenceResult]) -> frozenset[str]:
    citations = (result.consequence.source for result in results)
    return frozenset(citation.document for citation in citations if citation is not None)


def _sources_of_problems(ledgers: Iterable[Ledger]) -> frozenset[str]:
    citations = (each.filed.entry.source for ledger in ledgers for each in ledger.standings)
    return frozenset(citation.document for citation in citations if citation is not None)


def _sources_of_commitments(books: Iterable[CommitmentBook]) -> frozenset[str]:
    citations = (each.filed.commitment.source for book in books for each in book.standings)
    return frozenset(citation.document for citation in citations if citation is not None)


def _sources_of_inspections(records: Iterable[InspectionRecord]) -> frozenset[str]:
    citations = (each.inspection.source for record in records for each in record.rounds)
    return frozenset(citation.document for citation in citations if citation is not None)


def _sources_of_tiers(
    programmes: Iterable[Programme], results: Iterable[LadderResult], checklists: Iterable[Checklist]
) -> frozenset[str]:
    citations: list[Citation | None] = []
    for programme in programmes:
        citations += [standard.source for standard in programme.standards.values()]
        citations += [ladder.source for ladder in programme.ladders.values()]
    for result in results:
        citations += [
            each.assessment.source for each in result.standings.values() if each.assessment is not None
        ]
    for checklist in checklists:
        citations += [item.check.source for item in checklist.items if item.check is not None]
    return frozenset(citation.document for citation in citations if citation is not None)


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
        citations += [version.source for each in programme.schemes.values() for version in each.versions]
    names.update(citation.document for citation in citations if citation is not None)
    names.update(bulletin.front.source for bulletin in bulletins)
    names.update(case.front.source for case in cases)
    return frozenset(name for name in names if name is not None)
