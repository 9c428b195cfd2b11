"""得分和位次: who leads and who trails in the ranking, who moved, and what made the difference.

Why somebody is ahead is told by the parts of the score alone: those in which they are furthest above the
average of all ranked; why somebody trails, by those furthest below full marks. No other cause is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from generators.drafting.circulars.calls import call
from generators.drafting.circulars.material import FEW, Material
from generators.drafting.circulars.views import (
    Noted,
    Part,
    RankedDivisionView,
    Reason,
    StandingsView,
    Unranked,
)
from generators.drafting.circulars.words import period_words
from generators.model.prose_functions import BONUS, DEDUCTION
from generators.model.scheme import VetoEffect
from generators.results.rankings import (
    Absence,
    DivisionScore,
    PeriodRanking,
    RankedDivision,
    full_points,
    mean_points,
)

MOST_NAMED: Final = 5
"""With more who share the places to be named, only the first so many are."""

LEAST_RANKED: Final = 6
"""Among fewer nobody is told to trail."""

LEAST_MOVE: Final = 2
"""A move of fewer ranks is not worth a word."""

_PARTS: Final = 2
_TENTH: Final = Decimal("0.05")
"""What would be printed as 0.0 is no difference."""


def standings(material: Material) -> StandingsView | None:
    """Return the section, ``None`` without a ranking, or if nobody is ranked in it."""
    ranking = material.ranking
    if ranking is None or not ranking.ranked:
        return None
    telling = _Telling(material, ranking)
    first, last = telling.first(), telling.last()
    return StandingsView(
        ranking=call("ranking", ranking.scheme, ranking.period.text),
        period=period_words(ranking.period),
        ranked=call("ranked", ranking.scheme, ranking.period.text),
        first=tuple(map(telling.place, first)),
        last=tuple(map(telling.place, last)),
        risers=telling.moved(rising=True),
        fallers=telling.moved(rising=False),
        newcomers=tuple(material.division(each.division) for each in ranking.ranked if each.is_newcomer),
        ahead=_given(map(telling.ahead, first[:FEW])),
        behind=_given(telling.behind(each) for each in last[-FEW:] if not each.score.is_placed_last),
        insufficient=tuple(map(telling.incomplete, ranking.insufficient)),
        vetoed=tuple(telling.vetoed(each, VetoEffect.UNRANKED) for each in ranking.vetoed),
        placed_last=tuple(
            telling.vetoed(each.score, VetoEffect.LAST)
            for each in ranking.ranked
            if each.score.is_placed_last
        ),
    )


def _given(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons in which something stands."""
    return tuple(each for each in reasons if each.parts or each.adjusted)


class _Telling:
    """What can be told of one ranking, and the calls for it."""

    def __init__(self, material: Material, ranking: PeriodRanking) -> None:
        self._material = material
        self._ranking = ranking

    def _told(self, function: str, division: str, *words: str, **named: str) -> str:
        ranking = self._ranking
        return call(function, division, ranking.scheme, ranking.period.text, *words, **named)

    def first(self) -> Sequence[RankedDivision]:
        """Return the first few with those who tie with them."""
        return [each for each in self._ranking.ranked if each.rank <= FEW][:MOST_NAMED]

    def last(self) -> Sequence[RankedDivision]:
        """Return the last few with those who tie with them, none of the first, nobody among few."""
        ranked = self._ranking.ranked
        if len(ranked) < LEAST_RANKED:
            return []
        edge = ranked[-FEW].rank
        trailing = [each for each in ranked if each.rank >= edge and each.rank > FEW]
        return trailing if len(trailing) <= MOST_NAMED else []

    def place(self, ranked: RankedDivision) -> RankedDivisionView:
        """Return a division with its score and rank."""
        division = ranked.division
        return RankedDivisionView(
            self._material.division(division), self._told("score", division), self._told("rank", division)
        )

    def moved(self, *, rising: bool) -> tuple[Noted, ...]:
        """Return the few who rose, or fell, farthest."""
        moves = [
            (each.movement if rising else -each.movement, each.division)
            for each in self._ranking.ranked
            if each.movement is not None
        ]
        farthest = sorted((move for move in moves if move[0] >= LEAST_MOVE), key=lambda move: -move[0])
        return tuple(
            self._material.noted(division, self._told("movement", division)) for _, division in farthest[:FEW]
        )

    def ahead(self, ranked: RankedDivision) -> Reason:
        """Return the parts in which a division is furthest above the average."""
        score = ranked.score
        leads: list[tuple[Decimal, str, str]] = []
        for part in score.components:
            mean = mean_points(self._ranking, part.id)
            if part.contribution is not None and mean is not None:
                leads.append((part.contribution - mean, part.id, part.component.name))
        return Reason(
            self._material.division(score.division),
            self._parts(score, leads, "average"),
            self._told("points", score.division, BONUS) if score.bonus > 0 else "",
        )

    def behind(self, ranked: RankedDivision) -> Reason:
        """Return the parts in which a division is furthest from full marks."""
        score = ranked.score
        losses = [
            (full_points(part) - part.contribution, part.id, part.component.name)
            for part in score.components
            if part.contribution is not None
        ]
        return Reason(
            self._material.division(score.division),
            self._parts(score, losses, "full"),
            self._told("points", score.division, DEDUCTION) if score.deduction > 0 else "",
        )

    def _parts(
        self, score: DivisionScore, weighed: Iterable[tuple[Decimal, str, str]], against: str
    ) -> tuple[Part, ...]:
        telling = sorted((each for each in weighed if each[0] >= _TENTH), key=lambda each: -each[0])
        return tuple(
            Part(
                name,
                self._told("points", score.division, component),
                self._told("points", score.division, component, against=against),
            )
            for _, component, name in telling[:_PARTS]
        )

    def incomplete(self, score: DivisionScore) -> Unranked:
        """Return a division that has too few data, with the names of the parts it lacks."""
        lacking = [
            part.component.name
            for part in score.components
            if part.absence is not None and part.absence is not Absence.NOT_APPLICABLE
        ]
        return Unranked(self._material.division(score.division), _in_quotes(lacking))

    def vetoed(self, score: DivisionScore, effect: VetoEffect) -> Unranked:
        """Return a division with the vetoes that have an effect on its rank."""
        named = [each.rule.name for each in score.vetoes if each.rule.effect is effect]
        return Unranked(self._material.division(score.division), _in_quotes(named))


def _in_quotes(names: Iterable[str]) -> str:
    """Return “甲”“乙”: quotation marks part them well enough."""
    return "".join(f"“{name}”" for name in names)
