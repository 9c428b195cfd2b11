"""What is drafted, and what is refused: any programme in any period that is over."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generators.drafting.circulars.calls import call
from generators.drafting.circulars.circular import CircularOrder, draft_circular
from generators.drafting.circulars.material import standing_out
from generators.drafting.circulars.templating import circular_text
from generators.drafting.circulars.views import StandingsView
from generators.drafting.errors import DraftError
from generators.model.dataset import Dataset
from generators.reading.load import load_project
from generators.reading.prose import parsed_prose
from tests.build.project import COUNTY_SMALL, FIXTURES_DAY, SHILI_DAY, SHILI_LATER_DAY
from tests.running import tongbao

OF_SMALL_COUNTY = ("draft", "circular", "--period", "2025-Q1", "--series", "tidy-notes")
PERIODS = ("2025-W30", "2025-Q3", "2025-12", "2025-H2", "2026-H1", "2026-08", "2026-05-10/2026-06-20")


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("programme", ["shili-double", "shili-1357", "shili-five-star"])
def test_any_period_makes_a_sound_draft(shili: Dataset, programme: str, period: str) -> None:
    draft = draft_circular(shili, CircularOrder(programme, period), SHILI_LATER_DAY)
    text = circular_text(draft.view, {})
    body = text.partition("\n---\n")[2]
    assert parsed_prose(body).invalid == ()
    assert draft.open_until is None
    assert body.count("\n## ") == len(draft.view.sections) > 0


def test_the_small_county_has_a_draft_too() -> None:
    dataset = load_project(COUNTY_SMALL).dataset
    assert dataset is not None
    order = CircularOrder("tidy-villages", "2025-Q1", series=next(iter(dataset.series)))
    text = circular_text(draft_circular(dataset, order, FIXTURES_DAY).view, {})
    assert "2025年一季度" in text
    assert "## 一、总体情况" in text


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (CircularOrder("shili-1358", "2026-Q3"), "没有工作“shili-1358”，是否应为“shili-1357”"),
        (CircularOrder("shili-1357", "2026Q3"), "“2026Q3”不是期间"),
        (CircularOrder("shili-1357", "unstated"), "不是期间"),
        (CircularOrder("shili-1357", "2026-Q4"), "“2026-Q4”还没有结束"),
        (CircularOrder("shili-1357", "2024-Q4"), "在该项工作开始"),
        (CircularOrder("shili-1357", "2026-Q3", series="circular"), "没有刊物“circular”"),
        (CircularOrder("shili-1357", "2026-Q3", scheme="yearly"), "没有考核办法“yearly”"),
        (CircularOrder("shili-1357", "2026-08", scheme="quarterly"), "没有已公布的一期"),
    ],
)
def test_what_is_not_there_is_refused(shili: Dataset, order: CircularOrder, said: str) -> None:
    with pytest.raises(DraftError, match=said):
        draft_circular(shili, order, SHILI_LATER_DAY)


def test_a_programme_of_closed_data_is_drafted_until_their_end(shili: Dataset) -> None:
    closed = shili.programmes["shili-1357"].detached(observed_until=date(2026, 6, 30))
    dataset = replace(shili, programmes={**shili.programmes, "shili-1357": closed})
    with pytest.raises(DraftError, match="在该项工作的数据"):
        draft_circular(dataset, CircularOrder("shili-1357", "2026-Q3"), SHILI_LATER_DAY)
    assert draft_circular(dataset, CircularOrder("shili-1357", "2026-Q2"), SHILI_LATER_DAY).view.sections


def test_with_several_series_one_has_to_be_named(shili: Dataset) -> None:
    second = {**shili.series, "second": next(iter(shili.series.values()))}
    with pytest.raises(DraftError, match="--series"):
        draft_circular(replace(shili, series=second), CircularOrder("shili-1357", "2026-Q3"), SHILI_LATER_DAY)


def test_a_draft_has_the_next_numbers_where_they_can_be_told(shili: Dataset) -> None:
    order = CircularOrder("shili-1357", "2026-Q2")
    front = draft_circular(shili, order, SHILI_LATER_DAY).view.front
    assert (front.number, front.total) == (5, 6)
    earlier = draft_circular(shili, order, date(2026, 8, 1)).view
    assert (earlier.front.number, earlier.front.total) == (None, None)
    assert "number:" not in circular_text(earlier, {})


def test_until_its_closing_day_a_period_is_open(shili: Dataset) -> None:
    draft = draft_circular(shili, CircularOrder("shili-double", "2026-W40"), SHILI_DAY)
    assert draft.open_until == date(2026, 10, 19)


def test_a_year_tells_the_last_ranking_within_it(shili: Dataset) -> None:
    view = draft_circular(
        shili, CircularOrder("shili-1357", "2025", scheme="quarterly"), SHILI_LATER_DAY
    ).view
    (standings,) = (each for each in view.sections if isinstance(each, StandingsView))
    assert standings.period.name == "2025年四季度"
    text = circular_text(view, {})
    assert "四季度参加排名的" in text
    assert "到年底，全县" in text


def division(name: str) -> str:
    return call("division", name)


def test_of_equal_ranks_all_are_named_or_none(shili: Dataset) -> None:
    order = CircularOrder("shili-double", "2026-Q3")
    view = draft_circular(shili, order, SHILI_LATER_DAY).view
    (standings,) = (each for each in view.sections if isinstance(each, StandingsView))
    tied = [division("shilixian/" + name) for name in ("bingyin", "gengwu", "renshen", "xinwei")]
    assert [each.division for each in standings.first] == tied
    assert [each.division for each in standings.ahead] == tied
    assert [each.division for each in standings.behind] == [each.division for each in standings.last]


def test_who_stands_out_is_never_cut_from_a_tie() -> None:
    assert standing_out({}) == ()
    assert standing_out(dict.fromkeys("abcd", 1)) == tuple("abcd")
    assert standing_out({"a": 5, "b": 4, "c": 3, "d": 2, "e": 1}) == ("a", "b", "c")
    assert standing_out({"a": 5, "b": 4, "c": 3, "d": 3, "e": 1}) == tuple("abcd")
    assert standing_out({"a": 5, "b": 2, "c": 2, "d": 2, "e": 2}) == ("a",)
    assert standing_out(dict.fromkeys("abcde", 2)) == ()


def test_the_command_prints_or_writes_and_never_overwrites(tmp_path: Path) -> None:
    wanted = (*OF_SMALL_COUNTY, "--programme", "tidy-villages")
    where = ("--project", COUNTY_SMALL, "--as-of", FIXTURES_DAY.isoformat())
    printed = tongbao(*wanted, *where)
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.startswith("---\nseries: ")
    assert "{{" not in printed.stdout
    calls = tongbao(*wanted, *where, "--output", "-").stdout
    assert "{{" in calls
    file = tmp_path / "drafts" / "q3.md"
    written = tongbao(*wanted, *where, "--output", file)
    assert (written.returncode, file.read_text(encoding="utf-8")) == (0, calls)
    again = tongbao(*wanted, *where, "--output", file)
    assert again.returncode == 2
    assert "已经存在" in again.stderr


def test_the_command_explains_its_options() -> None:
    said = tongbao("draft", "circular", "--help").stdout
    options = ("--programme", "--period", "--series", "--scheme", "--output", "--as-of", "--project")
    assert all(option in said for option in options)


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    project = Path(shutil.copytree(COUNTY_SMALL, tmp_path / "county"))
    where = ("--project", project, "--as-of", FIXTURES_DAY.isoformat())
    refused = tongbao(*OF_SMALL_COUNTY, "--programme", "tidy", *where)
    assert refused.returncode == 2
    assert "没有工作“tidy”" in refused.stderr
    (project / "templates").mkdir()
    (project / "templates" / "circular.md.j2").write_text("一\n{{ view.areas }}\n", encoding="utf-8")
    wrong = tongbao(*OF_SMALL_COUNTY, "--programme", "tidy-villages", *where)
    assert wrong.returncode == 1
    assert "templates/circular.md.j2:2:1  E540  起草模板有误" in wrong.stderr
