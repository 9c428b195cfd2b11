"""The imprint of a bulletin (版记): its recipients, number of copies, printing office and date."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.kit.dates import UNSTATED_TEXT, day_text
from generators.model.document import Bulletin


@dataclass(frozen=True, slots=True)
class Imprint:
    """An imprint: ``lists`` has (label, names) for the non-empty ones of 报, 送 and 发.

    These are superiors, peers and subordinates. ``copies`` is a text such as 共印50份, or empty; ``office``
    and ``date`` are its last line.
    """

    lists: tuple[tuple[str, str], ...]
    copies: str
    office: str
    date: str


def imprint_of(bulletin: Bulletin) -> Imprint:
    """Return the imprint of ``bulletin``; office and date default to its issuer and its date."""
    receivers = (("报", bulletin.report_to), ("送", bulletin.send_to), ("发", bulletin.issue_to))
    printed = f"{day_text(bulletin.printed_on)}印发" if bulletin.printed_on is not None else ""
    return Imprint(
        lists=tuple((label, f"{'，'.join(names)}。") for label, names in receivers if names),
        copies=f"共印{bulletin.copies}份" if bulletin.copies is not None else "",
        office=bulletin.printed_by or bulletin.issuer,
        date=printed or date_text(bulletin),
    )


def date_text(bulletin: Bulletin) -> str:
    """Return the date of a bulletin as text, or a fixed text for an original without one."""
    return day_text(bulletin.date) if bulletin.date is not None else f"日期{UNSTATED_TEXT}"
