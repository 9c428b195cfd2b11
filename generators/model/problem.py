"""A problem: an error or warning about the project's files, for their editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from generators.model.record import Place


class Severity(StrEnum):
    """The severity of a problem: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One error or warning: its place, its stable code, and the details in Chinese.

    ``detail`` describes this case, ``remedy`` says what to do. Problems sort by place, then code.
    """

    place: Place
    code: str
    detail: str
    remedy: str = ""
    severity: Severity = field(default=Severity.ERROR, compare=False)


def holds_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of ``problems`` prevents publishing."""
    return any(each.severity is Severity.ERROR for each in problems)
