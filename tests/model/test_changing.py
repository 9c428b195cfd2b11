from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest

from generators.model.changing import changed
from generators.results.figures import Measured, ValueState


@dataclass(frozen=True)
class _Kept:
    number: int
    found: dict[str, int] = field(default_factory=dict, init=False)


def test_a_copy_is_that_of_the_standard_library() -> None:
    value = Measured(ValueState.KNOWN, value=Decimal(3), is_stale=True)
    copy = changed(value, value=Decimal("4.0"), corrected=True)
    assert copy == replace(value, value=Decimal("4.0"), corrected=True)
    assert str(copy.value) == "4.0"
    assert value.value == Decimal(3)
    assert changed(value) == value


def test_what_is_no_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        changed(Measured(ValueState.KNOWN), no_field=1)


def test_a_type_with_fields_that_are_no_arguments_is_refused() -> None:
    with pytest.raises(TypeError, match="_Kept"):
        changed(_Kept(1), number=2)
