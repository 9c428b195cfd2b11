from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest

from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.tiers.checklists import checklist_views
from generators.composing.tiers.standing_table import standing_table
from generators.disclosing import Audience
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.report import Value
from generators.model.scalars import Qualifier
from generators.model.source import Citation, Source
from tests.build import figures
from tests.build.divisions import A, B
from tests.build.publications import disclosed
from tests.build.tiers import CLASS, DAY, INCOME, MODEL, STARS, WEALTH, assessed, check, county, income
from tests.reading_sites.shown_tables import hrefs, texts, titles

MARCH = date(2024, 3, 10)


def _parts(dataset: Dataset) -> Parts:
    return Parts(disclosed(dataset, DAY, Audience.INTERNAL))


def _view(dataset: Dataset, ladder: Address, division: str = A) -> TableView:
    parts = _parts(dataset)
    return standing_table(parts).view([parts.publication.ladder_results[ladder].standings[division]], "等次")


def _row(dataset: Dataset, ladder: Address, division: str = A) -> Mapping[str, tuple[str, ...]]:
    (only,) = texts(_view(dataset, ladder, division))
    return only


@pytest.mark.parametrize(
    ("items", "tier", "needs"),
    [
        ((), "未评定", "达标型还差2项：一徽、一旗"),
        (("compliant/flag",), "未达等次", "达标型还差1项：一徽"),
        (("compliant/flag", "compliant/emblem"), "达标型", "示范型还差2项，可从这些中选：甲、乙、丙"),
        (
            ("compliant/flag", "compliant/emblem", "model/y"),
            "达标型",
            "示范型还差1项，可从这些中选：甲、丙",
        ),
        (("compliant/flag", "compliant/emblem", "model/y", "model/x"), "示范型", "已是最高等次"),
    ],
)
def test_a_checklist_says_what_the_next_tier_takes(items: tuple[str, ...], tier: str, needs: str) -> None:
    row = _row(county(checks=[check(A, item, MARCH) for item in items]), MODEL)
    assert row["needs"] == (needs,)
    assert row["tier"] == ((tier, "2024年3月10日起") if items else (tier,))


def test_why_names_the_checklists_with_their_counts() -> None:
    assert _row(county(), MODEL)["why"] == ("还没有验收记录",)
    found = _row(county(checks=[check(A, "compliant/flag", MARCH)]), MODEL)
    assert found["why"] == ("达标型标准1/2项；示范型标准0/3项",)


def test_stars_lack_a_number_of_items() -> None:
    assert _row(county(checks=[check(A, "model/x", MARCH)]), STARS)["needs"] == ("二星还差1项",)


def test_a_value_is_shown_with_what_it_lacks() -> None:
    row = _row(county(reports=[income(A, "2023", 86)]), WEALTH)
    assert row["tier"][0] == "小康村"
    assert row["why"] == ("86万元", "年收入（2023年）")
    assert row["needs"] == ("富裕村还差14万元，须达到100万元",)


def test_a_hedged_number_lacks_no_amount_but_is_not_there_yet() -> None:
    nearly = Value.model_validate({"value": 100, "qualifier": Qualifier.NEARLY})
    report = figures.report("2023", nearly, division=A, address=INCOME)
    assert _row(county(reports=[report]), WEALTH)["needs"] == ("富裕村须达到100万元",)


def test_without_a_value_nothing_is_said_of_the_next_tier() -> None:
    row = _row(county(), WEALTH)
    assert (row["tier"], row["why"], row["needs"]) == (("未评定",), ("未报送", "年收入"), ("—",))


def test_an_assessment_names_the_office_and_its_document() -> None:
    filed = assessed(A, "plain", MARCH)
    cited = filed.assessment.model_copy(update={"source": Citation(document="list", at="附表")})
    dataset = replace(
        county(assessments=[replace(filed, assessment=cited)]),
        sources={"list": Source(title="分类名单", issuer="县委组织部")},
    )
    row = _row(dataset, CLASS)
    assert row["tier"] == ("一般", "2024年3月10日起")
    assert row["why"] == ("2024年3月10日由县委组织部评定", "分类名单")
    assert hrefs(_view(dataset, CLASS), "why") == ["site:/sources/list/"]
    assert row["needs"] == ("—",)
    assert _row(dataset, CLASS, B)["why"] == ("还没有评定",)


def test_a_ladder_and_its_programme_have_links() -> None:
    view = _view(county(), STARS)
    assert titles(view) == ["等次", "现在", "依据", "再上一等"]
    assert texts(view)[0]["ladder"] == ("星级", "示例工作")
    assert hrefs(view, "ladder") == ["site:/tiers/example/stars/", "site:/programmes/example/"]


def test_a_checklist_lists_what_is_in_place_first_and_why_the_rest_is_open() -> None:
    dataset = county(
        checks=[
            check(A, "model/x", MARCH, revoked=date(2024, 4, 1)),
            check(A, "model/z", MARCH),
        ]
    )
    compliant, model = checklist_views(_parts(dataset), A)
    assert (compliant.counts, compliant.result) == ("0/2项", "还没有验收记录")
    assert (model.name, model.counts, model.result) == ("示范型标准", "1/3项", "还差1项达标")
    assert [list(chain(*row.values())) for row in texts(model.items)] == [
        ["丙", "已验收", "2024年3月10日", "验收表"],
        ["甲", "未完成", "—", "2024年4月1日撤销：回头看不合格"],
        ["乙", "未完成", "—", "—"],
    ]
    passed = county(checks=[check(A, f"model/{item}", MARCH) for item in "xy"])
    assert [each.result for each in checklist_views(_parts(passed), A)] == ["还没有验收记录", "已达标"]
