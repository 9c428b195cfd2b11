"""The codes of dated changes of divisions, and their order."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E448": CatalogueEntry("区划的撤并登记不成立", "请核对 into、out_of：须是另一个同级、当时存在的区划"),
    "E449": CatalogueEntry("不再存在的区划又有登记", "请改登记在并入的区划，或核对日期"),
    "E480": CatalogueEntry("区划变更写得不全或多写了", "请按 data/README.md“区划变更”写明该种变更的各项"),
    "E481": CatalogueEntry("区划变更的先后不成立", "变更由早到晚排列；设立在最前，撤销、并入、拆分在最后"),
    "E482": CatalogueEntry(
        "区划变更前后不相接", "was 写变更以前的；name、kind、word、within 写现在的，两者须不同"
    ),
    "E483": CatalogueEntry("设立以前就有登记", "请改登记在原来的区划，或核对设立日期"),
    "E484": CatalogueEntry("上级不再存在，下级没有去向", "请在该区划登记 moved 和 within，或登记它同日撤并"),
    "E485": CatalogueEntry("乡镇排序写错了", "order 每个乡镇列一次：本文件夹的写文件夹名，划来的写全称"),
    "W486": CatalogueEntry("乡镇排序没有列全", "请在 county.yml 的 order 补上"),
    "W487": CatalogueEntry("一次报送跨过改属日期", "请以改属之日为界，分两次报送"),
}
