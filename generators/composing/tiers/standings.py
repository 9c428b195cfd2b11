"""Texts on the standing of a division on a ladder: its basis, and the requirements of the next tier."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, report_time_text
from generators.composing.kit.numbers import computed, printed
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import FigureView, Link
from generators.composing.tiers.checklists import counts_text
from generators.languages import gettext
from generators.model.address import Address
from generators.model.ladder import (
    ByAssessment,
    ByChecklist,
    ByThreshold,
    ChecklistCriterion,
    ItemsInPlace,
    OnRecord,
    StandardPassed,
)
from generators.model.programme import Programme
from generators.results.tiers import Checklist, TierStanding


def ladder_link(parts: Parts, address: Address) -> Link:
    """Return the link to the page of a ladder."""
    return Link(parts.publication.ladders[address].name, urls.ladder(address))


def basis_text(parts: Parts, standing: TierStanding) -> str:
    """Return the basis of a standing as text: checklists, the report, or the assessment."""
    publication = parts.publication
    ladder = publication.ladders[standing.ladder]
    match ladder.rule:
        case ByChecklist():
            if standing.rank is None:
                return gettext("还没有验收记录")
            return gettext("；").join(
                f"{publication.standards[each.standard].name}{counts_text(each)}"
                for each in standing.checklists
            )
        case ByThreshold(indicator=indicator):
            latest = standing.measured.latest if standing.measured is not None else None
            name = publication.indicators[standing.ladder.sibling(indicator)].name
            return (
                gettext(
                    "%(name)s（%(time)s）",
                    name=name,
                    time=report_time_text(latest.report),
                )
                if latest is not None
                else name
            )
        case ByAssessment():
            found = standing.assessment
            return (
                gettext("%(on)s由%(by)s评定", on=day_text(found.on), by=found.by)
                if found is not None
                else gettext("还没有评定")
            )
        case never:
            assert_never(never)


def standing_figure(parts: Parts, standing: TierStanding) -> FigureView | None:
    """Return the value that a standing is based on; ``None`` if the ladder has no thresholds."""
    match parts.publication.ladders[standing.ladder].rule:
        case ByThreshold(indicator=indicator):
            measured = standing.measured
            address = standing.ladder.sibling(indicator)
            return parts.measured_figure(address, measured) if measured is not None else None
        case ByChecklist() | ByAssessment():
            return None
        case never:
            assert_never(never)


def needs_text(parts: Parts, standing: TierStanding) -> str:
    """Return the requirements of the next tier as text; empty if they are unknown."""
    programme = parts.publication.programmes[standing.ladder.programme]
    ladder = parts.publication.ladders[standing.ladder]
    following = 0 if standing.rank is None else standing.rank + 1
    if following >= len(ladder.tiers):
        return gettext("已是最高等次")
    name = ladder.tiers[following].name
    match ladder.rule:
        case ByChecklist(criteria=criteria):
            return f"{name}{_items_needed(programme, criteria[following], standing)}"
        case ByThreshold(indicator=indicator, thresholds=thresholds):
            bound = thresholds[following]
            if standing.rank is None or bound is None:
                return ""
            return f"{name}{_amount_needed(programme.indicators[indicator].measure, bound, standing)}"
        case ByAssessment():
            return ""
        case never:
            assert_never(never)


def _items_needed(programme: Programme, criterion: ChecklistCriterion, standing: TierStanding) -> str:
    match criterion:
        case OnRecord():
            return gettext("只须有验收记录")
        case StandardPassed(standard=standard):
            checklist = _list_of(standing, standing.ladder.sibling(standard))
            return gettext("还差%(missing)s", missing=_missing(programme, standard, checklist))
        case ItemsInPlace(standard=standard, at_least=number):
            checklist = _list_of(standing, standing.ladder.sibling(standard))
            return gettext("还差%(number)s项", number=printed(number - checklist.passed))
        case never:
            assert_never(never)


def _amount_needed(measure: str, bound: Decimal, standing: TierStanding) -> str:
    value = standing.measured.value if standing.measured is not None else None
    wanted = gettext("须达到%(bound)s%(measure)s", bound=printed(bound), measure=measure)
    if not isinstance(value, Decimal) or value >= bound:  # 近100万元 is not yet 100万元
        return wanted
    return gettext(
        "还差%(number)s%(measure)s，%(wanted)s",
        number=computed(bound - value),
        measure=measure,
        wanted=wanted,
    )


def _list_of(standing: TierStanding, address: Address) -> Checklist:
    return next(each for each in standing.checklists if each.standard == address)


def _missing(programme: Programme, name: str, checklist: Checklist) -> str:
    standard = programme.standards[name]
    lacking = checklist.required - checklist.passed
    still_open = [standard.items[each.item].name for each in checklist.items if not each.is_passed]
    if lacking == len(still_open):
        return gettext("%(lacking)s项：%(names)s", lacking=lacking, names=gettext("、").join(still_open))
    return gettext(
        "%(lacking)s项，可从这些中选：%(names)s", lacking=lacking, names=gettext("、").join(still_open)
    )
