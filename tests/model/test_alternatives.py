from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from generators.model.ledger import Assigned, LedgerEvent, Rectified, Verified

DAY = date(2024, 3, 1)
RECTIFIED = Rectified(on=DAY)


def test_the_field_that_is_written_is_chosen() -> None:
    event = LedgerEvent(rectified=RECTIFIED)
    assert (event.chosen, event.value) == ("rectified", RECTIFIED)


def test_a_copy_with_another_field_has_chosen_that_one() -> None:
    assigned = Assigned(on=DAY, to="水务办", due=DAY)
    event = LedgerEvent(rectified=RECTIFIED)
    assert event.chosen == "rectified"
    copy = event.detached(rectified=None, assigned=assigned)
    assert (copy.chosen, copy.value) == ("assigned", assigned)


def test_asking_for_the_choice_leaves_records_equal() -> None:
    asked, other = LedgerEvent(rectified=RECTIFIED), LedgerEvent(rectified=RECTIFIED)
    assert asked.chosen == "rectified"
    assert asked == other


@pytest.mark.parametrize("fields", [{}, {"rectified": RECTIFIED, "verified": Verified(on=DAY)}])
def test_none_or_several_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(
        ValidationError, match="found、assigned、extended、rectified、verified、reopened 须写且只写一种"
    ):
        LedgerEvent.model_validate(fields)
