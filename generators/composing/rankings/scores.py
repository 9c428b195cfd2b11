"""The computation of one division's score: its components, bonuses and deductions, and their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generators.composing.comparisons.words import note_of, reason
from generators.composing.kit.columns import head_column, text_column
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import computed, figure, missing, one_decimal, printed, tidied
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Cell, Column, Emphasis, Styled, Table, TableView, cell, small
from generators.composing.kit.views import FigureView, Link
from generators.composing.rankings.words import ABSENCE_TEXT, EFFECT_TEXT, SCORED_BY_TEXT, scored_measure
from generators.languages import gettext, marked
from generators.model.rounding import decimal_of, rounded
from generators.model.scheme import MissingPolicy, PointsRule, SchemeVersion, ScoredBy
from generators.model.source import Citation
from generators.results.figures import MISSING_TEXT, Origin
from generators.results.rankings import Absence, AppliedPoints, ComponentScore, DivisionScore, PeriodRanking

_PERCENT: Final = "%"
_FEWEST_PLACES: Final = 2
_MOST_PLACES: Final = 10
_LARGEST_DIVISOR: Final = 10**9
_TONES: Final = 5


@dataclass(frozen=True, slots=True)
class BarPart:
    """The contribution of one component to a score, as a part of a bar.

    ``width`` is in per cent of the longest bar; ``tone`` is the number of its shade, from 1.
    """

    width: str
    tone: int


@dataclass(frozen=True, slots=True)
class AdjustmentView:
    """A bonus, deduction or veto as applied: points or effect, cap, day, reason and source."""

    kind: str
    name: str
    effect: str
    limit: str
    on: str
    reason: str
    source: Link


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score with its parts; ``sum`` is the computation in one line, empty without a score."""

    bar: tuple[BarPart, ...]
    components: TableView
    adjustments: tuple[AdjustmentView, ...]
    sum: str


def score_view(parts: Parts, score: DivisionScore, version: SchemeVersion, longest: Decimal) -> ScoreView:
    """Return the computation of a score; ``longest`` is the base score that fills the whole bar."""
    return ScoreView(
        bar=tuple(_bar_part(part, longest, at) for at, part in enumerate(score.components)),
        components=_component_table(parts, score.division, version).view(score.components, gettext("计分项")),
        adjustments=tuple(_adjustments(parts, score, version)),
        sum=sum_line(score, version),
    )


def longest_bar(period: PeriodRanking) -> Decimal:
    """Return the base score that fills the whole bar: the highest of a period, at least 100."""
    return max((Decimal(100), *(each.score.base or Decimal(0) for each in period.ranked)))


def part_tone(number: int) -> int:
    """Return the shade, 1 to 5, of the component with index ``number``; after the fifth they repeat."""
    return number % _TONES + 1


def _bar_part(part: ComponentScore, longest: Decimal, number: int) -> BarPart:
    width = max(part.contribution or Decimal(0), Decimal(0))
    return BarPart(one_decimal(100 * width / longest) if longest > 0 else "0", part_tone(number))


def _component_table(parts: Parts, division: str, version: SchemeVersion) -> Table[ComponentScore]:
    """Return the table of a score's components, nested in the row of its computation."""
    return Table(
        (
            head_column(marked("计分项"), lambda part: part.component.name),
            text_column("weight", marked("权重"), lambda part: printed(part.component.weight)),
            Column("value", marked("数值"), lambda part: _value_cell(parts, division, part)),
            text_column("normalised", marked("单项分"), lambda part: _points(part.normalised)),
            text_column("contribution", marked("计入总分"), lambda part: _points(part.contribution)),
            text_column(
                "worth",
                marked("再多一个单位"),
                lambda part: _remark(part, version) or _worth(parts, part),
            ),
        ),
        is_nested=True,
    )


def _points(points: Decimal | None) -> str:
    return computed(points) if points is not None else ""


def _value_cell(parts: Parts, division: str, part: ComponentScore) -> Cell:
    """Return the value as a plain link to its source: the markup of a figure is too large for so many."""
    if part.component.by is not ScoredBy.VALUE:
        return _scored_cell(parts, part)
    value = _value(parts, division, part)
    return cell(
        Link(value.text, value.href),
        Styled(gettext("更正"), Emphasis.CORRECTION) if value.is_corrected else None,
    )


def _scored_cell(parts: Parts, part: ComponentScore) -> Cell:
    """Return what is scored in place of the value, with the values that it is computed from."""
    indicator, by = parts.publication.indicators[part.indicator], part.component.by
    title, found = SCORED_BY_TEXT[by], part.compared
    basis = small(note_of(found, indicator)) if found is not None else None
    if part.scored is None:
        why = reason(found) if found is not None else ""
        return cell(why or MISSING_TEXT.get(part.measured.state, gettext("无法计算")), basis)
    sign = "+" if part.scored > 0 and by is not ScoredBy.YEAR_TO_DATE else ""
    shown = f"{title}{sign}{computed(part.scored)}{scored_measure(by, indicator.measure)}"
    is_corrected = found.is_corrected if found is not None else part.measured.corrected
    return cell(shown, Styled(gettext("更正"), Emphasis.CORRECTION) if is_corrected else None, basis)


def _value(parts: Parts, division: str, part: ComponentScore) -> FigureView:
    """Return the value as measured for the period, linked to its report."""
    measured, latest = part.measured, part.measured.latest
    if measured.value is None:
        return missing(MISSING_TEXT[measured.state])
    href = ""
    if latest is not None and measured.origin is Origin.DECLARED and latest.division == division:
        href = parts.figure_link(latest.report.source, part.indicator, division, latest.period.text).href
    measure = parts.publication.indicators[part.indicator].measure
    value = measured.value
    shown = value if isinstance(value, bool) else tidied(value, parts.lines(part.indicator))
    return figure(shown, measure, measured.qualifier, href=href, is_corrected=measured.corrected)


def _remark(part: ComponentScore, version: SchemeVersion) -> str:
    if part.absence is None:
        return ""
    if part.absence is Absence.NOT_APPLICABLE:
        return gettext("不适用，不计权重")
    how = {
        MissingPolicy.REWEIGHT: gettext("不计，按其他项折算"),
        MissingPolicy.ZERO: gettext("记零分"),
        MissingPolicy.UNRANKED: gettext("不排名"),
    }[version.missing]
    return gettext("%(absence)s，%(how)s", absence=ABSENCE_TEXT[part.absence], how=how)


def _worth(parts: Parts, part: ComponentScore) -> str:
    """Return the points that one more unit of the value would add, such as 多1个，+0.45分."""
    if part.worth is None:
        return ""
    if isinstance(part.measured.value, bool):
        return gettext("若为“是”，%(signed)s分", signed=_signed(part.worth))
    measure = parts.publication.indicators[part.indicator].measure
    unit = gettext("1个百分点") if measure == _PERCENT else f"1{measure}"
    return (
        gettext("多%(unit)s，%(signed)s分", unit=unit, signed=_signed(part.worth))
        if part.worth
        else gettext("多%(unit)s，不再增减", unit=unit)
    )


def _signed(points: Decimal) -> str:
    """Return points with their sign; an amount below 0.01 becomes 不到0.01, not zero."""
    hundredth = Decimal("0.01")
    size = abs(points)
    shown = gettext("不到0.01") if 0 < size < hundredth else computed(size)
    return f"{'−' if points < 0 else '+'}{shown}"


def _adjustments(parts: Parts, score: DivisionScore, version: SchemeVersion) -> Iterator[AdjustmentView]:
    groups = (
        (gettext("加分"), "+", score.bonuses, score.bonus, version.bonus_cap),
        (gettext("扣分"), "−", score.deductions, score.deduction, version.deduction_cap),
    )
    for kind, sign, applied, total, cap in groups:
        yield from (_points_view(parts, kind, sign, each, cap) for each in applied)
        rest = unnamed_points(applied, total)
        if rest:
            yield AdjustmentView(
                kind,
                gettext("未公开的%(kind)s", kind=kind),
                gettext("%(sign)s%(rest)s分", sign=sign, rest=printed(rest)),
                "",
                "",
                "",
                Link(""),
            )
    for veto in score.vetoes:
        yield AdjustmentView(
            gettext("一票否决"),
            veto.rule.name,
            EFFECT_TEXT[veto.rule.effect],
            "",
            day_text(veto.adjustment.on),
            veto.adjustment.reason,
            _source(parts, veto.adjustment.source),
        )


def unnamed_points(applied: Sequence[AppliedPoints], total: Decimal) -> Decimal:
    """Return the points of a total without those of ``applied``: the sum of those that are not public."""
    return total - sum((each.counted for each in applied), Decimal(0))


def _points_view(
    parts: Parts, kind: str, sign: str, each: AppliedPoints, cap: Decimal | None
) -> AdjustmentView:
    counted = gettext("%(sign)s%(counted)s分", sign=sign, counted=printed(each.counted))
    if each.counted != each.points:
        counted += gettext("（原为%(points)s分，超过上限）", points=printed(each.points))
    return AdjustmentView(
        kind,
        each.rule.name,
        counted,
        _limit(each.rule, kind, cap),
        day_text(each.adjustment.on),
        each.adjustment.reason,
        _source(parts, each.adjustment.source),
    )


def _limit(rule: PointsRule, kind: str, cap: Decimal | None) -> str:
    limits = [gettext("本项一期最多%(cap)s分", cap=printed(rule.cap))] if rule.cap is not None else []
    if cap is not None:
        limits.append(gettext("%(kind)s合计最多%(cap)s分", kind=kind, cap=printed(cap)))
    return gettext("，").join(limits)


def _source(parts: Parts, citation: Citation | None) -> Link:
    link = parts.source_link(citation)
    at = citation.at if citation is not None else None
    return (
        Link(gettext("%(label)s，%(at)s", label=link.label, at=at), link.href) if at and link.href else link
    )


@dataclass(frozen=True, slots=True)
class _Computation:
    """The numbers of the computation of a score, rounded as printed."""

    terms: tuple[tuple[Decimal, Fraction], ...]
    weight: Decimal
    bonus: Decimal
    deduction: Decimal

    @property
    def total(self) -> Fraction:
        """Return the exact result of the printed numbers."""
        products = sum((Fraction(weight) * score for weight, score in self.terms), Fraction(0))
        return products / Fraction(self.weight) + Fraction(self.bonus) - Fraction(self.deduction)

    @property
    def text(self) -> str:
        """Return the computation as a formula, without the result."""
        products = "＋".join(f"{printed(weight)}×{_factor(score)}" for weight, score in self.terms)
        base = gettext("（%(products)s）÷%(weight)s", products=products, weight=printed(self.weight))
        extra = f"＋{printed(self.bonus)}" if self.bonus else ""
        return base + extra + (f"－{printed(self.deduction)}" if self.deduction else "")


def sum_line(score: DivisionScore, version: SchemeVersion) -> str:
    """Return the formula of a score with its result, which the printed numbers give exactly after rounding.

    Component scores are printed with the fewest decimals, at least two, that give the score. If no number
    of decimals does, because the sum lies on a rounding boundary, they are printed as quotients. Empty
    without a score.
    """
    if score.score is None:
        return ""
    decimal = (_computation(score, version, places) for places in range(_FEWEST_PLACES, _MOST_PLACES))
    fits = (each for each in decimal if rounded(each.total, version.precision) == score.score)
    computation = next(fits, None) or _computation(score, version, None)
    sign = "＝" if computation.total == Fraction(score.score) else "≈"
    return f"{computation.text}{sign}{score.score:f}"


def _computation(score: DivisionScore, version: SchemeVersion, places: int | None) -> _Computation:
    """Return the computation with component scores to ``places`` decimals, or as quotients for ``None``."""
    is_zero = version.missing is MissingPolicy.ZERO
    counted = [
        part
        for part in score.components
        if part.normalised is not None or (is_zero and part.absence is not Absence.NOT_APPLICABLE)
    ]
    return _Computation(
        terms=tuple(
            (part.component.weight, _printed(part.normalised or Decimal(0), places)) for part in counted
        ),
        weight=sum((part.component.weight for part in counted), Decimal(0)),
        bonus=score.bonus,
        deduction=score.deduction,
    )


def _printed(score: Decimal, places: int | None) -> Fraction:
    if places is None:
        return Fraction(score).limit_denominator(_LARGEST_DIVISOR)
    return Fraction(rounded(score, places))


def _factor(score: Fraction) -> str:
    exact = decimal_of(score)
    text = printed(exact) if Fraction(exact) == score else f"{score.numerator}÷{score.denominator}"
    return gettext("（%(text)s）", text=text) if score < 0 else text
