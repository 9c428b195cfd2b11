"""Where one division stands: its tier, why, and what the next tier takes; and its checklists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, report_time_text
from generators.composing.kit.numbers import computed, plain
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import FigureView, Link
from generators.composing.tiers.views import TierView, tier_view
from generators.model.ladder import (
    ByAssessment,
    ByChecklist,
    ByThreshold,
    ChecklistCriterion,
    ItemsInPlace,
    Ladder,
    OnRecord,
    StandardPassed,
)
from generators.model.programme import Programme
from generators.results.tiers import Checklist, ItemState, TierStanding


@dataclass(frozen=True, slots=True)
class StandingView:
    """A division's place on one ladder; ``needs`` says what the next tier takes."""

    ladder: Link
    programme: Link
    tier: TierView
    since: str
    why: str
    figure: FigureView | None
    source: Link
    needs: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of a checklist: when it was found in place and by what, or why it is open."""

    name: str
    definition: str
    is_passed: bool
    on: str
    evidence: str
    source: Link
    note: str


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A standard as it stands in one division: entries in place first, then those that are open."""

    name: str
    programme: Link
    counts: str
    result: str
    entries: tuple[ItemView, ...]


def ladder_link(parts: Parts, address: str) -> Link:
    """Return a ladder's name, leading to its page."""
    return Link(parts.publication.ladders[address].name, urls.ladder(address))


def standing_view(parts: Parts, standing: TierStanding) -> StandingView:
    """Return a standing ready to print."""
    publication = parts.publication
    ladder = publication.ladders[standing.ladder]
    programme = publication.programmes[standing.ladder.partition("/")[0]]
    citation = standing.assessment.source if standing.assessment is not None else None
    return StandingView(
        ladder=ladder_link(parts, standing.ladder),
        programme=parts.programme_link(programme.id),
        tier=tier_view(ladder, standing.rank),
        since=f"{day_text(standing.since)}起" if standing.since is not None else "",
        why=why_text(parts, standing),
        figure=_figure(parts, ladder, programme, standing),
        source=parts.source_link(citation),
        needs=_needs(programme, ladder, standing),
    )


def why_text(parts: Parts, standing: TierStanding) -> str:
    """Return in words what a standing rests on."""
    publication = parts.publication
    ladder = publication.ladders[standing.ladder]
    match ladder.rule:
        case ByChecklist():
            if standing.rank is None:
                return "还没有验收记录"
            return "；".join(
                f"{publication.standards[each.standard].name}{counts_text(each)}"
                for each in standing.checklists
            )
        case ByThreshold(indicator=indicator):
            latest = standing.measured.latest if standing.measured is not None else None
            name = publication.indicators[f"{standing.ladder.partition('/')[0]}/{indicator}"].name
            return f"{name}（{report_time_text(latest.report)}）" if latest is not None else name
        case ByAssessment():
            found = standing.assessment
            return f"{day_text(found.on)}由{found.by}评定" if found is not None else "还没有评定"
        case never:
            assert_never(never)


def counts_text(checklist: Checklist) -> str:
    """Return 4/6项: how many items are in place, of how many."""
    return f"{checklist.passed}/{len(checklist.items)}项"


def _figure(parts: Parts, ladder: Ladder, programme: Programme, standing: TierStanding) -> FigureView | None:
    match ladder.rule:
        case ByThreshold(indicator=indicator):
            measured = standing.measured
            address = f"{programme.id}/{indicator}"
            return parts.measured_figure(address, measured) if measured is not None else None
        case ByChecklist() | ByAssessment():
            return None
        case never:
            assert_never(never)


def _needs(programme: Programme, ladder: Ladder, standing: TierStanding) -> str:
    """Return what the next tier takes; nothing where that is not known."""
    following = 0 if standing.rank is None else standing.rank + 1
    if following >= len(ladder.tiers):
        return "已是最高等次"
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
            return "只须有验收记录"
        case StandardPassed(standard=standard):
            checklist = _list_of(standing, f"{programme.id}/{standard}")
            return f"还差{_missing(programme, standard, checklist)}"
        case ItemsInPlace(standard=standard, at_least=number):
            checklist = _list_of(standing, f"{programme.id}/{standard}")
            return f"还差{plain(number - checklist.passed)}项"
        case never:
            assert_never(never)


def _amount_needed(measure: str, bound: Decimal, standing: TierStanding) -> str:
    value = standing.measured.value if standing.measured is not None else None
    wanted = f"须达到{plain(bound)}{measure}"
    if not isinstance(value, Decimal) or value >= bound:  # 近100万元 is not yet 100万元
        return wanted
    return f"还差{computed(bound - value)}{measure}，{wanted}"


def _list_of(standing: TierStanding, address: str) -> Checklist:
    return next(each for each in standing.checklists if each.standard == address)


def _missing(programme: Programme, name: str, checklist: Checklist) -> str:
    standard = programme.standards[name]
    lacking = checklist.required - checklist.passed
    still_open = [standard.items[each.item].name for each in checklist.items if not each.is_passed]
    if lacking == len(still_open):
        return f"{lacking}项：{'、'.join(still_open)}"
    return f"{lacking}项，可从这些中选：{'、'.join(still_open)}"


def checklist_views(parts: Parts, division: str) -> Iterator[ChecklistView]:
    """Yield the checklists of a division, in the order of the programmes and their standards."""
    publication = parts.publication
    for address, standard in publication.standards.items():
        found = publication.checklists.get((division, address))
        if found is not None:
            states = sorted(found.items, key=lambda each: not each.is_passed)
            yield ChecklistView(
                name=standard.name,
                programme=parts.programme_link(address.partition("/")[0]),
                counts=counts_text(found),
                result=_result_text(found),
                entries=tuple(_item_view(parts, address, state) for state in states),
            )


def _result_text(checklist: Checklist) -> str:
    if not checklist.is_on_record:
        return "还没有验收记录"
    if checklist.is_passed:
        return "已达标"
    return f"还差{checklist.required - checklist.passed}项达标"


def _item_view(parts: Parts, address: str, state: ItemState) -> ItemView:
    item = parts.publication.standards[address].items[state.item]
    check = state.check
    revoked = check.revoked if check is not None and not state.is_passed else None
    shown = check if state.is_passed else None
    return ItemView(
        name=item.name,
        definition=item.definition,
        is_passed=state.is_passed,
        on=day_text(shown.on) if shown is not None else "",
        evidence=shown.evidence if shown is not None else "",
        source=parts.source_link(shown.source) if shown is not None else Link(""),
        note=f"{day_text(revoked.on)}撤销：{revoked.reason}" if revoked is not None else "",
    )
