"""Problems of the ledger: as YAML of a township's file, and as records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from generators.model.ledger import FiledEntry, LedgerEntry, LedgerEvent
from generators.model.scalars import Disclosure
from tests.build.divisions import EAST, UPPER_BRIDGE
from tests.build.programmes import PROGRAMME

LEDGER_FILE: Final = "data/townships/yunxi/east-bridge/problems.yml"
"""The ledger of a township of the minimal project."""

FOUND: Final = "found: {on: 2024-03-04, by: 县巡查组}"
ASSIGNED: Final = "assigned: {on: 2024-03-05, to: 东桥镇, due: 2024-03-31}"
EXTENDED: Final = "extended: {on: 2024-03-20, due: 2024-04-10, by: 县巡查组, reason: 连续降雨}"
RECTIFIED: Final = "rectified: {on: 2024-03-28, note: 已清运}"
VERIFIED: Final = "verified: {on: 2024-04-02, by: 县巡查组, evidence: 照片3张}"
REOPENED: Final = "reopened: {on: 2024-05-06, by: 县督查室, reason: 又有堆放, due: 2024-05-20}"
AGAIN: Final = "rectified: {on: 2024-05-10, note: 再次清运}"
CLEARED: Final = "verified: {on: 2024-05-15, by: 县督查室, evidence: 照片2张}"

WHOLE_LIFE: Final = (FOUND, ASSIGNED, EXTENDED, RECTIFIED, VERIFIED, REOPENED, AGAIN, CLEARED)


def problem_text(events: Iterable[str], *, name: str = "bank-litter", more: str = "") -> str:
    """Return the YAML of one problem; ``more`` are further lines of it, indented by two spaces."""
    lines = "".join(f"    - {event}\n" for event in events)
    return f"{name}:\n  programme: clear-stream\n  title: 溪岸有垃圾\n{more}  events:\n{lines}"


def problem_found_in(inspection: str | None = None, *, name: str = "bank-litter") -> str:
    """Return the YAML of one problem of a village, found in the round ``inspection`` if that is given."""
    found = f", inspection: {inspection}" if inspection is not None else ""
    event = f"found: {{on: 2024-03-05, by: 县巡查组{found}}}"
    return problem_text([event], name=name, more=f"  division: {UPPER_BRIDGE}\n")


def filed_problem(
    *events: dict[str, object],
    name: str = "one",
    township: str = EAST,
    division: str | None = None,
    disclosure: Disclosure = Disclosure.INTERNAL,
) -> FiledEntry:
    """Return a problem of the programme ``example`` with ``events``, written as in YAML."""
    entry = LedgerEntry(
        programme=PROGRAMME,
        title="示例问题",
        division=division,
        events=tuple(LedgerEvent.model_validate(event) for event in events),
        disclosure=disclosure,
    )
    return FiledEntry(name, township, entry)


def found(on: date) -> dict[str, object]:
    """Return that a problem was found."""
    return {"found": {"on": on, "by": "县巡查组"}}


def assigned(on: date, due: date, to: str = "东镇") -> dict[str, object]:
    """Return that it was assigned."""
    return {"assigned": {"on": on, "to": to, "due": due}}


def extended(on: date, due: date) -> dict[str, object]:
    """Return that its deadline was moved."""
    return {"extended": {"on": on, "due": due, "by": "县巡查组", "reason": "连续降雨"}}


def rectified(on: date) -> dict[str, object]:
    """Return that it was put right."""
    return {"rectified": {"on": on, "note": "已清运"}}


def verified(on: date) -> dict[str, object]:
    """Return that it was struck off."""
    return {"verified": {"on": on, "by": "县巡查组", "evidence": "照片3张"}}


def reopened(on: date, due: date | None = None) -> dict[str, object]:
    """Return that it was reopened."""
    return {"reopened": {"on": on, "by": "县督查室", "reason": "又有堆放", "due": due}}
