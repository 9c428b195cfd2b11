from __future__ import annotations

from tests.build.divisions import A
from tests.build.tiers import APRIL, MARCH, MODEL, check, county
from tests.measuring.tiers.measured_ladders import result_of


def test_a_standing_by_checklist_names_what_is_in_place_and_what_is_open() -> None:
    dataset = county(
        checks=[check(A, "compliant/emblem", MARCH), check(A, "compliant/flag", MARCH, revoked=APRIL)]
    )
    compliant, model = result_of(dataset, MODEL).standings[A].checklists
    assert [(each.item, each.is_passed, each.check is not None) for each in compliant.items] == [
        ("emblem", True, True),
        ("flag", False, True),
    ]
    assert (compliant.passed, compliant.required, compliant.is_passed) == (1, 2, False)
    assert (model.passed, model.required, model.is_on_record) == (0, 2, False)
