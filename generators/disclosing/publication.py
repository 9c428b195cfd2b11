"""What one audience may see: all that composing and everything after it receives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from generators.measuring.results import Discrepancy, Measured, Progress
from generators.model.correction import Correction
from generators.model.division import Division
from generators.model.document import Bulletin, Case, Document, FreePage, Series
from generators.model.observation import Observation
from generators.model.programme import Programme
from generators.model.register import Register
from generators.model.site import Site
from generators.model.source import Source
from generators.model.target import FiledTarget


class Audience(StrEnum):
    """For whom a site is built."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True)
class Publication(Register):
    """A dataset and its measurements with everything removed that the audience may not see."""

    audience: Audience
    as_of: date
    site: Site
    days: Mapping[str, date]
    series: Mapping[str, Series]
    sources: Mapping[str, Source]
    divisions: Mapping[str, Division]
    programmes: Mapping[str, Programme]
    targets: tuple[FiledTarget, ...]
    observations: tuple[Observation, ...]
    corrections: tuple[Correction, ...]
    progress: tuple[Progress, ...]
    values: Mapping[tuple[str, str], Measured]
    discrepancies: tuple[Discrepancy, ...]
    bulletins: tuple[Document[Bulletin], ...]
    cases: tuple[Document[Case], ...]
    pages: tuple[Document[FreePage], ...]
    attachments: tuple[str, ...]

    @cached_property
    def observations_by_figure(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """Return the observations of each (division, indicator address), earliest first."""
        found: dict[tuple[str, str], list[Observation]] = {}
        for observation in self.observations:
            found.setdefault((observation.division, observation.indicator), []).append(observation)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def progress_by_division(self) -> Mapping[str, tuple[Progress, ...]]:
        """Return the progress of each division's targets."""
        found: dict[str, list[Progress]] = {}
        for progress in self.progress:
            found.setdefault(progress.division, []).append(progress)
        return {division: tuple(items) for division, items in found.items()}

    def is_fictional(self, programme: str) -> bool:
        """Whether the programme's owner is a fictional division."""
        return self.divisions[self.programmes[programme].owner].fictional
