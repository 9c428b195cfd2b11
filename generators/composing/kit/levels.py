"""What divisions of each level are called when they are named together."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from generators.model.division import Level

LEVEL_TEXT: Final = MappingProxyType(
    {
        Level.PROVINCE: "省",
        Level.CITY: "市",
        Level.COUNTY: "县（市、区）",
        Level.TOWNSHIP: "乡镇（街道）",
        Level.VILLAGE: "村（社区）",
    }
)
