"""The codes of maps: borders, coordinates, tiles and approvals."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E180": CatalogueEntry(
        "边界文件读不懂", "请导出为 GeoJSON 的 FeatureCollection，每个区划一项 Polygon 或 MultiPolygon"
    ),
    "E181": CatalogueEntry(
        "坐标系不对", "请转换为 CGCS2000（EPSG:4490）的经纬度，再写 coordinate_system: cgcs2000"
    ),
    "E182": CatalogueEntry("坐标不对", "坐标写 [经度, 纬度]，以度计，用 CGCS2000"),
    "E183": CatalogueEntry("环不成立", "一个环至少四个点，最后一个点与第一个点相同"),
    "E184": CatalogueEntry("方格的位置不成立", "请核对 data/map.yml 的 tiles：一县之内，一个乡镇一个位置"),
    "E185": CatalogueEntry("边界对不上区划", "请在 properties 里写乡镇或县的标识，或不重复的全称，各写一项"),
    "E186": CatalogueEntry(
        "两个区划的边界重叠", "请在制图软件里修拓扑；相差几百米的，多半混入了 GCJ-02 的边界"
    ),
    "E187": CatalogueEntry(
        "虚构的地图没有标明，或标错了", "虚构的区划用虚构的边界并写 fictional: true，真实的两样都不写"
    ),
    "E188": CatalogueEntry("审图号写得不对", "请照批文写，如 浙S(2026)12号；还没有批的不写这一项"),
    "E189": CatalogueEntry("边界自己相交", "请在制图软件里修复几何错误，再导出一次"),
    "W180": CatalogueEntry(
        "公开的地图没有审图号", "请送审，批后写 map_approval；不公开的写 disclosure: internal"
    ),
    "W181": CatalogueEntry("有的区划没有边界", "请补上，或把这个县的边界都移走"),
    "W182": CatalogueEntry("边界之间有空隙", "请在制图软件里修拓扑；确是别处的飞地，可以不改"),
    "W183": CatalogueEntry("有的区划没有方格的位置", "请在 data/map.yml 的 tiles 里补上"),
    "W184": CatalogueEntry(
        "没有装画地图的库，边界没有画", '请运行 pip install "tongbao[maps]"；装好以前用方格'
    ),
}
