"""The functions that prose may call, and their parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from generators.model.comparison import ComparedBy


def _no_choices() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters of a function that prose may call, all of them text.

    ``choices`` holds the allowed values of a parameter that does not take arbitrary text.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=_no_choices)

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return the names of all parameters, in the order of positional arguments."""
        return self.required + self.optional

    @property
    def is_of_a_period(self) -> bool:
        """Whether the function requires a period: its figure is measured at the end of that period."""
        return "period" in self.required


TARGET_COUNTS: Final = (
    *("all", "achieved", "on-pace", "behind", "far-behind", "missed", "unreported"),
    *("newly-achieved", "newly-behind", "recovered"),
)
"""Which targets are counted: ``behind`` includes far behind and missed; the last row compares with the
period before."""

PROBLEM_COUNTS: Final = (
    *("found", "cleared", "reopened"),
    *("all", "all-cleared", "remaining", "overdue", "clearance"),
)
"""What is counted of problems: the first row within the period, the second at its end."""

COMMITMENT_COUNTS: Final = (
    *("judged", "kept", "partly", "not-kept"),
    *("all", "overdue", "kept-rate"),
)
"""What is counted of commitments: the first row within the period, the second at its end."""

RANKING_COUNTS: Final = ("ranked", "insufficient", "vetoed")
"""Which divisions of a ranking are counted: ranked, with too few data, or removed by a veto."""

COMPARISONS: Final = ("full", "average")
"""What the points of a component are compared with: its maximum, or the mean of all ranked divisions."""

BONUS: Final = "加分"
DEDUCTION: Final = "扣分"
"""Accepted instead of the id of a component, for the sum of all bonuses or deductions."""


def _of_a_period(*subject: str) -> Signature:
    return Signature((*subject, "period"))


def _counting(*subject: str, choices: tuple[str, ...], name: str = "count") -> Signature:
    return Signature((*subject, "period", name), choices=MappingProxyType({name: choices}))


SIGNATURES: Final[Mapping[str, Signature]] = MappingProxyType(
    {
        "value": Signature(("division", "indicator"), ("period",)),
        "target": Signature(("division", "indicator"), ("by",)),
        "progress": _of_a_period("division", "indicator"),
        "attainment": _of_a_period("division", "indicator"),
        "gap": _of_a_period("division", "indicator"),
        "change": _of_a_period("division", "indicator"),
        "compare": Signature(
            ("division", "indicator", "period", "by"),
            choices=MappingProxyType({"by": tuple(each.value for each in ComparedBy)}),
        ),
        "targets": _counting("division", "subject", choices=TARGET_COUNTS, name="status"),
        "problems": _counting("division", "programme", choices=PROBLEM_COUNTS),
        "commitments": _counting("division", "programme", choices=COMMITMENT_COUNTS),
        "rank": _of_a_period("division", "scheme"),
        "score": _of_a_period("division", "scheme"),
        "movement": _of_a_period("division", "scheme"),
        "points": Signature(
            ("division", "scheme", "period", "component"),
            ("against",),
            MappingProxyType({"against": COMPARISONS}),
        ),
        "ranked": Signature(("scheme", "period"), ("count",), MappingProxyType({"count": RANKING_COUNTS})),
        "ranking": Signature(("scheme", "period"), ("text",)),
        "division": Signature(("id",), ("text",)),
        "programme": Signature(("id",), ("text",)),
        "indicator": Signature(("id",), ("text",)),
        "case": Signature(("id",), ("text",)),
        "bulletin": Signature(("id",), ("text",)),
        "source": Signature(("id",), ("text",)),
    }
)
"""The signature of every function by its name."""
