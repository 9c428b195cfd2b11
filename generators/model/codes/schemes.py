"""The codes of schemes of scoring and ranking."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E420": CatalogueEntry("框架所列项数不符", "请核对 declared 与所列条目"),
    "E421": CatalogueEntry("考核权重不成立", "权重须大于零"),
    "E422": CatalogueEntry("计分方式与指标不符", "请按指标的类型选择计分方式"),
    "E423": CatalogueEntry("计分方式不成立", "请核对上下限、档次的次序与分值"),
    "E424": CatalogueEntry("考核办法的版本不成立", "版本须由早到晚，from 须与考核周期相符"),
    "E425": CatalogueEntry("考核分组不成立", "一个区划只属于一组，且须在考核范围内"),
    "E426": CatalogueEntry("加减分项不成立", "分值与上限须大于零，标识不得重复"),
    "E427": CatalogueEntry("加减分与考核办法不符", "请核对区划、期间和日期"),
    "E428": CatalogueEntry("加减分超出规定", "请核对分值与该项的上限"),
    "E429": CatalogueEntry("计分所用的报送没有写报送日期", "请补上 on，以便判定是否在截止前报送"),
    "W478": CatalogueEntry("权重合计与满分不同", "请核对各项权重与 total；得分按权重合计折算"),
    "E496": CatalogueEntry(
        "计分项的 by 写得不成立",
        "按差距、增速、增减计分的用 goalposts 或 steps；时点数、比率没有本年累计，是与否不能比较",
    ),
    "E497": CatalogueEntry("同分怎样排写得不成立", "tie_breaks 列这一版计分项的标识，各一次"),
}
