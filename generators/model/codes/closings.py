"""The codes of closed periods, and remarks on what was published."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E901": CatalogueEntry(
        "结账文件不是原来的样子", "结账文件由 tongbao close 写出，不能手改；请从版本库取回原来的文件"
    ),
    "E902": CatalogueEntry("结账文件的名字与内容不符", "请从版本库取回原来的文件名和位置"),
    "E903": CatalogueEntry("结账文件的内容被改动", "散列对不上；请从版本库取回原来的文件"),
    "E904": CatalogueEntry("结账链断开", "各环的次序和前一环的散列不能变；请从版本库取回原来的文件"),
    "E905": CatalogueEntry("结账文件缺失", "结了账的各期不能删；请从版本库取回该文件"),
    "E906": CatalogueEntry(
        "结账清单里没有的文件", "结账时中断的，再运行一次同样的 tongbao close；其他的请移走"
    ),
    "E907": CatalogueEntry("结账清单不是原来的样子", "请从版本库取回 data/closed/chain.jsonl"),
    "E910": CatalogueEntry(
        "已结账的数据被改动",
        "请改回原样，在 data/corrections.yml 登记更正；确要重算的，用 tongbao reopen",
    ),
    "E911": CatalogueEntry(
        "已结账的规定被改动", "请改回原样；新的规定从以后的期间起写；确要重算的，用 tongbao reopen"
    ),
    "E912": CatalogueEntry(
        "已结账的依据被删去或改了名", "请放回原样；确要重算的，用 tongbao reopen 写明理由"
    ),
    "E913": CatalogueEntry(
        "结账以后补登了数据", "请照实写登记的日期，记入以后的期间；确要重算的，用 tongbao reopen"
    ),
    "E914": CatalogueEntry("更正的日期早于结账", "请照实写更正的日期，不早于结账那一天"),
    "E915": CatalogueEntry(
        "依据没有改，算出的数与结账时不同",
        "请看 CHANGELOG 改了什么算法；认可新算法的，用 tongbao reopen 写明理由，再结账",
    ),
    "E920": CatalogueEntry("说明没有写明是哪个数", "说数的写 indicator，说名次的写 scheme，只写一个"),
    "E921": CatalogueEntry("公开的说明没有审核", "请补上 reviewed（审核单位和日期），或改为 internal"),
    "E922": CatalogueEntry("说明的对象不对", "说明只能由本镇或它的村作出；说名次的，期间须是考核的一期"),
    "E923": CatalogueEntry("说明的日期不成立", "先有这一期，再有说明，再有审核，都不在将来"),
    "E924": CatalogueEntry("公开的说明说的是内部事项", "请改为 internal"),
}
