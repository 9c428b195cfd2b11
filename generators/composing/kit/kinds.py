"""The words for the kinds of divisions."""

from __future__ import annotations

from typing import Final

from generators.languages import Words, marked
from generators.model.division import Division, DivisionKind

KIND_TEXT: Final = Words(
    {
        DivisionKind.PROVINCE: marked("省"),
        DivisionKind.CITY: marked("设区的市"),
        DivisionKind.COUNTY: marked("县"),
        DivisionKind.DISTRICT: marked("区"),
        DivisionKind.COUNTY_CITY: marked("县级市"),
        DivisionKind.TOWN: marked("镇"),
        DivisionKind.TOWNSHIP: marked("乡"),
        DivisionKind.SUBDISTRICT: marked("街道"),
        DivisionKind.OFFICE: marked("办事处"),
        DivisionKind.OTHER: marked("其他"),
        DivisionKind.VILLAGE: marked("村"),
        DivisionKind.COMMUNITY: marked("社区"),
    }
)
"""What the kinds are usually called."""


def kind_text(division: Division) -> str:
    """Return what the kind of a division is called: its own word, else the usual one, such as 镇."""
    return division.word or KIND_TEXT[division.kind]
