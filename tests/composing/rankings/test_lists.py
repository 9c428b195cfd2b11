"""红榜 and 黑榜 on the page of a period: whom they name, by which rule, and for which audience."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generators.composing.kit.parts import Parts
from generators.composing.rankings.lists import ranking_lists
from generators.composing.site.compose import compose
from generators.disclosing import Audience
from generators.pipeline import examine
from generators.reading.prose import parsed_prose
from generators.rendering import render
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import FIXTURES_DAY, copy_minimal, replace_in
from tests.build.publications import disclosed_project
from tests.build.ranking_files import SCHEME, add_rankings

_LAMPS: Final = ("tb-tone--", "tb-status", "tb-lamp")


@pytest.fixture
def parts_of(tmp_path: Path) -> Callable[[Audience, str], Parts]:
    """Return a function that reads the ranked county with lists in its second version."""

    def read(audience: Audience, lists: str) -> Parts:
        project = copy_minimal(tmp_path / "project")
        add_rankings(project)
        replace_in(project / CLEAR_STREAM, "        bonus_cap: 4\n", f"        bonus_cap: 4\n{lists}")
        examined = examine(project, FIXTURES_DAY)
        assert examined.problems == ()
        return Parts(disclosed_project(examined, audience))

    return read


_BOTH: Final = "        red_list: {first: 2}\n        black_list: {last: 1}\n"
_PUBLIC: Final = "        red_list: {first: 2}\n        black_list: {last: 1, disclosure: public}\n"


def test_lists_name_the_first_and_the_last_of_the_periods_of_their_version(
    parts_of: Callable[[Audience, str], Parts],
) -> None:
    parts = parts_of(Audience.INTERNAL, _BOTH)
    periods = {each.period.text: each for each in parts.publication.rankings[SCHEME].periods}
    assert ranking_lists(parts, periods["2024-Q2"]) == ()
    third = periods["2024-Q3"]
    red, black = ranking_lists(parts, third)
    names = [parts.division_link(each.division) for each in third.ranked]
    assert [row.division for row in red.rows] == [
        link for link, each in zip(names, third.ranked, strict=True) if each.rank <= 2
    ]
    assert [row.division for row in black.rows] == names[-1:]
    assert (red.name, red.purpose, red.rule) == ("红榜", "表扬", "每期前2名，并列的一并列入")
    assert (black.name, black.purpose, black.rule) == ("黑榜", "督促", "每期末1名，并列的一并列入，不公开")


@pytest.mark.parametrize(("lists", "shown"), [(_BOTH, ["红榜"]), (_PUBLIC, ["红榜", "黑榜"])])
def test_the_public_sees_the_black_list_only_where_declared(
    parts_of: Callable[[Audience, str], Parts], lists: str, shown: list[str]
) -> None:
    parts = parts_of(Audience.PUBLIC, lists)
    latest = parts.publication.rankings[SCHEME].latest
    assert latest is not None
    assert [each.name for each in ranking_lists(parts, latest)] == shown
    pages = {page.path: page for page in render(compose(parts.publication), parsed_prose).pages}
    page = pages[f"rankings/{SCHEME}/{latest.period.text}.md"]
    rules = pages[f"rankings/{SCHEME}.md"]
    for each in (page, rules):
        assert ("黑榜" in each.markdown) is ("黑榜" in shown)
        assert "红榜" in each.markdown


def test_lists_are_not_drawn_as_lamps(parts_of: Callable[[Audience, str], Parts]) -> None:
    parts = parts_of(Audience.INTERNAL, _BOTH)
    pages = {page.path: page for page in render(compose(parts.publication), parsed_prose).pages}
    page = pages[f"rankings/{SCHEME}/2024-Q3.md"].markdown
    drawn = page[page.index("## 红榜") : page.index("## 名次")]
    assert "表扬" in drawn
    assert "督促" in drawn
    assert not any(lamp in drawn for lamp in _LAMPS)
