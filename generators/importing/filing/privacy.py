"""What was internal so far stays internal when it is imported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.record import Record
from generators.model.visibility import is_public


class KeptInternal:
    """Which figures and targets of a dataset were filed as internal by their division, else by all others."""

    def __init__(self, dataset: Dataset) -> None:
        """Look at everything on record."""
        self._dataset = dataset
        reported = ((address, filed.report) for filed in dataset.reports for address in filed.report.values)
        self._reported = _all_internal(reported)
        self._targets = _all_internal((filed.target.indicator, filed.target) for filed in dataset.targets)

    def figure(self, division: str, indicator: Address) -> bool:
        """Whether the last report of a figure is internal, or without one those of all other divisions."""
        reported = self._dataset.observations.get((division, indicator), ())
        return not is_public(reported[-1].report) if reported else indicator in self._reported

    def target(self, division: str, indicator: Address) -> bool:
        """Whether the last target of an indicator is internal, or without one those of all others."""
        filed = self._dataset.targets_filed.get((division, indicator), ())
        return not is_public(filed[-1]) if filed else indicator in self._targets


def _all_internal(filed: Iterable[tuple[Address, Record]]) -> frozenset[Address]:
    """Return the indicators of which all records are internal."""
    found: dict[Address, bool] = defaultdict(lambda: True)
    for address, record in filed:
        found[address] = found[address] and not is_public(record)
    return frozenset(address for address, is_internal in found.items() if is_internal)
