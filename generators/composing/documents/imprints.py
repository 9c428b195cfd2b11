"""The tail of a bulletin (版记): to whom it goes, in how many copies, who printed it and when."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.kit.dates import UNSTATED_TEXT, day_text
from generators.model.document import Bulletin


@dataclass(frozen=True, slots=True)
class Imprint:
    """A tail: ``lists`` are 报 (superiors), 送 (peers), 发 (subordinates) with those named, none empty.

    ``copies`` is 共印50份 or empty; ``office`` and ``date`` stand on its last line.
    """

    lists: tuple[tuple[str, str], ...]
    copies: str
    office: str
    date: str


def imprint_of(bulletin: Bulletin) -> Imprint:
    """Return the tail of ``bulletin``; who and when default to its issuer and date, then without 印发."""
    receivers = (("报", bulletin.report_to), ("送", bulletin.send_to), ("发", bulletin.issue_to))
    printed = f"{day_text(bulletin.printed_on)}印发" if bulletin.printed_on is not None else ""
    return Imprint(
        lists=tuple((label, f"{'，'.join(names)}。") for label, names in receivers if names),
        copies=f"共印{bulletin.copies}份" if bulletin.copies is not None else "",
        office=bulletin.printed_by or bulletin.issuer,
        date=printed or date_text(bulletin),
    )


def date_text(bulletin: Bulletin) -> str:
    """Return the day of a bulletin in words, or that the original states none."""
    return day_text(bulletin.date) if bulletin.date is not None else f"日期{UNSTATED_TEXT}"
