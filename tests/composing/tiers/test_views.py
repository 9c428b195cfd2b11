from __future__ import annotations

import pytest

from generators.composing.tiers.tables import rule_table
from generators.composing.tiers.views import distribution_view, ranks_shown, tier_view
from generators.model.ladder import Ladder
from generators.results.tiers import BELOW, Distribution, Rank
from tests.build.tiers import DAY, tier_programme
from tests.reading_sites.shown_tables import column

PROGRAMME = tier_programme()
LADDERS = PROGRAMME.ladders


@pytest.mark.parametrize(
    ("ladder", "rank", "shown"),
    [
        ("stars", 2, ("tier-5", "三星", "★★★")),
        ("stars", 0, ("tier-1", "一星", "★☆☆")),
        ("stars", BELOW, ("tier-below", "未达等次", "☆☆☆")),
        ("stars", None, ("tier-unrated", "未评定", "")),
        ("wealth", 0, ("tier-1", "薄弱村", "■□□□")),
        ("wealth", 1, ("tier-2", "小康村", "■■□□")),
        ("wealth", 3, ("tier-5", "振兴村", "■■■■")),
    ],
)
def test_a_tier_is_words_with_stars_or_blocks(ladder: str, rank: Rank, shown: tuple[str, str, str]) -> None:
    view = tier_view(LADDERS[ladder], rank)
    assert (view.key, view.label, view.marks) == shown


def test_one_tier_is_the_darkest_and_many_tiers_have_no_marks() -> None:
    tiers = [{"id": f"t{at}", "name": f"{at}等"} for at in range(9)]
    one = Ladder.model_validate({"name": "一等", "by": "assessment", "tiers": tiers[:1]})
    many = Ladder.model_validate({"name": "九等", "by": "assessment", "tiers": tiers})
    assert (tier_view(one, 0).key, tier_view(one, 0).marks) == ("tier-5", "■")
    assert [tier_view(many, rank).key[-1] for rank in range(9)] == list("112233445")
    assert {tier_view(many, rank).marks for rank in range(9)} == {""}


def test_below_is_shown_only_where_one_can_be_below() -> None:
    assert ranks_shown(LADDERS["stars"]) == (2, 1, 0, BELOW, None)
    assert ranks_shown(LADDERS["class"]) == (2, 1, 0, None)


def test_a_distribution_is_said_in_a_sentence() -> None:
    view = distribution_view(LADDERS["stars"], Distribution("county", DAY, (3, 0, 1), 2, 2))
    assert [(each.tier.label, each.count, each.share) for each in view.counts] == [
        ("三星", 1, "12.5"),
        ("二星", 0, "0"),
        ("一星", 3, "37.5"),
        ("未达等次", 2, "25"),
        ("未评定", 2, "25"),
    ]
    assert view.total == 8
    assert view.description == "2024年6月30日共8个：三星1个，二星0个，一星3个，未达等次2个，未评定2个"


def test_nobody_is_no_share() -> None:
    view = distribution_view(LADDERS["class"], Distribution("county", DAY, (0, 0, 0), 0, 0))
    assert {each.share for each in view.counts} == {"0"}


@pytest.mark.parametrize(
    ("ladder", "rules"),
    [
        ("model", ["示范型标准3项中的2项，并达到以下各等次", "达标型标准全部2项"]),
        ("stars", [f"示范型标准3项中达到{count}项" for count in (3, 2, 1)]),
        (
            "wealth",
            [*(f"年收入不低于{bound}万元" for bound in (200, 100, 50)), "有记录而未达到以上各等次"],
        ),
        ("class", ["由评定决定"] * 3),
    ],
)
def test_every_tier_says_what_it_takes(ladder: str, rules: list[str]) -> None:
    table = rule_table(PROGRAMME, LADDERS[ladder])
    assert column(table, "tier") == [tier.name for tier in reversed(LADDERS[ladder].tiers)]
    assert column(table, "rule") == rules
