from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pytest

from generators.composing.kit.dates import period_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.rankings.histories import MAX_LISTED, HistoryView
from generators.composing.rankings.of_division import rankings_of_division
from generators.composing.rankings.pages import SECTION, RankingView, ranking_pages
from generators.composing.rankings.ranking_table import IntervalView, ranking_data
from generators.composing.rankings.score_data import score_data
from generators.results.rankings import RankedDivision
from tests.build.leagues import disclosed_league
from tests.build.rankings import SCHEME
from tests.reading_sites.shown_tables import column, drawn, hrefs, records, sort_keys, texts, titles

SEEDS: Final = range(25)


def _parts(seed: int) -> Parts:
    return Parts(disclosed_league(seed))


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
    assert isinstance(first.view, TableView)
    (summary,) = texts(first.view)
    assert [summary[name] for name in ("latest", "closing", "ranked", "apart")] == [
        ("还没有已截止的一期",),
        ("—",),
        ("—",),
        ("—",),
    ]
    assert hrefs(first.view, "latest") == [""]
    assert isinstance(second.view, HistoryView)
    assert (bool(second.view.ranks), second.view.chart) == (False, None)


def test_the_list_of_schemes_leads_to_the_latest_period() -> None:
    parts = _parts(1)
    latest = parts.publication.rankings[SCHEME].latest
    assert latest is not None
    first = next(iter(ranking_pages(parts)))
    assert isinstance(first.view, TableView)
    (row,) = texts(first.view)
    apart = len(latest.insufficient) + len(latest.vetoed)
    assert (row["ranked"], row["apart"]) == ((str(len(latest.ranked)),), (str(apart),))
    assert hrefs(first.view, "head") == [f"site:/rankings/{SCHEME}/"]
    assert hrefs(first.view, "latest") == [f"site:/rankings/{SCHEME}/{latest.period.text}/"]


def _names(view: TableView) -> list[str]:
    return [row["division"][0] for row in texts(view)]


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_show_every_division_once_with_its_rank(seed: int) -> None:
    parts = _parts(seed)
    periods = parts.publication.rankings[SCHEME].periods
    views = list(_views(parts))
    assert len(views) == len(periods)
    for view, period in zip(views, periods, strict=True):
        rows = texts(view.ranked)
        assert [(row["division"][0], int(row["rank"][0])) for row in rows] == list(period.ranks.items())
        assert [row["movement"] for row in rows] == [(_movement(place),) for place in period.ranked]
        apart = [*_names(view.insufficient), *_names(view.vetoed)]
        assert apart == [each.division for each in (*period.insufficient, *period.vetoed)]
        for table in (view.insufficient, view.vetoed):
            assert all(column(table, "status"))
        assert sort_keys(view.ranked, "rank") == list(map(str, period.ranks.values()))
        intervals = drawn(view.ranked, "rank")
        assert len(intervals) == len(period.ranked)
        for each in intervals:
            assert isinstance(each, IntervalView)
            assert float(each.start) <= float(each.at) <= float(each.end) <= 60
        statuses = {row.status for row in view.ranked.rows if row.status}
        assert statuses == {each.key for each in view.groups}


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
        view = rankings_of_division(parts, name)
        (row,) = texts(view)
        beside = [row[side][0] for side in ("above", "below")]
        assert beside == [order[place] if 0 <= place < len(order) else "—" for place in (at - 1, at + 1)]
        assert row["rank"][0] == str(latest.ranks[name])
        assert row["rank"][1].startswith(f"共{len(order)}个")
        anchor = f"/{latest.period.text}/#rank-{name.replace('/', '-')}"
        assert hrefs(view, "scheme")[1].endswith(anchor)
    for score in (*latest.insufficient, *latest.vetoed):
        view = rankings_of_division(parts, score.division)
        (row,) = texts(view)
        assert list(row) == ["scheme", "rank"]
        assert row["rank"][0].startswith(("不排名。数据不足：", "不排名。一票否决："))
    assert not rankings_of_division(parts, "county")


@pytest.mark.parametrize("seed", SEEDS)
def test_open_data_hold_every_division_and_every_component(seed: int) -> None:
    publication = _parts(seed).publication
    ((ranks,), (scores,)) = ranking_data(_parts(seed)), score_data(_parts(seed))
    rows, details = records(ranks), records(scores)
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
    assert MAX_LISTED == 400
    monkeypatch.setattr("generators.composing.rankings.pages.MAX_LISTED", 1)
    monkeypatch.setattr("generators.composing.rankings.histories.MAX_LISTED", 1)
    parts = next(each for each in map(_parts, SEEDS) if _most_ranked(each) > 1)
    for page in ranking_pages(parts):
        if isinstance(page.view, RankingView):
            assert len(texts(page.view.ranked)) <= 1
        if isinstance(page.view, HistoryView):
            assert (len(texts(page.view.ranks)), page.view.rows_left > 0) == (1, True)


@pytest.mark.parametrize("seed", range(5))
def test_a_history_has_a_column_for_every_period_the_latest_first(seed: int) -> None:
    parts = _parts(seed)
    periods = parts.publication.rankings[SCHEME].periods
    (view,) = (page.view for page in ranking_pages(parts) if isinstance(page.view, HistoryView))
    assert titles(view.ranks)[1:] == [period_text(each.period) for each in reversed(periods)]
    divisions = column(view.ranks, "head")
    for each in periods:
        shown = dict(zip(divisions, column(view.ranks, each.period.text), strict=True))
        assert {name: int(text) for name, text in shown.items() if text.isdigit()} == each.ranks
        assert {name for name, text in shown.items() if text == "数据不足"} == {
            score.division for score in each.insufficient
        }
        assert {name for name, text in shown.items() if text == "一票否决"} == {
            score.division for score in each.vetoed
        }
        keys = dict(zip(divisions, sort_keys(view.ranks, each.period.text), strict=True))
        assert keys == {name: str(each.ranks.get(name, "")) for name in divisions}


def _most_ranked(parts: Parts) -> int:
    return max(len(each.ranked) for each in parts.publication.rankings[SCHEME].periods)
