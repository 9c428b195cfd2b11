"""An office's own templates: they come before ours, see the view alone, and their mistakes have a line."""

from __future__ import annotations

from datetime import date

import pytest

from generators.drafting.circulars.circular import CircularOrder, draft_circular
from generators.drafting.circulars.templating import circular_text
from generators.drafting.circulars.views import CircularView
from generators.drafting.errors import TemplateProblemError
from generators.drafting.sandbox import BUDGET
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
        ("{{ 'a'.__class__.__mro__ }}", 1, "__class__"),
        ("{{ view | attr('front') }}", 1, "attr"),
        ("{{ '%s' % 1 }}", 1, "%"),
        ("{{ '{:9}'.format(1) }}", 1, "format"),
    ],
)
def test_a_mistake_is_a_problem_in_its_line(view: CircularView, template: str, line: int, said: str) -> None:
    with pytest.raises(TemplateProblemError) as raised:
        circular_text(view, {"circular.md.j2": template})
    problem = raised.value.problem
    assert (problem.code, str(problem.place)) == ("E540", f"templates/circular.md.j2:{line}:1")
    assert said in problem.detail


@pytest.mark.parametrize(
    "name",
    [
        "../../pyproject.toml",
        "../environment.py",
        "circular/../../errors.py",
        "/etc/passwd",
        "circular\\\\problems.md.j2",
    ],
)
@pytest.mark.parametrize("tag", ["include", "import", "extends"])
def test_only_templates_can_be_named(view: CircularView, name: str, tag: str) -> None:
    written = f"{{% {tag} '{name}' {'as a ' if tag == 'import' else ''}%}}"
    with pytest.raises(TemplateProblemError, match="没有模板"):
        circular_text(view, {"circular.md.j2": written})


DOUBLED = "".join("{% set a = (a, a) %}\n" for _ in range(60))

COSTLY = {
    "loop": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "condition": "{% for i in range(99999) %}{% for j in range(99) if 0 %}{% endfor %}{% endfor %}",
    "long text": "{{ 'a' * 1000000000000 }}",
    "long list": "{{ [1] * 1000000000000 }}",
    "doubled text": "{% set a = 'aa' %}" + "{% set a = a ~ a %}" * 60,
    "text doubled by adding": "{% set a = 'aa' %}" + "{% set a = a + a %}" * 60,
    "text doubled by joining": "{% set a = 'aa' %}" + "{% set a = [a, a] | join(a) %}" * 60,
    "text doubled by replacing": "{% set a = 'aa' %}" + "{% set a = a | replace('a', a) %}" * 60,
    "text doubled by printing": "{% set a = 'aa' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60,
    "text doubled by macros": "{% macro m0() %}aa{% endmacro %}"
    + "".join(f"{{% macro m{n + 1}() %}}{{{{ m{n}() }}}}{{{{ m{n}() }}}}{{% endmacro %}}" for n in range(60))
    + "{{ m60() }}",
    "calls": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "printed container": "{% set a = 1 %}" + DOUBLED + "{{ a }}",
    "compared containers": "{% set a = 1 %}"
    + DOUBLED
    + "{% set b = 1 %}"
    + DOUBLED.replace("a", "b")
    + "{{ a == b }}",
    "sought container": "{% set a = 1 %}" + DOUBLED + "{{ 1 in a }}",
    "container as a key": "{% set a = 1 %}" + DOUBLED + "{{ {a: 1} }}",
    "container sought as a key": "{% set a = 1 %}" + DOUBLED + "{{ {}[a] }}",
    "container as data": "{% set a = 1 %}" + DOUBLED + "{{ a | yaml }}",
    "tested container": "{% set a = 1 %}" + DOUBLED + "{{ a is in([a]) }}",
    "number": "{{ 9 ** 9 ** 9 }}",
    "number by multiplying": "{% set a = 99 %}" + "{% set a = a * a %}" * 60,
    "sums": "{% set r = range(99999) %}{% for i in range(99999) %}{{ r | sum }}{% endfor %}",
    "width": "{{ 'a' | center(1000000000000) }}",
    "width of a number": "{{ '%1000000000000d' | format(1) }}",
    "indentation": "{{ 'a' | indent(1000000000000) }}",
    "itself": "{% include 'circular.md.j2' %}",
    "itself by macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "itself as its frame": "{% extends 'circular.md.j2' %}",
    "brackets": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "blocks": "{% if 1 %}" * 500 + "{% endif %}" * 500,
    "loops": "{% for i in [1] %}" * 50 + "{% endfor %}" * 50,
}


@pytest.mark.parametrize("template", COSTLY.values(), ids=COSTLY)
def test_what_would_take_too_long_or_too_much_is_a_problem(view: CircularView, template: str) -> None:
    with pytest.raises(TemplateProblemError) as raised:
        circular_text(view, {"circular.md.j2": template})
    assert raised.value.problem.place.file == "templates/circular.md.j2"


def test_templates_that_include_each_other_twice_over_are_a_problem(view: CircularView) -> None:
    own = {f"{n}.j2": f"{{% include '{n + 1}.j2' %}}{{% include '{n + 1}.j2' %}}" for n in range(60)}
    with pytest.raises(TemplateProblemError):
        circular_text(view, {**own, "60.j2": "", "circular.md.j2": "{% include '0.j2' %}"})


def test_our_own_templates_take_a_small_part_of_the_budget(
    view: CircularView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.drafting.sandbox.BUDGET", BUDGET // 20)
    assert circular_text(view, {})


def test_a_mistake_in_syntax_has_its_line_as_well(view: CircularView) -> None:
    with pytest.raises(TemplateProblemError) as raised:
        circular_text(view, {"circular/problems.md.j2": "一\n{% if %}"})
    assert str(raised.value.problem.place) == "templates/circular/problems.md.j2:2:1"


def test_the_day_stands_in_the_head(view: CircularView) -> None:
    assert view.front.date == date.isoformat(SHILI_LATER_DAY)
