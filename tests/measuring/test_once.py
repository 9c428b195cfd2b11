"""A function of a dataset is called once for the same arguments, within one measuring."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generators.measuring.once import Once, children_on, members_on, upwards_ever, upwards_on
from generators.model.division import Level
from generators.results.figures import Measured, ValueState
from tests.build.places import CITY, NORTH, TOWNSHIPS, given_places

DAY = date(2026, 1, 1)


def test_a_function_is_called_once_for_each_of_its_arguments() -> None:
    asked: list[tuple[str, int]] = []

    def noted(once: Once, name: str, number: int = 0) -> str:
        asked.append((name, number))
        return f"{name} of {len(once.dataset.divisions)}"

    def other(once: Once, name: str) -> str:
        return f"{name} in {len(once.dataset.programmes)}"

    dataset = given_places()
    once = Once(dataset)
    assert once(noted, "a") == once(noted, "a") == f"a of {len(dataset.divisions)}"
    assert once(noted, "b", 1) == once(noted, "b", 1)
    assert once(noted, "b", number=2) == once(noted, "b", number=2)
    assert once(other, "a") != once(noted, "a")
    assert asked == [("a", 0), ("b", 1), ("b", 2)]
    assert Once(dataset)(noted, "a") == once(noted, "a")
    assert len(asked) == 4, "what one measuring keeps is not that of another"


def test_divisions_are_those_of_the_dataset() -> None:
    dataset = given_places()
    once = Once(dataset)
    assert once(children_on, DAY, NORTH) == dataset.children_on(DAY, NORTH)
    assert once(members_on, DAY, CITY, Level.TOWNSHIP) == TOWNSHIPS
    assert once(upwards_on, DAY, TOWNSHIPS[0]) == (TOWNSHIPS[0], NORTH, CITY)
    assert once(upwards_ever, TOWNSHIPS[0]) == (TOWNSHIPS[0], NORTH, CITY)
    assert once(upwards_ever, "nowhere") == ()


def test_what_is_the_same_to_the_digit_is_one_object() -> None:
    once = Once(given_places())
    one, again = (
        once.as_before("figure", Measured(ValueState.KNOWN, value=Decimal(1), numerator=Decimal(1)))
        for _ in range(2)
    )
    assert again is one
    exact = once.as_before("figure", Measured(ValueState.KNOWN, value=Decimal("1.0"), numerator=Decimal(1)))
    flag = once.as_before("figure", Measured(ValueState.KNOWN, value=True, numerator=Decimal(1)))
    assert exact == one == flag
    assert [str(each.value) for each in (one, exact, flag)] == ["1", "1.0", "True"]
    other = once.as_before("another", Measured(ValueState.KNOWN, value=Decimal(1)))
    assert other is not one
    assert other.value is one.value is one.numerator
