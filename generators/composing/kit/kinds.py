"""The words for the kinds of divisions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generators.model.division import Division, DivisionKind

KIND_TEXT: Final[Mapping[DivisionKind, str]] = MappingProxyType(
    {
        DivisionKind.PROVINCE: "省",
        DivisionKind.CITY: "设区的市",
        DivisionKind.COUNTY: "县",
        DivisionKind.DISTRICT: "区",
        DivisionKind.COUNTY_CITY: "县级市",
        DivisionKind.TOWN: "镇",
        DivisionKind.TOWNSHIP: "乡",
        DivisionKind.SUBDISTRICT: "街道",
        DivisionKind.OFFICE: "办事处",
        DivisionKind.OTHER: "其他",
        DivisionKind.VILLAGE: "村",
        DivisionKind.COMMUNITY: "社区",
    }
)
"""What the kinds are usually called."""


def kind_text(division: Division) -> str:
    """Return what the kind of a division is called: its own word, else the usual one, such as 镇."""
    return division.word or KIND_TEXT[division.kind]
