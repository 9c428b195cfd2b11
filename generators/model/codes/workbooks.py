"""The codes of workbooks that are read and returns that are sent out."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E801": CatalogueEntry("打不开表格", "请在 WPS 或 Excel 里打开核对，另存为 xlsx、xls、et 或 csv 再导入"),
    "E802": CatalogueEntry("表格加了密码", "请用 --password 写明密码，或取消密码以后再导入"),
    "E803": CatalogueEntry("表格太大", "请只留要导入的表，删去多余的行、列和图片，另存以后再导入"),
    "E804": CatalogueEntry("公式没有算出结果", "请在 WPS 或 Excel 里打开、保存一次，或改填数"),
    "E805": CatalogueEntry("公式出错", "请改正公式，或改填数"),
    "E806": CatalogueEntry("表格认不出来", "请核对乡镇（村）的名称有没有登记，表头在不在"),
    "E807": CatalogueEntry(
        "列和指标没有对上", "请核对 data/imports/ 里的导入格式，写上是哪个指标；不要的列写 use: none"
    ),
    "E808": CatalogueEntry("不知道是哪个地方", "请核对名称，写登记的全称"),
    "E809": CatalogueEntry("同一个数填了两处", "请只留一处"),
    "E810": CatalogueEntry("单元格里不是数", "请改填一个数；没有此项写 /，没报写“未报”"),
    "E811": CatalogueEntry("计量单位不符", "请换算成指标的单位，或写明单位"),
    "E812": CatalogueEntry("合计不等于各行之和", "请核对各行和合计；合计是公式的，核对公式的范围"),
    "E813": CatalogueEntry(
        "不知道是哪一期的", "请把期间写在标题里，如 2026年3月；或用 --period 2026-03 写明"
    ),
    "E814": CatalogueEntry(
        "已经报过的数不能改", "核对以后确要更正的，用 --reason 写明理由，登记为更正；否则请改正表格"
    ),
    "E815": CatalogueEntry("累计、当期与指标的类型不符", "请核对这一列是哪个指标"),
    "E816": CatalogueEntry("分子、分母缺了一个", "请两个都填；没有此项的，两个都写 /"),
    "E817": CatalogueEntry("百分数看不出有没有乘100", "请写上 %"),
    "E818": CatalogueEntry("已经登记的目标不能改", "请核对表格；目标调整的，在数据文件里登记"),
    "E819": CatalogueEntry("日期不存在", "请写成 2026年4月3日 或 2026-04-03"),
    "E820": CatalogueEntry(
        "网站发出的表格被改动了", "请重新用 tongbao returns 写出，只填空格，不动表头和隐藏的行列"
    ),
    "E821": CatalogueEntry("数据文件添不进去", "请按 data/README.md 的写法整理该文件，再导入"),
    "E822": CatalogueEntry("督查登记得不全", "新的督查在第一次出现的那一行写明名称、性质和起、止日期"),
    "W851": CatalogueEntry("整行没有报", "不作零，也不登记；报了以后再导入"),
    "W852": CatalogueEntry("有隐藏的行、列，或没有读的工作表", "请核对要不要导入；不要的请删去"),
    "W853": CatalogueEntry("合计没有核对", "请在 WPS 或 Excel 里打开、保存一次，或核对公式的范围"),
    "W854": CatalogueEntry("表下的说明没有读懂", "请核对；要紧的，在数据文件里补上"),
    "E861": CatalogueEntry("没有这项工作", "请写 data/programmes/ 里工作的标识"),
    "E862": CatalogueEntry("期间不对", "可写 2026-W40、2026-10、2026-Q3、2026-H1、2026，要在工作起止以内"),
    "E863": CatalogueEntry("没有要报的", "请核对期间；指标写了 cadence，或目标还没有到期，才要报"),
    "E864": CatalogueEntry("没有这个单位", "请写乡镇的标识或全称；不写就是全县"),
    "E865": CatalogueEntry("文件夹写不进去", "请换一个文件夹，或核对权限和磁盘的空间"),
    "E866": CatalogueEntry("文件已经有了", "请换一个文件夹，或先把原来的移走；填过的表不会被盖掉"),
}
