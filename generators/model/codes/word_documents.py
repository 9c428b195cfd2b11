"""The codes of Word documents that are read."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E871": CatalogueEntry("不是 Word 文档，或已损坏", "请用 Word 或 WPS 打开，另存为 .docx 再试"),
    "E872": CatalogueEntry("Word 文档加了密码", "请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再试"),
    "E873": CatalogueEntry("旧版的 .doc、.wps 文档", "请用 Word 或 WPS 打开，另存为 .docx 再试"),
    "E874": CatalogueEntry("Word 文档里有宏", "请另存为不带宏的 .docx；来历不明的不要打开"),
    "E875": CatalogueEntry("Word 文档太大", "请压缩图片，或分成几个文件；来历不明的不要打开"),
    "E876": CatalogueEntry(
        "Word 文档里有不该有的 XML 声明", "Word 和 WPS 写不出这样的文件；请向来文单位核实，重新要一份"
    ),
    "E877": CatalogueEntry(
        "Word 文档的图片或模板在文件之外", "请在 Word 里断开链接，把图片存进文档，再另存为 .docx"
    ),
    "E878": CatalogueEntry(
        "没有找到标题或正文", "请用 --title 写明标题；或在 Word 里给标题用“标题”样式，或居中、用二号字"
    ),
    "E879": CatalogueEntry("这一期已经有了", "请核对文中的期号；要改正已有的一期，请改它的文件"),
    "W891": CatalogueEntry("有内容没有带过来", "请对照原文，需要的补进正文"),
    "W892": CatalogueEntry("有图片没有带过来", "请另存为 PNG 或 JPEG，放在文章旁边再引用"),
    "W893": CatalogueEntry("文中的期号接不上", "请核对文中的期号；缺的各期在 data/series.yml 写明"),
    "W894": CatalogueEntry("没有写成文日期", "请核对，或用 --date 写明"),
    "W895": CatalogueEntry("图片属性里有个人信息", "请去掉图片的属性，或截图后另存；公开时 check 还会指出"),
}
