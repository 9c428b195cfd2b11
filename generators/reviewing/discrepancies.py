"""Declared values that differ from the roll-up of the divisions below (W418)."""

from __future__ import annotations

from collections.abc import Iterator

from generators.model.dataset import Dataset
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.results.measurements import Measurements


def discrepancy_warnings(dataset: Dataset, measurements: Measurements) -> Iterator[Problem]:
    """Yield W418 where a declared value differs from the roll-up of the divisions below."""
    for each in measurements.discrepancies:
        measure_name = dataset.indicators[each.indicator].measure
        yield problem(
            "W418",
            each.observation.report.place("values", each.indicator),
            f"自报{each.declared:f}{measure_name}，下级汇总{each.rolled_up:f}{measure_name}"
            f"（已报{each.coverage.reported}/{each.coverage.expected}）",
        )
