from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from generators.composing.divisions.history import history_sentences
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.composing.site.compose import compose
from generators.composing.tiers.check_data import check_data
from generators.composing.tiers.distribution_data import distribution_data
from generators.composing.tiers.of_division import (
    MAX_MEMBERS,
    DivisionTiers,
    tiers_of_division,
)
from generators.composing.tiers.pages import MAX_MOVES, SECTION, LadderView, ladder_pages
from generators.composing.tiers.standing_table import tier_data
from generators.disclosing import Audience
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionKind
from generators.model.record import Place
from generators.model.scalars import Disclosure
from tests.build.divisions import VILLAGES, A, B, C, D
from tests.build.publications import disclosed
from tests.build.tiers import (
    CLASS,
    DAY,
    MODEL,
    STARS,
    WEALTH,
    assessed,
    check,
    county,
    income,
    tier_programme,
)
from tests.reading_sites.shown_tables import hrefs, records, texts, titles

MARCH, MAY = date(2024, 3, 10), date(2024, 5, 10)
MIXED = county(
    checks=[
        check(A, "model/x", MARCH),
        check(A, "model/y", MAY),
        check(B, "model/x", MAY),
        check(C, "model/x", MARCH, revoked=MAY),
    ]
)


def _parts(dataset: Dataset, audience: Audience = Audience.INTERNAL) -> Parts:
    return Parts(disclosed(dataset, DAY, audience))


def _page(
    dataset: Dataset, ladder: Address, audience: Audience = Audience.INTERNAL
) -> tuple[Page, LadderView]:
    pages = {page.address: page for page in ladder_pages(_parts(dataset, audience))}
    page = pages[f"site:/tiers/{ladder}/"]
    assert isinstance(page.view, LadderView)
    return page, page.view


def _tiers(parts: Parts, division: str) -> DivisionTiers:
    found = tiers_of_division(parts, division)
    assert found is not None
    return found


def test_without_ladders_there_is_no_section() -> None:
    dataset = county(programme=tier_programme(ladders={}))
    assert not SECTION.has_content(_parts(dataset).publication)
    assert "open-data/tiers.csv" not in {each.path for each in compose(_parts(dataset).publication).downloads}


def test_a_ladder_shows_its_distribution_now_then_and_everywhere() -> None:
    page, view = _page(MIXED, STARS)
    assert page.title == "星级"
    assert [(each.tier.label, each.count) for each in view.now.counts] == [
        ("三星", 0),
        ("二星", 1),
        ("一星", 1),
        ("未达等次", 1),
        ("未评定", 1),
    ]
    tiers = [each.tier.label for each in view.now.counts]
    before = "2024年3月31日共4个：三星0个，二星0个，一星2个，未达等次0个，未评定2个"
    assert titles(view.history) == ["日期", "分布", *tiers, "共"]
    assert [list(chain(*row.values())) for row in texts(view.history)] == [
        ["2024年3月31日", before, "0", "0", "2", "0", "2", "4"],
        ["2024年6月30日", view.now.description, "0", "1", "1", "1", "1", "4"],
    ]
    assert titles(view.areas) == ["区划", *tiers, "共"]
    assert [list(chain(*row.values())) for row in texts(view.areas)] == [
        ["county/east", "0", "1", "1", "0", "0", "2"],
        ["county/west", "0", "0", "0", "1", "1", "2"],
    ]
    assert hrefs(view.areas, "area")[0] == "site:/divisions/county/east/"
    assert [(group.tier.label, [each.label for each in group.divisions]) for group in view.members] == [
        ("二星", [A]),
        ("一星", [B]),
        ("未达等次", [C]),
        ("未评定", [D]),
    ]


def test_a_ladder_shows_who_moved() -> None:
    _, view = _page(MIXED, STARS)
    assert view.compared_with == "2024年3月31日"
    assert view.tally == (("↑ 上升", 1), ("↓ 下降", 1), ("＋ 新评定", 1))
    assert [list(chain(*row.values())) for row in texts(view.moves)] == [
        [A, "county/east", "↑ 上升", "一星", "二星"],
        [B, "county/east", "＋ 新评定", "未评定", "一星"],
        [C, "county/west", "↓ 下降", "一星", "未达等次"],
    ]
    assert (view.lifted, view.more_moves) == ("", 0)


def test_who_left_the_lowest_tier_is_told_by_its_name() -> None:
    weak = county(reports=[income(A, "2023", 20), income(A, "2024-Q2", 60)])
    assert _page(weak, WEALTH)[1].lifted == "1个走出“薄弱村”"
    below = county(checks=[check(A, "compliant/emblem", MARCH), check(A, "compliant/flag", MAY)])
    assert _page(below, MODEL)[1].lifted == "1个走出“未达等次”"


def _large(townships: int, villages: int) -> Dataset:
    """Return a county of many villages, each with one star since May."""
    divisions: dict[str, Division] = {}

    def add(name: str, kind: DivisionKind, within: str | None) -> None:
        divisions[name] = Division(name, name, kind, within, fictional=True, place=Place("-"))

    add("county", DivisionKind.COUNTY, None)
    for town in (f"county/t{at}" for at in range(townships)):
        add(town, DivisionKind.TOWN, "county")
        for village in range(villages):
            add(f"{town}/v{village}", DivisionKind.VILLAGE, town)
    names = [name for name, each in divisions.items() if each.kind is DivisionKind.VILLAGE]
    return replace(county(checks=[check(name, "model/x", MAY) for name in names]), divisions=divisions)


def test_a_large_county_lists_its_villages_on_the_pages_of_townships() -> None:
    dataset = _large(20, 16)
    assert MAX_MEMBERS < 320
    parts = _parts(dataset)
    _, view = _page(dataset, STARS)
    assert view.members == ()
    assert len(texts(view.areas)) == 20
    assert (len(texts(view.moves)), view.more_moves) == (MAX_MOVES, 320 - MAX_MOVES)
    areas = {each.ladder.label: each for each in _tiers(parts, "county/t3").areas}
    assert [len(group.divisions) for group in areas["星级"].members] == [16]
    whole = {each.ladder.label: each for each in _tiers(parts, "county").areas}
    assert whole["星级"].members == ()
    assert whole["星级"].distribution.total == 320


def test_a_village_shows_its_standings_and_lists_but_no_areas() -> None:
    tiers = _tiers(_parts(MIXED), A)
    assert tiers.title == "一村一清单"
    ladders = [row["ladder"][0] for row in texts(tiers.standings)]
    assert ladders == ["双整等次", "星级", "集体经济", "分类"]
    assert [each.name for each in tiers.checklists] == ["达标型标准", "示范型标准"]
    assert tiers.areas == ()


def test_a_place_without_ladders_has_nothing_to_show() -> None:
    programme = tier_programme(ladders={}).model_copy(update={"standards": {}})
    assert tiers_of_division(_parts(county(programme=programme)), A) is None


def test_a_merged_village_says_where_it_went_and_the_other_whence_it_came() -> None:
    dataset = county(checks=[check(A, "model/x", MARCH)], merged={B: ("a", MAY)})
    parts = _parts(dataset)
    link = Link(A, "site:/divisions/county/east/a/")
    assert history_sentences(parts, B) == (("已于2024年5月10日并入", link, "，此后不再单独统计。"),)
    assert tiers_of_division(parts, B) is None
    came = Link(B, "site:/divisions/county/east/b/")
    assert history_sentences(parts, A) == ((came, "于2024年5月10日并入这里。"),)


def _rows(dataset: Dataset, ladder: str) -> dict[str, Mapping[str, str | bool]]:
    (table,) = tier_data(_parts(dataset))
    return {
        str(row["division"]): row for row in records(table) if f"{row['programme']}/{row['ladder']}" == ladder
    }


def test_open_data_tell_every_standing_with_its_grounds() -> None:
    stars = _rows(MIXED, STARS)
    assert stars[A] == {
        "programme": "example",
        "ladder": "stars",
        "ladder_name": "星级",
        "division": A,
        "division_name": A,
        "tier": "two",
        "tier_name": "二星",
        "state": "reached",
        "since": "2024-05-10",
        "day": "2024-06-30",
        "by": "checklist",
        "why": "示范型标准2/3项",
        "items_passed": "2",
        "items_total": "3",
        "items": "model=2/3",
        "value": "",
        "measure": "",
        "source": "",
        "locator": "",
        "fictional": True,
    }
    assert [(stars[name]["tier"], stars[name]["state"]) for name in VILLAGES] == [
        ("two", "reached"),
        ("one", "reached"),
        ("", "below"),
        ("", "unrated"),
    ]
    assert _rows(MIXED, MODEL)[A]["items"] == "compliant=0/2;model=2/3"
    wealth = _rows(county(reports=[income(A, "2023", 86)]), WEALTH)[A]
    assert (wealth["value"], wealth["measure"], wealth["items"]) == ("86", "万元", "")


def test_the_public_is_told_that_some_are_not_counted() -> None:
    dataset = county(
        assessments=[assessed(A, "weak", MARCH, Disclosure.INTERNAL), assessed(B, "plain", MARCH)]
    )
    _, public = _page(dataset, CLASS, Audience.PUBLIC)
    assert (public.withheld, public.now.total) == (1, 3)
    assert _page(dataset, CLASS)[1].withheld == 0


def test_a_programme_leads_to_its_ladders() -> None:
    pages = {page.address: page for page in compose(_parts(MIXED).publication).pages}
    facts = dict(getattr(pages["site:/programmes/example/"].view, "facts", ()))
    assert [link.href for link in facts["等次"]] == [
        f"site:/tiers/{ladder}/" for ladder in (MODEL, STARS, WEALTH, CLASS)
    ]


def test_open_data_tell_every_item_of_a_checklist_and_when_it_was_revoked() -> None:
    rows = records(check_data(_parts(MIXED)))
    model = [row for row in rows if f"{row['programme']}/{row['standard']}" == MODEL]
    assert {(row["division"], row["item"], row["on"]) for row in model if row["passed"]} == {
        (A, "x", "2024-03-10"),
        (A, "y", "2024-05-10"),
        (B, "x", "2024-05-10"),
    }
    assert [(row["item"], row["revoked_on"]) for row in model if row["division"] == C][:1] == [
        ("x", "2024-05-10")
    ]


def test_open_data_tell_the_distributions_over_time_and_by_area() -> None:
    counted: dict[tuple[object, ...], int] = {}
    totals = {}
    for row in records(distribution_data(_parts(MIXED))):
        key = row["ladder"], row["division"], row["day"]
        counted[key] = counted.get(key, 0) + int(row["count"])
        totals[key] = int(row["total"])
    assert counted == totals
    stars = {(division, day) for ladder, division, day in totals if ladder == STARS.name}
    assert stars == {
        ("county", "2024-03-31"),
        ("county", "2024-06-30"),
        ("county/east", "2024-06-30"),
        ("county/west", "2024-06-30"),
    }


def test_open_data_leave_out_what_is_withheld() -> None:
    hidden = county(checks=[check(A, "model/x", MARCH, disclosure=Disclosure.INTERNAL)])
    assert not [row for row in records(check_data(_parts(hidden, Audience.PUBLIC))) if row["on"]]
    assert [row for row in records(check_data(_parts(hidden))) if row["on"]]
