"""What a circular's templates are given: words, and calls wherever there is a figure or a link.

A text that is empty is not there; a template asks for it before it uses it. Sections without content are
not built at all, so that no heading stands over nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from generators.drafting.circulars.words import PeriodWords


@dataclass(frozen=True, slots=True)
class Names:
    """Some divisions, by calls; ``total`` is the call for how many there are, if these are not all."""

    shown: tuple[str, ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A division, or whatever else is named, with remarks to stand in brackets behind it."""

    name: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of the whole area, its figures as calls.

    ``due`` says in words when the target is due, where that is after the year of the period. ``is_met``
    says that the target is reached, ``is_ceiling`` that it is an upper bound other than none at all.
    """

    name: str
    value: str
    target: str = ""
    attainment: str = ""
    gap: str = ""
    change: str = ""
    due: str = ""
    is_share: bool = False
    is_met: bool = False
    is_ceiling: bool = False


@dataclass(frozen=True, slots=True)
class TargetCounts:
    """How the targets of those below stand; what nobody has is empty."""

    total: str
    achieved: str
    on_pace: str
    behind: str
    far_behind: str
    missed: str
    unreported: str


@dataclass(frozen=True, slots=True)
class SituationView:
    """总体情况: indicators at the end of the period, sums over it, and how the targets below stand."""

    kind: ClassVar[str] = "situation"
    title: ClassVar[str] = "总体情况"
    label: ClassVar[str] = "总体情况"
    leading: tuple[IndicatorLine, ...]
    further: tuple[IndicatorLine, ...]
    over_the_period: tuple[IndicatorLine, ...]
    targets: TargetCounts | None


@dataclass(frozen=True, slots=True)
class RankedDivisionView:
    """A ranked division with its score and rank."""

    division: str
    score: str
    rank: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a score: its name in words, its points, and these compared with the average or the most."""

    name: str
    points: str
    compared: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a division is ahead, or behind; ``adjusted`` are the points added, or taken off, if any."""

    division: str
    parts: tuple[Part, ...]
    adjusted: str = ""


@dataclass(frozen=True, slots=True)
class Unranked:
    """A division that is ranked last whatever its score, or not at all, and why: names in quotation marks."""

    division: str
    why: str


@dataclass(frozen=True, slots=True)
class StandingsView:
    """得分和位次: who leads, who trails, who moved, and what made the difference."""

    kind: ClassVar[str] = "standings"
    title: ClassVar[str] = "得分和位次"
    label: ClassVar[str] = "得分和位次"
    ranking: str
    period: PeriodWords
    ranked: str
    first: tuple[RankedDivisionView, ...]
    last: tuple[RankedDivisionView, ...]
    risers: tuple[Noted, ...]
    fallers: tuple[Noted, ...]
    newcomers: tuple[str, ...]
    ahead: tuple[Reason, ...]
    behind: tuple[Reason, ...]
    insufficient: tuple[Unranked, ...]
    vetoed: tuple[Unranked, ...]
    placed_last: tuple[Unranked, ...]


@dataclass(frozen=True, slots=True)
class LaggingItem:
    """One indicator with those who are behind, the worst first; ``total`` as in ``Names``."""

    name: str
    divisions: tuple[Noted, ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class LaggingView:
    """进展滞后的事项: by indicator, and who has not reported."""

    kind: ClassVar[str] = "lagging"
    title: ClassVar[str] = "进展滞后的事项"
    label: ClassVar[str] = "滞后事项"
    items: tuple[LaggingItem, ...]
    unreported: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """问题整改: what happened in the period, what is left, and where."""

    kind: ClassVar[str] = "problems"
    title: ClassVar[str] = "问题整改"
    label: ClassVar[str] = "问题整改"
    found: str
    cleared: str
    reopened: str
    total: str
    total_cleared: str
    clearance: str
    remaining: str
    overdue: str
    most_overdue: tuple[Noted, ...]
    is_all_overdue: bool
    most_cleared: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsView:
    """承诺兑现: what was judged in the period, and what is overdue."""

    kind: ClassVar[str] = "commitments"
    title: ClassVar[str] = "承诺兑现"
    label: ClassVar[str] = "承诺兑现"
    total: str
    judged: str
    kept: str
    partly: str
    not_kept: str
    kept_rate: str
    overdue: str
    most_overdue: tuple[Noted, ...]
    is_all_overdue: bool


@dataclass(frozen=True, slots=True)
class ConsequenceItem:
    """A consequence by its name in words, and to whom it applies for what reason.

    Where these are many, ``divisions`` are the ones that they lie in, and ``kinds`` says what they are (村).
    """

    name: str
    divisions: tuple[Noted, ...]
    kinds: str = ""


@dataclass(frozen=True, slots=True)
class ConsequencesView:
    """奖惩事项: what the rules provide for, rewards before sanctions; whether it is done is not said."""

    kind: ClassVar[str] = "consequences"
    title: ClassVar[str] = "符合奖惩条件的情形"
    label: ClassVar[str] = "奖惩情形"
    rewards: tuple[ConsequenceItem, ...]
    sanctions: tuple[ConsequenceItem, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """An indicator, and whose target for it has turned."""

    name: str
    divisions: Names


@dataclass(frozen=True, slots=True)
class ChangesView:
    """与上期相比: targets reached since, fallen behind, and caught up."""

    kind: ClassVar[str] = "changes"
    title: str
    label: ClassVar[str] = "新的变化"
    achieved: tuple[Turned, ...]
    behind: tuple[Turned, ...]
    recovered: tuple[Turned, ...]


SectionView = (
    SituationView
    | StandingsView
    | LaggingView
    | ProblemsView
    | CommitmentsView
    | ConsequencesView
    | ChangesView
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of the file; numbers are empty where the series has none, or they are not known yet."""

    series: str
    title: str
    issuer: str
    date: str
    summary: str
    programmes: tuple[str, ...]
    divisions: tuple[str, ...]
    tags: tuple[str, ...]
    number: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class CircularView:
    """A whole circular. ``area`` is 全县 and the like, ``places`` the word for those below (乡镇)."""

    front: FrontMatter
    programme: str
    period: PeriodWords
    area: str
    places: str
    sections: tuple[SectionView, ...] = field(default=())
