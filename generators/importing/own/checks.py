"""Reads the lists of checks that Tongbao itself writes: a day for each item that a place has passed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.importing.batches import RecordBatch
from generators.importing.filing.changes import Effect
from generators.importing.filing.files import file_of
from generators.importing.filing.insertion import Insertion, Line
from generators.importing.own.sheet import OwnSheet
from generators.model.grouping import grouped
from generators.model.standard import ItemCheck
from generators.reading.yaml_writing import Written, yaml_mapping, yaml_value

_PARTS_OF_ITEM: Final = 3
"""Programme, standard and item."""


def read_own_checks(own: OwnSheet) -> None:
    """Add the checks in the rows with an id that are not on record; those on record are never changed."""
    known = grouped(((filed.division, filed.check.item), filed.check) for filed in own.dataset.checks)
    for row, division in own.divisions():
        for item in own.columns:
            if len(item.split("/")) == _PARTS_OF_ITEM:
                _read_check(own, row, division, item, known)


def _read_check(
    own: OwnSheet,
    row: int,
    division: str,
    item: str,
    known: Mapping[tuple[str, str], tuple[ItemCheck, ...]],
) -> None:
    on = own.day(row, item)
    if on is None:
        return
    cell = (row, own.columns[item])
    checks = known.get((division, item), ())
    if any(each.on == on for each in checks):
        own.content.records.append(RecordBatch(division, item, on.isoformat(), Effect.SAME))
        return
    passed = next((each for each in checks if each.revoked is None), None)
    if passed is not None:
        own.tell(
            "E814",
            cell,
            f"{item} 已在 {passed.on} 验收过，表里是 {on}",
            "请改回原来的日期；要重新验收的，先登记撤销",
        )
        return
    file, path = file_of(own.dataset.divisions[division])
    fields: dict[str, Written] = {"item": item, "on": on}
    evidence = own.text(row, "evidence")
    if evidence:
        fields["evidence"] = evidence
    place = own.place(*cell)

    def insertion(document: str) -> Insertion:
        source = f"source: {yaml_mapping({'document': document, 'at': place.cell})}"
        lines = [*(f"{key}: {yaml_value(value)}" for key, value in fields.items()), source]
        return Insertion(path, "checks", (tuple(Line(line, place) for line in lines),))

    batch = RecordBatch(division, item, on.isoformat(), Effect.NEW, file, insertion, own.origin())
    own.content.records.append(batch)
