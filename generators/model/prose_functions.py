"""The functions that prose may call, and what each may be given: text, some of it one of a few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final


def _no_choices() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters of a function that prose may call, all of them text.

    ``choices`` are the words that a parameter may be, where not any will do. ``is_of_a_period`` says
    that the figure is one of a period that has to be named, and so stays what it was when that ended.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=_no_choices)

    @property
    def parameters(self) -> tuple[str, ...]:
        """Return all names, in the order in which arguments without a name fill them."""
        return self.required + self.optional

    @property
    def is_of_a_period(self) -> bool:
        """Whether a period has to be named."""
        return "period" in self.required


TARGET_COUNTS: Final = (
    *("all", "achieved", "on-pace", "behind", "far-behind", "missed", "unreported"),
    *("newly-achieved", "newly-behind", "recovered"),
)
"""Which targets are counted: ``behind`` are all behind their pace or missed; the last row is since before."""

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
"""Which divisions of a ranking are counted."""

COMPARISONS: Final = ("full", "average")
"""What a component's points are compared with: the most that its weight gives, or the mean of all ranked."""

BONUS: Final = "加分"
DEDUCTION: Final = "扣分"
"""What may stand in the place of a component; no component's id is Chinese."""


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
"""Every function by its name, with what it has to and may be given."""
