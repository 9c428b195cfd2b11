"""Indicators that no office reports: their values follow from the project's other records."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from generators.model.alternatives import Alternatives
from generators.model.names import OwnLadder, TierName
from generators.model.record import Record
from generators.model.scalars import Choice


class PopulationShare(Record):
    """The share of a ladder's divisions whose tier is at least ``tier``."""

    tag: ClassVar[str] = "population"

    ladder: OwnLadder
    tier: TierName


class ProblemShare(Choice):
    """Which share of the problems in the ledger is meant: 销号率, 一次销号率 or 按期整改率.

    A problem counts for lasting clearance when it is cleared and never had to be reopened.
    """

    CLEARANCE = "clearance"
    LASTING_CLEARANCE = "lasting-clearance"
    ON_TIME = "on-time"


class CommitmentShare(Choice):
    """Which share of the commitments is meant."""

    KEPT = "kept"


class InspectionFigure(Choice):
    """What is taken from inspections: the mean score of the latest round, or the share visited."""

    SCORE = "score"
    COVERAGE = "coverage"


Computed: TypeAlias = PopulationShare | ProblemShare | CommitmentShare | InspectionFigure
"""What an indicator's value is computed from."""


class ComputedForm(Alternatives):
    """How it is written what a value is computed from: exactly one of the fields."""

    population: PopulationShare | None = None
    problems: ProblemShare | None = None
    commitments: CommitmentShare | None = None
    inspections: InspectionFigure | None = None
