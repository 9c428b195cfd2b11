"""Views of tiers, with their labels and marks, and of distributions of divisions over tiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, assert_never

from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import one_decimal, printed
from generators.composing.kit.table import Drawing
from generators.languages import gettext, marked, translated
from generators.model.indicator import Indicator
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
from generators.results.tiers import BELOW, Distribution, Rank

UNRATED_TEXT: Final = marked("未评定")
BELOW_TEXT: Final = marked("未达等次")
_NO_CONDITION: Final = marked("有记录而未达到以上各等次")
_SHADES: Final = 5
_MOST_MARKS: Final = 6
"""A ladder with more tiers has no marks: long rows of them are hard to read."""


@dataclass(frozen=True, slots=True)
class TierView:
    """A tier: the key of its shade, its label, and its marks, such as ★★★☆☆ or ■■□."""

    key: str
    label: str
    marks: str


@dataclass(frozen=True, slots=True)
class TierCount:
    """The number of divisions in one tier, and their share of all in per cent with one decimal."""

    tier: TierView
    count: int
    share: str


@dataclass(frozen=True, slots=True)
class DistributionView:
    """All tiers of a ladder with their counts, highest first; ``description`` is the same as text."""

    day: str
    counts: tuple[TierCount, ...]
    total: int
    description: str


def tier_view(ladder: Ladder, rank: Rank) -> TierView:
    """Return the view of a rank on a ladder."""
    count = len(ladder.tiers)
    if rank is None:
        return TierView("tier-unrated", translated(UNRATED_TEXT), "")
    filled, hollow = ("★", "☆") if ladder.standard is not None else ("■", "□")
    marks = filled * (rank + 1) + hollow * (count - rank - 1) if count <= _MOST_MARKS else ""
    if rank == BELOW:
        return TierView("tier-below", translated(BELOW_TEXT), marks)
    shade = _SHADES if count == 1 else 1 + rank * (_SHADES - 1) // (count - 1)
    return TierView(f"tier-{shade}", ladder.tiers[rank].name, marks)


def ranks_shown(ladder: Ladder) -> tuple[Rank, ...]:
    """Return every rank a division can have on a ladder, highest first, unrated last."""
    below = () if ladder.has_floor else (BELOW,)
    return (*reversed(range(len(ladder.tiers))), *below, None)


def count_of(found: Distribution, rank: Rank) -> int:
    """Return the number of divisions of rank ``rank``."""
    if rank is None:
        return found.unrated
    return found.below if rank == BELOW else found.counts[rank]


def distribution_view(ladder: Ladder, found: Distribution) -> DistributionView:
    """Return the view of a distribution."""
    counts = tuple(_counts(ladder, found))
    by_tier = gettext("，").join(
        gettext("%(label)s%(count)s个", label=each.tier.label, count=each.count) for each in counts
    )
    day = day_text(found.day)
    return DistributionView(
        day,
        counts,
        found.total,
        gettext("%(day)s共%(total)s个：%(by_tier)s", day=day, total=found.total, by_tier=by_tier),
    )


def _counts(ladder: Ladder, found: Distribution) -> Iterator[TierCount]:
    for rank in ranks_shown(ladder):
        count = count_of(found, rank)
        share = one_decimal(100 * count, found.total) if found.total else "0"
        yield TierCount(tier_view(ladder, rank), count, share)


def rule_text(programme: Programme, ladder: Ladder, rank: int) -> str:
    """Return the condition of a tier as text."""
    match ladder.rule:
        case ByAssessment():
            return gettext("由评定决定")
        case ByChecklist(criteria=criteria):
            is_lowest = not any(lower.asks for lower in ladder.tiers[:rank])
            return _criterion_text(programme, criteria[rank], is_lowest=is_lowest)
        case ByThreshold(indicator=name, thresholds=thresholds):
            return _threshold_text(programme.indicators[name], thresholds[rank])
        case never:
            assert_never(never)


def _criterion_text(programme: Programme, criterion: ChecklistCriterion, *, is_lowest: bool) -> str:
    match criterion:
        case OnRecord():
            return translated(_NO_CONDITION)
        case StandardPassed(standard=name):
            standard = programme.standards[name]
            amount = (
                gettext("全部")
                if standard.required == len(standard.items)
                else gettext("%(number)s项中的", number=len(standard.items))
            )
            return gettext(
                "%(name)s%(amount)s%(required)s项%(value)s",
                name=standard.name,
                amount=amount,
                required=standard.required,
                value="" if is_lowest else gettext("，并达到以下各等次"),
            )
        case ItemsInPlace(standard=name, at_least=number):
            standard = programme.standards[name]
            return gettext(
                "%(name)s%(number)s项中达到%(number2)s项",
                name=standard.name,
                number=len(standard.items),
                number2=printed(number),
            )
        case never:
            assert_never(never)


def _threshold_text(indicator: Indicator, threshold: Decimal | None) -> str:
    if threshold is None:
        return translated(_NO_CONDITION)
    return gettext(
        "%(name)s不低于%(threshold)s%(measure)s",
        name=indicator.name,
        threshold=printed(threshold),
        measure=indicator.measure,
    )


def tier_drawing(ladder: Ladder, rank: Rank) -> Drawing:
    """Return the tier of a rank as a piece of a cell."""
    view = tier_view(ladder, rank)
    return Drawing("tiers/parts.j2", "tier", (view,), text=view.label)
