"""The files of one office's folder: ``county.yml``, ``township.yml`` and ``villages.yml``."""

from __future__ import annotations

from generators.model.division import DivisionKind, Merger
from generators.model.ladder import Assessment
from generators.model.record import Record
from generators.model.report import Report
from generators.model.scalars import Many, Slug
from generators.model.standard import ItemCheck
from generators.model.target import Target


class CountyFile(Record):
    """``data/townships/<county>/county.yml``: the county's own targets and reports."""

    targets: Many[Target] = ()
    reports: Many[Report] = ()


class TownshipFile(Record):
    """``data/townships/<county>/<township>/township.yml``: name, kind, and what the township has filed."""

    name: str
    kind: DivisionKind
    targets: Many[Target] = ()
    reports: Many[Report] = ()
    checks: Many[ItemCheck] = ()
    assessments: Many[Assessment] = ()


class VillageEntry(TownshipFile):
    """One village in ``villages.yml``."""

    kind: DivisionKind = DivisionKind.VILLAGE
    merged: Merger | None = None


class VillagesFile(Record):
    """``villages.yml`` of a township, or of a county for villages whose township no document names."""

    villages: dict[Slug, VillageEntry]
