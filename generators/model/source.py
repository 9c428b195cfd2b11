"""出处: the document a figure was taken from, and the place in it."""

from __future__ import annotations

import datetime

from generators.model.record import Record
from generators.model.scalars import Disclosure, Slug


class Source(Record):
    """A document. What it does not say of itself (number, date) is left out, not guessed."""

    title: str
    issuer: str
    kind: str = "文件"
    series: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    note: str = ""
    url: str | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


class Citation(Record):
    """A document and the place in it; ``at`` may instead stand on the single figure."""

    document: Slug
    at: str | None = None
