from __future__ import annotations

from generators.checking.kit.duplicates import repetitions
from generators.model.record import Place
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import CodesWith, ProblemsWith


def test_each_repetition_points_to_the_first_in_the_files() -> None:
    keyed = [("a", Place("f", 9)), ("b", Place("f", 5)), ("a", Place("f", 2)), ("a", Place("f", 4))]
    assert list(repetitions(keyed)) == [
        ("a", Place("f", 4), Place("f", 2)),
        ("a", Place("f", 9), Place("f", 2)),
    ]


def test_two_programmes_may_use_the_same_id_in_their_frameworks(problems_with: ProblemsWith) -> None:
    programme = second_programme("framework: [{id: survey, name: 摸底}]\nindicators: {}\n")
    assert problems_with({SECOND_PROGRAMME: programme}) == []


def test_an_id_may_not_return_on_another_branch(codes_with: CodesWith) -> None:
    programme = second_programme(
        "framework:\n"
        "  - {id: one, name: 一, children: [{id: same, name: 甲}]}\n"
        "  - {id: two, name: 二, children: [{id: same, name: 乙}]}\n"
        "indicators: {}\n"
    )
    assert codes_with({SECOND_PROGRAMME: programme}) == ["E308"]


def test_series_count_their_totals_apart(problems_with: ProblemsWith) -> None:
    front = "title: 一\nissuer: 某\nnumber: 1\ntotal: 1\ndate: 2024-04-11\nprogrammes: [clear-stream]\n"
    changes = {
        "data/series.yml": "stream-notes: {name: 甲, issuer: 某}\nother: {name: 乙, issuer: 某}\n",
        "content/bulletins/other/2024/1.md": f"---\nseries: other\n{front}---\n\n好。\n",
    }
    assert problems_with(changes) == []
