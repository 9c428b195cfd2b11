from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Said, reading_of
from generators.importing.cells.units import unit_of
from generators.model.scalars import Qualifier

_FULL_WIDTH: Final = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_NUMBERS: Final = st.decimals(
    min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=2
).map(lambda number: number.quantize(Decimal("0.01")))
_HEDGES: Final = {"约{}": Qualifier.ABOUT, "近{}": Qualifier.NEARLY, "{}以上": Qualifier.AT_LEAST, "{}": None}


def _told(text: str) -> str:
    """Return the code of what is wrong with a text, empty if it is read."""
    try:
        found = reading_of(text)
    except CellError as error:
        return error.code if error.detail else "no detail"
    assert found.said is not Said.NUMBER or found.number is not None
    return ""


@given(
    _NUMBERS,
    st.sampled_from(["{:.2f}", "{:,.2f}"]),
    st.sampled_from([{}, _FULL_WIDTH]),
    st.sampled_from(sorted(_HEDGES)),
    st.sampled_from(["", "万元", "件"]),
)
def test_a_number_is_read_however_it_is_dressed(
    number: Decimal, form: str, width: dict[int, int], hedge: str, unit: str
) -> None:
    text = form.format(number).translate(width)
    found = reading_of(hedge.format(f" {text}{unit} "))
    assert (found.said, found.number, found.qualifier) == (Said.NUMBER, number, _HEDGES[hedge])
    assert found.unit == (unit_of(unit) if unit else None)


@given(st.text(max_size=80) | st.text("0123456789.,/%约近余万亿元件√×- ()（）", max_size=20))
def test_any_text_is_read_or_told(text: str) -> None:
    assert _told(text) in {"", "E805", "E810"}


@given(st.text(alphabet="123456789", min_size=40, max_size=5000))
def test_a_long_row_of_digits_is_told(text: str) -> None:
    assert _told(text) == "E810"


@pytest.mark.parametrize(("text", "number"), [("一百零二", 102), ("三千零五", 3005), ("一百二十", 120)])
def test_numerals_are_read(text: str, number: int) -> None:
    assert reading_of(text).number == number


@pytest.mark.parametrize("text", ["一百二", "两千五"])
def test_numerals_as_people_speak_them_are_uncertain(text: str) -> None:
    with pytest.raises(CellError):
        reading_of(text)
