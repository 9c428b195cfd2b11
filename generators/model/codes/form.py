"""The codes of the form of a record."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E201": CatalogueEntry("缺少必填项", "请补上该项"),
    "E202": CatalogueEntry("未知的项", "请核对拼写，或删去该项"),
    "E203": CatalogueEntry("值的类型不符", "请按 data/README.md 改写该值"),
    "E204": CatalogueEntry("目标截止日期早于开始日期", "请核对起止日期"),
    "E205": CatalogueEntry("标识写法不合规定", "标识只用小写字母、数字和连字符"),
    "E206": CatalogueEntry("文件名与标识不一致", "请使文件（文件夹）名与其中的标识相同"),
    "E207": CatalogueEntry(
        "期间写法不合规定",
        "可写 2017、2017-H1、2017-Q3、2017-06、2017-W23、2017-06-30，或用 / 连接起止",
    ),
    "E208": CatalogueEntry("一个数值只能有一种写法", "请只写 value、numerator 或 not_applicable 之一"),
    "E209": CatalogueEntry("区划代码结构不符", "区划代码为 12 位数字，级别以下补零"),
    "E210": CatalogueEntry("只能有一种写法", "请按 data/README.md 只保留一种写法"),
}
