"""An office's own templates: they come before ours, see the view alone, and their mistakes have a line."""

from __future__ import annotations

from datetime import date

import pytest

from generators.drafting.circulars.circular import CircularOrder, draft_circular
from generators.drafting.circulars.templating import circular_text
from generators.drafting.circulars.views import CircularView
from generators.drafting.errors import TemplateProblemError
from generators.model.dataset import Dataset
from tests.build.project import SHILI_LATER_DAY


@pytest.fixture(scope="module")
def view(shili: Dataset) -> CircularView:
    return draft_circular(shili, CircularOrder("shili-1357", "2026-Q3"), SHILI_LATER_DAY).view


def test_a_template_of_the_office_replaces_ours_of_the_same_name(view: CircularView) -> None:
    own = {"circular/problems.md.j2": "{{ view.area }}共{{ section.total }}个。\n"}
    text = circular_text(view, own)
    assert (
        '## 四、问题整改\n\n全县共{{ problems("shilixian", "shili-1357", "2026-Q3", "all") }}个。\n' in text
    )
    assert "## 五、承诺兑现" in text


def test_a_template_may_bring_further_ones_and_write_calls(view: CircularView) -> None:
    own = {
        "circular.md.j2": "{% include 'office.md.j2' %}{{ [1, 2] | join('、') }}",
        "office.md.j2": '{{ call("division", view.front.divisions[0], text="全县") }}',
    }
    assert circular_text(view, own) == '{{ division("shilixian", text="全县") }}1、2\n'


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("一\n{{ view.areas }}", 2, "areas"),
        ("{{ view.area.nothing }}", 1, "nothing"),
        ("一\n\n{% include 'circular/none.md.j2' %}", 3, "没有模板“circular/none.md.j2”"),
        ("{{ 1 / 0 }}", 1, "ZeroDivisionError"),
        ("{{ view.area.__class__ }}", 1, "__class__"),
        ("{{ view.sections.append(1) }}", 1, "append"),
        ("{% for i in range(10000000) %}{% endfor %}", 1, "OverflowError"),
        ("一\n{% include 'circular.md.j2' %}", 2, "循环"),
        ("{{ 99 | numeral }}", 1, "IndexError"),
    ],
)
def test_a_mistake_is_a_problem_in_its_line(view: CircularView, template: str, line: int, said: str) -> None:
    with pytest.raises(TemplateProblemError) as raised:
        circular_text(view, {"circular.md.j2": template})
    problem = raised.value.problem
    assert (problem.code, str(problem.place)) == ("E540", f"templates/circular.md.j2:{line}:1")
    assert said in problem.detail


def test_a_mistake_in_syntax_has_its_line_as_well(view: CircularView) -> None:
    with pytest.raises(TemplateProblemError) as raised:
        circular_text(view, {"circular/problems.md.j2": "一\n{% if %}"})
    assert str(raised.value.problem.place) == "templates/circular/problems.md.j2:2:1"


def test_the_day_stands_in_the_head(view: CircularView) -> None:
    assert view.front.date == date.isoformat(SHILI_LATER_DAY)
