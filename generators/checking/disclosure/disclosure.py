"""Public content shows nothing internal: no figure, no page, and no name of a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generators.checking.disclosure.period_disclosure import internal_figure, internal_of_a_period
from generators.checking.documents.documents import pages_by_path
from generators.checking.kit.context import Context
from generators.checking.kit.prose import documents_of
from generators.checking.kit.wording import named
from generators.model.address import Address
from generators.model.computed import (
    CommitmentShare,
    Computed,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.consequence import (
    ProblemsTrigger,
    RankTrigger,
    StatusTrigger,
    TierTrigger,
    Trigger,
)
from generators.model.division import Division
from generators.model.document import AnyDocument
from generators.model.indicator import Rollup
from generators.model.links import links_of
from generators.model.names import Meaning
from generators.model.passages import place_at
from generators.model.period import stated_period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.prose import ProseCall
from generators.model.prose_functions import SIGNATURES
from generators.model.record import Place, Record
from generators.model.visibility import declares
from generators.model.walk import records_of, walk
from generators.reading.quoting import quoted


def calls_of_internal_matters(context: Context) -> Iterator[Problem]:
    """Calls in public prose refer only to public figures, programmes, documents and sources."""
    for parsed in context.prose:
        if not parsed.passage.is_public:
            continue
        for call in parsed.prose.calls:
            subject = _internal_subject(context, call)
            if subject is not None:
                yield problem("E504", parsed.place_of(call), f"{call.function}(…) 引用了内部的{subject}")


def _internal_subject(context: Context, call: ProseCall) -> str | None:
    """Return a text on the internal record that a call would reveal; ``None`` if there is none."""
    match call.function:
        case "value":
            return _internal_value(context, call)
        case "target":
            return _internal_target(context, call)
        case "indicator":
            address = Address(call.argument("id") or "")
            return None if context.public.indicator(address) else f"指标{context.indicator_name(address)}"
        case function if SIGNATURES[function].is_of_a_period:
            return internal_of_a_period(context, call)
        case _:
            linkable = context.linkable[call.function]
            name = Address(call.argument("id") or "")
            return _if_hidden(context, linkable.noun, linkable.records.get(name), name)


def _if_hidden(context: Context, noun: str, record: Record | Division | None, name: str) -> str | None:
    is_hidden = isinstance(record, Record) and not context.public.shows(record)
    return f"{noun}{quoted(name)}" if is_hidden else None


def _internal_value(context: Context, call: ProseCall) -> str | None:
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    period = stated_period(call.argument("period") or "")
    reported = (each.period for each in context.dataset.observations.get((division, address), ()))
    if period is not None and period not in reported:
        return internal_figure(context, division, address, period)
    if context.public.releases(address):
        return None  # the gate decides, after measuring
    for part in sorted(context.dataset.rests_on(address)):
        if not context.public.indicator(part):
            return f"指标{context.indicator_name(part)}"
        if _has_internal_report(context, division, part, call.argument("period")):
            return f"报送：{context.figure_name(division, part)}"
    return None


def _has_internal_report(context: Context, division: str, address: Address, period: str | None) -> bool:
    """Whether the gate would withhold a value, which it does if any of its reports is internal."""
    observations = context.dataset.observations.get((division, address), ())
    if period is not None:
        return not context.public.shows(*(each.report for each in observations if each.period.text == period))
    day = context.day_of(address)
    known = [each for each in observations if each.is_known(day)]
    indicator = context.indicator(address)
    if not known and indicator is not None and indicator.rollup is Rollup.LATEST:
        below = context.dataset.descendants(division)
        return any(_has_internal_report(context, each, address, None) for each in below)
    return not all(context.public.reading(each, context.as_of) for each in known)


def _internal_target(context: Context, call: ProseCall) -> str | None:
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    by = call.argument("by")
    if not context.public.indicator(address):
        return f"指标{context.indicator_name(address)}"
    meant = [
        target
        for target in context.dataset.targets_filed.get((division, address), ())
        if by in {None, target.due.isoformat()}
    ]
    if meant and not any(map(context.public.filed, meant)):
        return f"目标：{context.figure_name(division, address)}"
    return None


def internal_matters_in_front(context: Context) -> Iterator[Problem]:
    """The front matter of a public bulletin or case names public programmes and figures only."""
    for document in documents_of(context.dataset):
        front = document.front
        if not context.public.shows(front):
            continue
        for name in walk(front, Meaning.PROGRAMME):
            if not context.public.programme(name.text):
                yield problem("E504", name.place, f"{named(front.title)}写到了内部的工作{quoted(name.text)}")
        for name in walk(front, Meaning.INDICATOR):
            address = Address(name.text)
            if not context.public.indicator(address):
                detail = f"{named(front.title)}列出了内部的指标{context.indicator_name(address)}"
                yield problem("E504", name.place, detail)


def internal_sources(context: Context) -> Iterator[Problem]:
    """Public records cite only public sources: the name of an internal source may itself be internal."""
    internal = {name for name, source in context.dataset.sources.items() if not context.public.shows(source)}
    for record in records_of(context.dataset) if internal else ():
        for name, is_public in context.public.texts(record, Meaning.SOURCE):
            if is_public and name.text in internal:
                yield problem("E504", name.place, f"公开的内容出自内部的出处{quoted(name.text)}")


def public_schemes_of_internal_figures(context: Context) -> Iterator[Problem]:
    """A public scheme scores only public indicators, since a public score shows all its inputs."""
    for scheme_address, scheme in context.dataset.schemes.items():
        if not context.public.scheme(scheme_address):
            continue
        for version in scheme.versions:
            for component in version.components.values():
                address = scheme_address.sibling(component.indicator)
                if not context.public.figure(address):
                    detail = f"公开的{named(scheme.name)}用到内部的指标{context.indicator_name(address)}"
                    yield problem("E504", component.place("indicator"), detail)


def undeclared_aggregates(context: Context) -> Iterator[Problem]:
    """An indicator computed from records that are internal by default states its own ``disclosure``."""
    for address, indicator in context.dataset.indicators.items():
        if indicator.computed is None or declares(indicator):
            continue
        ground = _internal_aggregate(context, address, indicator.computed)
        if ground is not None:
            detail = f"{named(indicator.name)}{ground}"
            yield problem("E438", indicator.place("computed", of_key=True), detail)


def _internal_aggregate(context: Context, address: Address, computed: Computed) -> str | None:
    """Return a text on the records of a computed indicator if they are internal by default, else ``None``."""
    match computed:
        case PopulationShare(ladder=ladder):
            is_hidden = not context.public.ladder(address.sibling(ladder))
            return f"由内部的等次序列{quoted(ladder)}算出" if is_hidden else None
        case ProblemShare():
            records = "问题台账"
        case CommitmentShare():
            records = "承诺"
        case InspectionFigure():
            records = "督查"
        case never:
            assert_never(never)
    return f"由{records}算出，{records}大多是内部的"


def public_consequences_of_internal_matters(context: Context) -> Iterator[Problem]:
    """The trigger of a public consequence names a public scheme, indicator or ladder."""
    for address, consequence in context.dataset.consequences.items():
        if context.public.programme(address.programme) and context.public.shows(consequence):
            for subject, place in _hidden_grounds(context, address, consequence.when):
                yield problem("E504", place, f"公开的奖惩{named(consequence.name)}依据内部的{subject}")


def _hidden_grounds(context: Context, address: Address, when: Trigger) -> Iterator[tuple[str, Place]]:
    """Yield a text on each internal record that a trigger names, and the place of the name."""
    public = context.public
    match when:
        case RankTrigger(scheme=scheme):
            if not public.scheme(address.sibling(scheme)):
                yield f"考核办法{quoted(scheme)}", when.place("scheme")
        case StatusTrigger(indicator=indicator):
            figure = address.sibling(indicator)
            if not public.figure(figure):
                yield f"指标{context.indicator_name(figure)}", when.place("indicator")
        case TierTrigger(ladder=ladder):
            if not public.ladder(address.sibling(ladder)):
                yield f"等次序列{quoted(ladder)}", when.place("ladder")
        case ProblemsTrigger():
            pass  # the gate leaves out divisions with internal problems
        case never:
            assert_never(never)


def links_to_internal_pages(context: Context) -> Iterator[Problem]:
    """A public page links to public pages only."""
    pages = pages_by_path(context.dataset)
    for document in documents_of(context.dataset):
        if not context.public.shows(document.front):
            continue
        for link in links_of(document):
            linked: AnyDocument | None = pages.get(link.path)
            if linked is not None and not context.public.shows(linked.front):
                place = place_at(document.body, link.offset, document.place)
                yield problem("E504", place, f"链接到内部的页面{quoted(link.path)}")


def public_corrections_of_internal_reports(context: Context) -> Iterator[Problem]:
    """A correction of an internal report is internal."""
    for observations in context.dataset.observations.values():
        for observation in observations:
            if context.public.shows(observation.report):
                continue
            for correction in observation.corrections:
                if context.public.shows(correction):
                    subject = context.figure_name(correction.division, correction.indicator)
                    detail = f"公开的更正对应内部的报送：{subject}"
                    yield problem("E504", correction.place("disclosure"), detail)
