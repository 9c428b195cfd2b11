"""What an import would change: each figure compared with what is on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generators.importing.figures.table_figures import Figure
from generators.importing.figures.target_cells import NewTarget
from generators.model.address import Address
from generators.model.correction import RatioPart
from generators.model.dataset import Dataset
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.scalars import Amount
from generators.model.target import Target


class Effect(Enum):
    """What becomes of a figure: it is new, changes one on record, or is on record as it is."""

    NEW = "新增"
    CHANGED = "更正"
    SAME = "相同"


@dataclass(frozen=True, slots=True)
class CorrectedPart:
    """A number on record, and the one that the sheet has instead."""

    part: RatioPart | None
    old: Amount
    new: Amount


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one figure; ``shown`` and ``before`` are the two values as text.

    ``corrected`` are the corrections that make the one of the other: empty if none can. ``name`` is what a
    record of a list is called, which is of no indicator.
    """

    division: str
    indicator: Address
    effect: Effect
    shown: str
    before: str = ""
    corrected: tuple[CorrectedPart, ...] = ()
    period: str = ""
    name: str = ""


def change_of(figure: Figure, period: Period, dataset: Dataset, today: date) -> Change:
    """Return what becomes of a figure of ``period``, given what was reported and corrected by ``today``."""
    reported = next(
        (
            each
            for each in dataset.observations.get((figure.division, figure.indicator), ())
            if (each.period.start, each.period.end) == (period.start, period.end)
        ),
        None,
    )
    shown = shown_figure(figure)
    if reported is None:
        return Change(figure.division, figure.indicator, Effect.NEW, shown)
    before = _as_known(reported, figure, today)
    text = reported.period.text
    if _is_same(before, figure):
        return Change(figure.division, figure.indicator, Effect.SAME, shown, shown, period=text)
    corrected = tuple(_corrected(before, figure))
    return Change(
        figure.division, figure.indicator, Effect.CHANGED, shown, shown_figure(before), corrected, text
    )


def _as_known(reported: Observation, figure: Figure, day: date) -> Figure:
    """Return a value on record, as corrected by ``day``, in the form of a figure."""
    numerator, denominator = reported.ratio_parts(day)
    return Figure(
        figure.division,
        figure.indicator,
        (),
        reported.amount(day),
        numerator,
        denominator,
        reported.value.not_applicable,
        reported.value.qualifier,
    )


def _is_same(before: Figure, figure: Figure) -> bool:
    if figure.not_applicable is not None:
        return before.not_applicable is not None
    return (before.value, before.numerator, before.denominator) == (
        figure.value,
        figure.numerator,
        figure.denominator,
    ) and before.qualifier is figure.qualifier


def _corrected(before: Figure, figure: Figure) -> Iterable[CorrectedPart]:
    """Yield the corrections that make ``figure`` of what is on record; nothing where corrections cannot."""
    if before.qualifier is not figure.qualifier:
        return
    pairs = (
        (None, before.value, figure.value),
        (RatioPart.NUMERATOR, before.numerator, figure.numerator),
        (RatioPart.DENOMINATOR, before.denominator, figure.denominator),
    )
    if any((old is None) is not (new is None) for _, old, new in pairs):
        return
    for part, old, new in pairs:
        if old is not None and new is not None and old != new:
            yield CorrectedPart(part, old, new)


def shown_figure(figure: Figure) -> str:
    """Return a figure as text for a table: ``12``, ``34/36``, ``是``, ``不适用``."""
    if figure.not_applicable is not None:
        return "不适用"
    if figure.numerator is not None:
        whole = "？" if figure.denominator is None else f"{figure.denominator:f}"
        return f"{figure.numerator:f}/{whole}"
    return shown_amount(figure.value)


def shown_amount(value: Amount | None) -> str:
    """Return a value as text for a table."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else f"{value:f}"


def target_change(division: str, indicator: Address, target: NewTarget, dataset: Dataset) -> Change:
    """Return what becomes of a target, given those of the same division, indicator and last day on record."""
    shown = shown_target(target)
    filed = dataset.targets_filed.get((division, indicator), ())
    same_day = next((each for each in filed if each.each is None and each.due == target.due), None)
    if same_day is None:
        return Change(division, indicator, Effect.NEW, shown)
    before = target_on_record(same_day)
    effect = Effect.SAME if before == target else Effect.CHANGED
    return Change(division, indicator, effect, shown, shown_target(before))


def target_on_record(target: Target) -> NewTarget:
    """Return a target on record in the form of a new one."""
    steps = tuple(sorted(target.milestones.items()))
    return NewTarget(target.value, target.start, target.due, target.qualifier, target.baseline, steps)


def shown_target(target: NewTarget) -> str:
    """Return a target as text for a table: ``240（2026-12-31）``."""
    return f"{shown_amount(target.value)}（{target.due}）"
