"""References to divisions, programmes, indicators, sources and series: each is on record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.kit.wording import near_miss
from generators.model.address import Address
from generators.model.consequence import StatusTrigger
from generators.model.ladder import Ladder
from generators.model.names import Meaning
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Record
from generators.model.walk import RecordText
from generators.reading.quoting import quoted

_LOOKED_UP_ELSEWHERE: Final[tuple[type[Record], ...]] = (Ladder, StatusTrigger)
"""Records whose indicators are looked up by the checks of ladders (E303, E446) and consequences (E470)."""


def unknown_divisions(context: Context) -> Iterator[Problem]:
    """Every division named is on record."""
    known = context.dataset.divisions.keys()
    yield from _unknown("E301", "区划", context.names[Meaning.DIVISION], known)


def unknown_programmes(context: Context) -> Iterator[Problem]:
    """Every programme named is on record."""
    known = context.dataset.programmes.keys()
    yield from _unknown("E302", "工作", context.names[Meaning.PROGRAMME], known)


def unknown_indicators(context: Context) -> Iterator[Problem]:
    """Every indicator named is defined by its programme."""
    dataset = context.dataset
    for address, name in _indicators_named(context):
        if address in dataset.indicators or context.is_damaged(address):
            continue
        programme = address.programme
        if programme in dataset.programmes:
            detail = f"没有指标{quoted(address)}{near_miss(address, dataset.indicators)}"
        else:
            hint = near_miss(programme, dataset.programmes)
            detail = f"没有工作{quoted(programme)}，也就没有指标{quoted(address)}{hint}"
        yield problem("E303", name.place, detail)


def unknown_sources(context: Context) -> Iterator[Problem]:
    """Every source named is on record."""
    known = context.dataset.sources.keys()
    yield from _unknown("E304", "出处", context.names[Meaning.SOURCE], known)


def unknown_series(context: Context) -> Iterator[Problem]:
    """The series of a bulletin is on record."""
    yield from _unknown("E305", "刊物", context.names[Meaning.SERIES], context.dataset.series.keys())


def _unknown(code: str, noun: str, names: Iterable[RecordText], known: Collection[str]) -> Iterator[Problem]:
    for name in names:
        if name.text not in known:
            detail = f"没有{noun}{quoted(name.text)}{near_miss(name.text, known)}"
            yield problem(code, name.place, detail)


def _indicators_named(context: Context) -> Iterator[tuple[Address, RecordText]]:
    """Yield every name of an indicator with its address."""
    for name in context.names[Meaning.INDICATOR]:
        yield Address(name.text), name
    for name in context.names[Meaning.OWN_INDICATOR]:
        programme = name.root
        if isinstance(programme, Programme) and not isinstance(name.records[-1], _LOOKED_UP_ELSEWHERE):
            yield Address.of(programme.id, name.text), name
