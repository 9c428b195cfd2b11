"""The codes of standards and tiers."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E440": CatalogueEntry("没有这个标准、条目或等次", "请核对标识，或先在该项工作中登记"),
    "E441": CatalogueEntry("标准或等次用错了区划", "请核对级别与范围；标准、等次只用于写明的一级"),
    "E442": CatalogueEntry("重复验收或评定", "请删去其中一处；重新验收前须先登记撤销（revoked）"),
    "E443": CatalogueEntry("撤销早于验收", "请核对两个日期"),
    "E444": CatalogueEntry("验收、评定或区划变更的日期是将来", "请核对日期"),
    "E445": CatalogueEntry("验收、撤销或评定没有写明依据", "请写明 evidence、reason 或 by"),
    "E446": CatalogueEntry("标准或等次的定义不成立", "请按 data/README.md 补齐；等次由低到高列出"),
    "E447": CatalogueEntry("按规则划分的等次不能另行评定", "请删去评定，或把 by 改为 assessment"),
}
