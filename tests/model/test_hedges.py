from __future__ import annotations

from itertools import permutations, product

import pytest

from generators.model.hedges import combined, inverted
from generators.model.scalars import Qualifier

NEARLY, OVER, ABOUT = Qualifier.NEARLY, Qualifier.OVER, Qualifier.ABOUT
AT_LEAST, AT_MOST = Qualifier.AT_LEAST, Qualifier.AT_MOST


@pytest.mark.parametrize(
    ("hedges", "expected"),
    [
        ((), None),
        ((None, None), None),
        ((None, NEARLY), NEARLY),
        ((NEARLY, NEARLY), NEARLY),
        ((AT_MOST, NEARLY), NEARLY),
        ((None, AT_MOST), AT_MOST),
        ((OVER, AT_LEAST, None), OVER),
        ((AT_LEAST, AT_LEAST), AT_LEAST),
        ((NEARLY, OVER), ABOUT),
        ((AT_MOST, AT_LEAST), ABOUT),
        ((ABOUT, None), ABOUT),
        ((ABOUT, NEARLY), ABOUT),
    ],
)
def test_a_sum_is_hedged_as_its_parts(
    hedges: tuple[Qualifier | None, ...], expected: Qualifier | None
) -> None:
    for order in permutations(hedges):
        assert combined(order) is expected


def test_sums_of_sums_are_hedged_alike() -> None:
    for first, second, third in product((None, *Qualifier), repeat=3):
        in_two_steps = combined((combined((first, second)), third))
        assert in_two_steps is combined((first, second, third))


def test_a_denominator_hedges_the_other_way() -> None:
    assert [inverted(each) for each in (None, NEARLY, OVER, AT_LEAST, AT_MOST, ABOUT)] == [
        None,
        OVER,
        NEARLY,
        AT_MOST,
        AT_LEAST,
        ABOUT,
    ]
