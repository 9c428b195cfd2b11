from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

import pytest

from generators.composing.kit.parts import Parts
from generators.composing.rankings.scores import part_tone, score_view, sum_line, unnamed_points
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.rounding import rounded
from generators.model.scheme import SchemeVersion
from generators.results.rankings import DivisionScore
from tests.build.leagues import AFTER_ALL, dataset_of, disclosed_league, random_league
from tests.build.rankings import SCHEME
from tests.reading_sites.shown_tables import column, texts

_TERM: Final = re.compile(r"([\d.]+)×（?(-?[\d.]+)(?:÷(\d+))?）?")
_TAIL: Final = re.compile(r"）÷([\d.]+)(?:＋([\d.]+))?(?:－([\d.]+))?([＝≈])(-?[\d.]+)$")


def _evaluated(line: str) -> tuple[Fraction, str, str]:
    """Return what a calculator makes of a line, the sign before its result, and the result."""
    tail = _TAIL.search(line)
    assert tail is not None, line
    whole, bonus, deduction, sign, result = tail.groups()
    products = sum(
        (
            Fraction(weight) * Fraction(score) / Fraction(divisor or 1)
            for weight, score, divisor in _TERM.findall(line[: tail.start()])
        ),
        Fraction(0),
    )
    return (
        products / Fraction(whole) + Fraction(bonus or 0) - Fraction(deduction or 0),
        sign,
        result,
    )


def _scores(seeds: range) -> list[tuple[DivisionScore, SchemeVersion]]:
    found = []
    for seed in seeds:
        for period in rank(Once(dataset_of(random_league(seed))), AFTER_ALL, 1).schemes[SCHEME].periods:
            found += [(each.score, period.version) for each in period.ranked]
            found += [(each, period.version) for each in (*period.insufficient, *period.vetoed)]
    return found


def test_a_calculator_gets_from_every_line_the_very_score() -> None:
    lines = quotients = 0
    for score, version in _scores(range(400)):
        line = sum_line(score, version)
        assert bool(line) is (score.score is not None)
        if score.score is not None:
            total, sign, result = _evaluated(line)
            assert Decimal(result) == score.score, line
            assert rounded(total, version.precision) == score.score, line
            assert (sign == "＝") is (total == Fraction(score.score)), line
            lines += 1
            quotients += line.count("÷") > 1
    assert lines > 2000
    assert quotients


def _ranked(seed: int) -> list[tuple[DivisionScore, Parts, SchemeVersion]]:
    parts = Parts(disclosed_league(seed))
    periods = parts.publication.rankings[SCHEME].periods
    return [(each.score, parts, period.version) for period in periods for each in period.ranked]


@pytest.mark.parametrize("seed", range(12))
def test_what_is_shown_of_a_score_accounts_for_all_of_it(seed: int) -> None:
    for score, parts, version in _ranked(seed):
        view = score_view(parts, score, version, Decimal(100))
        assert column(view.components, "head") == [part.component.name for part in score.components]
        for shown, part in zip(texts(view.components), score.components, strict=True):
            assert (shown["normalised"] == ("—",)) is (part.normalised is None)
            assert (shown["contribution"] == ("—",)) is (part.contribution is None)
            (worth,) = shown["worth"]
            assert worth.startswith(("多", "若为", "—")) is (part.absence is None)
        assert len(view.bar) == len(score.components)
        assert all(float(part.width) >= 0 for part in view.bar)
        assert len(view.adjustments) == len(score.bonuses) + len(score.deductions) + len(score.vetoes)


def test_points_without_a_name_are_what_is_left_of_the_total() -> None:
    score = next(score for score, _ in _scores(range(60)) if score.bonuses and score.bonus)
    assert unnamed_points(score.bonuses, score.bonus) == 0
    assert unnamed_points((), score.bonus) == score.bonus


def test_shades_repeat_after_the_fifth() -> None:
    assert [part_tone(number) for number in range(7)] == [1, 2, 3, 4, 5, 1, 2]
