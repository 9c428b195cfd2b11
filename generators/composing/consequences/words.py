"""Texts on consequences: their rules, and the reasons of entries with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import computed
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.urls import division_anchor
from generators.composing.kit.views import Link
from generators.composing.tiers.views import tier_view
from generators.languages import Words, gettext, marked
from generators.model.bounds import AtLeast, AtMost, FirstPlaces, LastPlaces
from generators.model.consequence import (
    Band,
    Consequence,
    ConsequenceKind,
    ProblemsTrigger,
    RankTrigger,
    StatusTrigger,
    TierTrigger,
)
from generators.model.programme import Programme
from generators.results.consequences import (
    ConsequenceEntry,
    ConsequenceResult,
    Ground,
    ProblemsGround,
    RankGround,
    StatusGround,
    TierGround,
    rank_ground,
)
from generators.results.figures import Progress, Status

KIND_TEXT: Final = Words({ConsequenceKind.REWARD: marked("奖励"), ConsequenceKind.SANCTION: marked("惩戒")})


def consequence_link(result: ConsequenceResult) -> Link:
    """Return the link to the consequence on its programme's page of consequences."""
    return Link(
        result.consequence.name, f"{urls.consequences_of(result.programme)}#{consequence_anchor(result)}"
    )


def consequence_anchor(result: ConsequenceResult) -> str:
    """Return the anchor of a consequence on its programme's page."""
    return f"c-{result.address.name}"


def rule_texts(parts: Parts, result: ConsequenceResult) -> tuple[str, ...]:
    """Return the trigger as text, each band with its ranks and its amount, and when it is in force."""
    return (*_trigger_texts(parts, result), *_days_text(result.consequence))


def _days_text(consequence: Consequence) -> Iterator[str]:
    since = (
        gettext("自%(start)s起", start=day_text(consequence.start)) if consequence.start is not None else ""
    )
    until = gettext("至%(end)s止", end=day_text(consequence.end)) if consequence.end is not None else ""
    if since or until:
        yield since + until


def _trigger_texts(parts: Parts, result: ConsequenceResult) -> tuple[str, ...]:
    programme = parts.publication.programmes[result.programme]
    match result.consequence.when:
        case RankTrigger() as trigger:
            return (_rank_rule(programme, trigger), *_band_rules(trigger))
        case StatusTrigger(indicator=indicator, statuses=statuses):
            words = gettext("、").join(STATUS_VIEWS[Status(each.value)].label for each in statuses)
            return (
                gettext("%(name)s的目标%(words)s", name=programme.indicators[indicator].name, words=words),
            )
        case ProblemsTrigger(overdue_at_least=number):
            return (gettext("逾期未改的问题达到%(number)s个", number=number),)
        case TierTrigger() as trigger:
            return (_tier_rule(programme, trigger),)
        case never:
            assert_never(never)


def _rank_rule(programme: Programme, trigger: RankTrigger) -> str:
    scheme = programme.schemes[trigger.scheme].name
    match trigger.places:
        case FirstPlaces(count):
            places = gettext("前%(count)s名", count=count)
        case LastPlaces(count):
            places = gettext("末%(count)s名", count=count)
        case never:
            assert_never(never)
    return gettext("%(scheme)s每期%(places)s，并列的一并计入", scheme=scheme, places=places)


def _band_rules(trigger: RankTrigger) -> Iterator[str]:
    start = 1
    for band in trigger.bands:
        ranks = (
            gettext("第%(start)s名", start=start)
            if band.first == start
            else gettext("第%(start)s至%(first)s名", start=start, first=band.first)
        )
        yield gettext("%(ranks)s：%(band)s", ranks=ranks, band=band_text(band))
        start = band.first + 1


def band_text(band: Band | None) -> str:
    """Return a text such as 一等奖（3000元/人）; empty without a band."""
    if band is None:
        return ""
    return (
        band.name
        if band.amount is None
        else gettext(
            "%(name)s（%(amount)s%(measure)s）",
            name=band.name,
            amount=computed(band.amount),
            measure=band.measure,
        )
    )


def _tier_rule(programme: Programme, trigger: TierTrigger) -> str:
    ladder = programme.ladders[trigger.ladder]
    names = {tier.id: tier.name for tier in ladder.tiers}
    match trigger.bound:
        case AtLeast(tier):
            tiers = gettext("不低于%(names)s", names=names[tier])
        case AtMost(tier):
            tiers = gettext("不高于%(names)s", names=names[tier])
        case never:
            assert_never(never)
    return gettext("%(name)s%(tiers)s；未评定的不算", name=ladder.name, tiers=tiers)


def reason_link(parts: Parts, result: ConsequenceResult, entry: ConsequenceEntry) -> Link:
    """Return the reason why a consequence applies, with its numbers, as a link to their page."""
    place = urls.division(entry.division)
    match entry.ground:
        case RankGround(trigger=trigger, period=period) as ground:
            scheme = result.address.sibling(trigger.scheme)
            return Link(
                rank_reason(ground),
                urls.ranking(scheme, period.text, division_anchor(entry.division)),
            )
        case StatusGround(progress=progress):
            return Link(_status_reason(parts, progress), f"{place}#progress")
        case ProblemsGround(overdue=overdue):
            return Link(gettext("%(number)s个问题逾期未改", number=len(overdue)), f"{place}#problems")
        case TierGround(trigger=trigger, rank=rank):
            ladder = parts.publication.ladders[result.address.sibling(trigger.ladder)]
            return Link(
                gettext("%(name)s为%(label)s", name=ladder.name, label=tier_view(ladder, rank).label),
                f"{place}#checklist",
            )
        case never:
            assert_never(never)


def rank_reason(ground: RankGround) -> str:
    """Return the ground as text, such as 第3名，共12个单位排名，2个单位并列，一并计入."""
    match ground.trigger.places:
        case FirstPlaces():
            place = gettext("第%(rank)s名", rank=ground.rank)
        case LastPlaces():
            place = gettext("倒数第%(number)s名", number=ground.ranked - ground.rank - ground.sharing + 2)
        case never:
            assert_never(never)
    words = [place, gettext("共%(ranked)s个单位排名", ranked=ground.ranked)]
    if ground.sharing > 1:
        words.append(gettext("%(sharing)s个单位并列", sharing=ground.sharing))
    if ground.is_edge_tie:
        words.append(gettext("超出名额的一并计入"))
    return gettext("，").join(words)


def _status_reason(parts: Parts, progress: Progress) -> str:
    target = parts.target_figure(progress.division, progress.target).text
    value = parts.measured_figure(progress.indicator, progress.measured).text
    status = STATUS_VIEWS[progress.status].label
    text = gettext(
        "到%(due)s应达到%(target)s，现为%(value)s",
        due=day_text(progress.target.due),
        target=target,
        value=value,
    )
    return text if value == status else gettext("%(text)s，%(status)s", text=text, status=status)


def when_text(result: ConsequenceResult, ground: Ground) -> str:
    """Return the period of a rank as text; for other grounds, the day of measurement."""
    ranked = rank_ground(ground)
    return period_text(ranked.period) if ranked is not None else day_text(result.day)
