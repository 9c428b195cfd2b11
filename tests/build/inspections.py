"""Rounds of inspection: as YAML of their files, and as records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generators.model.inspection import Inspection, InspectionKind, Visit
from generators.model.scalars import Disclosure
from tests.build.divisions import UPPER_BRIDGE
from tests.build.programmes import PROGRAMME


def round_file(name: str = "spring") -> str:
    """Return where the round ``name`` is written."""
    return f"data/inspections/{name}.yml"


def round_text(
    visits: Iterable[str] = (),
    *,
    name: str = "spring",
    kind: str = "scheduled",
    month: str = "2024-03",
    more: str = "",
) -> str:
    """Return the YAML of one round, from the 4th to the 8th of ``month``; ``more`` are further lines."""
    listed = "".join(f"  - {{{each}}}\n" for each in visits)
    head = (
        f"id: {name}\nprogramme: clear-stream\nname: 一轮督查\nkind: {kind}\n"
        f"from: {month}-04\nto: {month}-08\n{more}"
    )
    return f"{head}visits:\n{listed}" if listed else head


def visit_text(division: str = UPPER_BRIDGE, on: str = "2024-03-05", *, more: str = "") -> str:
    """Return the YAML of one visit; ``more`` are further entries, each after a comma."""
    return f"division: {division}, on: {on}{more}"


def visit(
    division: str,
    on: date,
    score: Decimal | int | None = None,
    findings: tuple[str, ...] = (),
) -> Visit:
    """Return one visit."""
    return Visit.model_validate({"division": division, "on": on, "score": score, "findings": list(findings)})


def inspection(
    name: str,
    start: date,
    end: date,
    *visits: Visit,
    kind: InspectionKind = InspectionKind.SCHEDULED,
    returns_to: str | None = None,
    disclosure: Disclosure = Disclosure.INTERNAL,
) -> Inspection:
    """Return a round of the programme ``example``."""
    return Inspection(
        id=name,
        programme=PROGRAMME,
        name=name,
        kind=kind,
        returns_to=returns_to,
        start=start,
        end=end,
        visits=visits,
        disclosure=disclosure,
    )
