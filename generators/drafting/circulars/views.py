"""The view models of a circular's templates: words, and calls for figures and links.

An empty text means that there is none; templates test for it. Sections without content are not built,
so that there is no empty heading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from generators.drafting.circulars.words import PeriodWords


@dataclass(frozen=True, slots=True)
class Names:
    """The calls of some divisions; ``total`` is the call for their number, empty if these are all."""

    shown: tuple[str, ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A division, or anything else with a name, with notes that are printed in brackets after it."""

    name: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of the whole area, its figures as calls.

    ``until`` is the last day that its reports cover, in words, if that is not the day of the section;
    ``before`` the day in words with which it is compared, if that is not the end of the period before.
    ``reached`` is the sum towards the target since it began, and ``since`` that day in words, where the value
    is of a shorter time; share and gap are those of the sum.
    ``due`` is the due date in words if it is not in the year of the period. ``is_met`` says that the
    target is achieved, ``is_ceiling`` that it is an upper bound greater than 0. ``compared`` are the declared
    comparisons that can be computed, except that with the period before, which ``change`` is about.
    """

    name: str
    value: str
    target: str = ""
    attainment: str = ""
    gap: str = ""
    change: str = ""
    compared: tuple[str, ...] = ()
    due: str = ""
    reached: str = ""
    since: str = ""
    until: str = ""
    before: str = ""
    is_share: bool = False
    is_met: bool = False
    is_ceiling: bool = False


@dataclass(frozen=True, slots=True)
class TargetCounts:
    """Calls for the numbers of targets of the divisions below by status; empty for 0."""

    total: str
    achieved: str
    on_pace: str
    behind: str
    far_behind: str
    missed: str
    unreported: str


@dataclass(frozen=True, slots=True)
class SituationView:
    """总体情况: indicators at the end of the period, sums over it, and the targets of the divisions below.

    ``until`` is the last day that reports cover, with 到, at most the end of the period.
    """

    kind: ClassVar[str] = "situation"
    title: ClassVar[str] = "总体情况"
    label: ClassVar[str] = "总体情况"
    leading: tuple[IndicatorLine, ...]
    further: tuple[IndicatorLine, ...]
    over_the_period: tuple[IndicatorLine, ...]
    targets: TargetCounts | None
    until: str


@dataclass(frozen=True, slots=True)
class RankedDivisionView:
    """A ranked division with its score and rank."""

    division: str
    score: str
    rank: str


@dataclass(frozen=True, slots=True)
class Part:
    """A component of a score: its name, its points, and their difference from the average or maximum."""

    name: str
    points: str
    compared: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a division leads or trails; ``adjusted`` is the call for its bonuses or deductions, if any."""

    division: str
    parts: tuple[Part, ...]
    adjusted: str = ""


@dataclass(frozen=True, slots=True)
class Unranked:
    """A division that is ranked last by a veto, or not at all, and why: names in quotation marks."""

    division: str
    why: str


@dataclass(frozen=True, slots=True)
class StandingsView:
    """得分和位次: the first and last divisions, movements, and what made the difference."""

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
    """One indicator with the divisions that are behind, worst first; ``total`` as in ``Names``."""

    name: str
    divisions: tuple[Noted, ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class LaggingView:
    """进展滞后的事项: divisions behind by indicator, and divisions with missing reports."""

    kind: ClassVar[str] = "lagging"
    title: ClassVar[str] = "进展滞后的事项"
    label: ClassVar[str] = "滞后事项"
    items: tuple[LaggingItem, ...]
    unreported: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """问题整改: counts within the period and at its end, and the divisions with most of them."""

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
    """承诺兑现: commitments judged in the period, and those overdue."""

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
    """The name of a consequence, and the divisions to which it applies with the reasons.

    If these are many, ``divisions`` are the areas they lie in, and ``kinds`` is the word for them (村).
    """

    name: str
    divisions: tuple[Noted, ...]
    kinds: str = ""


@dataclass(frozen=True, slots=True)
class ConsequencesView:
    """奖惩事项: consequences that apply, rewards before sanctions; not whether they were carried out."""

    kind: ClassVar[str] = "consequences"
    title: ClassVar[str] = "符合奖惩条件的情形"
    label: ClassVar[str] = "奖惩情形"
    rewards: tuple[ConsequenceItem, ...]
    sanctions: tuple[ConsequenceItem, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """An indicator, and the divisions whose target for it has changed its status."""

    name: str
    divisions: Names


@dataclass(frozen=True, slots=True)
class ChangesView:
    """与上期相比: targets achieved, newly behind and recovered since the period before."""

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
    """The front matter; numbers are ``None`` if the series has none, or they cannot be determined."""

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
    """A circular. ``area`` is the word for the whole area (全县), ``places`` for those below it (乡镇).

    ``data_until`` is the last day that the programme's reports cover, at most the end of the period.
    """

    front: FrontMatter
    programme: str
    period: PeriodWords
    area: str
    places: str
    data_until: str
    sections: tuple[SectionView, ...] = field(default=())
