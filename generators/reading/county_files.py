"""Readers of single files in the folder of a county: what each says by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from generators.model.commitment import Commitment
from generators.model.ledger import LedgerEntry
from generators.model.remark import Remark
from generators.model.township import CountyFile, TownshipFile, VillagesFile
from generators.reading.data_files import read_entries, read_record
from generators.reading.layout import Purpose, purpose_of
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile

_KINDS: Final[Mapping[Purpose, Callable[[ProjectFile], Outcome[Any]]]] = {
    Purpose.COUNTY: lambda file: read_record(file, CountyFile),
    Purpose.TOWNSHIP: lambda file: read_record(file, TownshipFile),
    Purpose.COUNTY_VILLAGES: lambda file: read_record(file, VillagesFile),
    Purpose.TOWNSHIP_VILLAGES: lambda file: read_record(file, VillagesFile),
    Purpose.TOWNSHIP_PROBLEMS: lambda file: read_entries(file, LedgerEntry),
    Purpose.TOWNSHIP_COMMITMENTS: lambda file: read_entries(file, Commitment),
    Purpose.TOWNSHIP_REMARKS: lambda file: read_entries(file, Remark),
}
"""How a file in the folder of a county is read."""


def is_of_county(file: ProjectFile) -> bool:
    """Whether a file below ``data/`` is one in the folder of a county."""
    return purpose_of(file) in _KINDS


def read_alone(file: ProjectFile) -> Outcome[Any]:
    """Return what a file in the folder of a county says by itself; the others decide what of it is valid."""
    return _KINDS[purpose_of(file)](file)
