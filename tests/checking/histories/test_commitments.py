from __future__ import annotations

from typing import Final

import pytest

from tests.build.commitments import (
    APPROVED,
    COMMITMENTS_FILE,
    DELAYED,
    KEPT,
    MADE,
    MADE_ANEW,
    NOT_KEPT,
    PARTLY,
    PROGRESS,
    PUBLISHED,
    RETURNED,
    WHOLE_LIFE,
    commitment_text,
)
from tests.build.figures import CORRECTIONS
from tests.checking.histories.test_ledgers import ILLEGAL as OF_THE_LEDGER
from tests.running import ProblemsWith

_FIRST_EVENT: Final = 8
"""The line of the first event in ``commitments_text``."""

_UNDERWAY: Final = (MADE, APPROVED, PUBLISHED)


@pytest.mark.parametrize("length", range(1, len(WHOLE_LIFE) + 1))
def test_a_lawful_history_is_sound_at_every_point(problems_with: ProblemsWith, length: int) -> None:
    assert problems_with({COMMITMENTS_FILE: commitment_text(WHOLE_LIFE[:length])}) == []


@pytest.mark.parametrize("verdict", [KEPT, PARTLY, NOT_KEPT])
def test_a_commitment_may_be_judged_without_further_ado(problems_with: ProblemsWith, verdict: str) -> None:
    assert problems_with({COMMITMENTS_FILE: commitment_text((*_UNDERWAY, verdict))}) == []


def test_a_date_may_be_put_off_again_and_again_in_time(problems_with: ProblemsWith) -> None:
    again = "delayed: {on: 2025-03-31, due: 2025-04-01, reason: 汛期提前}"
    assert problems_with({COMMITMENTS_FILE: commitment_text((*_UNDERWAY, DELAYED, again))}) == []


ILLEGAL: Final[dict[str, tuple[tuple[str, ...], int, str, str]]] = {
    # what: events, the number of the event that is refused, code, the beginning of the reason
    "never made": ((APPROVED, PUBLISHED), 1, "E451", "“年底前清完东桥溪”的第一个事件是审诺"),
    "published before it is reviewed": (
        (MADE, PUBLISHED),
        2,
        "E452",
        "“年底前清完东桥溪”在定诺之后、审诺之前不能晒诺",
    ),
    "acted on before it is published": (
        (MADE, APPROVED, PROGRESS),
        3,
        "E452",
        "“年底前清完东桥溪”在审诺通过之后、晒诺之前不能践诺",
    ),
    "published though it was returned": (
        (MADE, RETURNED, PUBLISHED),
        3,
        "E452",
        "“年底前清完东桥溪”在审诺退回之后不能晒诺",
    ),
    "approved after it was returned, as if it had changed": (
        (MADE, RETURNED, APPROVED),
        3,
        "E452",
        "“年底前清完东桥溪”在审诺退回之后不能审诺",
    ),
    "made anew once it is published": (
        (*_UNDERWAY, "made: {on: 2024-03-01}"),
        4,
        "E452",
        "“年底前清完东桥溪”在晒诺之后不能定诺",
    ),
    "judged before it is published": (
        (MADE, APPROVED, KEPT),
        3,
        "E452",
        "“年底前清完东桥溪”在审诺通过之后、晒诺之前不能评诺",
    ),
    "put off before it is published": (
        (MADE, APPROVED, DELAYED),
        3,
        "E452",
        "“年底前清完东桥溪”在审诺通过之后、晒诺之前不能延期",
    ),
    "judged again, more kindly": (
        (*_UNDERWAY, NOT_KEPT, "judged: {on: 2025-05-01, by: 县评议组, outcome: kept}"),
        5,
        "E452",
        "“年底前清完东桥溪”在评诺之后不能评诺",
    ),
    "put off after it was judged": (
        (*_UNDERWAY, NOT_KEPT, "delayed: {on: 2025-04-04, due: 2025-12-31, reason: 雨}"),
        5,
        "E452",
        "“年底前清完东桥溪”在评诺之后不能延期",
    ),
    "written twice": (
        (*_UNDERWAY, PROGRESS, PROGRESS),
        5,
        "E453",
        "“年底前清完东桥溪”的这个事件与第 11 行完全相同",
    ),
    "published before it was reviewed": (
        (MADE, APPROVED, "published: {on: 2024-01-11, where: 镇公开栏}"),
        3,
        "E454",
        "晒诺（published）的日期 2024-01-11 早于前一个事件（2024-01-12）",
    ),
    "judged in the future": (
        (*_UNDERWAY, "judged: {on: 2025-07-01, by: 县评议组, outcome: kept}"),
        4,
        "E454",
        "评诺（judged）的日期 2025-07-01 晚于数据日期 2025-06-30",
    ),
    "put off once the date had passed": (
        (*_UNDERWAY, "delayed: {on: 2025-01-01, due: 2025-03-31, reason: 雨}"),
        4,
        "E455",
        "2025-01-01 才延期，原期限 2024-12-31 已过",
    ),
    "put off to the same day": (
        (*_UNDERWAY, "delayed: {on: 2024-12-01, due: 2024-12-31, reason: 雨}"),
        4,
        "E455",
        "延期后的期限 2024-12-31 不晚于原期限 2024-12-31",
    ),
    "not kept, and nobody says why": (
        (*_UNDERWAY, "judged: {on: 2025-04-03, by: 县评议组, outcome: not-kept}"),
        4,
        "E456",
        "“年底前清完东桥溪”未兑现，没有写理由",
    ),
    "kept in part, and nobody says why": (
        (*_UNDERWAY, "judged: {on: 2025-04-03, by: 县评议组, outcome: partly, note: 差一条}"),
        4,
        "E456",
        "“年底前清完东桥溪”部分兑现，没有写理由",
    ),
    "kept, with an excuse": (
        (*_UNDERWAY, "judged: {on: 2025-04-03, by: 县评议组, outcome: kept, reason: policy}"),
        4,
        "E456",
        "“年底前清完东桥溪”已兑现，却写了理由 policy",
    ),
    "not kept for two reasons": (
        (*_UNDERWAY, "judged: {on: 2025-04-03, by: 县评议组, outcome: not-kept, reason: [policy, effort]}"),
        4,
        "E203",
        "“reason”",
    ),
    "not kept for a reason of its own": (
        (*_UNDERWAY, "judged: {on: 2025-04-03, by: 县评议组, outcome: not-kept, reason: weather}"),
        4,
        "E203",
        "“reason”",
    ),
    "reviewed by whoever made it": (
        (MADE, "reviewed: {on: 2024-01-12, by: 东 桥镇, outcome: approved}"),
        2,
        "E457",
        "“年底前清完东桥溪”由“东 桥镇”承诺，又由它自己审诺",
    ),
    "judged by whoever made it": (
        (*_UNDERWAY, "judged: {on: 2025-04-03, by: 东桥镇, outcome: kept}"),
        4,
        "E457",
        "“年底前清完东桥溪”由“东桥镇”承诺，又由它自己评诺",
    ),
}


@pytest.mark.parametrize("what", ILLEGAL)
def test_an_illegal_history_is_refused_with_file_line_and_reason(
    problems_with: ProblemsWith, what: str
) -> None:
    events, number, code, reason = ILLEGAL[what]
    ((said, place, detail),) = problems_with({COMMITMENTS_FILE: commitment_text(events)})
    assert said == code
    assert place.startswith(f"{COMMITMENTS_FILE}:{_FIRST_EVENT - 1 + number}:")
    assert detail.startswith(reason)


def test_a_commitment_without_events(problems_with: ProblemsWith) -> None:
    text = commitment_text(()).replace("events:\n", "events: []\n")
    ((code, _, detail),) = problems_with({COMMITMENTS_FILE: text})
    assert (code, detail) == ("E451", "“年底前清完东桥溪”没有任何事件")


def test_a_promise_made_after_its_date(problems_with: ProblemsWith) -> None:
    text = commitment_text((MADE, APPROVED)).replace("due: 2024-12-31", "due: 2024-01-07")
    ((code, place, detail),) = problems_with({COMMITMENTS_FILE: text})
    assert (code, place) == ("E455", f"{COMMITMENTS_FILE}:6:8")
    assert detail == "“年底前清完东桥溪”的期限 2024-01-07 早于定诺日期 2024-01-08"


def test_a_promise_made_anew_after_its_date(problems_with: ProblemsWith) -> None:
    text = commitment_text((MADE, RETURNED, MADE_ANEW)).replace("due: 2024-12-31", "due: 2024-01-10")
    ((code, _, detail),) = problems_with({COMMITMENTS_FILE: text})
    assert code == "E455"
    assert detail.endswith("早于定诺日期 2024-01-11")


@pytest.mark.parametrize("points", ["0", "-2"])
def test_a_worthless_promise(problems_with: ProblemsWith, points: str) -> None:
    ((code, place, _),) = problems_with({COMMITMENTS_FILE: commitment_text((MADE,), points=points)})
    assert (code, place) == ("E458", f"{COMMITMENTS_FILE}:5:11")


def test_the_names_in_a_commitment_lead_somewhere(problems_with: ProblemsWith) -> None:
    more = "  division: yunxi/nowhere\n  source: {document: nothing, at: 第1行}\n"
    text = commitment_text((MADE,), more=more).replace("clear-stream\n", "no-work\n")
    assert [(code, place) for code, place, _ in problems_with({COMMITMENTS_FILE: text})] == [
        ("E302", f"{COMMITMENTS_FILE}:2:14"),
        ("E301", f"{COMMITMENTS_FILE}:7:13"),
        ("E304", f"{COMMITMENTS_FILE}:8:22"),
    ]


def test_a_village_of_the_township_may_promise(problems_with: ProblemsWith) -> None:
    more = "  division: yunxi/east-bridge/upper-bridge\n"
    assert problems_with({COMMITMENTS_FILE: commitment_text((MADE,), more=more)}) == []


def test_a_public_commitment_has_a_public_source(problems_with: ProblemsWith) -> None:
    source = "secret-plan: {title: 内部方案, issuer: 云溪县, disclosure: internal}\n"
    sources = "plan: {title: 方案, issuer: 云溪县}\nquarterly-return: {title: 季报, issuer: 云溪县}\n"
    more = "  disclosure: public\n  source: {document: secret-plan, at: 第1行}\n"
    text = commitment_text((MADE,), more=more)
    problems = problems_with({COMMITMENTS_FILE: text, "data/sources.yml": sources + source})
    assert ("E504", f"{COMMITMENTS_FILE}:8:22") in [(code, place) for code, place, _ in problems]


_CORRECTION: Final = (
    "- division: yunxi/east-bridge\n  indicator: clear-stream/cleaned-streams\n  period: 2024-Q1\n"
    "  old: 1\n  new: 2\n  reason: 重复统计\n  office: 云溪县示例办公室\n  on: 2024-05-01\n"
)

ILLEGAL_CORRECTIONS: Final[dict[str, tuple[str, str, int, str]]] = {
    # what: the corrections, code, line, the beginning of the reason
    "of what was never reported": (
        _CORRECTION.replace("2024-Q1", "2024-Q3"),
        "E409",
        3,
        "东桥镇的“清理的溪流”没有报送过 2024-Q3",
    ),
    "of a number that was not the one reported": (
        _CORRECTION.replace("old: 1", "old: 3"),
        "E409",
        4,
        "old: 3 与东桥镇的“清理的溪流” 2024-Q1 的 1 不同",
    ),
    "of a correction as if it had not been": (
        _CORRECTION + _CORRECTION.replace("on: 2024-05-01", "on: 2024-06-01").replace("new: 2", "new: 3"),
        "E409",
        12,
        "old: 1 与东桥镇的“清理的溪流” 2024-Q1 的 2 不同",
    ),
    "before the report itself": (
        _CORRECTION.replace("on: 2024-05-01", "on: 2024-04-02"),
        "E409",
        8,
        "on: 2024-04-02 早于报送日期 2024-04-03",
    ),
    "to less than nothing": (
        _CORRECTION.replace("new: 2", "new: -1"),
        "E404",
        5,
        "东桥镇的“清理的溪流”更正为 -1",
    ),
    "of a place that is not there": (
        _CORRECTION.replace("yunxi/east-bridge", "yunxi/east-brigde"),
        "E301",
        1,
        "没有区划",
    ),
    "of an indicator that is not there": (
        _CORRECTION.replace("cleaned-streams", "cleaned-stream"),
        "E303",
        2,
        "没有指标",
    ),
    "for no reason": (_CORRECTION.replace("  reason: 重复统计\n", ""), "E201", 1, "缺少“reason”"),
}


@pytest.mark.parametrize("what", ILLEGAL_CORRECTIONS)
def test_an_illegal_correction_is_refused_with_file_line_and_reason(
    problems_with: ProblemsWith, what: str
) -> None:
    text, code, line, reason = ILLEGAL_CORRECTIONS[what]
    ((said, place, detail),) = problems_with({CORRECTIONS: text})
    assert said == code
    assert place.startswith(f"{CORRECTIONS}:{line}:")
    assert detail.startswith(reason)


def test_the_correction_itself_is_lawful(problems_with: ProblemsWith) -> None:
    assert problems_with({CORRECTIONS: _CORRECTION}) == []


def test_with_those_of_the_ledger_there_are_forty_refusals() -> None:
    assert len(ILLEGAL) + len(ILLEGAL_CORRECTIONS) + len(OF_THE_LEDGER) >= 40
