from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

import pytest

from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.rankings.division_rankings import rankings_of_division
from generators.composing.rankings.downloads import RANKING_COLUMNS, SCORE_COLUMNS, ranking_rows, score_rows
from generators.composing.rankings.histories import WHOLE_LIST, HistoryView
from generators.composing.rankings.pages import SECTION, RankingView, SchemeSummary, ranking_pages
from generators.disclosing import Audience, disclose
from generators.measuring.rankings.rankings import rank
from generators.measuring.snapshot import measure
from generators.results.rankings import RankedDivision
from tests.measuring.leagues import AFTER_ALL, SCHEME, dataset_of, random_league

SEEDS: Final = range(25)


@cache
def _parts(seed: int) -> Parts:
    dataset = dataset_of(random_league(seed))
    measurements = replace(measure(dataset, AFTER_ALL), rankings=rank(dataset, AFTER_ALL, 1).schemes)
    return Parts(disclose(dataset, measurements, Audience.INTERNAL))


def _views(parts: Parts) -> Iterator[RankingView]:
    for page in ranking_pages(parts):
        if isinstance(page.view, RankingView):
            yield page.view


def _addresses(pages: Iterator[Page]) -> list[str]:
    return [page.address for page in pages]


def test_without_a_scheme_there_is_no_section() -> None:
    parts = _parts(0)
    assert SECTION.has_content(parts.publication)
    assert not SECTION.has_content(replace(parts.publication, rankings={}))


def test_every_past_period_has_its_page_for_good() -> None:
    parts = _parts(1)
    periods = parts.publication.rankings[SCHEME].periods
    assert periods
    assert _addresses(ranking_pages(parts)) == [
        "site:/rankings/",
        f"site:/rankings/{SCHEME}/",
        *(f"site:/rankings/{SCHEME}/{each.period.text}/" for each in periods),
    ]


def test_a_scheme_without_a_closed_period_says_so() -> None:
    publication = _parts(1).publication
    rankings = {SCHEME: replace(publication.rankings[SCHEME], periods=())}
    first, second = ranking_pages(Parts(replace(publication, rankings=rankings)))
    assert isinstance(first.view, tuple)
    (summary,) = first.view
    assert isinstance(summary, SchemeSummary)
    assert (summary.latest.label, summary.latest.href, summary.closing) == ("还没有已截止的一期", "", "")
    assert isinstance(second.view, HistoryView)
    assert (second.view.periods, second.view.chart, second.view.rows) == ((), None, ())


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_show_every_division_once_with_its_rank(seed: int) -> None:
    parts = _parts(seed)
    periods = parts.publication.rankings[SCHEME].periods
    views = list(_views(parts))
    assert len(views) == len(periods)
    for view, period in zip(views, periods, strict=True):
        assert [(row.division.label, row.rank) for row in view.rows] == list(period.ranks.items())
        apart = [row.division.label for row in (*view.insufficient, *view.vetoed)]
        assert apart == [each.division for each in (*period.insufficient, *period.vetoed)]
        for row, place in zip(view.rows, period.ranked, strict=True):
            assert row.movement == _movement(place)
            assert float(row.interval.start) <= float(row.interval.at) <= float(row.interval.end) <= 60
        assert all(row.reason for row in (*view.insufficient, *view.vetoed))
        assert {row.group_key for row in view.rows if row.group} == {each.key for each in view.groups}


def _movement(place: RankedDivision) -> str:
    if place.is_newcomer:
        return "新"
    if place.movement is None:
        return "—"
    return f"↑{place.movement}" if place.movement > 0 else f"↓{-place.movement}" if place.movement else "持平"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_division_finds_itself_between_its_neighbours(seed: int) -> None:
    parts = _parts(seed)
    latest = parts.publication.rankings[SCHEME].latest
    assert latest is not None
    order = list(latest.ranks)
    for at, name in enumerate(order):
        (found,) = rankings_of_division(parts, name)
        beside = (found.above, found.below)
        expected = [order[place] if 0 <= place < len(order) else None for place in (at - 1, at + 1)]
        assert [each.division.label if each is not None else None for each in beside] == expected
        assert (found.rank, found.total, found.reason) == (latest.ranks[name], len(order), "")
        assert found.period.href.endswith(f"/{latest.period.text}/#rank-{name.replace('/', '-')}")
    for score in (*latest.insufficient, *latest.vetoed):
        (found,) = rankings_of_division(parts, score.division)
        assert (found.rank, found.above, found.below) == (0, None, None)
        assert found.reason.startswith(("数据不足：", "一票否决："))
    assert rankings_of_division(parts, "county") == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_open_data_hold_every_division_and_every_component(seed: int) -> None:
    publication = _parts(seed).publication
    rows = [dict(zip(RANKING_COLUMNS, row, strict=True)) for row in ranking_rows(publication)]
    details = [dict(zip(SCORE_COLUMNS, row, strict=True)) for row in score_rows(publication)]
    before: dict[str, int] = {}
    for period in publication.rankings[SCHEME].periods:
        mine = [row for row in rows if row["period"] == period.period.text]
        assert {row["division"]: int(str(row["rank"])) for row in mine if row["rank"]} == period.ranks
        for row in mine:
            moved = row["previous_rank"]
            assert moved == "" or int(str(moved)) == before[str(row["division"])]
        statuses = [str(row["status"]) for row in mine]
        assert statuses == sorted(statuses, key=["ranked", "insufficient", "vetoed"].index)
        parts = [row for row in details if row["period"] == period.period.text and row["kind"] == "component"]
        assert len(parts) == len(mine) * len(period.version.components)
        before = dict(period.ranks)


def test_a_long_ranking_lists_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert WHOLE_LIST == 400
    monkeypatch.setattr("generators.composing.rankings.pages.WHOLE_LIST", 1)
    monkeypatch.setattr("generators.composing.rankings.histories.WHOLE_LIST", 1)
    parts = next(each for each in map(_parts, SEEDS) if _most_ranked(each) > 1)
    for page in ranking_pages(parts):
        if isinstance(page.view, RankingView):
            assert len(page.view.rows) <= 1
        if isinstance(page.view, HistoryView):
            assert (len(page.view.rows), page.view.rows_left > 0) == (1, True)


def _most_ranked(parts: Parts) -> int:
    return max(len(each.ranked) for each in parts.publication.rankings[SCHEME].periods)
