"""The codes of written documents, their numbers, days and disclosure."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E501": CatalogueEntry("正文里的数字没有取自数据", "请改用 value(...) 或 target(...) 引用"),
    "E502": CatalogueEntry("正文里的引用写法有误", "请核对 {{ }} 内的写法"),
    "E503": CatalogueEntry(
        "公开的文章没有审核记录", "请补上 reviewed: {by: 审核单位, on: 日期}，或改为 internal"
    ),
    "E504": CatalogueEntry("公开的内容引用了内部事项", "请删去该引用，或改为 internal"),
    "E505": CatalogueEntry(
        "公开的数可以算出内部的数",
        "请把该数也公开，或把合计、另一个分项也标为 disclosure: internal",
    ),
    "W507": CatalogueEntry(
        "声明公开的汇总有一部分没有公开",
        "只是说明，不改也行：其余的汇总照常公开；列出的也要公开，须由更多的单位合成，或把这些记录公开",
    ),
    "E510": CatalogueEntry("期号重复", "请核对两期的期号；第N期、增刊在一年内不重，总第M期始终不重"),
    "E511": CatalogueEntry("期号不连续", "请核对期号；确有缺期的，在 data/series.yml 写明 missing"),
    "E512": CatalogueEntry("总期号不连续", "请核对总期号；确有缺期的，在 data/series.yml 写明 missing"),
    "E513": CatalogueEntry("期号与总期号不同步", "请核对这两期的 number 与 total"),
    "E514": CatalogueEntry("期号与日期的先后不符", "请核对两期的期号与日期"),
    "E515": CatalogueEntry("新的一年没有从第1期编起", "请从第1期编起"),
    "E516": CatalogueEntry("增刊期号不连续", "请核对期号；确有缺期的，在 data/series.yml 写明 missing"),
    "E517": CatalogueEntry("不编期号的刊物写了期号", "请删去期号，或删去该刊物的 numbered: false"),
    "E518": CatalogueEntry("编期号的刊物缺少期号", "请补上 number；原件没有期号的刊物写 numbered: false"),
    "E519": CatalogueEntry("增刊又写了期号", "增刊只写 supplement；不是增刊的，删去 supplement"),
    "E520": CatalogueEntry("缺期登记不成立", "请核对 data/series.yml 的 begins 与 missing"),
    "E521": CatalogueEntry("没有用来替代的文章", "superseded_by 写同类文章的标识，如 刊物/年/期号"),
    "E522": CatalogueEntry("文章的替代成了循环", "请核对 superseded_by：一篇文章不能最后由自己替代"),
    "E523": CatalogueEntry("替代的文章早于被替代的文章", "请核对 superseded_by 与两篇文章的日期"),
    "E524": CatalogueEntry("审核、发布或废止的日期不成立", "先成文、审核，再发布，最后才废止，请核对日期"),
    "W525": CatalogueEntry("公开晚于20个工作日", "政府信息自形成之日起20个工作日内公开；请核对日期"),
    "W526": CatalogueEntry(
        "公开期限将到或已过",
        "请尽快审核公开；已经公开的，补上发布日期 published；转载的，写 reprinted: true",
    ),
    "E530": CatalogueEntry("网站标识码写法不合规定", "网站标识码是10位数字，或 bm 加8位数字"),
    "E531": CatalogueEntry(
        "网站地址写法不合规定",
        "请写完整的网址，如 https://example.gov.cn/，不带 ?、#，中文域名写 xn-- 形式",
    ),
    "W532": CatalogueEntry(
        "链接指向页面里没有的位置", "请核对 # 后面的部分；在要指向的标题后写明 {: #标识 }"
    ),
    "E540": CatalogueEntry("起草模板有误", "请改正 templates/ 里的这一行，或删去该文件，改用自带的模板"),
    "E541": CatalogueEntry(
        "正文里有不允许的网页代码",
        "请删去，或改用 Markdown 的写法；图片和附件放进 content/ 再引用",
    ),
    "E542": CatalogueEntry("正文的写法超出排版的限度", "请删去多余的符号，或拆成几段、几页"),
    "E543": CatalogueEntry(
        "附件里有会运行的内容", "请换成 PDF、PNG、JPEG、CSV 等格式；矢量图删去脚本和外部链接后再放"
    ),
    "E545": CatalogueEntry(
        "文章没有写完", "请写上内容，或删去占位的字和空的标题；还在起草的，先不要公开，也不写 reviewed"
    ),
    "W546": CatalogueEntry("草稿没有写完", "公开或审核以前，请写上内容，或删去占位的字和空的标题"),
}
