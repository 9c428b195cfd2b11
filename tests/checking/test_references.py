from __future__ import annotations

import re

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.figures import CORRECTIONS
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import ProblemsWith


def _found(problems_with: ProblemsWith, changes: dict[str, str], code: str) -> list[str]:
    found = problems_with(changes)
    assert {each for each, _, _ in found} == {code}
    return [place for _, place, _ in found]


def _word_at(files: dict[str, str], place: str) -> str:
    """The identifier that stands at a place, so that a wrong column is noticed."""
    file, line, column = place.rsplit(":", 2)
    found = re.match(r"[a-z/-]+", files[file].splitlines()[int(line) - 1][int(column) - 1 :])
    return found[0] if found else ""


def test_whatever_names_an_indicator_is_looked_up(problems_with: ProblemsWith) -> None:
    programme = second_programme(
        "headline: [a]\n"
        "framework:\n"
        "  - {id: one, name: 一, indicators: [b], children: [{id: two, name: 二, indicators: [c]}]}\n"
        "indicators:\n"
        "  ratio: {name: 比率, measure: '%', kind: ratio, derived: {numerator: d, denominator: e}}\n"
        "  count: {name: 数量, measure: 个, kind: level, rollup: count-where, where: {indicator: f}}\n"
        "identities:\n  - {total: g, parts: [h, count]}\n"
    )
    township = third_township(
        "targets:\n  - {indicator: second/i, value: 1, from: 2024-01-01, by: 2024-12-31,"
        " source: {document: plan, at: 一}}\n"
        "reports:\n  - {period: 2024, source: {document: plan, at: 一}, values: {second/j: 1}}\n"
    )
    correction = (
        "- {division: yunxi, indicator: second/k, period: 2024, old: 1, new: 2,"
        " reason: 误, office: 某, on: 2024-12-31}\n"
    )
    changes = {SECOND_PROGRAMME: programme, THIRD_TOWNSHIP: township, CORRECTIONS: correction}
    places = _found(problems_with, changes, "E303")
    written = [_word_at(changes, place).removeprefix("second/") for place in places]
    assert sorted(written) == list("abcdefghijk")


def test_whatever_cites_a_source_is_looked_up(problems_with: ProblemsWith) -> None:
    programme = second_programme(
        "framework:\n  - {id: one, name: 一, source: {document: a}}\n"
        "indicators: {}\n"
        "rules:\n  - {kind: support, text: 好, source: {document: b}}\n"
    ).replace("sources: [plan]", "sources: [plan, c]")
    township = third_township(
        "targets:\n  - {indicator: clear-stream/patrols, value: 1, from: 2024-01-01, by: 2024-12-31,"
        " source: {document: d, at: 一}}\n"
        "reports:\n  - {period: 2024, source: {document: e, at: 一}, values: {clear-stream/patrols: 1}}\n"
    )
    changes = {SECOND_PROGRAMME: programme, THIRD_TOWNSHIP: township}
    places = _found(problems_with, changes, "E304")
    assert sorted(_word_at(changes, place) for place in places) == list("abcde")


def test_whatever_names_a_division_is_looked_up(problems_with: ProblemsWith, case_text: str) -> None:
    programme = second_programme("indicators: {}\n").replace("owner: yunxi", "owner: nowhere")
    case = case_text.replace("yunxi/east-bridge/upper-bridge", "yunxi/east-bridge/nowhere")
    changes = {SECOND_PROGRAMME: programme, "content/cases/stream-signs.md": case}
    assert _found(problems_with, changes, "E301") == [
        "content/cases/stream-signs.md:4:11",
        f"{SECOND_PROGRAMME}:4:8",
    ]
