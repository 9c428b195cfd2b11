"""What the unit of an indicator says about its values: whether they are whole, and whether negative."""

from __future__ import annotations

import re
from typing import Final

from generators.model.indicator import Indicator, IndicatorKind

_COUNTED: Final = frozenset("个件户人村家名所座台辆套份期起宗只头棵株支批项次场处条间栋艘匹口") | {
    "人次",
    "户次",
    "场次",
    "件次",
    "例",
    "社区",
    "镇",
    "乡",
    "组",
    "对",
    "篇",
    "枚",
    "块",
}
"""Units of which there are only whole ones; 万人 and 人/平方公里 are no such units."""

_AREAS: Final = frozenset({"亩", "万亩", "公顷", "平方米", "万平方米", "平方公里"})
_LENGTHS_AND_WEIGHTS: Final = frozenset({"米", "千米", "公里", "千克", "公斤", "吨", "万吨"})
_VOLUMES_AND_POWER: Final = frozenset({"立方米", "万立方米", "千瓦", "万千瓦", "千瓦时", "万千瓦时"})
_TIMES: Final = frozenset({"小时", "天", "岁"})
_THOUSANDS_COUNTED: Final = frozenset({"万人", "万户", "万人次"})
_MEASURED: Final = _AREAS | _LENGTHS_AND_WEIGHTS | _VOLUMES_AND_POWER | _TIMES | _THOUSANDS_COUNTED
"""Units of quantities that are not negative. Money, shares, degrees and points may be."""

_AVERAGE: Final = re.compile("平均|[人户村镇乡县组件均]均|均(?:每|值)|折合|折算|系数|指数")
_DIFFERENCE: Final = re.compile("净|增减|增量|增幅|增加|变化|变动|差额|差值|之差|相差|盈亏|结余|比上")


def is_counted(indicator: Indicator) -> bool:
    """Whether values of the indicator are whole numbers of things; an average of them is not."""
    is_quotient = indicator.kind is IndicatorKind.RATIO or _AVERAGE.search(indicator.name)
    return indicator.measure in _COUNTED and not is_quotient


def can_be_negative(indicator: Indicator) -> bool:
    """Whether the value of a level may be below zero: by its unit, or because it is a difference."""
    is_quantity = indicator.measure in _COUNTED or indicator.measure in _MEASURED
    return not is_quantity or _DIFFERENCE.search(indicator.name) is not None
