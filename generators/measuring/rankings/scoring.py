"""Scores one division for one period: weighted components, bonuses, deductions, vetoes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from generators.measuring.figures.figures import Figures
from generators.measuring.figures.window import Window
from generators.measuring.rankings.bases import Basis, absence_of, basis_of
from generators.measuring.rankings.normalise import (
    NOTHING,
    highest_score,
    lowest_score,
    normalised,
    normalised_number,
    wants_target,
)
from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.period import Period
from generators.model.rounding import decimal_of, rounded
from generators.model.scheme import Component, MissingPolicy, PointsRule, SchemeVersion, ScoredBy, VetoEffect
from generators.model.target import Target, target_in_force
from generators.results.figures import Measured
from generators.results.rankings import (
    Absence,
    AppliedPoints,
    AppliedVeto,
    ComponentScore,
    DivisionScore,
    RankingOutcome,
)


@dataclass(frozen=True)
class Scoring:
    """Scores the divisions of one period by one version; ``figures`` are those at the period's cutoff."""

    figures: Figures
    programme: str
    period: Period
    version: SchemeVersion

    def score(self, division: str, group: str | None, adjustments: Iterable[Adjustment]) -> DivisionScore:
        """Return the division's score, given the adjustments that apply to it in the period."""
        version = self.version
        parts = [self._part(division, name, component) for name, component in version.components.items()]
        weights = _Weights.of(parts, version)
        applied = sorted(adjustments, key=_adjustment_key)
        bonuses = _points(applied, version.bonuses, version.bonus_cap)
        deductions = _points(applied, version.deductions, version.deduction_cap)
        vetoes = tuple(
            AppliedVeto(each, version.vetoes[each.rule]) for each in applied if each.rule in version.vetoes
        )
        effects = {each.rule.effect for each in vetoes}
        bonus, deduction = _counted(bonuses), _counted(deductions)
        base = total = None
        if weights.counted is not None:
            base = sum((part.weight * (part.exact or NOTHING) for part in parts), NOTHING) / weights.counted
            total = base + Fraction(bonus) - Fraction(deduction)
        return DivisionScore(
            division=division,
            group=group,
            standing=_standing(effects, is_scored=total is not None),
            components=tuple(part.scored(weights.counted) for part in parts),
            bonuses=bonuses,
            deductions=deductions,
            vetoes=vetoes,
            coverage=decimal_of(weights.coverage),
            base=None if base is None else decimal_of(base),
            bonus=bonus,
            deduction=deduction,
            unrounded=None if total is None else decimal_of(total),
            score=None if total is None else rounded(total, version.precision),
            is_placed_last=VetoEffect.LAST in effects,
        )

    def _part(self, division: str, name: str, component: Component) -> _Part:
        address = Address.of(self.programme, component.indicator)
        target = self._target(division, address, component)
        basis = basis_of(self.figures, self.period, division, address, component.by, target)
        if basis is not None:
            return self._part_by(name, component, address, target, basis)
        indicator = self.figures.dataset.indicators[address]
        measured = self.figures.measured(division, address, self._window(target))
        score = normalised(component.normalise, measured, indicator, target)
        absence = None
        if score is None:
            absence = absence_of(measured)
            is_by_target = wants_target(component.normalise)
            if is_by_target and target is None and absence is not Absence.NOT_APPLICABLE:
                absence = Absence.NO_TARGET
        more = normalised(component.normalise, _one_more(measured), indicator, target)
        unscored = _unscored(name, component, address, measured, score)
        return _Part(
            unscored=replace(unscored, target=target, absence=absence),
            weight=Fraction(component.weight),
            exact=score,
            gain=None if score is None or more is None else more - score,
        )

    def _part_by(
        self, name: str, component: Component, address: Address, target: Target | None, basis: Basis
    ) -> _Part:
        """Return a component that scores something else than the value."""
        score = None if basis.number is None else normalised_number(component.normalise, basis.number)
        unscored = _unscored(name, component, address, basis.measured, score)
        scored = None if basis.number is None else decimal_of(basis.number)
        return _Part(
            unscored=replace(
                unscored, target=target, absence=basis.absence, scored=scored, compared=basis.compared
            ),
            weight=Fraction(component.weight),
            exact=score,
            gain=None,
        )

    def _target(self, division: str, address: Address, component: Component) -> Target | None:
        """Return the target that a component scores against; ``None`` if it needs none, or there is none."""
        if not wants_target(component.normalise) and component.by is not ScoredBy.GAP:
            return None
        day = self.figures.cutoff(address).day
        return target_in_force(self.figures.dataset.targets_on(day, division, address), self.period)

    def _window(self, target: Target | None) -> Window | None:
        """Return the days over which a flow is summed: those of the target, else those of the period."""
        if target is not None:
            return Window(target.start, target.due)
        if self.period.start is None or self.period.end is None:
            return None
        return Window(self.period.start, self.period.end)


def _unscored(
    name: str, component: Component, address: Address, measured: Measured, score: Fraction | None
) -> ComponentScore:
    """Return a component without share and contribution, target and absence."""
    rule = component.normalise
    return ComponentScore(
        id=name,
        component=component,
        indicator=address,
        measured=measured,
        target=None,
        normalised=None if score is None else decimal_of(score),
        absence=None,
        share=None,
        contribution=None,
        worth=None,
        lowest=decimal_of(lowest_score(rule) if score is None else score),
        highest=decimal_of(highest_score(rule) if score is None else score),
    )


def _adjustment_key(adjustment: Adjustment) -> tuple[object, ...]:
    """Return the sort key: the day, then all other fields, so that the order of the files does not matter."""
    source = adjustment.source
    cited = ("", "") if source is None else (source.document, source.at or "")
    points = -1 if adjustment.points is None else adjustment.points
    return (adjustment.on, adjustment.rule, cited, adjustment.reason, points)


def _one_more(measured: Measured) -> Measured:
    """Return the value one unit higher, a flag as true; a true flag cannot be raised and becomes no value."""
    match measured.value:
        case Decimal() as number:
            return replace(measured, value=number + 1, numerator=None, denominator=None, qualifier=None)
        case False:
            return replace(measured, value=True)
        case _:
            return replace(measured, value=None)


@dataclass(frozen=True, slots=True)
class _Part:
    """A component while it is scored: its exact numbers, and its record without share and contribution."""

    unscored: ComponentScore
    weight: Fraction
    exact: Fraction | None
    gain: Fraction | None

    @property
    def is_applicable(self) -> bool:
        """Whether the component applies to the division at all."""
        return self.unscored.absence is not Absence.NOT_APPLICABLE

    def scored(self, counted: Fraction | None) -> ComponentScore:
        """Return the record with its share of the weight ``counted``, and its contribution.

        Without a score of its own, or without ``counted``, both remain ``None``.
        """
        if counted is None or self.exact is None:
            return self.unscored
        share = self.weight / counted
        return replace(
            self.unscored,
            share=decimal_of(share),
            contribution=decimal_of(share * self.exact),
            worth=None if self.gain is None else decimal_of(share * self.gain),
        )


@dataclass(frozen=True, slots=True)
class _Weights:
    """The fraction of weight that has a value, and the weight to divide by; ``None`` if it is too little."""

    coverage: Fraction
    counted: Fraction | None

    @classmethod
    def of(cls, parts: Iterable[_Part], version: SchemeVersion) -> _Weights:
        """Return the weights that count for one division under the version's policy."""
        applicable = [part for part in parts if part.is_applicable]
        expected = sum((part.weight for part in applicable), NOTHING)
        present = sum((part.weight for part in applicable if part.exact is not None), NOTHING)
        if present == 0:
            return cls(NOTHING, None)
        coverage = present / expected
        is_complete = present == expected
        if coverage < version.coverage or (version.missing is MissingPolicy.UNRANKED and not is_complete):
            return cls(coverage, None)
        return cls(coverage, expected if version.missing is MissingPolicy.ZERO else present)


def _standing(effects: Iterable[VetoEffect], *, is_scored: bool) -> RankingOutcome:
    if VetoEffect.UNRANKED in effects:
        return RankingOutcome.VETOED
    return RankingOutcome.RANKED if is_scored else RankingOutcome.INSUFFICIENT


def _points(
    applied: Iterable[Adjustment], rules: Mapping[str, PointsRule], cap: Decimal | None
) -> tuple[AppliedPoints, ...]:
    """Return the bonuses or deductions in the order applied; once a cap is reached, later ones count 0."""
    return tuple(_capped((each for each in applied if each.rule in rules), rules, cap))


def _capped(
    applied: Iterable[Adjustment], rules: Mapping[str, PointsRule], cap: Decimal | None
) -> Iterator[AppliedPoints]:
    used: dict[str, Decimal] = {}
    for each in applied:
        rule = rules[each.rule]
        points = rule.points if each.points is None else each.points
        counted = points
        if rule.cap is not None:
            counted = min(counted, rule.cap - used.get(each.rule, Decimal(0)))
        if cap is not None:
            counted = min(counted, cap - sum(used.values(), Decimal(0)))
        used[each.rule] = used.get(each.rule, Decimal(0)) + counted
        yield AppliedPoints(each, rule, points, counted)


def _counted(applied: Iterable[AppliedPoints]) -> Decimal:
    return sum((each.counted for each in applied), Decimal(0))
