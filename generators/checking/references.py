"""Every name of a division, programme, indicator, source or series leads to a record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generators.checking.kit.context import Context
from generators.checking.kit.wording import near_miss
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.document import Bulletin, Case
from generators.model.indicator import Indicator
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme, framework_nodes
from generators.model.record import Place
from generators.model.scheme import Scheme
from generators.model.source import Citation
from generators.reading.quoting import quoted


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that should be known, and where it was written."""

    name: str
    place: Place


def unknown_divisions(context: Context) -> Iterator[Problem]:
    """Programme owners, corrections, bulletins and cases name registered divisions."""
    known = context.dataset.divisions.keys()
    yield from _unknown("E301", "区划", _divisions_named(context.dataset), known)


def unknown_programmes(context: Context) -> Iterator[Problem]:
    """Bulletins and cases name registered programmes."""
    known = context.dataset.programmes.keys()
    yield from _unknown("E302", "工作", _programmes_named(context.dataset), known)


def unknown_indicators(context: Context) -> Iterator[Problem]:
    """Whatever names an indicator names one that its programme defines."""
    dataset = context.dataset
    for mention in _indicators_named(dataset):
        address = Address(mention.name)
        if address in dataset.indicators or context.is_damaged(address):
            continue
        programme = address.programme
        if programme in dataset.programmes:
            detail = f"没有指标{quoted(mention.name)}{near_miss(mention.name, dataset.indicators)}"
        else:
            hint = near_miss(programme, dataset.programmes)
            detail = f"没有工作{quoted(programme)}，也就没有指标{quoted(mention.name)}{hint}"
        yield problem("E303", mention.place, detail)


def unknown_sources(context: Context) -> Iterator[Problem]:
    """Citations, programmes, bulletins and cases name registered sources."""
    known = context.dataset.sources.keys()
    yield from _unknown("E304", "出处", sources_named(context.dataset), known)


def unknown_series(context: Context) -> Iterator[Problem]:
    """A bulletin belongs to a registered series."""
    bulletins = context.dataset.bulletins
    named = (Mention(each.front.series, each.front.place("series")) for each in bulletins)
    yield from _unknown("E305", "刊物", named, context.dataset.series.keys())


def _unknown(code: str, noun: str, mentions: Iterable[Mention], known: Collection[str]) -> Iterator[Problem]:
    for mention in mentions:
        if mention.name not in known:
            detail = f"没有{noun}{quoted(mention.name)}{near_miss(mention.name, known)}"
            yield problem(code, mention.place, detail)


def _divisions_named(dataset: Dataset) -> Iterator[Mention]:
    for programme in dataset.programmes.values():
        yield Mention(programme.owner, programme.place("owner"))
    for correction in dataset.corrections:
        yield Mention(correction.division, correction.place("division"))
    yield from _divisions_of_records(dataset)
    for bulletin in dataset.bulletins:
        for at, name in enumerate(bulletin.front.divisions):
            yield Mention(name, bulletin.front.place("divisions", at))
    for case in dataset.cases:
        yield Mention(case.front.division, case.front.place("division"))
    yield from _divisions_of_schemes(dataset)


def _divisions_of_records(dataset: Dataset) -> Iterator[Mention]:
    for filed_problem in dataset.ledger:
        if filed_problem.entry.division is not None:
            yield Mention(filed_problem.entry.division, filed_problem.entry.place("division"))
    for filed in dataset.commitments:
        if filed.commitment.division is not None:
            yield Mention(filed.commitment.division, filed.commitment.place("division"))
    for inspection in dataset.inspections.values():
        for visit in inspection.visits:
            yield Mention(visit.division, visit.place("division"))


def _divisions_of_schemes(dataset: Dataset) -> Iterator[Mention]:
    for adjustment in dataset.adjustments:
        yield Mention(adjustment.division, adjustment.place("division"))
    for scheme in dataset.schemes.values():
        for group in scheme.groups.values():
            for at, name in enumerate(group.divisions):
                yield Mention(name, group.place("divisions", at))


def _programmes_named(dataset: Dataset) -> Iterator[Mention]:
    for filed_problem in dataset.ledger:
        yield Mention(filed_problem.entry.programme, filed_problem.entry.place("programme"))
    for filed in dataset.commitments:
        yield Mention(filed.commitment.programme, filed.commitment.place("programme"))
    for inspection in dataset.inspections.values():
        yield Mention(inspection.programme, inspection.place("programme"))
    for bulletin in dataset.bulletins:
        for at, name in enumerate(bulletin.front.programmes):
            yield Mention(name, bulletin.front.place("programmes", at))
    for case in dataset.cases:
        yield Mention(case.front.programme, case.front.place("programme"))


def _indicators_named(dataset: Dataset) -> Iterator[Mention]:
    for filed_target in dataset.targets:
        target = filed_target.target
        yield Mention(target.indicator, target.place("indicator"))
    for filed_report in dataset.reports:
        report = filed_report.report
        for address in report.values:
            yield Mention(address, report.place("values", address, of_key=True))
    for correction in dataset.corrections:
        yield Mention(correction.indicator, correction.place("indicator"))
    for programme in dataset.programmes.values():
        for mention in _indicators_of_a_programme(programme):
            yield Mention(Address.of(programme.id, mention.name), mention.place)
    for case in dataset.cases:
        for at, address in enumerate(case.front.figures):
            yield Mention(address, case.front.place("figures", at))


def _indicators_of_a_programme(programme: Programme) -> Iterator[Mention]:
    for at, identity in enumerate(programme.identities):
        yield Mention(identity.total, programme.place("identities", at, "total"))
        for part_at, part in enumerate(identity.parts):
            yield Mention(part, programme.place("identities", at, "parts", part_at))
    for at, name in enumerate(programme.headline):
        yield Mention(name, programme.place("headline", at))
    for node in framework_nodes(programme):
        for at, name in enumerate(node.indicators):
            yield Mention(name, node.place("indicators", at))
    for indicator in programme.indicators.values():
        yield from _indicators_of_an_indicator(indicator)
    for scheme in programme.schemes.values():
        for version in scheme.versions:
            for component in version.components.values():
                yield Mention(component.indicator, component.place("indicator"))


def _indicators_of_an_indicator(indicator: Indicator) -> Iterator[Mention]:
    if indicator.derived is not None:
        yield Mention(indicator.derived.numerator, indicator.place("derived", "numerator"))
        yield Mention(indicator.derived.denominator, indicator.place("derived", "denominator"))
    if indicator.where is not None:
        yield Mention(indicator.where.indicator, indicator.place("where", "indicator"))


def sources_named(dataset: Dataset) -> Iterator[Mention]:
    """Yield every mention of a source, in whatever record."""
    for filed_target in dataset.targets:
        yield from cited(filed_target.target.source)
    for filed_report in dataset.reports:
        yield from cited(filed_report.report.source)
    for filed_problem in dataset.ledger:
        yield from cited(filed_problem.entry.source)
    for filed in dataset.commitments:
        yield from cited(filed.commitment.source)
    for inspection in dataset.inspections.values():
        yield from cited(inspection.source)
    for programme in dataset.programmes.values():
        yield from sources_of_a_programme(programme)
        yield from (mention for _, mention in sources_of_schemes(programme))
    yield from (mention for each in dataset.consequences.values() for mention in cited(each.source))
    yield from _sources_of_tiers(dataset)
    for bulletin in dataset.bulletins:
        yield from source_of_a_document(bulletin.front)
    for case in dataset.cases:
        yield from source_of_a_document(case.front)
    for adjustment in dataset.adjustments:
        yield from cited(adjustment.source)


def _sources_of_tiers(dataset: Dataset) -> Iterator[Mention]:
    yield from (mention for each in dataset.standards.values() for mention in cited(each.source))
    yield from (mention for each in dataset.ladders.values() for mention in cited(each.source))
    for filed_check in dataset.checks:
        yield from cited(filed_check.check.source)
    for filed_assessment in dataset.assessments:
        yield from cited(filed_assessment.assessment.source)


def cited(citation: Citation | None) -> Iterator[Mention]:
    """Yield the source that a citation names."""
    if citation is not None:
        yield Mention(citation.document, citation.place("document"))


def sources_of_a_programme(programme: Programme) -> Iterator[Mention]:
    """Yield the sources that a programme, its framework and its rules name."""
    for at, name in enumerate(programme.sources):
        yield Mention(name, programme.place("sources", at))
    for node in framework_nodes(programme):
        yield from cited(node.source)
    for rule in programme.rules:
        yield from cited(rule.source)


def sources_of_schemes(programme: Programme) -> Iterator[tuple[Scheme, Mention]]:
    """Yield the sources that the versions of a programme's schemes name, each with its scheme."""
    for scheme in programme.schemes.values():
        for version in scheme.versions:
            yield from ((scheme, mention) for mention in cited(version.source))


def source_of_a_document(front: Bulletin | Case) -> Iterator[Mention]:
    """Yield the source that a bulletin or case was written after."""
    if front.source is not None:
        yield Mention(front.source, front.place("source"))
