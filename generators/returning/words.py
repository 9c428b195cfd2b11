"""What workbooks call indicators and values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, assert_never

from generators.checking.figures.measures import can_be_negative, is_counted
from generators.composing.kit.dates import CADENCE_TEXT, day_text, period_text
from generators.measuring.figures.declared import amount_of
from generators.model.indicator import Goal, Indicator, IndicatorKind
from generators.model.observation import Observation
from generators.model.period import Period, period_before
from generators.model.scalars import Amount
from generators.workbooks.writing.rules import INAPPLICABLE, ChoiceRule, NumberRule, Rule

YES: Final = "是"
NO: Final = "否"

_KIND_TEXT: Final = {
    IndicatorKind.CUMULATIVE: "累计数，从开始算起，只增不减",
    IndicatorKind.FLOW: "当期数，只报这一期发生的",
    IndicatorKind.LEVEL: "时点数，报期末的",
    IndicatorKind.RATIO: "比率",
    IndicatorKind.FLAG: "是或否",
}

_GOAL_TEXT: Final = {
    Goal.AT_LEAST: "不低于目标为好",
    Goal.AT_MOST: "不高于目标为好",
    Goal.EXACTLY: "与目标相等为好",
}


def head_of(indicator: Indicator) -> str:
    """Return the name of an indicator with its unit: 巡溪次数（次）."""
    unit = "" if indicator.kind.is_flag else indicator.measure
    return f"{indicator.name}（{unit}）" if unit else indicator.name


def definition_of(indicator: Indicator) -> str:
    """Return what an indicator is, a line for each thing to know."""
    cadence = CADENCE_TEXT[indicator.cadence] + "报" if indicator.cadence is not None else "按目标报"
    lines = [indicator.definition, f"{_KIND_TEXT[indicator.kind]}；{cadence}；{_GOAL_TEXT[indicator.goal]}"]
    return "\n".join(each for each in lines if each)


def shown_amount(amount: Amount | None) -> str | Decimal | None:
    """Return an amount as a cell shows it: 是 and 否 for a flag."""
    if isinstance(amount, bool):
        return YES if amount else NO
    return amount


def shown_last(last: Observation | None, indicator: Indicator, day: date) -> str | Decimal:
    """Return the last reported value as corrected by ``day``; a dash if there is none."""
    amount = shown_amount(amount_of(last, indicator, day)) if last is not None else None
    return amount if amount is not None else "—"


def note_of_last(last: Observation | None, period: Period) -> str:
    """Return of which period the last value is, unless that is the one before ``period``."""
    before = period_before(period)
    if last is None or (before is not None and last.period.end == before.end):
        return ""
    return f"{period_text(last.period)}的数"


def shown_due(day: date) -> str:
    """Return when a target is due: 到2026年12月31日."""
    return f"到{day_text(day)}"


def value_rule(indicator: Indicator, least: Decimal | None) -> Rule:
    """Return what may be typed for a value; what accumulates is no lower than ``least``, its last value."""
    match indicator.kind:
        case IndicatorKind.FLAG:
            return ChoiceRule(f"选“{YES}”或“{NO}”；没有此项的选“{INAPPLICABLE}”", (YES, NO, INAPPLICABLE))
        case IndicatorKind.CUMULATIVE:
            return number_rule(indicator, least or Decimal(0))
        case IndicatorKind.FLOW:
            return number_rule(indicator, Decimal(0))
        case IndicatorKind.LEVEL:
            return number_rule(indicator, None if can_be_negative(indicator) else Decimal(0))
        case IndicatorKind.RATIO:
            return number_rule(indicator, None)
        case never:
            assert_never(never)


def part_rule(indicator: Indicator) -> Rule:
    """Return what may be typed for the numerator or the denominator of a ratio."""
    return NumberRule(
        f"填数字，不小于0；没有此项的填“{INAPPLICABLE}”。{indicator.name}由分子、分母算出", Decimal(0)
    )


def number_rule(indicator: Indicator, least: Decimal | None) -> NumberRule:
    """Return the rule for a number, whole if its unit is counted, which says so in Chinese."""
    is_whole = is_counted(indicator)
    wanted = ["填整数" if is_whole else "填数字"]
    if least is not None and least > 0:
        wanted.append(f"累计数，不小于上次报的{least:f}（上次报错了的，另报更正）")
    elif least is not None:
        wanted.append("不小于0")
    wanted.append(f"单位：{indicator.measure}" if indicator.measure else "")
    text = "，".join(each for each in wanted if each)
    return NumberRule(f"{text}；不带单位。没有此项的填“{INAPPLICABLE}”，不能留空代替零", least, is_whole)


def target_rule(indicator: Indicator) -> Rule:
    """Return what may be typed for a target."""
    if indicator.kind.is_flag:
        return ChoiceRule(f"选“{YES}”或“{NO}”；没有任务的留空", (YES, NO))
    is_whole = is_counted(indicator)
    wanted = f"填要达到的{'整数' if is_whole else '数'}，不带单位；没有任务的留空"
    return NumberRule(wanted, None if can_be_negative(indicator) else Decimal(0), is_whole)
