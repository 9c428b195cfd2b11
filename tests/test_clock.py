"""Which day a build speaks of."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from generators.clock import CHINA, as_of_date


def test_the_flag_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert as_of_date("2026-09-30") == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", date(1970, 1, 1)), ("57599", date(1970, 1, 1)), ("57600", date(1970, 1, 2))],
)
def test_then_source_date_epoch_as_a_day_in_china(
    epoch: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert as_of_date(None) == day


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_machines_time_zone_does_not_matter(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "57600")
    assert as_of_date(None) == date(1970, 1, 2)


@pytest.mark.parametrize("epoch", [None, ""])
def test_then_today_in_china(epoch: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(CHINA).date()
    assert before <= as_of_date(None) <= datetime.now(CHINA).date()


@pytest.mark.parametrize(
    "text",
    ["2026-9-30", "20260930", "2026-W40", "2026-W40-3", "2026-13-01", "2026-02-30", "今天", "0000-01-01"],
)
def test_no_other_form_is_a_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        as_of_date(text)


@pytest.mark.parametrize("epoch", ["soon", "1e9", "1.5", "9" * 12, "9" * 30, "-" + "9" * 15])
def test_no_other_form_is_an_epoch(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match=r"\S"):
        as_of_date(None)
