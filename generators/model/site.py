"""``data/site.yml``: the names and owner of the site, and the thresholds in force."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pydantic import Field

from generators.model.language import Language
from generators.model.record import Record
from generators.model.scalars import Number, TupleOf

_MOST_DAYS: Final = 3_660
"""Ten years: more days are a slip."""


class Thresholds(Record):
    """Thresholds of statuses and changes; the methods page prints them.

    ``behind_tolerance`` is in percentage points, ``…_days`` in calendar days; ``problem_due_soon_days``
    applies to problems of the ledger, ``due_soon_days`` to targets. ``notable_change`` and
    ``large_change`` are relative changes, fractions of one. A released aggregate of internal records is
    published if at least ``inseparable_contributors`` of them cannot be told apart.
    """

    behind_tolerance: Number = Field(default=Decimal(10), ge=0)
    report_grace_days: int = Field(default=5, ge=0, le=_MOST_DAYS)
    due_soon_days: int = Field(default=30, ge=0, le=_MOST_DAYS)
    problem_due_soon_days: int = Field(default=7, ge=0, le=_MOST_DAYS)
    notable_change: Number = Field(default=Decimal("0.05"), ge=0, le=1)
    large_change: Number = Field(default=Decimal("0.2"), ge=0, le=1)
    inseparable_contributors: int = Field(default=3, ge=3)


class Footer(Record):
    """The lines of the page footer below the owner's; empty ones are not shown."""

    undertaker: str = ""
    contact: str = ""
    site_code: str = ""
    icp_number: str = ""
    security_number: str = ""


class AudienceText(Record):
    """Title and notice of one audience's site; ``address`` is its URL (``https://…/``), empty if unknown."""

    title: str
    notice: str = ""
    address: str = ""


class Audiences(Record):
    """The two builds made from one dataset."""

    public: AudienceText
    internal: AudienceText


class Site(Record):
    """The content of ``site.yml``; ``licence`` is that of the open data, empty if none is stated.

    ``languages`` are those of the frame: an edition in the first is at the address of the site, and one in
    each other beside it.
    """

    name: str
    owner: str
    description: str
    audiences: Audiences
    footer: Footer = Footer()
    thresholds: Thresholds = Thresholds()
    licence: str = ""
    languages: TupleOf[Language] = Field(default=(Language.CHINESE,), min_length=1)

    def edition_folder(self, language: Language) -> str:
        """Return the folder of the edition in ``language`` below the root of the site: empty or ``en/``."""
        return "" if language is self.languages[0] else f"{language.value}/"
