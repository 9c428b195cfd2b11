"""Functions of prose for a past period: its figures at the end of the period, with the words around them.

Words such as 并列第2位, 上升3位 or 低于序时进度5个百分点 are part of the figure, so that a correction changes
them too. Formulas: "Past periods" in ``generators/formulas.md``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, TypeVar, assert_never

from generators.composing.comparisons.words import sentence_figure
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import missing, one_decimal, percentage, plain, printed, tidied
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.kit.views import FigureView
from generators.disclosing.publication import Publication
from generators.model.address import Address
from generators.model.indicator import IndicatorKind
from generators.model.rounding import rounded, rounded_apart
from generators.model.target import is_allowance
from generators.results.facts import (
    KINDS,
    ChangeFact,
    CountsFact,
    Fact,
    FactKind,
    FactRequest,
    ProgressFact,
    TargetsFact,
    ValueFact,
    comparison_of,
)
from generators.results.figures import Measured, Origin, Progress

NOT_COMPARABLE: Final = "与上期不可比"
NO_TARGET: Final = "没有目标"

_PERCENT: Final = "%"
_HUNDRED: Final = Decimal(100)
_STABLE_POINTS: Final = Decimal("0.5")
"""A smaller change of a percentage, in percentage points, is 基本持平."""
_STABLE_SHARE: Final = Decimal("0.01")
"""A smaller change of a level or ratio, relative to the earlier value, is 基本持平."""

_Fact = TypeVar("_Fact", bound=Fact)
_Shown = Callable[[Progress], FigureView]


def in_words(before: str, number: str, unit: str, href: str = "", note: str = "") -> FigureView:
    """Return a figure with the text ``before`` it."""
    return FigureView(before, number, "", unit, "", href, note)


@dataclass(frozen=True)
class PeriodCitations:
    """The functions of prose for values, targets, problems and commitments of a past period."""

    parts: Parts

    @property
    def publication(self) -> Publication:
        """Return the publication that the functions read."""
        return self.parts.publication

    def _fact(self, expected: type[_Fact], function: str, division: str, subject: str, period: str) -> _Fact:
        """Return a fact; raises ``UnknownReferenceError`` if it is withheld or was not requested."""
        fact = self.publication.facts.get(FactRequest(KINDS[function], division, Address(subject), period))
        if not isinstance(fact, expected):
            raise UnknownReferenceError(f"{function} {division} {subject} {period}")
        return fact

    def value(self, division: str, indicator: str, period: str) -> FigureView:
        """Return the value at the end of the period; for a flow or a derived ratio, over the period."""
        fact = self._fact(ValueFact, "value", division, indicator, period)
        return self._measured(division, Address(indicator), fact.measured)

    def _measured(self, division: str, indicator: Address, measured: Measured) -> FigureView:
        """Return the figure of a value, with one decimal if it is a computed ratio.

        A figure that is not based on a single report links to the page of the division.
        """
        found = self.parts.measured_figure(indicator, measured)
        value, is_computed = measured.value, measured.denominator is not None
        if isinstance(value, Decimal) and (is_computed or measured.origin is Origin.DERIVED):
            found = replace(found, number=self._with_one_decimal(indicator, value))
        return found if found.href or found.is_missing else replace(found, href=urls.division(division))

    def _with_one_decimal(self, indicator: Address, value: Decimal) -> str:
        whole = (_HUNDRED,) if self.publication.indicators[indicator].measure == _PERCENT else ()
        return printed(rounded_apart(value, 1, (*self.parts.lines(indicator), *whole)))

    def progress(self, division: str, indicator: str, period: str) -> FigureView:
        """Return the value that counts towards the target in force; for a flow, the sum over its window."""
        return self._of_target("progress", division, indicator, period, self._progress_figure)

    def _progress_figure(self, progress: Progress) -> FigureView:
        return self._measured(progress.division, progress.indicator, progress.measured)

    def attainment(self, division: str, indicator: str, period: str) -> FigureView:
        """Return the attainment of the target in force in per cent, else the label of its status."""
        return self._of_target("attainment", division, indicator, period, self._attainment_figure)

    def _attainment_figure(self, progress: Progress) -> FigureView:
        if progress.attainment is None:
            return missing(STATUS_VIEWS[progress.status].label)
        shown = percentage(progress.attainment).removesuffix(_PERCENT)
        return in_words("", shown, _PERCENT, self._board_of(progress), self._note_of(progress))

    def gap(self, division: str, indicator: str, period: str) -> FigureView:
        """Return the gap of the target in force to its pace, from the due day on to the target value."""
        return self._of_target("gap", division, indicator, period, self._gap_figure)

    def _gap_figure(self, progress: Progress) -> FigureView:
        if progress.gap is None:
            return missing(STATUS_VIEWS[progress.status].label)
        standard = "目标" if progress.day >= progress.target.due else "序时进度"
        href, note = self._board_of(progress), self._note_of(progress)
        if progress.gap >= 0 and rounded(progress.gap, 1) == 0:
            return in_words("", f"与{standard}持平", "", href, note)
        # A gap below zero is never shown as 持平.
        shown = max(abs(rounded(progress.gap, 1)), Decimal("0.1"))
        goal = self.publication.indicators[progress.indicator].goal
        if is_allowance(progress.target.value, goal, progress.baseline):
            # A 控制数 is ahead where less of it is used.
            side = "用数少于" if progress.gap > 0 else "用数超过"
        else:
            side = "高于" if progress.gap > 0 else "低于"
        return in_words(f"{side}{standard}", plain(shown), "个百分点", href, note)

    def _of_target(
        self, function: str, division: str, indicator: str, period: str, shown: _Shown
    ) -> FigureView:
        fact = self._fact(ProgressFact, function, division, indicator, period)
        return shown(fact.progress) if fact.progress is not None else missing(NO_TARGET)

    def _board_of(self, progress: Progress) -> str:
        return urls.board(progress.indicator.programme)

    def _note_of(self, progress: Progress) -> str:
        value = self.parts.measured_figure(progress.indicator, progress.measured).text
        target = self.parts.target_figure(progress.division, progress.target).text
        return f"{value}，目标{target}，按{day_text(progress.day)}计算"

    def change(self, division: str, indicator: str, period: str) -> FigureView:
        """Return the change of a value since the period before."""
        fact = self._fact(ChangeFact, "change", division, indicator, period)
        if not fact.is_comparable:
            return missing(NOT_COMPARABLE)
        before, after = fact.before.value, fact.after.value
        if not isinstance(before, Decimal) or not isinstance(after, Decimal):
            return missing(NOT_COMPARABLE)
        address = Address(indicator)
        note = "，".join(
            f"{when}{self.parts.measured_figure(address, each).text}"
            for when, each in (("上期", fact.before), ("本期", fact.after))
        )
        found = self._change_figure(address, before, after)
        return replace(found, href=urls.division(division), note=note)

    def compare(self, division: str, indicator: str, period: str, by: str) -> FigureView:
        """Return the growth of a value since a base period, or its year to date, with the words around it."""
        address = Address(indicator)
        request = FactRequest(FactKind.COMPARE, division, address, period, by)
        compared = comparison_of(self.publication.facts.get(request))
        if compared is None:
            raise UnknownReferenceError(f"compare {division} {indicator} {period} {by}")
        found = sentence_figure(compared, self.publication.indicators[address])
        href = urls.division(division)
        return replace(found, href=href, is_corrected=compared.is_corrected)

    def _change_figure(self, address: Address, before: Decimal, after: Decimal) -> FigureView:
        indicator = self.publication.indicators[address]
        if after == before:
            return in_words("", "持平", "")
        step = abs(after - before)
        if indicator.measure == _PERCENT:
            if step < _STABLE_POINTS:
                return in_words("", "基本持平", "")
            return in_words("提高" if after > before else "下降", one_decimal(step), "个百分点")
        if _fluctuates(indicator.kind) and step < _STABLE_SHARE * abs(before):
            return in_words("", "基本持平", "")
        # Reported numbers are exact, and so is their difference; quotients have no end.
        number = (
            plain(rounded_apart(step, 1, (0,)))
            if indicator.kind.is_ratio
            else plain(tidied(step, (Decimal(0),)))
        )
        return in_words("增加" if after > before else "减少", number, indicator.measure)

    def targets(self, division: str, subject: str, period: str, status: str) -> FigureView:
        """Return the number of targets of the divisions directly below ``division`` with ``status``."""
        fact = self._fact(TargetsFact, "targets", division, subject, period)
        return in_words("", str(len(fact.chosen(status))), "", urls.board(Address(subject).programme))

    def problems(self, division: str, programme: str, period: str, count: str) -> FigureView:
        """Return a count or rate of the problems of a division and all below it."""
        href = urls.ledger(programme) if programme in self.publication.ledgers else ""
        return self._count("problems", (division, programme, period), count, href)

    def commitments(self, division: str, programme: str, period: str, count: str) -> FigureView:
        """Return a count or rate of the commitments of a division and all below it."""
        href = urls.commitments_of(programme) if programme in self.publication.commitment_books else ""
        return self._count("commitments", (division, programme, period), count, href)

    def _count(self, function: str, of: tuple[str, str, str], count: str, href: str) -> FigureView:
        fact = self._fact(CountsFact, function, *of)
        if count in fact.counts:
            return in_words("", str(fact.counts[count]), "", href)
        share = fact.shares.get(count)
        if share is None:
            return missing("没有可计算的")
        return in_words("", percentage(share).removesuffix(_PERCENT), _PERCENT, href)


def _fluctuates(kind: IndicatorKind) -> bool:
    """Return whether small changes of a kind are 基本持平, because its values fluctuate."""
    match kind:
        case IndicatorKind.LEVEL | IndicatorKind.RATIO:
            return True
        case IndicatorKind.CUMULATIVE | IndicatorKind.FLOW | IndicatorKind.FLAG:
            return False
        case never:
            assert_never(never)
