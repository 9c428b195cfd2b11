"""Comparisons: the year to date of a value, and its growth since a base period."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from generators.model.comparison import ComparedBy
from generators.model.period import Period
from generators.results.figures import Measured


class Comparability(StrEnum):
    """Whether two values are compared, and why not; a growth rate that cannot be computed is never 0%."""

    COMPARED = "compared"
    NO_VALUE = "no-value"
    NO_BASE = "no-base"
    ZERO_BASE = "zero-base"
    NEGATIVE_BASE = "negative-base"
    INEXACT = "inexact"
    INCOMPLETE = "incomplete"


class Term(NamedTuple):
    """A value that a comparison is computed from: of a flow that of ``period``, else at its end."""

    period: Period
    measured: Measured


@dataclass(frozen=True, slots=True)
class Compared:
    """A value compared with that of a base period, or summed up since January.

    ``period`` are the days of ``value``, ``base_period`` those of ``base``. ``result`` is exact: the growth
    in per cent, the difference in percentage points if ``is_in_points``, or for a year to date ``value``.
    Each is ``None`` if it is not known. ``terms`` are all measured values that the numbers are computed from,
    so that whoever may see the comparison may see all of them; ``is_corrected`` says that one of these was
    corrected.
    """

    by: ComparedBy
    period: Period
    base_period: Period | None
    state: Comparability
    value: Decimal | None
    base: Decimal | None
    result: Fraction | None
    is_in_points: bool
    terms: tuple[Term, ...]
    is_corrected: bool = False

    @property
    def difference(self) -> Decimal | None:
        """Return the value less its base, in the indicator's unit; ``None`` unless both are comparable."""
        is_known = self.state in {
            Comparability.COMPARED,
            Comparability.ZERO_BASE,
            Comparability.NEGATIVE_BASE,
        }
        if not is_known or self.value is None or self.base is None:
            return None
        return self.value - self.base
