"""What is packed comes back as it was, and nothing else does."""

from __future__ import annotations

import os
import pickle
from array import array
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generators.model.address import Address
from generators.model.indicator import Rollup
from generators.model.packing import packed, unpacked
from generators.model.period import parse_period
from generators.model.record import Place


@pytest.mark.parametrize(
    "value",
    [
        {"a": (1, "二", None, True), "b": [date(2024, 2, 29)]},
        frozenset({"a"}),
        array("H", [1, 2]),
        Address("programme/name"),
        Place("data/site.yml", 2, 3),
        parse_period("2024-Q1"),
    ],
)
def test_a_value_comes_back(value: object) -> None:
    again = unpacked(packed(value))
    assert again == value
    assert type(again) is type(value)


def test_a_choice_is_made_of_its_value_whatever_the_version_of_python() -> None:
    content = packed([Rollup.SUM])
    assert unpacked(content) == [Rollup.SUM]
    assert b"getattr" not in content


def test_a_number_comes_back_to_the_digit_and_as_one_object() -> None:
    one, other, exact = unpacked(packed([Decimal("1.50"), Decimal("1.50"), Decimal("1.5")]))
    assert [str(each) for each in (one, exact)] == ["1.50", "1.5"]
    assert one is other


class _Calling:
    """What a hostile store holds: pickle would call a function to make it."""

    def __init__(self, called: object, *arguments: object) -> None:
        self._called = (called, arguments)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._called


@pytest.mark.parametrize("called", [os.system, eval, getattr, Path.unlink, os.remove])
def test_nothing_is_called_that_no_value_needs(tmp_path: Path, called: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(pickle.dumps(_Calling(called, str(tmp_path))))


def test_what_a_module_of_ours_imports_is_not_made() -> None:
    """The class of paths is in a module of ours, but it is not one of ours."""
    with pytest.raises(pickle.UnpicklingError):
        unpacked(b"cgenerators.reading.project_files\nPath\n(S'x'\ntR.")
