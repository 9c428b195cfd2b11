"""The codes of publishing a release and reading it back."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E140": CatalogueEntry("链接指向没有的文件", "请改正写这个链接的地方，再发布；网站仍是原来的一版"),
    "E141": CatalogueEntry("链接指向没有的位置", "请核对 # 后面的名称，再发布；网站仍是原来的一版"),
    "E142": CatalogueEntry(
        "公开网站里有内部文字", "请查清是怎样带出去的；两处本来就是同一句话的，把内部记录改一个说法"
    ),
    "E143": CatalogueEntry("网站太大", "请看是哪些附件太大；确实需要这么大的，用 --max-size 放宽"),
    "E144": CatalogueEntry("压缩件与原文件不符", "请重新下载，或重新发布"),
    "E145": CatalogueEntry("另一个发布正在进行", "请等它做完再试；它中途被终止，锁自会解开"),
    "E146": CatalogueEntry("不能发布到这个文件夹", "请核对路径、权限和剩余空间，或换一个文件夹"),
    "E147": CatalogueEntry("没有这一版", "请用 tongbao releases 列出现有的各版"),
    "E148": CatalogueEntry(
        "这一版不完整", "请不要使用；可删去这个文件夹，用 tongbao rollback 换回完整的一版"
    ),
    "E149": CatalogueEntry("读者与现在的一版不同", "同一个文件夹里各版的读者要相同；要改，请换一个文件夹"),
    "E150": CatalogueEntry(
        "离线安装包做不出来", "请按锁定文件重新安装这个环境，再做；不要安装包就加 --no-bundle"
    ),
    "W170": CatalogueEntry("status.json 不是原来的样子", "它只记最近一次的经过，不用改；下一次发布会写新的"),
    "W140": CatalogueEntry("时钟比上一版还早", "请核对本机的日期和时间；各版按编号排序，不受影响"),
}
