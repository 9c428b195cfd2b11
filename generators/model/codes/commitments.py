"""The codes of commitments."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E450": CatalogueEntry("承诺不属于该乡镇", "division 只写该乡镇或其所辖的村（社区）；不写即为该乡镇"),
    "E451": CatalogueEntry("承诺没有从定诺开始", "第一个事件须为 made"),
    "E452": CatalogueEntry("承诺的步骤不合规定", "请核对事件的次序；已登记的事件不得改写"),
    "E453": CatalogueEntry("承诺事件重复", "请删去其中一处"),
    "E454": CatalogueEntry("承诺事件的日期不成立", "事件由早到晚排列，不得早于前一个事件，也不得是将来"),
    "E455": CatalogueEntry("承诺期限不成立", "期限不得早于定诺日期；延期须在原期限内办理，且晚于原期限"),
    "E456": CatalogueEntry("评诺理由不成立", "部分兑现、未兑现须写且只写一个 reason；已兑现不写 reason"),
    "E457": CatalogueEntry("承诺单位自己审诺或评诺", "审诺、评诺须由承诺单位以外的单位进行"),
    "E458": CatalogueEntry("承诺分值不成立", "points 须大于零"),
}
