"""The words and numbers of comparisons: 同比增长12.3%, 上年同期为0，不计算增速."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, assert_never

from generators.composing.kit.dates import period_text
from generators.composing.kit.numbers import missing, plain, printed, tidied
from generators.composing.kit.views import FigureView
from generators.languages import Words, current_language, gettext, marked, translated
from generators.model.comparison import ComparedBy
from generators.model.indicator import Indicator
from generators.model.language import Language
from generators.model.period import Period, cadence_of
from generators.model.rounding import rounded_apart
from generators.model.scalars import Cadence
from generators.results.comparisons import Comparability, Compared

TITLES: Final = Words(
    {
        ComparedBy.YEAR_TO_DATE: marked("本年累计"),
        ComparedBy.YEAR_ON_YEAR: marked("同比"),
        ComparedBy.PERIOD_ON_PERIOD: marked("环比"),
        ComparedBy.CUMULATIVE_GROWTH: marked("本年累计同比"),
    }
)
_PERIOD_BEFORE: Final = Words(
    {
        Cadence.WEEK: marked("上周"),
        Cadence.MONTH: marked("上月"),
        Cadence.QUARTER: marked("上季度"),
        Cadence.HALF_YEAR: marked("上半年度"),
        Cadence.YEAR: marked("上年"),
        None: marked("上期"),
    }
)
_REASONS: Final = Words(
    {
        Comparability.COMPARED: "",
        Comparability.NO_VALUE: marked("本期没有数"),
        Comparability.NO_BASE: marked("没有数，不计算"),
        Comparability.ZERO_BASE: marked("为0，不计算增速"),
        Comparability.NEGATIVE_BASE: marked("为负数，不计算增速"),
        Comparability.INEXACT: marked("有约数，不计算"),
        Comparability.INCOMPLETE: marked("没有报齐，不计算"),
    }
)
_OF_BASE: Final = frozenset({Comparability.NO_BASE, Comparability.ZERO_BASE, Comparability.NEGATIVE_BASE})
"""The states that are said of the base period."""
_POINTS: Final = marked("个百分点")
_PERCENT: Final = "%"
_DEFAULT_DECIMALS: Final = 1


def decimals_of(indicator: Indicator, by: ComparedBy) -> int:
    """Return the decimals that an indicator declares for a comparison; 1 where it declares none."""
    declared = (each.decimals for each in indicator.comparisons if each.by is by)
    return next(declared, _DEFAULT_DECIMALS)


def base_word(compared: Compared) -> str:
    """Return what the base period is called, such as 上年同期 or 上月."""
    if compared.by is ComparedBy.PERIOD_ON_PERIOD:
        return _PERIOD_BEFORE[cadence_of(compared.period)]
    return gettext("上年同期")


def span_words(period: Period) -> str:
    """Return a period as text; several whole months of a year as 2026年1—9月 or 2026-01 to 2026-09."""
    first, slash, last = period.text.partition("/")
    if slash and first[:4] == last[:4] and len(first) == len(last) == len("2026-01"):
        match current_language():
            case Language.CHINESE:
                return f"{first[:4]}年{int(first[5:])}—{int(last[5:])}月"
            case Language.ENGLISH:
                return gettext("%(start)s至%(end)s", start=first, end=last)
            case never:
                assert_never(never)
    return period_text(period)


def reason(compared: Compared) -> str:
    """Return why a comparison has no number; empty if it has one."""
    text = _REASONS[compared.state]
    if compared.state not in _OF_BASE:
        return text
    return gettext("%(base)s%(reason)s", base=base_word(compared), reason=text)


def result_figure(compared: Compared, indicator: Indicator) -> FigureView:
    """Return the number of a comparison for tables, with its sign, or why there is none."""
    if compared.result is None:
        return missing(reason(compared), note_of(compared, indicator))
    number, unit = _number(compared, indicator)
    sign = "+" if compared.by.is_growth and compared.result > 0 else ""
    return FigureView("", f"{sign}{number}", "", unit, "", note=note_of(compared, indicator))


def sentence_figure(compared: Compared, indicator: Indicator) -> FigureView:
    """Return a comparison for prose: 同比增长12.3%, 环比持平, 2026年1—9月累计320件."""
    title = TITLES[compared.by]
    note = note_of(compared, indicator)
    if compared.result is None:
        return missing(gettext("%(title)s：%(reason)s", title=title, reason=reason(compared)), note)
    if not compared.by.is_growth:
        number, unit = _number(compared, indicator)
        return FigureView(
            gettext("%(span)s累计", span=span_words(compared.period)),
            number,
            "",
            unit,
            "",
            note=note,
        )
    before = (
        gettext("%(span)s累计同比", span=span_words(compared.period)) if compared.by.is_to_date else title
    )
    if compared.result == 0:
        return FigureView(before, gettext("持平"), "", "", "", note=note)
    number, unit = _number(compared, indicator)
    rises = compared.result > 0
    verb = (
        (gettext("提高") if rises else gettext("下降"))
        if compared.is_in_points
        else (gettext("增长") if rises else gettext("下降"))
    )
    return FigureView(f"{before}{verb}", number.lstrip("−"), "", unit, "", note=note)


def _number(compared: Compared, indicator: Indicator) -> tuple[str, str]:
    """Return number and unit; a growth rate is never shown as 0 unless it is 0."""
    result = compared.result or Fraction(0)
    if not compared.by.is_growth:
        return printed(tidied(compared.value or Decimal(0))), indicator.measure
    shown = rounded_apart(result, decimals_of(indicator, compared.by), (0,)) if result else Decimal(0)
    return printed(shown), translated(_POINTS) if compared.is_in_points else _PERCENT


def note_of(compared: Compared, indicator: Indicator) -> str:
    """Return value and base in words, with the periods that they are of."""
    of_value = f"{span_words(compared.period)}{_amount(compared.value, indicator)}"
    if compared.base_period is None:
        return of_value
    return gettext("%(of_value)s，%(base)s", of_value=of_value, base=base_note(compared, indicator))


def base_note(compared: Compared, indicator: Indicator) -> str:
    """Return the base in words with its period: 上年同期（2025年9月）120件."""
    if compared.base_period is None:
        return ""
    period = span_words(compared.base_period)
    return gettext(
        "%(base)s（%(period)s）%(amount)s",
        base=base_word(compared),
        period=period,
        amount=_amount(compared.base, indicator),
    )


def _amount(number: Decimal | None, indicator: Indicator) -> str:
    if number is None:
        return gettext("没有可比的数")
    exact = tidied(number)
    return f"{plain(exact).replace('-', '−')}{indicator.measure}"
