from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.checking.checks import check_dataset
from generators.model.ledger import ProblemStep
from generators.model.ledger_history import VALID_TRANSITIONS
from generators.pipeline import examine
from generators.reading.load import load_project
from tests.build.ledgers import (
    AGAIN,
    ASSIGNED,
    CLEARED,
    EXTENDED,
    FOUND,
    LEDGER_FILE,
    RECTIFIED,
    REOPENED,
    VERIFIED,
    WHOLE_LIFE,
    problem_text,
)
from tests.build.project import FIXTURES_DAY, write_files
from tests.running import CodesWith, ProblemsWith

_FIRST_EVENT: Final = 5
"""The line of the first event in ``ledger_text``."""


@pytest.mark.parametrize("length", range(1, len(WHOLE_LIFE) + 1))
def test_a_lawful_history_is_sound_at_every_point(problems_with: ProblemsWith, length: int) -> None:
    assert problems_with({LEDGER_FILE: problem_text(WHOLE_LIFE[:length])}) == []


@pytest.mark.parametrize(
    "events",
    [
        (FOUND, ASSIGNED, RECTIFIED, REOPENED, AGAIN, CLEARED),
        (
            FOUND,
            ASSIGNED,
            RECTIFIED,
            VERIFIED,
            "reopened: {on: 2024-05-06, by: 县督查室, reason: 又有堆放}",
            "assigned: {on: 2024-05-07, to: 西渡乡, due: 2024-05-20}",
            "extended: {on: 2024-05-20, due: 2024-05-21, by: 县督查室, reason: 暴雨}",
            "rectified: {on: 2024-05-20}",
        ),
    ],
)
def test_other_lawful_histories(problems_with: ProblemsWith, events: tuple[str, ...]) -> None:
    assert problems_with({LEDGER_FILE: problem_text(events)}) == []


ILLEGAL: Final[dict[str, tuple[tuple[str, ...], int, str, str]]] = {
    # what: events, the number of the event that is refused, code, the beginning of the reason
    "never found": ((ASSIGNED, RECTIFIED), 1, "E431", "“溪岸有垃圾”的第一个事件是交办"),
    "struck off before anything": ((VERIFIED,), 1, "E431", "“溪岸有垃圾”的第一个事件是销号"),
    "put right before it is assigned": (
        (FOUND, RECTIFIED),
        2,
        "E432",
        "“溪岸有垃圾”在发现（found）之后不能整改",
    ),
    "struck off when found": ((FOUND, VERIFIED), 2, "E432", "“溪岸有垃圾”在发现（found）之后不能销号"),
    "extended when found": ((FOUND, EXTENDED), 2, "E432", "“溪岸有垃圾”在发现（found）之后不能延期"),
    "reopened when found": ((FOUND, REOPENED), 2, "E432", "“溪岸有垃圾”在发现（found）之后不能回头看"),
    "struck off without being put right": (
        (FOUND, ASSIGNED, VERIFIED),
        3,
        "E432",
        "“溪岸有垃圾”在交办（assigned）之后不能销号",
    ),
    "reopened while open": (
        (FOUND, ASSIGNED, REOPENED),
        3,
        "E432",
        "“溪岸有垃圾”在交办（assigned）之后不能回头看",
    ),
    "found again": (
        (FOUND, ASSIGNED, "found: {on: 2024-03-06, by: 县督查室}"),
        3,
        "E432",
        "“溪岸有垃圾”在交办（assigned）之后不能发现",
    ),
    "assigned elsewhere on the quiet": (
        (FOUND, ASSIGNED, "assigned: {on: 2024-03-20, to: 西渡乡, due: 2024-06-30}"),
        3,
        "E432",
        "“溪岸有垃圾”在交办（assigned）之后不能交办",
    ),
    "extended after it was put right": (
        (FOUND, ASSIGNED, RECTIFIED, "extended: {on: 2024-03-29, due: 2024-04-30, by: 县巡查组, reason: 雨}"),
        4,
        "E432",
        "“溪岸有垃圾”在整改（rectified）之后不能延期",
    ),
    "put right after it was struck off": (
        (FOUND, ASSIGNED, RECTIFIED, VERIFIED, AGAIN),
        5,
        "E432",
        "“溪岸有垃圾”在销号（verified）之后不能整改",
    ),
    "written twice": ((FOUND, ASSIGNED, RECTIFIED, RECTIFIED), 4, "E433", "“溪岸有垃圾”的这个事件与第 7 行"),
    "put right before it was assigned": (
        (FOUND, ASSIGNED, "rectified: {on: 2024-03-04}"),
        3,
        "E434",
        "整改（rectified）的日期 2024-03-04 早于前一个事件（2024-03-05）",
    ),
    "assigned before it was found": (
        (FOUND, "assigned: {on: 2024-03-01, to: 东桥镇, due: 2024-03-31}"),
        2,
        "E434",
        "交办（assigned）的日期 2024-03-01 早于前一个事件（2024-03-04）",
    ),
    "struck off in the future": (
        (FOUND, ASSIGNED, RECTIFIED, "verified: {on: 2025-07-01, by: 县巡查组, evidence: 照片}"),
        4,
        "E434",
        "销号（verified）的日期 2025-07-01 晚于数据日期 2025-06-30",
    ),
    "due before it was assigned": (
        (FOUND, "assigned: {on: 2024-03-05, to: 东桥镇, due: 2024-03-04}"),
        2,
        "E435",
        "期限 2024-03-04 早于交办（assigned）的日期 2024-03-05",
    ),
    "due before it was reopened": (
        (FOUND, ASSIGNED, RECTIFIED, REOPENED.replace("due: 2024-05-20", "due: 2024-05-05")),
        4,
        "E435",
        "期限 2024-05-05 早于回头看（reopened）的日期 2024-05-06",
    ),
    "extended once the deadline had passed": (
        (FOUND, ASSIGNED, "extended: {on: 2024-04-01, due: 2024-05-01, by: 县巡查组, reason: 雨}"),
        3,
        "E435",
        "2024-04-01 才延期，原期限 2024-03-31 已过",
    ),
    "extended to an earlier day": (
        (FOUND, ASSIGNED, "extended: {on: 2024-03-06, due: 2024-03-31, by: 县巡查组, reason: 雨}"),
        3,
        "E435",
        "延期后的期限 2024-03-31 不晚于原期限 2024-03-31",
    ),
    "struck off without evidence": (
        (FOUND, ASSIGNED, RECTIFIED, "verified: {on: 2024-04-02, by: 县巡查组}"),
        4,
        "E436",
        "“溪岸有垃圾”的销号没有写依据（evidence）",
    ),
    "struck off by nobody, on a blank": (
        (FOUND, ASSIGNED, RECTIFIED, "verified: {on: 2024-04-02, by: '', evidence: ' '}"),
        4,
        "E436",
        "“溪岸有垃圾”的销号没有写核验单位（by）、依据（evidence）",
    ),
    "struck off on no day": (
        (FOUND, ASSIGNED, RECTIFIED, "verified: {by: 县巡查组, evidence: 照片3张}"),
        4,
        "E201",
        "缺少“on”",
    ),
    "struck off by the office in charge": (
        (FOUND, ASSIGNED, RECTIFIED, "verified: {on: 2024-04-02, by: 东 桥镇, evidence: 照片3张}"),
        4,
        "E437",
        "“溪岸有垃圾”由“东 桥镇”整改，又由它自己销号",
    ),
}


@pytest.mark.parametrize("what", ILLEGAL)
def test_an_illegal_history_is_refused_with_file_line_and_reason(
    problems_with: ProblemsWith, what: str
) -> None:
    events, number, code, reason = ILLEGAL[what]
    ((said, place, detail),) = problems_with({LEDGER_FILE: problem_text(events)})
    assert said == code
    assert place.startswith(f"{LEDGER_FILE}:{_FIRST_EVENT - 1 + number}:")
    assert detail.startswith(reason)


def test_twenty_and_more_ways_to_break_a_history() -> None:
    assert len(ILLEGAL) >= 20


def test_a_history_without_events(problems_with: ProblemsWith) -> None:
    text = problem_text(()).replace("events:\n", "events: []\n")
    ((code, _, detail),) = problems_with({LEDGER_FILE: text})
    assert (code, detail) == ("E431", "“溪岸有垃圾”没有任何事件")


def test_the_remedy_names_the_lawful_steps(minimal_project: Path) -> None:
    write_files(minimal_project, {LEDGER_FILE: problem_text((FOUND, VERIFIED))})
    (refused,) = examine(minimal_project, FIXTURES_DAY).problems
    assert refused.remedy == "此时只能交办（assigned）"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("  division: yunxi/east-bridge\n", []),
        ("  division: yunxi/east-bridge/lower-bridge\n", []),
        ("  division: yunxi/west-ford/ferry\n", ["E430"]),
        ("  division: yunxi\n", ["E430"]),
        ("  division: yunxi/east-bridge/nowhere\n", ["E301"]),
        ("  source: {document: nowhere, at: 第1页}\n", ["E304"]),
    ],
)
def test_where_a_problem_lies_and_what_it_cites(
    problems_with: ProblemsWith, more: str, expected: list[str]
) -> None:
    assert [
        code for code, _, _ in problems_with({LEDGER_FILE: problem_text((FOUND,), more=more)})
    ] == expected


def test_an_unknown_programme(problems_with: ProblemsWith) -> None:
    text = problem_text((FOUND,)).replace("clear-stream", "clear-streem")
    ((code, _, detail),) = problems_with({LEDGER_FILE: text})
    assert (code, detail) == ("E302", "没有工作“clear-streem”，是否应为“clear-stream”")


@pytest.mark.parametrize(("disclosure", "expected"), [("public", ["E504"]), ("internal", [])])
def test_a_public_problem_cites_public_sources(
    codes_with: CodesWith, minimal_project: Path, disclosure: str, expected: list[str]
) -> None:
    sources = (minimal_project / "data/sources.yml").read_text(encoding="utf-8")
    more = f"  disclosure: {disclosure}\n  source: {{document: secret, at: 第1页}}\n"
    files = {
        "data/sources.yml": f"{sources}secret: {{title: 内部函, issuer: 县巡查组, disclosure: internal}}\n",
        LEDGER_FILE: problem_text((FOUND,), more=more),
    }
    assert codes_with(files) == expected


@pytest.mark.parametrize(("disclosure", "expected"), [("public", ["E602"]), ("internal", ["W612"])])
def test_a_public_problem_tells_of_no_person(
    codes_with: CodesWith, disclosure: str, expected: list[str]
) -> None:
    call = "rectified: {on: 2024-03-28, note: 联系电话13800138000}"
    text = problem_text((FOUND, ASSIGNED, call), more=f"  disclosure: {disclosure}\n")
    assert codes_with({LEDGER_FILE: text}) == expected


def test_the_example_in_the_readme_is_sound_when_its_names_are_known(
    problems_with: ProblemsWith,
) -> None:
    readme = (Path(__file__).parents[3] / "data/README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(bank-litter:\n.*?)```", readme, re.DOTALL)
    assert example is not None
    text = example[1].replace("inspection-2024-1", "plan")
    assert problems_with({LEDGER_FILE: text}) == []


@st.composite
def _walks(draw: st.DrawFn) -> list[str]:
    """Return a lawful history of random steps and days."""
    day = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 30)))
    due = day
    phase: ProblemStep | None = None
    events: list[str] = []
    for _ in range(draw(st.integers(1, 12))):
        step = draw(st.sampled_from(sorted(VALID_TRANSITIONS[phase])))
        if step is ProblemStep.EXTENDED and due < day:
            continue
        day += timedelta(days=draw(st.integers(0, 9)))
        if step is ProblemStep.EXTENDED:
            day = min(day, due)
        if step in {ProblemStep.ASSIGNED, ProblemStep.EXTENDED, ProblemStep.REOPENED}:
            due = max(day, due) + timedelta(days=draw(st.integers(1, 9)))
        events.append(
            {
                ProblemStep.FOUND: f"found: {{on: {day}, by: 县巡查第{len(events)}组}}",
                ProblemStep.ASSIGNED: f"assigned: {{on: {day}, to: 东桥镇, due: {due}}}",
                ProblemStep.EXTENDED: f"extended: {{on: {day}, due: {due}, by: 县巡查组, reason: 雨}}",
                ProblemStep.RECTIFIED: f"rectified: {{on: {day}, note: 第{len(events)}次}}",
                ProblemStep.VERIFIED: f"verified: {{on: {day}, by: 县巡查组, evidence: 照片{len(events)}}}",
                ProblemStep.REOPENED: f"reopened: {{on: {day}, by: 县督查室, reason: 又有堆放, due: {due}}}",
            }[step]
        )
        phase = phase if step is ProblemStep.EXTENDED else step
    return events


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=_walks())
def test_every_lawful_walk_is_sound(minimal_project: Path, events: list[str]) -> None:
    write_files(minimal_project, {LEDGER_FILE: problem_text(events)})
    loaded = load_project(minimal_project)
    assert loaded.problems == ()
    assert loaded.dataset is not None
    assert check_dataset(loaded.dataset, FIXTURES_DAY) == ()
