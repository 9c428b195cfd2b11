"""The codes of reported figures, targets and indicators."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E401": CatalogueEntry("报送期间超出工作期间", "请核对期间，或修改该项工作的起止日期"),
    "E402": CatalogueEntry("同一期间重复报送", "请只保留一次；数值改变时请在 corrections.yml 登记更正"),
    "E403": CatalogueEntry("计量单位不一致", "请换算成指标的计量单位"),
    "E404": CatalogueEntry("数量为负", "请核对数值"),
    "E405": CatalogueEntry("分子大于分母", "请核对分子与分母"),
    "E406": CatalogueEntry("口径核对不平", "请核对合计与各分项"),
    "E407": CatalogueEntry("没有写明出处", "请写明 source 的 document 与 at"),
    "E408": CatalogueEntry("累计数变小了", "请核对数值；确有减少时请在 corrections.yml 登记更正"),
    "E409": CatalogueEntry("更正与原报数不符", "请核对 corrections.yml 中的期间与 old"),
    "E410": CatalogueEntry("报送日期不成立", "报送日期不得早于期间开始，也不得是将来"),
    "E411": CatalogueEntry("报送期间互相重叠", "当期数的各期间不得重叠，请核对"),
    "E412": CatalogueEntry("数值的写法与指标类型不符", "请按指标的类型填写"),
    "E413": CatalogueEntry("节点目标不成立", "节点日期须在起止之间，数值须向目标推进"),
    "E414": CatalogueEntry("百分数超出范围", "请核对数值"),
    "E415": CatalogueEntry("目标重复", "请合并同一区划、同一指标、同一时段的目标"),
    "E416": CatalogueEntry("不应直接报送的指标", "该指标由其他指标算出，请报送其分子、分母或下级数据"),
    "W417": CatalogueEntry("口径核对从未用到", "请核对指标名，或补齐数据"),
    "W418": CatalogueEntry("自报数与汇总数不一致", "请与下级核对"),
    "E419": CatalogueEntry("指标定义不完整", "请按 data/README.md 补齐或删去该项"),
    "E438": CatalogueEntry("由内部数据算出的指标没有写明是否公开", "请写明 disclosure: public 或 internal"),
    "E494": CatalogueEntry(
        "同比、环比、本年累计写得不成立", "请按 data/README.md“同比、环比与本年累计”改写 comparisons"
    ),
    "E495": CatalogueEntry("restarts 写得不成立", "restarts: yearly 只用于每年从零起算的累计数"),
    "W490": CatalogueEntry(
        "数值比上期多到十倍或少到十分之一",
        "请核对是否多写、少写了一位；核对无误的，在该数下写明 confirmed: 理由",
    ),
    "W491": CatalogueEntry("数量不应为负", "请核对数值；确是负数的，在该数下写明 confirmed: 理由"),
    "W492": CatalogueEntry("数量不是整数", "请核对数值和计量单位；核对无误的，在该数下写明 confirmed: 理由"),
    "W493": CatalogueEntry("核对说明没有用到", "请删去 confirmed"),
}
