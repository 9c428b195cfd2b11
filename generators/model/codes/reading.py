"""The codes of reading files, ``mkdocs.yml`` and the theme."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E101": CatalogueEntry("文件过大", "请拆分文件；数据文件每个不超过 2 MB"),
    "E102": CatalogueEntry("文件不是 UTF-8 编码", "请在编辑器中另存为 UTF-8 编码"),
    "E103": CatalogueEntry("文件不是文本", "请检查是否误放了图片、表格或压缩包"),
    "E104": CatalogueEntry("YAML 语法错误", "请核对缩进、冒号后的空格和引号是否成对"),
    "E105": CatalogueEntry("键重复", "请合并两处内容，只保留一个键"),
    "E106": CatalogueEntry("含义不明的写法", "请写成 true/false、普通数字，或给文字加上引号"),
    "E107": CatalogueEntry("日期不存在", "请按 年-月-日 写一个存在的日期，如 2017-06-30"),
    "E108": CatalogueEntry("嵌套过深", "请核对缩进；层次不应超过 20 层"),
    "E109": CatalogueEntry("引用（别名）过多", "请删去 & 与 * 的写法，直接写出内容"),
    "E110": CatalogueEntry("文件是空的", "请填写内容，或删去该文件"),
    "E111": CatalogueEntry("不支持的 YAML 写法", "请删去标签（!）、合并键（<<）或多余的 --- 分隔"),
    "E112": CatalogueEntry("文首信息缺失或未结束", "请在文件开头用两行 --- 括起文首信息"),
    "E113": CatalogueEntry("文件无法读取", "请检查文件是否存在、是否有读取权限"),
    "E114": CatalogueEntry("缺少必需的文件", "请按 data/README.md 补上该文件"),
    "E115": CatalogueEntry(
        "INHERIT 写错了", "INHERIT 写项目里另一个设置文件的路径，不能绕回自己；不需要就删去"
    ),
    "E116": CatalogueEntry(
        "mkdocs.yml 里有不允许的标签",
        "请删去；可用的是 !ENV、!relative，和 !!python/name:material.extensions.emoji.twemoji 等",
    ),
    "E117": CatalogueEntry("没有这项设置", "请核对拼写，或删去该项"),
    "E118": CatalogueEntry("设置的值不对", "请照说明改写；不需要的设置可以删去，自有默认的值"),
    "E119": CatalogueEntry("插件、扩展或 hooks 不能用", "请核对名称，先安装再用；不需要就删去"),
    "E120": CatalogueEntry("设置里的文件或文件夹不对", "请核对路径；路径从 mkdocs.yml 所在的文件夹算起"),
    "E121": CatalogueEntry("主题模板有误", "请改正这一行，或删去该文件，改用自带的模板"),
    "E122": CatalogueEntry("生成网站时出错", "请核对 mkdocs.yml 的设置、hooks 和主题；改正后再生成"),
}
