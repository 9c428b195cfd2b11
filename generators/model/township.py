"""The files of one office's folder: ``county.yml``, ``township.yml`` and ``villages.yml``."""

from __future__ import annotations

from generators.model.division import DivisionKind, DivisionRecord, Merger
from generators.model.ladder import Assessment
from generators.model.names import Id, SiblingName
from generators.model.record import Record
from generators.model.report import Report
from generators.model.scalars import TupleOf
from generators.model.standard import ItemCheck
from generators.model.target import Target


class CountyFile(Record):
    """``data/townships/<county>/county.yml``: the county's own targets and reports.

    ``order`` lists its townships in the official order, by the names of their folders or by id.
    """

    order: TupleOf[SiblingName] = ()
    targets: TupleOf[Target] = ()
    reports: TupleOf[Report] = ()


class TownshipFile(DivisionRecord):
    """``data/townships/<county>/<township>/township.yml``: name, kind, and what the township has filed.

    ``within`` is only stated by a township that was moved to another county; without it the folder tells.
    """

    targets: TupleOf[Target] = ()
    reports: TupleOf[Report] = ()
    checks: TupleOf[ItemCheck] = ()
    assessments: TupleOf[Assessment] = ()


class VillageEntry(TownshipFile):
    """One village in ``villages.yml``."""

    kind: DivisionKind = DivisionKind.VILLAGE
    merged: Merger | None = None


class VillagesFile(Record):
    """``villages.yml`` of a township, or of a county for villages whose township no document names."""

    villages: dict[Id, VillageEntry]
