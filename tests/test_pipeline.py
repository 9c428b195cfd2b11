"""From a folder to rendered pages: what is found on the way, and what stops it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.disclosing import Audience
from generators.model.address import Address
from generators.model.problem import Severity
from generators.model.problem_codes import CATALOGUE
from generators.pipeline import Examined, examine
from tests.build.project import FIXTURES_DAY, break_rule, copy_county, replace_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county to change."""
    return copy_county(tmp_path / "project")


def test_a_sound_project_is_measured_on_the_day_asked_for(county: Examined) -> None:
    assert county.errors == 0
    assert county.measurements is not None
    assert county.measurements.as_of == FIXTURES_DAY
    assert county.measurements.days["one-window"] == date(2025, 3, 31)


def test_a_figure_unlike_its_parts_is_a_warning_at_its_place(county: Examined) -> None:
    (warning,) = county.problems
    assert (warning.code, warning.severity, county.warnings) == ("W418", Severity.WARNING, 1)
    assert warning.place.file == "data/townships/fengping/county.yml"
    assert warning.detail == "自报4个，下级汇总3个（已报3/4）"


def test_one_error_stops_it_and_every_problem_is_told(project: Path) -> None:
    replace_in(project / "data/townships/fengping/villages.yml", "19.9", "-19.9")
    replace_in(project / "content/about.md", "one-window", "no-window")
    replace_in(project / "data/programmes/tidy-villages.yml", "at-least: 20", "at-least: 20, at-most: 10")
    examined = examine(project, FIXTURES_DAY)
    assert {"E306", "E419"} <= {each.code for each in examined.problems}
    assert list(examined.problems) == sorted(examined.problems)
    assert (examined.dataset, examined.measurements) == (None, None)
    with pytest.raises(ValueError, match="not published"):
        examined.site(Audience.PUBLIC)


def test_a_folder_without_data_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    examined = examine(tmp_path, FIXTURES_DAY)
    assert examined.errors
    assert {each.code for each in examined.problems} == {"E114"}


def test_each_audience_gets_its_own_pages(county: Examined) -> None:
    public, internal = county.site(Audience.PUBLIC), county.site(Audience.INTERNAL)
    assert {page.path for page in public.pages} < {page.path for page in internal.pages}
    assert (public.facts.audience, public.facts.title) == ("public", "枫屏县进度公开")


@pytest.mark.parametrize("audience", Audience)
def test_what_is_only_for_one_audience_has_its_pages_and_no_more(
    county: Examined, audience: Audience
) -> None:
    only, other = county.only_for((audience,)), next(each for each in Audience if each is not audience)
    assert county.measurements is not None
    assert only.measurements is not None
    assert (len(county.measurements.past), len(only.measurements.past)) == (3, 0)
    assert {page.path: page.source for page in only.site(audience).pages} == {
        page.path: page.source for page in county.site(audience).pages
    }
    assert (only.public is None) is (other is Audience.PUBLIC)
    if other is Audience.PUBLIC:
        with pytest.raises(ValueError, match="another audience"):
            only.site(other)


def test_a_look_back_measures_what_was_known_then(county: Examined, project: Path) -> None:
    earlier = examine(project, date(2025, 5, 31), today=FIXTURES_DAY)
    assert earlier.errors == 1
    assert ("E306", 20) in {(each.code, each.place.line) for each in earlier.problems}
    bulletin = project / "content/bulletins/tidy-notes/2025/3.md"
    replace_in(bulletin, '{{ value("fengping/bianjie", "tidy-villages/complaints") }}', "若干")
    earlier = examine(project, date(2025, 5, 31), today=FIXTURES_DAY)
    assert earlier.errors == 0
    assert earlier.measurements is not None
    assert county.measurements is not None
    then = earlier.measurements.values["fengping/liuwan", Address("tidy-villages/tidied")].value
    now = county.measurements.values["fengping/liuwan", Address("tidy-villages/tidied")].value
    assert (then, now) == (1, 2)


def test_rendering_twice_gives_the_same(county: Examined) -> None:
    first, again = county.site(Audience.PUBLIC), county.site(Audience.PUBLIC)
    assert [each.source for each in first.pages] == [each.source for each in again.pages]
    assert [(each.path, each.content) for each in first.downloads] == [
        (each.path, each.content) for each in again.downloads
    ]
    assert first.menu == again.menu


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_two_processes_find_the_same_problems_as_one(code: str, minimal_project: Path) -> None:
    break_rule(code, minimal_project)
    one, two = (examine(minimal_project, FIXTURES_DAY, jobs=jobs) for jobs in (1, 2))
    assert one.problems == two.problems
    assert (one.public is None) == (two.public is None)


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_processes_refuses_what_was_unknown_then(jobs: int, project: Path) -> None:
    earlier = examine(project, date(2025, 5, 31), today=FIXTURES_DAY, jobs=jobs)
    assert ("E306", 20) in {(each.code, each.place.line) for each in earlier.problems}
    assert earlier.public is None
