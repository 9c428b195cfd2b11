"""Functions of prose for the ranking of a closed period: ranks, scores, movements and components."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.numbers import missing, plain
from generators.composing.kit.urls import division_anchor
from generators.composing.kit.views import FigureView, Link
from generators.composing.prose.period_citations import in_words
from generators.composing.rankings.words import score_text
from generators.disclosing.publication import Publication
from generators.model.address import Address
from generators.model.period import Period, parse_period
from generators.model.prose_functions import BONUS, DEDUCTION
from generators.model.rounding import rounded
from generators.results.rankings import DivisionScore, PeriodRanking, RankedDivision, full_points, mean_points

NOT_PUBLISHED: Final = "尚未公布"
NOT_RANKED: Final = "未排名"
NO_SUCH_PART: Final = "没有这一项"


@dataclass(frozen=True)
class RankingCitations:
    """The functions of prose for rankings; for a period not closed or not public they return 尚未公布."""

    publication: Publication

    @cached_property
    def _periods(self) -> dict[tuple[str, Period], PeriodRanking]:
        return {
            (address, _span(each.period)): each
            for address, rankings in self.publication.rankings.items()
            for each in rankings.periods
        }

    def has(self, scheme: str, period: str) -> bool:
        """Whether the ranking of a period is closed and published."""
        return self._ranking(scheme, period) is not None

    def _ranking(self, scheme: str, period: str) -> PeriodRanking | None:
        return self._periods.get((scheme, _span(parse_period(period))))

    def _place(self, division: str, scheme: str, period: str) -> RankedDivision | None:
        ranking = self._ranking(scheme, period)
        ranked = ranking.ranked if ranking is not None else ()
        return next((each for each in ranked if each.division == division), None)

    def _absent(self, scheme: str, period: str) -> FigureView:
        return missing(NOT_RANKED if self._ranking(scheme, period) is not None else NOT_PUBLISHED)

    def _href(self, scheme: str, period: str, division: str = "") -> str:
        ranking = self._ranking(scheme, period)
        if ranking is None:
            return ""
        return urls.ranking(scheme, ranking.period.text, division_anchor(division) if division else "")

    def rank(self, division: str, scheme: str, period: str) -> FigureView:
        """Return the rank, such as 第3位, or 并列第2位 if others share it."""
        place, ranking = self._place(division, scheme, period), self._ranking(scheme, period)
        if place is None or ranking is None:
            return self._absent(scheme, period)
        sharing = sum(each.rank == place.rank for each in ranking.ranked)
        before = "并列第" if sharing > 1 else "第"
        return in_words(before, str(place.rank), "位", self._href(scheme, period, division))

    def score(self, division: str, scheme: str, period: str) -> FigureView:
        """Return the score with the decimals it was rounded to before ranking."""
        found = self._score(division, scheme, period)
        text = score_text(found) if found is not None else ""
        if not text:
            return self._absent(scheme, period)
        return in_words("", text, "分", self._href(scheme, period, division))

    def _score(self, division: str, scheme: str, period: str) -> DivisionScore | None:
        ranking = self._ranking(scheme, period)
        if ranking is None:
            return None
        scores = (*(each.score for each in ranking.ranked), *ranking.insufficient, *ranking.vetoed)
        return next((each for each in scores if each.division == division), None)

    def movement(self, division: str, scheme: str, period: str) -> FigureView:
        """Return the movement: 上升3位, 下降1位, 位次不变 or 新进入排名."""
        place = self._place(division, scheme, period)
        if place is None:
            return self._absent(scheme, period)
        href = self._href(scheme, period, division)
        if place.is_newcomer:
            return in_words("", "新进入排名", "", href)
        if place.movement is None:
            return missing("没有上期位次")
        if place.movement == 0:
            return in_words("", "位次不变", "", href)
        return in_words("上升" if place.movement > 0 else "下降", str(abs(place.movement)), "位", href)

    def points(
        self, division: str, scheme: str, period: str, component: str, against: str | None = None
    ) -> FigureView:
        """Return the contribution of a component to the score.

        With ``against``, return the difference to the full points (``full``) or to the mean.
        """
        ranking, found = self._ranking(scheme, period), self._score(division, scheme, period)
        if ranking is None or found is None:
            return self._absent(scheme, period)
        href = self._href(scheme, period, division)
        if component in {BONUS, DEDUCTION}:
            amount = found.bonus if component == BONUS else found.deduction
            return in_words("", plain(amount), "分", href)
        part = next((each for each in found.components if each.id == component), None)
        if part is None or part.contribution is None:
            return missing(NO_SUCH_PART)
        if against is None:
            return in_words("", plain(rounded(part.contribution, 1)), "分", href)
        if against == "full":
            return _compared(part.contribution - full_points(part), ("比满分多", "比满分少", "满分"), href)
        mean = mean_points(ranking, component)
        difference = part.contribution - (mean if mean is not None else part.contribution)
        return _compared(difference, ("高于平均", "低于平均", "与平均持平"), href)

    def ranked(self, scheme: str, period: str, count: str | None = None) -> FigureView:
        """Return the number of divisions ranked, or not ranked for the reason ``count``."""
        ranking = self._ranking(scheme, period)
        if ranking is None:
            return missing(NOT_PUBLISHED)
        counted = {
            "ranked": len(ranking.ranked),
            "insufficient": len(ranking.insufficient),
            "vetoed": len(ranking.vetoed),
        }
        return in_words("", str(counted[count or "ranked"]), "", self._href(scheme, period))

    def ranking(self, scheme: str, period: str, text: str | None = None) -> Link:
        """Return the link to the ranking of the period, labelled ``text`` or with the name of the scheme."""
        return Link(text or self.publication.schemes[Address(scheme)].name, self._href(scheme, period))


def _span(period: Period) -> Period:
    """Return the period without its text, so that 2026-Q3 equals 2026-07/2026-09."""
    return Period("", period.start, period.end)


def _compared(difference: Decimal, words: tuple[str, str, str], href: str) -> FigureView:
    above, below, level = words
    shown = rounded(difference, 1)
    if shown == 0:
        return in_words("", level, "", href)
    return in_words(above if shown > 0 else below, plain(abs(shown)), "分", href)
