"""The codes of personal data."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E601": CatalogueEntry("疑似证件号码", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
    "E602": CatalogueEntry("疑似个人电话号码", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
    "E603": CatalogueEntry("疑似个人电子邮箱", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
    "E604": CatalogueEntry("疑似银行卡号", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
    "E605": CatalogueEntry("疑似车牌号", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
    "E606": CatalogueEntry("疑似家庭住址", "请删去门牌；确可公开的，登记到 data/allowed.yml 并写明理由"),
    "E607": CatalogueEntry(
        "疑似可以认出的困难对象或受处理的人",
        "请隐去姓名，如写作“张某”；确可公开的，登记到 data/allowed.yml 并写明理由",
    ),
    "E608": CatalogueEntry(
        "疑似个人微信号、QQ号、抖音号等", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"
    ),
    "E609": CatalogueEntry(
        "疑似个人出生日期", "请只写到年，或删去；确可公开的，登记到 data/allowed.yml 并写明理由"
    ),
    "E610": CatalogueEntry(
        "图片属性里有拍摄位置",
        "请去掉图片属性里的位置，或截图后另存；确可公开的，登记到 data/allowed.yml 并写明理由",
    ),
    "W611": CatalogueEntry("放行登记没有用到", "请从 data/allowed.yml 删去，或核对文件名与遮盖后的值"),
    "W612": CatalogueEntry(
        "内部内容中有个人信息", "不必要的请删去；确有必要的，登记到 data/allowed.yml 并写明理由"
    ),
    "W613": CatalogueEntry(
        "附件的内容没有检查过", "请打开看一遍有没有个人信息，再把 sha256 登记到 data/allowed.yml"
    ),
    "W614": CatalogueEntry(
        "附件属性里有姓名", "请用“检查文档”之类的功能去掉作者等属性；可以公开的，登记到 data/allowed.yml"
    ),
}
