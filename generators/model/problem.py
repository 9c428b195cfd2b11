"""A problem: something in the project's files that its editor has to mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generators.model.record import Place


class Severity(StrEnum):
    """How much a problem weighs: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to mend: where it stands, its stable code, what is wrong with these words.

    ``detail`` speaks of the case at hand; ``remedy``, when given, replaces the
    remedy of the code in the catalogue. Problems sort by place, then code.
    """

    place: Place
    code: str
    detail: str
    remedy: str = ""
    severity: Severity = field(default=Severity.ERROR, compare=False)
