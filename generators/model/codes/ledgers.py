"""The codes of the ledgers of problems."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E430": CatalogueEntry("问题不属于该乡镇", "division 只写该乡镇或其所辖的村（社区）；不写即为该乡镇"),
    "E431": CatalogueEntry("台账没有从发现问题开始", "第一个事件须为 found"),
    "E432": CatalogueEntry("台账的步骤不合规定", "请核对事件的次序；已登记的事件不得改写"),
    "E433": CatalogueEntry("台账事件重复", "请删去其中一处"),
    "E434": CatalogueEntry("台账事件的日期不成立", "事件由早到晚排列，不得早于前一个事件，也不得是将来"),
    "E435": CatalogueEntry("整改期限不成立", "期限不得早于交办日期；延期须在原期限内办理，且晚于原期限"),
    "E436": CatalogueEntry("销号手续不全", "请写明核验单位 by 与依据 evidence"),
    "E437": CatalogueEntry("整改单位自行销号", "销号须由整改单位以外的单位核验"),
}
