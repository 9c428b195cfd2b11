"""The codes of references from one file to another."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E301": CatalogueEntry("没有这个区划", "请核对标识，或先在区划数据中登记"),
    "E302": CatalogueEntry("没有这项工作", "请核对标识，或先在 data/programmes/ 登记"),
    "E303": CatalogueEntry("没有这个指标", "请核对“工作/指标”，或先在该项工作中登记指标"),
    "E304": CatalogueEntry("没有这个出处", "请核对标识，或先在 data/sources.yml 登记"),
    "E305": CatalogueEntry("没有这个刊物", "请核对标识，或先在 data/series.yml 登记"),
    "E306": CatalogueEntry("引用的数据不存在", "请核对区划、指标与期间，或先登记该数据"),
    "E307": CatalogueEntry("链接指向不存在的页面", "请核对链接地址"),
    "E308": CatalogueEntry("重复登记", "请删去其中一处"),
    "E309": CatalogueEntry("区划的隶属关系不成立", "请核对 within：上级须存在，且级别更高，不得循环"),
    "E310": CatalogueEntry("文件放错了位置", "请按 data/README.md 移动或删去该文件"),
    "E312": CatalogueEntry("没有这个考核办法或考核项", "请核对“工作/办法”与加减分项、否决项的标识"),
    "E313": CatalogueEntry(
        "简短文字里写了链接", "请把链接移到正文里；这里只能用 division(...)、source(...) 等引用"
    ),
    "W311": CatalogueEntry("附件没有被任何页面引用", "请在页面中引用，或删去该附件"),
}
