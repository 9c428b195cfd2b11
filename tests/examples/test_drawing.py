"""What is drawn is the same on every machine, and grows as figures do."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from examples.fictional_county.dice import Dice
from examples.fictional_county.names import township_name, upper_name, village_name
from examples.fictional_county.series import climb, fall, growth, pulses
from examples.fictional_county.sizes import shares


def test_draws_are_the_same_for_ever() -> None:
    dice = Dice(1, "subject")
    assert [dice.below(1000) for _ in range(5)] == [693, 107, 601, 613, 302]


def test_subjects_do_not_shift_each_other() -> None:
    one, other = Dice(1, "one"), Dice(1, "other")
    first = [one.below(100) for _ in range(20)]
    again, _ = Dice(1, "one"), other.below(100)
    assert [again.below(100) for _ in range(20)] == first


@pytest.mark.parametrize("final", [0, 1, 7, 4000])
def test_series_never_turn_back(final: int) -> None:
    rising = climb(Dice(1, "rising"), 15, final)
    assert len(rising) == 15
    assert rising[-1] == final
    assert all(earlier <= later for earlier, later in pairwise([0, *rising]))
    falling = fall(Dice(1, "falling"), 15, final + 9, final)
    assert falling[-1] == final
    assert all(earlier >= later for earlier, later in pairwise([final + 9, *falling]))
    assert sum(pulses(Dice(1, "pulses"), 15, final)) == final


def test_incomes_have_one_decimal() -> None:
    incomes = growth(Dice(1, "income"), 5, Decimal("38.5"), 7)
    assert all(each == each.quantize(Decimal("0.1")) for each in incomes)


@pytest.mark.parametrize(("whole", "parts"), [(160, 12), (7, 7), (5, 3)])
def test_shares_are_even_and_complete(whole: int, parts: int) -> None:
    found = shares(whole, parts)
    assert sum(found) == whole
    assert max(found) - min(found) <= 1


def test_names_do_not_repeat_where_they_have_to_differ() -> None:
    townships = [township_name(number) for number in range(60)]
    assert len({each.slug for each in townships}) == len({each.text for each in townships}) == 60
    villages = [village_name(number) for number in range(288)]
    assert len({each.slug for each in villages}) == len({each.text for each in villages}) == 288
    assert [upper_name(township_name(0), number).text for number in (0, 1, 10, 22)] == [
        "甲子",
        "甲子二",
        "甲子十一",
        "甲子二十三",
    ]
