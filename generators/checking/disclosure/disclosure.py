"""What is public shows nothing that is internal: neither a figure, nor a page, nor a source's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from generators.checking.disclosure.period_disclosure import internal_figure, internal_of_a_period
from generators.checking.documents.documents import links_of, pages_by_path
from generators.checking.kit.context import Context
from generators.checking.kit.prose import documents_of
from generators.checking.kit.public_text import is_internal, public_tier_records
from generators.checking.kit.wording import named
from generators.checking.references import (
    Mention,
    cited,
    source_of_a_document,
    sources_of_a_programme,
    sources_of_schemes,
)
from generators.model.address import Address
from generators.model.computed import (
    CommitmentShare,
    Computed,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.consequence import (
    Consequence,
    ProblemsTrigger,
    RankTrigger,
    StatusTrigger,
    TierTrigger,
)
from generators.model.dataset import Dataset
from generators.model.document import Bulletin, Case
from generators.model.indicator import Rollup
from generators.model.observation import Observation
from generators.model.passages import AnyDocument, place_at
from generators.model.period import stated_period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.prose_functions import SIGNATURES
from generators.model.record import Place
from generators.model.scalars import Disclosure
from generators.reading.prose import ProseCall
from generators.reading.quoting import quoted


def calls_of_internal_matters(context: Context) -> Iterator[Problem]:
    """Public prose calls for public figures, programmes, documents and sources only."""
    for prose in context.prose:
        if prose.passage.disclosure is not Disclosure.PUBLIC:
            continue
        for call in prose.calls:
            subject = _internal_subject(context, call)
            if subject is not None:
                yield problem("E504", call.place, f"{call.function}(…) 引用了内部的{subject}")


def _internal_subject(context: Context, call: ProseCall) -> str | None:
    """Return what a call would give away, in words, or ``None``."""
    match call.function:
        case "value":
            return _internal_value(context, call)
        case "target":
            return _internal_target(context, call)
        case "indicator":
            address = Address(call.argument("id") or "")
            return f"指标{context.indicator_name(address)}" if is_internal(context.dataset, address) else None
        case function if SIGNATURES[function].is_of_a_period:
            return internal_of_a_period(context, call)
        case _:
            linkable = context.linkable[call.function]
            name = Address(call.argument("id") or "")
            return _if_internal(linkable.noun, linkable.records.get(name), name)


def _if_internal(noun: str, record: object, name: str) -> str | None:
    disclosure = getattr(record, "disclosure", Disclosure.PUBLIC)
    return f"{noun}{quoted(name)}" if disclosure is Disclosure.INTERNAL else None


def _internal_value(context: Context, call: ProseCall) -> str | None:
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    period = stated_period(call.argument("period") or "")
    reported = (each.period for each in context.observations.get((division, address), ()))
    if period is not None and period not in reported:
        return internal_figure(context, division, address, period)
    for part in sorted(context.rests_on(address)):
        if is_internal(context.dataset, part):
            return f"指标{context.indicator_name(part)}"
        if _has_internal_report(context, division, part, call.argument("period")):
            return f"报送：{context.figure_name(division, part)}"
    return None


def _has_internal_report(context: Context, division: str, address: Address, period: str | None) -> bool:
    """Whether the gate would withhold a value: one internal report among those it rests on is enough."""
    observations = context.observations.get((division, address), ())
    if period is not None:
        return any(
            each.report.disclosure is Disclosure.INTERNAL
            for each in observations
            if each.period.text == period
        )
    day = context.day_of(address)
    known = [each for each in observations if each.is_known(day)]
    indicator = context.indicator(address)
    if not known and indicator is not None and indicator.rollup is Rollup.LATEST:
        below = context.dataset.descendants(division)
        return any(_has_internal_report(context, each, address, None) for each in below)
    return any(_reads_as_internal(each, day) for each in known)


def _reads_as_internal(observation: Observation, day: date) -> bool:
    """Whether the report is internal, or the correction by which it reads on ``day``."""
    correction = observation.correction(day)
    said = (observation.report.disclosure, correction.disclosure if correction is not None else None)
    return Disclosure.INTERNAL in said


def _internal_target(context: Context, call: ProseCall) -> str | None:
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    by = call.argument("by")
    if is_internal(context.dataset, address):
        return f"指标{context.indicator_name(address)}"
    disclosures = [
        filed.target.disclosure
        for filed in context.dataset.targets
        if filed.division == division
        and filed.target.indicator == address
        and by in {None, filed.target.due.isoformat()}
    ]
    if disclosures and Disclosure.PUBLIC not in disclosures:
        return f"目标：{context.figure_name(division, address)}"
    return None


def internal_matters_in_front(context: Context) -> Iterator[Problem]:
    """The front matter of a public bulletin or case names public programmes and figures only."""
    dataset = context.dataset
    for document in documents_of(dataset):
        front = document.front
        if front.disclosure is not Disclosure.PUBLIC:
            continue
        mentions: list[Mention] = []
        if isinstance(front, Bulletin):
            mentions = [
                Mention(name, front.place("programmes", at)) for at, name in enumerate(front.programmes)
            ]
        elif isinstance(front, Case):
            mentions = [Mention(front.programme, front.place("programme"))]
            yield from _internal_figures(context, front)
        for mention in mentions:
            subject = _if_internal("工作", dataset.programmes.get(mention.name), mention.name)
            if subject is not None:
                yield problem("E504", mention.place, f"{named(front.title)}写到了内部的{subject}")


def _internal_figures(context: Context, case: Case) -> Iterator[Problem]:
    for at, address in enumerate(case.figures):
        if is_internal(context.dataset, address):
            detail = f"{named(case.title)}列出了内部的指标{context.indicator_name(address)}"
            yield problem("E504", case.place("figures", at), detail)


def internal_sources(context: Context) -> Iterator[Problem]:
    """What is public was taken from public sources; an internal one's name may itself be internal."""
    for mention in _sources_named_in_public(context):
        source = context.dataset.sources.get(mention.name)
        if source is not None and source.disclosure is Disclosure.INTERNAL:
            yield problem("E504", mention.place, f"公开的内容出自内部的出处{quoted(mention.name)}")


def _sources_named_in_public(context: Context) -> Iterator[Mention]:
    dataset = context.dataset
    for filed_target in dataset.targets:
        target = filed_target.target
        if target.disclosure is Disclosure.PUBLIC and not is_internal(dataset, target.indicator):
            yield from cited(target.source)
    for filed_report in dataset.reports:
        report = filed_report.report
        if report.disclosure is Disclosure.PUBLIC and not all(
            is_internal(dataset, address) for address in report.values
        ):
            yield from cited(report.source)
    yield from _sources_of_public_problems(dataset)
    yield from _sources_of_public_commitments(dataset)
    yield from _sources_of_public_inspections(dataset)
    yield from _sources_of_public_tiers(dataset)
    yield from _sources_of_public_schemes(dataset)
    yield from _sources_of_public_consequences(dataset)
    for programme in dataset.programmes.values():
        if programme.disclosure is Disclosure.PUBLIC:
            yield from sources_of_a_programme(programme)
    for document in documents_of(dataset):
        front = document.front
        if isinstance(front, Bulletin | Case) and front.disclosure is Disclosure.PUBLIC:
            yield from source_of_a_document(front)


def public_schemes_of_internal_figures(context: Context) -> Iterator[Problem]:
    """A public score shows all its inputs, so a public scheme has no internal indicator among them."""
    for programme in context.dataset.programmes.values():
        for scheme in programme.schemes.values():
            if Disclosure.INTERNAL in {programme.disclosure, scheme.disclosure}:
                continue
            for version in scheme.versions:
                for component in version.components.values():
                    address = Address.of(programme.id, component.indicator)
                    if any(is_internal(context.dataset, part) for part in context.rests_on(address)):
                        detail = f"公开的{named(scheme.name)}用到内部的指标{context.indicator_name(address)}"
                        yield problem("E504", component.place("indicator"), detail)


def _sources_of_public_tiers(dataset: Dataset) -> Iterator[Mention]:
    for record in public_tier_records(dataset):
        if record.disclosure is Disclosure.PUBLIC:
            yield from cited(record.source)


def undeclared_aggregates(context: Context) -> Iterator[Problem]:
    """A figure computed from what is internal unless it says otherwise says itself whether it is public."""
    for address, indicator in context.dataset.indicators.items():
        if indicator.computed is None or "disclosure" in indicator.model_fields_set:
            continue
        ground = _internal_aggregate(context.dataset, address, indicator.computed)
        if ground is not None:
            detail = f"{named(indicator.name)}{ground}"
            yield problem("E438", indicator.place("computed", of_key=True), detail)


def _internal_aggregate(dataset: Dataset, address: Address, computed: Computed) -> str | None:
    """Return in words from what a figure is computed if that is internal unless it says otherwise."""
    match computed:
        case PopulationShare(ladder=ladder):
            is_internal_ladder = _is_internal_ladder(dataset, address.sibling(ladder))
            return f"由内部的等次序列{quoted(ladder)}算出" if is_internal_ladder else None
        case ProblemShare():
            records = "问题台账"
        case CommitmentShare():
            records = "承诺"
        case InspectionFigure():
            records = "督查"
        case never:
            assert_never(never)
    return f"由{records}算出，{records}大多是内部的"


def _is_internal_ladder(dataset: Dataset, address: Address) -> bool:
    """Whether the public does not see a ladder, be it for what it goes by."""
    ladder = dataset.ladders.get(address)
    if ladder is None:
        return False
    if ladder.indicator is not None and is_internal(dataset, address.sibling(ladder.indicator)):
        return True
    grounds = [ladder, *(dataset.standards.get(address.sibling(name)) for name in ladder.standards)]
    return any(each is not None and each.disclosure is Disclosure.INTERNAL for each in grounds)


def _sources_of_public_problems(dataset: Dataset) -> Iterator[Mention]:
    for filed in dataset.ledger:
        programme = dataset.programmes.get(filed.entry.programme)
        said = (filed.entry.disclosure, programme.disclosure if programme is not None else None)
        if Disclosure.INTERNAL not in said:
            yield from cited(filed.entry.source)


def _sources_of_public_commitments(dataset: Dataset) -> Iterator[Mention]:
    for filed in dataset.commitments:
        programme = dataset.programmes.get(filed.commitment.programme)
        said = (filed.commitment.disclosure, programme.disclosure if programme is not None else None)
        if Disclosure.INTERNAL not in said:
            yield from cited(filed.commitment.source)


def _sources_of_public_inspections(dataset: Dataset) -> Iterator[Mention]:
    for inspection in dataset.inspections.values():
        programme = dataset.programmes.get(inspection.programme)
        said = (inspection.disclosure, programme.disclosure if programme is not None else None)
        if Disclosure.INTERNAL not in said:
            yield from cited(inspection.source)


def _sources_of_public_consequences(dataset: Dataset) -> Iterator[Mention]:
    for _, consequence in _public_consequences(dataset):
        yield from cited(consequence.source)


def _public_consequences(dataset: Dataset) -> Iterator[tuple[Programme, Consequence]]:
    for programme in dataset.programmes.values():
        for consequence in programme.consequences.values():
            if Disclosure.INTERNAL not in {programme.disclosure, consequence.disclosure}:
                yield programme, consequence


def public_consequences_of_internal_matters(context: Context) -> Iterator[Problem]:
    """A public consequence goes by a public scheme, indicator or ladder."""
    for programme, consequence in _public_consequences(context.dataset):
        name = consequence.name
        match consequence.when:
            case RankTrigger(scheme=scheme) as trigger:
                subject = _if_internal("考核办法", programme.schemes.get(scheme), scheme)
                yield from _internal_ground(name, subject, trigger.place("scheme"))
            case StatusTrigger(indicator=indicator) as trigger:
                address = Address.of(programme.id, indicator)
                hidden = any(is_internal(context.dataset, part) for part in context.rests_on(address))
                subject = f"指标{context.indicator_name(address)}" if hidden else None
                yield from _internal_ground(name, subject, trigger.place("indicator"))
            case TierTrigger(ladder=ladder) as trigger:
                subject = _if_internal("等次序列", programme.ladders.get(ladder), ladder)
                yield from _internal_ground(name, subject, trigger.place("ladder"))
            case ProblemsTrigger():
                pass  # the gate leaves out whoever has problems that the public does not see
            case never:
                assert_never(never)


def _internal_ground(name: str, subject: str | None, place: Place) -> Iterator[Problem]:
    if subject is not None:
        yield problem("E504", place, f"公开的奖惩{named(name)}依据内部的{subject}")


def _sources_of_public_schemes(dataset: Dataset) -> Iterator[Mention]:
    for programme in dataset.programmes.values():
        for scheme, mention in sources_of_schemes(programme):
            if Disclosure.INTERNAL not in {programme.disclosure, scheme.disclosure}:
                yield mention
    for adjustment in dataset.adjustments:
        scheme_applied = dataset.schemes.get(adjustment.scheme)
        said = {adjustment.disclosure, scheme_applied.disclosure if scheme_applied is not None else None}
        if Disclosure.INTERNAL not in said:
            yield from cited(adjustment.source)


def links_to_internal_pages(context: Context) -> Iterator[Problem]:
    """A public page links to public pages only."""
    pages = pages_by_path(context.dataset)
    for document in documents_of(context.dataset):
        if document.front.disclosure is not Disclosure.PUBLIC:
            continue
        for link in links_of(document):
            linked: AnyDocument | None = pages.get(link.path)
            if linked is not None and linked.front.disclosure is Disclosure.INTERNAL:
                place = place_at(document.body, link.offset, document.place)
                yield problem("E504", place, f"链接到内部的页面{quoted(link.path)}")


def public_corrections_of_internal_reports(context: Context) -> Iterator[Problem]:
    """A correction is no more public than the report that it corrects."""
    for observations in context.observations.values():
        for observation in observations:
            if observation.report.disclosure is not Disclosure.INTERNAL:
                continue
            for correction in observation.corrections:
                if correction.disclosure is Disclosure.PUBLIC:
                    subject = context.figure_name(correction.division, correction.indicator)
                    detail = f"公开的更正对应内部的报送：{subject}"
                    yield problem("E504", correction.place("disclosure"), detail)
