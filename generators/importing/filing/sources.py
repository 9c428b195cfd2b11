"""The source document that a sheet becomes: one on record already, or a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generators.importing.filing.insertion import Line
from generators.model.source import Source
from generators.reading.yaml_writing import yaml_value


@dataclass(frozen=True, slots=True)
class SheetSource:
    """A sheet as a source: its title, who issued it and when, the name of its file, and who may see it."""

    title: str
    issuer: str
    date: date | None
    file: str
    is_public: bool

    def source(self) -> Source:
        """Return the source as a record."""
        return Source(
            title=self.title,
            issuer=self.issuer,
            kind="统计表",
            date=self.date,
            note=f"导入自工作簿“{self.file}”",
        )

    def lines(self, name: str) -> tuple[Line, ...]:
        """Return the lines of the entry ``name`` in ``sources.yml``."""
        source = self.source()
        fields = {"title": source.title, "issuer": source.issuer, "kind": source.kind}
        lines = [f"{name}:", *(f"  {key}: {yaml_value(value)}" for key, value in fields.items())]
        if source.date is not None:
            lines.append(f"  date: {yaml_value(source.date)}")
        lines.append(f"  note: {yaml_value(source.note)}")
        if not self.is_public:
            lines.append("  disclosure: internal")
        return tuple(map(Line, lines))


def source_name(sheet: SheetSource, wanted: str, known: Mapping[str, Source]) -> tuple[str, bool]:
    """Return the id of a sheet's source on record, else one like ``wanted``; and whether it is new."""
    base = re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-")
    made = sheet.source()
    for name, source in known.items():
        if (source.title, source.issuer, source.date) == (made.title, made.issuer, made.date):
            return name, False
    names = (base if at == 1 else f"{base}-{at}" for at in range(1, len(known) + 2))
    return next(name for name in names if name not in known), True
