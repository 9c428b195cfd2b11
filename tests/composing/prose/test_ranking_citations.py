"""Ranks in prose: ties, moves and points, for a period that is closed, and words for one that is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generators.composing.kit.views import Link
from generators.composing.prose.ranking_citations import RankingCitations
from generators.disclosing import Audience, Publication, disclose
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.dataset import Dataset
from tests.build.project import SHILI_LATER_DAY

SCHEME: Final = Address("shili-1357/quarterly")
QUARTER: Final = "2026-Q3"


@pytest.fixture(scope="module")
def publication(shili: Dataset) -> Publication:
    """Return all of the example county, with its ranking of the third quarter."""
    rankings = rank(Once(shili), SHILI_LATER_DAY, draws=1).schemes
    measurements = replace(measure(shili, SHILI_LATER_DAY), rankings=rankings)
    return disclose(shili, measurements, Audience.INTERNAL)


def test_ranks_say_that_they_are_shared(publication: Publication) -> None:
    ranking = publication.rankings[SCHEME].periods[-1]
    citations = RankingCitations(publication)
    first, second, *_ = ranking.ranked
    assert citations.rank(first.division, SCHEME, QUARTER).text == "第1位"
    tied = replace(ranking, ranked=(first, replace(second, rank=1), *ranking.ranked[2:]))
    rankings = replace(
        publication.rankings[SCHEME], periods=(*publication.rankings[SCHEME].periods[:-1], tied)
    )
    shared = RankingCitations(replace(publication, rankings={**publication.rankings, SCHEME: rankings}))
    assert shared.rank(first.division, SCHEME, QUARTER).text == "并列第1位"
    assert shared.rank(second.division, SCHEME, QUARTER).text == "并列第1位"


@pytest.mark.parametrize(
    ("movement", "said"), [(3, "上升3位"), (-2, "下降2位"), (0, "位次不变"), (None, "没有上期位次")]
)
def test_moves_are_words(publication: Publication, movement: int | None, said: str) -> None:
    ranking = publication.rankings[SCHEME].periods[-1]
    moved = replace(ranking.ranked[0], movement=movement, is_newcomer=False)
    rankings = replace(
        publication.rankings[SCHEME], periods=(replace(ranking, ranked=(moved, *ranking.ranked[1:])),)
    )
    citations = RankingCitations(replace(publication, rankings={SCHEME: rankings}))
    assert citations.movement(moved.division, SCHEME, QUARTER).text == said
    fresh = replace(rankings, periods=(replace(ranking, ranked=(replace(moved, is_newcomer=True),)),))
    anew = RankingCitations(replace(publication, rankings={SCHEME: fresh}))
    assert anew.movement(moved.division, SCHEME, QUARTER).text == "新进入排名"


def test_a_period_may_be_written_otherwise_and_leads_to_its_page(publication: Publication) -> None:
    citations = RankingCitations(publication)
    division = publication.rankings[SCHEME].periods[-1].ranked[0].division
    assert citations.score(division, SCHEME, "2026-07/2026-09") == citations.score(division, SCHEME, QUARTER)
    href = citations.score(division, SCHEME, QUARTER).href
    assert href.startswith(f"site:/rankings/{SCHEME}/{QUARTER}/#rank-shilixian-")
    assert citations.ranking(SCHEME, QUARTER, "考核").href == f"site:/rankings/{SCHEME}/{QUARTER}/"


def test_what_is_not_closed_is_not_published(publication: Publication) -> None:
    citations = RankingCitations(publication)
    for told in (citations.rank, citations.score, citations.movement):
        assert told("shilixian/jiazi", SCHEME, "2026-Q4").text == "尚未公布"
        assert told("shilixian", SCHEME, QUARTER).text == "未排名"
    assert citations.ranked(SCHEME, "2026-Q4").text == "尚未公布"
    assert citations.ranking(SCHEME, "2026-Q4") == Link("“一三五七”季度考核")
    assert citations.points("shilixian/jiazi", SCHEME, "2026-Q4", "solved").text == "尚未公布"


def test_points_are_compared_with_the_most_and_with_the_average(publication: Publication) -> None:
    ranking = publication.rankings[SCHEME].periods[-1]
    citations = RankingCitations(publication)
    for place in ranking.ranked:
        for part in place.score.components:
            given = (place.division, SCHEME, QUARTER, part.id)
            if part.contribution is None:
                assert citations.points(*given).text == "没有这一项"
                continue
            assert citations.points(*given).unit == "分"
            assert citations.points(*given, "full").before in {"", "比满分多", "比满分少"}
            assert citations.points(*given, "average").before in {"", "高于平均", "低于平均"}
    division = ranking.ranked[0].division
    assert citations.points(division, SCHEME, QUARTER, "none").text == "没有这一项"
    assert citations.points(division, SCHEME, QUARTER, "扣分").unit == "分"
    assert citations.ranked(SCHEME, QUARTER).text == str(len(ranking.ranked))
    assert citations.ranked(SCHEME, QUARTER, "vetoed").text == str(len(ranking.vetoed))
