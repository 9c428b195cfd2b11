"""Section 得分和位次: the first and last of the ranking, movements, and what made the difference.

The components furthest above the average of all ranked explain a leading division; those furthest below
full marks explain a trailing one. No other cause is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from generators.drafting.circulars.calls import call
from generators.drafting.circulars.material import FEW, Material, standing_out
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
"""The maximum number of divisions named when the places are shared."""

LEAST_RANKED: Final = 6
"""The minimum number of ranked divisions for naming the last ones."""

LEAST_MOVE: Final = 2
"""The minimum movement in ranks that is mentioned."""

_PARTS: Final = 2
_TENTH: Final = Decimal("0.05")
"""The smallest difference in points that is not printed as 0.0."""


def standings(material: Material) -> StandingsView | None:
    """Return the section, ``None`` without a ranking, or if no division is ranked in it."""
    ranking = material.ranking
    if ranking is None or not ranking.ranked:
        return None
    views = _RankingViews(material, ranking)
    first, last = views.first(), views.last()
    return StandingsView(
        ranking=call("ranking", ranking.scheme, ranking.period.text),
        period=period_words(ranking.period),
        ranked=call("ranked", ranking.scheme, ranking.period.text),
        first=tuple(map(views.place, first)),
        last=tuple(map(views.place, last)),
        risers=views.moved(rising=True),
        fallers=views.moved(rising=False),
        newcomers=tuple(material.division(each.division) for each in ranking.ranked if each.is_newcomer),
        ahead=_non_empty(map(views.ahead, first)),
        behind=_non_empty(views.behind(each) for each in last if not each.score.is_placed_last),
        insufficient=tuple(map(views.incomplete, ranking.insufficient)),
        vetoed=tuple(views.vetoed(each, VetoEffect.UNRANKED) for each in ranking.vetoed),
        placed_last=tuple(
            views.vetoed(each.score, VetoEffect.LAST) for each in ranking.ranked if each.score.is_placed_last
        ),
    )


def _non_empty(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons that have parts or points."""
    return tuple(each for each in reasons if each.parts or each.adjusted)


class _RankingViews:
    """Builds the views of one ranking, with calls for its figures."""

    def __init__(self, material: Material, ranking: PeriodRanking) -> None:
        self._material = material
        self._ranking = ranking

    def _call(self, function: str, division: str, *words: str, **named: str) -> str:
        ranking = self._ranking
        return call(function, division, ranking.scheme, ranking.period.text, *words, **named)

    def first(self) -> Sequence[RankedDivision]:
        """Return the first ``FEW`` and those tied with them; no tie that makes more than ``MOST_NAMED``."""
        leading = [each for each in self._ranking.ranked if each.rank <= FEW]
        if len(leading) <= MOST_NAMED:
            return leading
        return [each for each in leading if each.rank < leading[-1].rank]

    def last(self) -> Sequence[RankedDivision]:
        """Return the last ``FEW`` and those tied with them, without the first.

        Empty with fewer than ``LEAST_RANKED`` ranked, or if a tie makes more than ``MOST_NAMED``.
        """
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
            self._material.division(division), self._call("score", division), self._call("rank", division)
        )

    def moved(self, *, rising: bool) -> tuple[Noted, ...]:
        """Return the few divisions that rose, or fell, by most ranks, at least ``LEAST_MOVE``."""
        moves = [
            (each.movement if rising else -each.movement, each.division)
            for each in self._ranking.ranked
            if each.movement is not None
        ]
        farthest = sorted((move for move in moves if move[0] >= LEAST_MOVE), key=lambda move: -move[0])
        return tuple(
            self._material.noted(division, self._call("movement", division))
            for division in standing_out({division: ranks for ranks, division in farthest})
        )

    def ahead(self, ranked: RankedDivision) -> Reason:
        """Return the components in which a division is furthest above the average."""
        score = ranked.score
        leads: list[tuple[Decimal, str, str]] = []
        for part in score.components:
            mean = mean_points(self._ranking, part.id)
            if part.contribution is not None and mean is not None:
                leads.append((part.contribution - mean, part.id, part.component.name))
        return Reason(
            self._material.division(score.division),
            self._parts(score, leads, "average"),
            self._call("points", score.division, BONUS) if score.bonus > 0 else "",
        )

    def behind(self, ranked: RankedDivision) -> Reason:
        """Return the components in which a division is furthest below full marks."""
        score = ranked.score
        losses = [
            (full_points(part) - part.contribution, part.id, part.component.name)
            for part in score.components
            if part.contribution is not None
        ]
        return Reason(
            self._material.division(score.division),
            self._parts(score, losses, "full"),
            self._call("points", score.division, DEDUCTION) if score.deduction > 0 else "",
        )

    def _parts(
        self, score: DivisionScore, weighed: Iterable[tuple[Decimal, str, str]], against: str
    ) -> tuple[Part, ...]:
        largest = sorted((each for each in weighed if each[0] >= _TENTH), key=lambda each: -each[0])
        return tuple(
            Part(
                name,
                self._call("points", score.division, component),
                self._call("points", score.division, component, against=against),
            )
            for _, component, name in largest[:_PARTS]
        )

    def incomplete(self, score: DivisionScore) -> Unranked:
        """Return a division with too few data, with the names of the components without a value."""
        lacking = [
            part.component.name
            for part in score.components
            if part.absence is not None and part.absence is not Absence.NOT_APPLICABLE
        ]
        return Unranked(self._material.division(score.division), _in_quotes(lacking))

    def vetoed(self, score: DivisionScore, effect: VetoEffect) -> Unranked:
        """Return a division with the names of its vetoes that have ``effect``."""
        named = [each.rule.name for each in score.vetoes if each.rule.effect is effect]
        return Unranked(self._material.division(score.division), _in_quotes(named))


def _in_quotes(names: Iterable[str]) -> str:
    """Return the names as “甲”“乙”."""
    return "".join(f"“{name}”" for name in names)
