"""The codes of programmes that are extended or carried into another year."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E931": CatalogueEntry("延长的日期不成立", "一次比一次延得晚，也定得晚；period 没有写 to 的工作不用延长"),
    "E932": CatalogueEntry("转到的年份不对", "请写计算日期所在的一年或下一年，或用 --as-of 写明日期"),
    "E933": CatalogueEntry(
        "这项工作早已结束", "只转到接着的一年；确要接着做的，请先在 extensions 里写明延长到哪一天"
    ),
    "E934": CatalogueEntry(
        "新一年的依据没有写明", "请先把文件登记在 data/sources.yml，再写 --source 标识、--at 文件中的位置"
    ),
}
