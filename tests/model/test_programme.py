"""The period of a programme and its extensions."""

from __future__ import annotations

from datetime import date

from generators.model.programme import Extension, ProgrammePeriod
from tests.build.figures import indicator
from tests.build.programmes import programme

PERIOD = ProgrammePeriod.model_validate({"from": date(2025, 7, 1), "to": date(2026, 12, 31)})
NEXT = Extension.model_validate({"to": date(2027, 12, 31), "on": date(2027, 1, 15)})
SECOND = Extension.model_validate({"to": date(2028, 12, 31), "on": date(2028, 1, 10)})


def test_an_extension_counts_from_its_day() -> None:
    found = programme({"main": indicator()}).model_copy(
        update={"period": PERIOD, "extensions": (NEXT, SECOND)}
    )
    ends = {
        day: span.end
        for day in (date(2027, 1, 14), date(2027, 1, 15), date(2028, 1, 10))
        if (span := found.period_on(day)) is not None
    }
    assert list(ends.values()) == [date(2026, 12, 31), date(2027, 12, 31), date(2028, 12, 31)]
    whole = found.whole_period
    assert whole is not None
    assert (whole.start, whole.end) == (date(2025, 7, 1), date(2028, 12, 31))


def test_what_has_no_end_is_not_extended() -> None:
    open_end = PERIOD.model_copy(update={"end": None})
    found = programme({"main": indicator()}).model_copy(update={"period": None, "extensions": (NEXT,)})
    assert found.whole_period is None
    assert found.model_copy(update={"period": open_end}).whole_period == open_end
