from __future__ import annotations

import json

import pytest

from generators.diagnostics import render_github, render_json, render_text, summary_of, title_of
from generators.model.problem import Problem
from generators.model.problem_codes import CATALOGUE, problem
from generators.model.record import Place

ERROR = problem(
    "E204",
    Place("data/townships/a/b/township.yml", 14, 13),
    "by: 2016-12-31 早于 from: 2017-01-01",
    "请核对第 13–14 行的起止日期",
)
WARNING = problem("W311", Place("content/a,b:50%.csv"), "没有页面链接到它\n第二行")


def test_text_is_for_the_clerk_who_mends_it() -> None:
    assert render_text([ERROR, WARNING]) == (
        "data/townships/a/b/township.yml:14:13  E204  目标截止日期早于开始日期\n"
        "    by: 2016-12-31 早于 from: 2017-01-01\n"
        "    请核对第 13–14 行的起止日期\n"
        "content/a,b:50%.csv:1:1  W311  附件没有被任何页面引用\n"
        "    没有页面链接到它\n第二行\n"
        "    请在页面中引用，或删去该附件\n"
        "共 1 个错误、1 个警告\n"
    ).replace("它\n第二行", "它\n    第二行")


def test_nothing_wrong_is_said_too() -> None:
    assert render_text([]) == "共 0 个错误、0 个警告\n"
    assert json.loads(render_json([])) == []
    assert render_github([]) == ""


def test_json_is_for_programs() -> None:
    assert json.loads(render_json([ERROR])) == [
        {
            "file": "data/townships/a/b/township.yml",
            "line": 14,
            "column": 13,
            "code": "E204",
            "severity": "error",
            "title": "目标截止日期早于开始日期",
            "detail": "by: 2016-12-31 早于 from: 2017-01-01",
            "remedy": "请核对第 13–14 行的起止日期",
        }
    ]
    assert "目标" in render_json([ERROR])


def test_an_annotation_is_one_line_whatever_it_says() -> None:
    assert render_github([ERROR, WARNING]) == (
        "::error file=data/townships/a/b/township.yml,line=14,col=13,title=E204 目标截止日期早于开始日期"
        "::by: 2016-12-31 早于 from: 2017-01-01%0A请核对第 13–14 行的起止日期\n"
        "::warning file=content/a%2Cb%3A50%25.csv,line=1,col=1,title=W311 附件没有被任何页面引用"
        "::没有页面链接到它%0A第二行%0A请在页面中引用，或删去该附件\n"
    )


@pytest.mark.parametrize("problems", [[], [ERROR], [WARNING, WARNING]])
def test_errors_and_warnings_are_counted_apart(problems: list[Problem]) -> None:
    errors = problems.count(ERROR)
    assert summary_of(problems) == f"共 {errors} 个错误、{len(problems) - errors} 个警告"


def test_every_code_has_a_title() -> None:
    assert all(title_of(problem(code, Place("a"), "")) for code in CATALOGUE)
