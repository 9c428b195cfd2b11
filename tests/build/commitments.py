"""Commitments: as YAML of a township's file, and as records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from generators.model.commitment import Commitment, CommitmentEvent, FiledCommitment
from generators.model.scalars import Disclosure
from tests.build.divisions import EAST
from tests.build.programmes import PROGRAMME

COMMITMENTS_FILE: Final = "data/townships/yunxi/east-bridge/commitments.yml"
"""The commitments of a township of the minimal project."""

MADE: Final = "made: {on: 2024-01-08}"
RETURNED: Final = "reviewed: {on: 2024-01-10, by: 县评议组, outcome: returned, note: 没有写完成时间}"
MADE_ANEW: Final = "made: {on: 2024-01-11}"
APPROVED: Final = "reviewed: {on: 2024-01-12, by: 县评议组, outcome: approved}"
PUBLISHED: Final = "published: {on: 2024-01-15, where: 镇公开栏}"
PROGRESS: Final = "progress: {on: 2024-06-30, note: 已清三条}"
DELAYED: Final = "delayed: {on: 2024-12-20, due: 2025-03-31, reason: 连续降雨}"
MORE_PROGRESS: Final = "progress: {on: 2025-02-28, note: 只剩一条}"
KEPT: Final = "judged: {on: 2025-04-03, by: 县评议组, outcome: kept}"
PARTLY: Final = "judged: {on: 2025-04-03, by: 县评议组, outcome: partly, reason: funding}"
NOT_KEPT: Final = "judged: {on: 2025-04-03, by: 县评议组, outcome: not-kept, reason: effort}"

WHOLE_LIFE: Final = (
    MADE,
    RETURNED,
    MADE_ANEW,
    APPROVED,
    PUBLISHED,
    PROGRESS,
    DELAYED,
    MORE_PROGRESS,
    KEPT,
)


def commitment_text(
    events: Iterable[str], *, name: str = "clean-stream", points: str = "4", more: str = ""
) -> str:
    """Return the YAML of one commitment; ``more`` are further lines of it, indented by two spaces."""
    lines = "".join(f"    - {event}\n" for event in events)
    return (
        f"{name}:\n  programme: clear-stream\n  by: 东桥镇\n  text: 年底前清完东桥溪\n"
        f"  points: {points}\n  due: 2024-12-31\n{more}  events:\n{lines}"
    )


def filed_commitment(
    *events: dict[str, object],
    due: date = date(2024, 12, 31),
    points: Decimal = Decimal(4),
    name: str = "one",
    township: str = EAST,
    division: str | None = None,
    disclosure: Disclosure = Disclosure.INTERNAL,
) -> FiledCommitment:
    """Return a commitment of the programme ``example`` with ``events``, written as in YAML."""
    commitment = Commitment(
        programme=PROGRAMME,
        division=division,
        by="东镇",
        text="示例承诺",
        points=points,
        due=due,
        events=tuple(CommitmentEvent.model_validate(event) for event in events),
        disclosure=disclosure,
    )
    return FiledCommitment(name, township, commitment)


def made(on: date) -> dict[str, object]:
    """Return that a commitment was made."""
    return {"made": {"on": on}}


def reviewed(on: date, outcome: str = "approved") -> dict[str, object]:
    """Return that it was reviewed."""
    return {"reviewed": {"on": on, "by": "县评议组", "outcome": outcome}}


def published(on: date) -> dict[str, object]:
    """Return that it was published."""
    return {"published": {"on": on, "where": "镇公开栏"}}


def delayed(on: date, due: date) -> dict[str, object]:
    """Return that its date was put off."""
    return {"delayed": {"on": on, "due": due, "reason": "连续降雨"}}


def judged(on: date, outcome: str = "kept", reason: str | None = None) -> dict[str, object]:
    """Return that it was judged."""
    return {"judged": {"on": on, "by": "县评议组", "outcome": outcome, "reason": reason}}
