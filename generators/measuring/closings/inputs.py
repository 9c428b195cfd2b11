"""What the figures of a closed period were computed from: each record with the digest of what it says.

What was filed later, or is of a later time, is no input: it may come and go without a trace in the period.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from generators.measuring.closings.figures import target_key
from generators.measuring.facts import PeriodFacts
from generators.measuring.figures.cutoff import Cutoff
from generators.model.address import Address
from generators.model.canonical import Plain, canonical, plain, sha256_of
from generators.model.closing import InputKey
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.period import Period
from generators.model.programme import Programme
from generators.model.record import Place, Record
from generators.model.visibility import is_public
from generators.results.closings import Input

_SITE: Final = "data/site.yml"


def closed_inputs(facts: PeriodFacts, closed: date, divisions: Iterable[str]) -> dict[InputKey, Input]:
    """Return the inputs of the programme and period of ``facts``, as known on the day ``closed``.

    ``divisions`` are those that figures are of: what they were called is fixed with the figures.
    """
    found = _Inputs(facts, closed)
    seen: Counter[InputKey] = Counter()
    inputs: dict[InputKey, Input] = {}
    for key, each in sorted(found.all(divisions), key=lambda pair: (pair[0], pair[1].digest)):
        seen[key] += 1
        # Two equal records, such as two reports of one day, are told apart by a number.
        inputs[key if seen[key] == 1 else (*key, str(seen[key]))] = each
    return inputs


def correction_key(correction: Correction) -> InputKey:
    """Return what tells a correction from others."""
    part = "" if correction.part is None else correction.part.value
    subject = (correction.division, correction.indicator, correction.period.text)
    return ("correction", *subject, correction.on.isoformat(), part)


_Found: TypeAlias = Iterator[tuple[InputKey, Input]]


def _input(content: Plain, place: Place, *records: Record | None) -> Input:
    return Input(sha256_of(canonical(content)), place, is_public=is_public(*records))


@dataclass(frozen=True, slots=True)
class _Inputs:
    """Finds the inputs of one programme and period, as known on the day ``closed``."""

    facts: PeriodFacts
    closed: date

    @property
    def dataset(self) -> Dataset:
        """Return the dataset."""
        return self.facts.dataset

    @property
    def programme(self) -> Programme:
        """Return the programme."""
        return self.dataset.programmes[self.facts.programme]

    @property
    def day(self) -> date:
        """Return the last day of the period, or of the data."""
        return self.facts.day

    @property
    def cutoff(self) -> Cutoff:
        """Return until when reports count."""
        return self.facts.figures.cutoffs[self.facts.programme]

    def all(self, divisions: Iterable[str]) -> _Found:
        """Yield every input; of ``divisions`` also what they were called."""
        yield from self._definitions()
        yield from self._schemes()
        yield from self._divisions(divisions)
        yield from self._targets()
        yield from self._reports()
        yield from self._filings()
        yield from self._histories()

    def _definitions(self) -> _Found:
        thresholds, programme = self.dataset.site.thresholds, self.programme
        limits: Plain = [plain(thresholds.behind_tolerance), plain(thresholds.report_grace_days)]
        yield ("thresholds",), _input(limits, Place(_SITE))
        content: Plain = [
            programme.owner,
            programme.name,
            programme.short_name,
            plain(programme.period_on(self.day)),
            self.day.isoformat(),
        ]
        yield ("programme", programme.id), _input(content, programme.place("name"), programme)
        for kind, records in (
            ("indicator", programme.indicators),
            ("standard", programme.standards),
            ("ladder", programme.ladders),
        ):
            for name, record in records.items():
                address = Address.of(programme.id, name)
                yield (kind, address), _input(plain(record), record.place(), record)
        for name, consequence in programme.consequences.items():
            if consequence.is_in_force(self.day):
                # Until when it is in force may be decided later: another one takes its place then.
                content = plain(consequence.detached(end=None))
                address = Address.of(programme.id, name)
                yield ("consequence", address), _input(content, consequence.place(), consequence)

    def _schemes(self) -> _Found:
        for name, scheme in self.programme.schemes.items():
            address = Address.of(self.programme.id, name)
            in_force = [each for each in scheme.versions if each.start.sort_key <= self.facts.period.sort_key]
            for version in in_force:
                yield (
                    ("scheme version", address, version.start.text),
                    _input(plain(version), version.place(), scheme, version.black_list),
                )
            if in_force:
                content: Plain = [
                    scheme.name,
                    scheme.level.value,
                    scheme.every.value,
                    str(scheme.closes_after_days),
                    plain(scheme.groups),
                ]
                yield ("scheme", address), _input(content, scheme.place(), scheme)

    def _divisions(self, divisions: Iterable[str]) -> _Found:
        known = self.dataset.divisions
        existing: list[Plain] = []
        for name in self.dataset.within(self.programme.owner):
            division = known[name].on(self.day)
            if division.exists_on(self.day):
                existing.append([name, division.kind.value, division.within or ""])
        place = known[self.programme.owner].place if self.programme.owner in known else Place(_SITE)
        yield ("divisions",), _input(sorted(existing, key=str), place)
        for name in sorted({*divisions} & known.keys()):
            then = known[name].on(self.day)
            until = [plain(each) for each in known[name].history if each.on <= self.day]
            content: Plain = [then.name, then.kind.value, then.word or "", then.within or "", *until]
            yield ("division", name), _input(content, known[name].place)

    def _targets(self) -> _Found:
        for filed in self.dataset.targets:
            target = filed.target
            if target.start <= self.day:
                content = plain(target)
                yield ("target", *target_key(filed.division, target)), _input(content, target.place(), target)

    def _reports(self) -> _Found:
        for (division, address), observations in self.dataset.observations.items():
            for each in observations:
                if address.programme == self.programme.id and self.cutoff.knows(each):
                    report = each.report
                    on = "" if report.on is None else report.on.isoformat()
                    key = ("report", division, address, report.period.text, on)
                    place = report.place("values", address)
                    yield key, _input(plain(each.value), place, report)

    def _filings(self) -> _Found:
        for correction in self.dataset.corrections:
            if correction.on <= self.closed:
                found = _input(plain(correction), correction.place("new"), correction)
                yield correction_key(correction), found
        for adjustment in self.dataset.adjustments:
            if self._is_within(adjustment.period) and adjustment.on <= self.closed:
                subject = (adjustment.scheme, adjustment.division, adjustment.period.text, adjustment.rule)
                said: Plain = [plain(adjustment.points), adjustment.reason]
                found = _input(said, adjustment.place(), adjustment)
                yield ("adjustment", *subject, adjustment.on.isoformat()), found
        for filed in self.dataset.checks:
            check = filed.check
            if check.on <= self.day:
                revoked = check.revoked
                until = plain(revoked) if revoked is not None and revoked.on <= self.day else ""
                found = _input(until, check.place(), check)
                yield ("check", filed.division, check.item, check.on.isoformat()), found
        for rated in self.dataset.assessments:
            assessment = rated.assessment
            if assessment.on <= self.day:
                found = _input([assessment.tier, assessment.by], assessment.place(), assessment)
                yield ("assessment", rated.division, assessment.ladder, assessment.on.isoformat()), found

    def _is_within(self, period: Period) -> bool:
        start, end = self.facts.period.start, self.facts.period.end
        return start is not None and end is not None and period.lies_within(start, end)

    def _histories(self) -> _Found:
        for problem in self.dataset.ledger:
            events = [plain(each) for each in problem.entry.events if each.on <= self.day]
            if events:
                entry = problem.entry
                content: Plain = [problem.division, entry.title, entry.category, *events]
                yield ("problem", problem.address), _input(content, entry.place(), entry)
        for filed in self.dataset.commitments:
            promise = filed.commitment
            events = [plain(each) for each in promise.events if each.on <= self.day]
            if events:
                what: list[Plain] = [promise.text, promise.by, plain(promise.points), promise.due.isoformat()]
                content = [filed.division, *what, *events]
                yield ("commitment", filed.address), _input(content, promise.place(), promise)
        for inspection in self.dataset.inspections.values():
            for at, visit in enumerate(inspection.visits):
                if visit.on <= self.day:
                    key = ("visit", inspection.id, visit.division, visit.on.isoformat())
                    place = inspection.place("visits", at)
                    content = [plain(visit), inspection.kind.value, inspection.returns_to or ""]
                    yield key, _input(content, place, inspection)
