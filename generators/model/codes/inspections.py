"""The codes of rounds of inspection."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E460": CatalogueEntry("督查的起止日期不成立", "to 不得早于 from"),
    "E461": CatalogueEntry("走访日期不成立", "走访须在该次督查的起止日期以内，也不得是将来"),
    "E462": CatalogueEntry("督查发现的问题没有登记", "请核对标识，或先在该乡镇的 problems.yml 登记"),
    "E463": CatalogueEntry("问题是另一次督查发现的", "请核对 findings，或问题的 found 事件中的 inspection"),
    "E464": CatalogueEntry("重复走访", "一次督查对一个地方只登记一次，请合并"),
    "E465": CatalogueEntry(
        "回头看不成立", "kind: return 须写 returns_to：同一工作中更早的一次督查；其他督查不写"
    ),
    "E466": CatalogueEntry("没有这次督查", "请核对标识，或先在 data/inspections/ 登记"),
    "E467": CatalogueEntry("走访了不该走访的地方", "请核对区划：须在该项工作的范围内，且当时仍然存在"),
    "E468": CatalogueEntry("督查得分不成立", "得分按百分制，须在0至100之间"),
}
