from __future__ import annotations

import pytest

from generators.model.bounds import AtLeast, AtMost, FirstPlaces, LastPlaces, bound_of, places_of


def test_one_side_makes_a_bound_and_one_end_makes_places() -> None:
    assert (bound_of(3, None), bound_of(None, 3)) == (AtLeast(3), AtMost(3))
    assert (places_of(3, None), places_of(None, 3)) == (FirstPlaces(3), LastPlaces(3))


@pytest.mark.parametrize("limits", [(None, None), (1, 2)])
def test_neither_or_both_make_none(limits: tuple[int | None, int | None]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        bound_of(*limits)
    with pytest.raises(ValueError, match="exactly one"):
        places_of(*limits)
