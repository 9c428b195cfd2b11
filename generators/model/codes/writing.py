"""The codes of writing: terms, punctuation and numerals."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E701": CatalogueEntry("用语表自相矛盾", "请核对 data/terms.yml，只保留一种改法"),
    "W701": CatalogueEntry("范围的前一个数没有单位", "两个数都写单位，如 9亿～16亿、15%～30%"),
    "W702": CatalogueEntry("百分数之差没有用百分点", "请把“%”改为“个百分点”，或写明是增长率"),
    "W703": CatalogueEntry("文号写法不合规定", "年份用〔〕，序号不加“第”，不补零，如〔2026〕12号"),
    "W704": CatalogueEntry("标题跳级", "标题由“##”起逐级写，序数依次用一、（一）1.（1）"),
    "W705": CatalogueEntry("中文里用了半角标点", "请改用全角标点"),
    "W706": CatalogueEntry("引号写法不合规定", "引号用“”，引号里再用‘’"),
    "W707": CatalogueEntry("中文里有空格", "请删去空格；分列几项的，用顿号或逗号隔开"),
    "W708": CatalogueEntry("用了全角的数字或字母", "请改用半角"),
    "W709": CatalogueEntry("省略号或破折号写法不合规定", "省略号为“……”，破折号为“——”"),
    "W710": CatalogueEntry("期号、序号补了零", "序号不补零，如第13期"),
    "W711": CatalogueEntry("月、日补了零", "月、日不补零，如2026年1月5日"),
    "W712": CatalogueEntry("标点重复", "请只留一个"),
    "W713": CatalogueEntry("用语与用语表不符", "请按用语表改写；本单位另有规定的，写在 data/terms.yml"),
    "W714": CatalogueEntry("日期写法不合规定", "日期写全年、月、日，如2026年4月1日"),
    "W715": CatalogueEntry("成对的标点只对了一半", "两半用同一种：（）、“”、《》、〔〕"),
    "W716": CatalogueEntry(
        "字形相同、编码不同的字", "多半是从 PDF 复制来的，请改用普通汉字；看不见的字符请删去"
    ),
}
