"""Closed periods in words, and where their pages are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import percentage, printed
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.disclosing.closings import PublishedClosing
from generators.languages import Words, gettext, marked, translated
from generators.model.address import Address
from generators.model.closing import SHORT_DIGEST, Closing, ClosingStep, Fields, FigureKey
from generators.model.closing_words import CHECKLIST, COMPONENT, COUNT_TEXT, part_text
from generators.model.period import Period
from generators.model.rounding import rounded_apart
from generators.results.figures import MISSING_TEXT, STATUS_TEXT, Status, ValueState
from generators.results.rankings import RankingOutcome

CLOSINGS: Final = f"{urls.SCHEME}closed/"
"""The address of the page of the chain."""

STEP_TEXT: Final = Words({ClosingStep.CLOSED: marked("结账"), ClosingStep.REOPENED: marked("重开")})

_STANDING_TEXT: Final = Words(
    {
        RankingOutcome.RANKED: marked("排名"),
        RankingOutcome.INSUFFICIENT: marked("数据不足"),
        RankingOutcome.VETOED: marked("一票否决"),
    }
)

_NOTHING: Final = marked("没有")
_DECIMALS: Final = 2


def closing_address(closing: Closing) -> str:
    """Return the address of the page of a closed period."""
    return f"{CLOSINGS}{closing.programme}/{closing.period.text}/"


def closing_link(parts: Parts, closing: Closing) -> Link:
    """Return the link to the page of a closed period."""
    name = parts.publication.programmes[closing.programme].short_name
    return Link(
        gettext("%(name)s：%(period)s", name=name, period=period_text(closing.period)),
        closing_address(closing),
    )


def closing_of_period(parts: Parts, programme: str, period: Period) -> PublishedClosing | None:
    """Return the closing in force whose period covers ``period``, the shortest; ``None`` if none does."""
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    found = [
        each
        for each in parts.publication.closings
        if each.closing is not None
        and each.is_closed
        and each.closing.programme == programme
        and period.lies_within(each.closing.period.start or date.max, each.closing.period.end or date.min)
    ]
    return max(found, key=lambda each: (each.closing and each.closing.period.start) or date.min, default=None)


def closed_note(parts: Parts, programme: str, period: Period) -> Link:
    """Return the link 已结账（日期，链头）of a period, empty if it is not closed.

    The head of the chain proves all links before it: who keeps a page, on paper too, can prove that none of
    them was taken away since.
    """
    found = closing_of_period(parts, programme, period)
    if found is None or found.closing is None:
        return Link("")
    head = parts.publication.closings[-1].link.digest[:SHORT_DIGEST]
    return Link(
        gettext("已结账（%(on)s，链头%(head)s）", on=day_text(found.closing.on), head=head),
        closing_address(found.closing),
    )


def subject_link(parts: Parts, key: FigureKey) -> Link:
    """Return the link to what a figure is of: its indicator, ladder or scheme."""
    kind, _, *subject = key
    if kind in COUNT_TEXT:
        return Link(translated(COUNT_TEXT[kind]))
    address = Address(subject[0])
    if kind == "tier" and address in parts.publication.ladders:
        return Link(parts.publication.ladders[address].name, urls.ladder(address))
    if kind == "consequence" and address in parts.publication.consequence_results:
        found = parts.publication.consequence_results[address].consequence
        return Link(found.name, urls.ranking(Address(subject[1]), subject[2], "consequences"))
    if kind == "score" and address in parts.publication.schemes:
        return Link(parts.publication.schemes[address].name, urls.ranking(address, subject[1]))
    return parts.indicator_link(address) if address in parts.publication.indicators else Link(address)


def field_text(parts: Parts, key: FigureKey, name: str) -> str:
    """Return what a part of a figure is called."""
    if name.startswith(COMPONENT):
        part = name.removeprefix(COMPONENT)
        scheme = parts.publication.schemes.get(Address(key[2]))
        named = {
            each: component.name
            for version in (scheme.versions if scheme is not None else ())
            for each, component in version.components.items()
        }
        return gettext("%(name)s（单项得分）", name=named.get(part, part))
    if name.startswith(CHECKLIST):
        standard = Address(key[2]).sibling(name.removeprefix(CHECKLIST))
        known = parts.publication.standards.get(standard)
        return gettext("%(value)s（已到位条目）", value=known.name if known is not None else standard.name)
    due = gettext("（%(due)s到期）", due=day_text(date.fromisoformat(key[4]))) if key[0] == "status" else ""
    return f"{translated(part_text(name))}{due}"


def said_text(parts: Parts, key: FigureKey, name: str, fields: Fields | None, beside: Fields | None) -> str:
    """Return what a figure says in one of its parts, in words that differ from those of ``beside``."""
    text = (fields or {}).get(name)
    if text is None:
        return translated(_NOTHING)
    words = {
        "status": lambda: translated(STATUS_TEXT[Status(text)]),
        "state": lambda: MISSING_TEXT.get(ValueState(text), gettext("有数")),
        "standing": lambda: _STANDING_TEXT[RankingOutcome(text)],
        "tier": lambda: _tier_text(parts, key, text),
        "attainment": lambda: percentage(Decimal(text), *_numbers((beside or {}).get(name, ""))),
        "rank": lambda: gettext("第%(text)s名", text=text),
        "group_rank": lambda: gettext("第%(text)s名", text=text),
    }
    return words.get(name, lambda: _plain_text(text, (beside or {}).get(name, "")))()


def _tier_text(parts: Parts, key: FigureKey, text: str) -> str:
    ladder = parts.publication.ladders.get(Address(key[2]))
    names = {each.id: each.name for each in ladder.tiers} if ladder is not None else {}
    return {"below": gettext("未达等次"), "unrated": gettext("未评定")}.get(text) or names.get(text, text)


def _plain_text(text: str, beside: str) -> str:
    flags = {"true": gettext("是"), "false": gettext("否")}
    number = next(iter(_numbers(text)), None)
    if number is None:
        return flags.get(text, text)
    return printed(rounded_apart(number, _DECIMALS, _numbers(beside)))


def _numbers(text: str) -> tuple[Decimal, ...]:
    """Return the number that a text is, or nothing."""
    is_number = text.removeprefix("-").replace(".", "", 1).isdecimal()
    return (Decimal(text),) if is_number else ()
