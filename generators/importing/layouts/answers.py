"""What somebody answers to the question which indicator a column is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.model.address import Address
from generators.model.correction import RatioPart
from generators.model.import_layout import ColumnUse, ImportColumn
from generators.model.indicator import Indicator

SKIP: Final = "-"
"""The answer that leaves a column out."""

PARTS: Final = {"分子": RatioPart.NUMERATOR, "分母": RatioPart.DENOMINATOR}
"""What is said after a ratio of which the column is a part."""


def column_of_answer(
    answer: str, numbered: Mapping[int, Address], indicators: Mapping[Address, Indicator]
) -> ImportColumn | None:
    """Return the column that an answer means, ``None`` if it means none."""
    text = answer.strip()
    if text == SKIP:
        return ImportColumn(use=ColumnUse.NONE)
    part = next((part for word, part in PARTS.items() if text.endswith(word)), None)
    name = text[: -len("分子")].strip() if part is not None else text
    if name.isdecimal():
        address = numbered.get(int(name))
    else:
        address = next((each for each, found in indicators.items() if name in {each, found.name}), None)
    if address is None or (part is not None and not indicators[address].kind.is_ratio):
        return None
    return ImportColumn(indicator=address, part=part)
