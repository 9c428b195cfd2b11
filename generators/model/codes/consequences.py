"""The codes of rewards, penalties and lists."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E470": CatalogueEntry("奖惩的依据没有登记", "请核对考核办法、指标、等次序列与等次的标识"),
    "E471": CatalogueEntry("奖惩的名次写法不成立", "first、last 须写且只写一个，从1起；bands 只用于 first"),
    "E472": CatalogueEntry(
        "奖惩的分档不成立", "各档由高到低，first 依次增大，不超过总名额；金额须大于零，写明单位"
    ),
    "E473": CatalogueEntry(
        "奖惩用错了级别", "level 须与所依据的考核办法、等次序列相同，且在该项工作的范围内"
    ),
    "E474": CatalogueEntry("奖惩的条件不成立", "请按 data/README.md 改写该条件"),
    "E475": CatalogueEntry("红榜、黑榜的名额不成立", "red_list 的 first、black_list 的 last 从1起"),
    "E476": CatalogueEntry("红榜、黑榜的名额太多", "两榜名额合计不得超过参加排名的单位数"),
    "E477": CatalogueEntry("黑榜公开，排名却不公开", "请删去黑榜的 disclosure，或先公开考核办法和工作"),
}
