"""``data/site.yml``: whose site this is, and the thresholds in force."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from generators.model.record import Record
from generators.model.scalars import Number


class Thresholds(Record):
    """Numbers that decide statuses; the methods page prints them.

    ``behind_tolerance`` is in percentage points, those in ``…_days`` in days; ``problem_due_soon_days``
    is for the problems of the ledger, whose terms are shorter than those of targets. From
    ``notable_change`` and ``large_change`` on, fractions of one, a relative change is called so.
    """

    behind_tolerance: Number = Field(default=Decimal(10), ge=0)
    report_grace_days: int = Field(default=5, ge=0)
    due_soon_days: int = Field(default=30, ge=0)
    problem_due_soon_days: int = Field(default=7, ge=0)
    notable_change: Number = Field(default=Decimal("0.05"), ge=0, le=1)
    large_change: Number = Field(default=Decimal("0.2"), ge=0, le=1)


class Footer(Record):
    """The lines at the foot of every page below the owner's; empty ones are not shown."""

    undertaker: str = ""
    contact: str = ""
    site_code: str = ""
    icp_number: str = ""
    security_number: str = ""


class AudienceText(Record):
    """How one audience's build names itself; ``address`` is where it is served, ``https://…/``, if known."""

    title: str
    notice: str = ""
    address: str = ""


class Audiences(Record):
    """The two builds made from one dataset."""

    public: AudienceText
    internal: AudienceText


class Site(Record):
    """The whole of ``site.yml``."""

    name: str
    owner: str
    description: str
    audiences: Audiences
    footer: Footer = Footer()
    thresholds: Thresholds = Thresholds()
