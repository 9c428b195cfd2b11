"""出处: source documents, and citations of a place in one."""

from __future__ import annotations

import datetime

from generators.model.names import SourceName
from generators.model.record import Record
from generators.model.scalars import Disclosure


class Source(Record):
    """A source document; a number or date that it does not state is ``None``."""

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
    """A document and the place in it; a single value may override ``at``."""

    document: SourceName
    at: str | None = None
