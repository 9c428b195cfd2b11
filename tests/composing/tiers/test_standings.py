from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.composing.kit.parts import Parts
from generators.composing.tiers.standings import StandingView, checklist_views, standing_view
from generators.disclosing import Audience, disclose
from generators.measuring.snapshot import measure
from generators.model.dataset import Dataset
from generators.model.report import Value
from generators.model.scalars import Qualifier
from generators.model.source import Citation, Source
from tests.measuring import builders
from tests.tier_worlds import (
    CLASS,
    DAY,
    INCOME,
    MODEL,
    STARS,
    WEALTH,
    A,
    B,
    assessed,
    check,
    county,
    income,
)

MARCH = date(2024, 3, 10)


def _parts(dataset: Dataset) -> Parts:
    return Parts(disclose(dataset, measure(dataset, DAY), Audience.INTERNAL))


def _view(dataset: Dataset, ladder: str, division: str = A) -> StandingView:
    parts = _parts(dataset)
    return standing_view(parts, parts.publication.ladder_results[ladder].standings[division])


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
    view = _view(county(checks=[check(A, item, MARCH) for item in items]), MODEL)
    assert (view.tier.label, view.needs) == (tier, needs)
    assert view.since == ("2024年3月10日起" if items else "")


def test_why_names_the_checklists_with_their_counts() -> None:
    assert _view(county(), MODEL).why == "还没有验收记录"
    found = _view(county(checks=[check(A, "compliant/flag", MARCH)]), MODEL)
    assert found.why == "达标型标准1/2项；示范型标准0/3项"


def test_stars_lack_a_number_of_items() -> None:
    assert _view(county(checks=[check(A, "model/x", MARCH)]), STARS).needs == "二星还差1项"


def test_a_value_is_shown_with_what_it_lacks() -> None:
    view = _view(county(reports=[income(A, "2023", 86)]), WEALTH)
    assert view.figure is not None
    assert (view.tier.label, view.figure.text) == ("小康村", "86万元")
    assert view.why == "年收入（2023年）"
    assert view.needs == "富裕村还差14万元，须达到100万元"


def test_a_hedged_number_lacks_no_amount_but_is_not_there_yet() -> None:
    nearly = Value.model_validate({"value": 100, "qualifier": Qualifier.NEARLY})
    report = builders.report("2023", nearly, division=A, address=INCOME)
    assert _view(county(reports=[report]), WEALTH).needs == "富裕村须达到100万元"


def test_without_a_value_nothing_is_said_of_the_next_tier() -> None:
    view = _view(county(), WEALTH)
    assert view.figure is not None
    assert (view.tier.label, view.figure.text, view.needs) == ("未评定", "未报送", "")


def test_an_assessment_names_the_office_and_its_document() -> None:
    filed = assessed(A, "plain", MARCH)
    cited = filed.assessment.model_copy(update={"source": Citation(document="list", at="附表")})
    dataset = replace(
        county(assessments=[replace(filed, assessment=cited)]),
        sources={"list": Source(title="分类名单", issuer="县委组织部")},
    )
    view = _view(dataset, CLASS)
    assert (view.tier.label, view.why) == ("一般", "2024年3月10日由县委组织部评定")
    assert (view.source.label, view.source.href) == ("分类名单", "site:/sources/list/")
    assert view.needs == ""
    assert _view(dataset, CLASS, B).why == "还没有评定"


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
    assert [(each.name, each.is_passed, each.on, each.evidence, each.note) for each in model.entries] == [
        ("丙", True, "2024年3月10日", "验收表", ""),
        ("甲", False, "", "", "2024年4月1日撤销：回头看不合格"),
        ("乙", False, "", "", ""),
    ]
    passed = county(checks=[check(A, f"model/{item}", MARCH) for item in "xy"])
    assert [each.result for each in checklist_views(_parts(passed), A)] == ["还没有验收记录", "已达标"]
