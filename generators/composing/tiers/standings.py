"""Where one division stands, in words: why, and what the next tier takes."""

from __future__ import annotations

from decimal import Decimal

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, report_time_text
from generators.composing.kit.numbers import computed, plain
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import FigureView, Link
from generators.composing.tiers.checklists import counts_text
from generators.model.ladder import Basis, Ladder, Tier
from generators.model.programme import Programme
from generators.results.tiers import Checklist, TierStanding


def ladder_link(parts: Parts, address: str) -> Link:
    """Return a ladder's name, leading to its page."""
    return Link(parts.publication.ladders[address].name, urls.ladder(address))


def programme_of(standing: TierStanding) -> str:
    """Return the id of the programme whose ladder a division stands on."""
    return standing.ladder.partition("/")[0]


def why_text(parts: Parts, standing: TierStanding) -> str:
    """Return in words what a standing rests on."""
    publication = parts.publication
    ladder = publication.ladders[standing.ladder]
    match ladder.by:
        case Basis.CHECKLIST:
            if standing.rank is None:
                return "还没有验收记录"
            return "；".join(
                f"{publication.standards[each.standard].name}{counts_text(each)}"
                for each in standing.checklists
            )
        case Basis.THRESHOLD:
            latest = standing.measured.latest if standing.measured is not None else None
            name = publication.indicators[f"{programme_of(standing)}/{ladder.indicator}"].name
            return f"{name}（{report_time_text(latest.report)}）" if latest is not None else name
        case Basis.ASSESSMENT:
            found = standing.assessment
            return f"{day_text(found.on)}由{found.by}评定" if found is not None else "还没有评定"


def standing_figure(parts: Parts, standing: TierStanding) -> FigureView | None:
    """Return the value that a standing rests on; ``None`` where the ladder goes by none."""
    if standing.measured is None:
        return None
    indicator = parts.publication.ladders[standing.ladder].indicator
    return parts.measured_figure(f"{programme_of(standing)}/{indicator}", standing.measured)


def needs_text(parts: Parts, standing: TierStanding) -> str:
    """Return what the next tier takes; nothing where that is not known."""
    programme = parts.publication.programmes[programme_of(standing)]
    ladder = parts.publication.ladders[standing.ladder]
    following = 0 if standing.rank is None else standing.rank + 1
    if following >= len(ladder.tiers):
        return "已是最高等次"
    tier = ladder.tiers[following]
    if ladder.by is Basis.CHECKLIST:
        return f"{tier.name}{_items_needed(programme, ladder, tier, standing)}"
    if ladder.by is Basis.THRESHOLD and standing.rank is not None and tier.at_least is not None:
        return f"{tier.name}{_amount_needed(programme, ladder, tier.at_least, standing)}"
    return ""


def _items_needed(programme: Programme, ladder: Ladder, tier: Tier, standing: TierStanding) -> str:
    if tier.standard is not None:
        checklist = _list_of(standing, f"{programme.id}/{tier.standard}")
        return f"还差{_missing(programme, tier.standard, checklist)}"
    if tier.at_least is None or ladder.standard is None:
        return "只须有验收记录"
    checklist = _list_of(standing, f"{programme.id}/{ladder.standard}")
    return f"还差{plain(tier.at_least - checklist.passed)}项"


def _amount_needed(programme: Programme, ladder: Ladder, bound: Decimal, standing: TierStanding) -> str:
    measure = programme.indicators[ladder.indicator or ""].measure
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
