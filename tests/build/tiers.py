"""Standards, ladders and tiers: the small county with all kinds of ladders; ladders of a second programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import Merger
from generators.model.indicator import Indicator
from generators.model.ladder import Assessment, FiledAssessment, Ladder
from generators.model.programme import Programme
from generators.model.report import FiledReport
from generators.model.scalars import Disclosure
from generators.model.standard import FiledCheck, ItemCheck, Standard
from generators.model.target import FiledTarget
from tests.build.datasets import dataset
from tests.build.divisions import THIRD_TOWNSHIP, THIRD_VILLAGES, VILLAGES, third_township
from tests.build.figures import report
from tests.build.programmes import SECOND_PROGRAMME, programme, second_programme

MARCH: Final = date(2024, 3, 10)
APRIL: Final = date(2024, 4, 10)
MAY: Final = date(2024, 5, 10)
DAY: Final = date(2024, 6, 30)
"""The day on which the county is measured; most things happened on one of those before it."""

MODEL: Final = Address("example/model")
STARS: Final = Address("example/stars")
WEALTH: Final = Address("example/wealth")
CLASS: Final = Address("example/class")
INCOME: Final = Address("example/income")

COMPLIANT: Final = ("compliant/emblem", "compliant/flag")
"""The items of the one standard."""

ITEMS: Final = (*COMPLIANT, "model/x", "model/y", "model/z")
"""The items of both."""

DAYS: Final = st.dates(date(2023, 1, 1), date(2024, 12, 31))

_STANDARDS: Final = {
    "compliant": {
        "name": "达标型标准",
        "items": {name: {"name": label} for name, label in (("emblem", "一徽"), ("flag", "一旗"))},
    },
    "model": {
        "name": "示范型标准",
        "items": {name: {"name": label} for name, label in (("x", "甲"), ("y", "乙"), ("z", "丙"))},
        "passes": {"at-least": 2},
    },
}
_LADDERS: Final = {
    "model": {
        "name": "双整等次",
        "by": "checklist",
        "tiers": [
            {"id": "compliant", "name": "达标型", "standard": "compliant"},
            {"id": "model", "name": "示范型", "standard": "model"},
        ],
    },
    "stars": {
        "name": "星级",
        "by": "checklist",
        "standard": "model",
        "tiers": [
            {"id": "one", "name": "一星", "at-least": 1},
            {"id": "two", "name": "二星", "at-least": 2},
            {"id": "three", "name": "三星", "at-least": 3},
        ],
    },
    "wealth": {
        "name": "集体经济",
        "by": "threshold",
        "indicator": "income",
        "tiers": [
            {"id": "weak", "name": "薄弱村"},
            {"id": "fair", "name": "小康村", "at-least": 50},
            {"id": "rich", "name": "富裕村", "at-least": 100},
            {"id": "bloom", "name": "振兴村", "at-least": 200},
        ],
    },
    "class": {
        "name": "分类",
        "by": "assessment",
        "tiers": [
            {"id": "weak", "name": "薄弱"},
            {"id": "plain", "name": "一般"},
            {"id": "strong", "name": "强"},
        ],
    },
}

RANKS_OF_CLASSES: Final = {"weak": 0, "plain": 1, "strong": 2}


def share(ladder: str, tier: str) -> Indicator:
    """Return the indicator of how many per cent have reached a tier."""
    computed = {"population": {"ladder": ladder, "tier": tier}}
    return Indicator.model_validate(
        {"name": "占比", "measure": "%", "kind": "ratio", "computed": computed, "disclosure": "public"}
    )


def tier_programme(*, ladders: Mapping[str, object] | None = None, **indicators: Indicator) -> Programme:
    """Return the programme with all standards and ladders; ``ladders`` replaces the latter."""
    income = Indicator.model_validate({"name": "年收入", "measure": "万元", "kind": "level"})
    defined = _LADDERS if ladders is None else ladders
    return programme({"income": income, **indicators}).model_copy(
        update={
            "standards": {name: Standard.model_validate(each) for name, each in _STANDARDS.items()},
            "ladders": {name: Ladder.model_validate(each) for name, each in defined.items()},
        }
    )


def check(
    division: str,
    item: str,
    on: date,
    revoked: date | None = None,
    disclosure: Disclosure = Disclosure.PUBLIC,
) -> FiledCheck:
    """Return a check of ``standard/item``, revoked on a later day if one is given."""
    fields: dict[str, object] = {"item": f"example/{item}", "on": on, "evidence": "验收表"}
    if revoked is not None:
        fields["revoked"] = {"on": revoked, "reason": "回头看不合格"}
    return FiledCheck(division, ItemCheck.model_validate(fields | {"disclosure": disclosure}))


def assessed(
    division: str, tier: str, on: date, disclosure: Disclosure = Disclosure.PUBLIC
) -> FiledAssessment:
    """Return an assessment on the ladder of classes."""
    fields = {"ladder": CLASS, "tier": tier, "on": on, "by": "县委组织部", "disclosure": disclosure}
    return FiledAssessment(division, Assessment.model_validate(fields))


def income(division: str, period: str, value: int, on: date | None = None) -> FiledReport:
    """Return a report of a village's income."""
    return report(period, value, division=division, address=INCOME, on=on)


def county(
    *,
    programme: Programme | None = None,
    checks: Iterable[FiledCheck] = (),
    assessments: Iterable[FiledAssessment] = (),
    reports: Iterable[FiledReport] = (),
    targets: Iterable[FiledTarget] = (),
    merged: Mapping[str, tuple[str, date]] | None = None,
) -> Dataset:
    """Return the small county with what was filed; ``merged`` gives successor and day."""
    small = dataset(programme or tier_programme(), reports=reports, targets=targets)
    divisions = dict(small.divisions)
    for name, (into, on) in (merged or {}).items():
        divisions[name] = replace(divisions[name], history=(Merger(into=into, on=on).event(),))
    return replace(small, divisions=divisions, checks=tuple(checks), assessments=tuple(assessments))


@st.composite
def drawn_checks(draw: st.DrawFn) -> list[FiledCheck]:
    """Return any checks of any villages, some of them revoked."""
    found = []
    for village in VILLAGES:
        for item in draw(st.lists(st.sampled_from(ITEMS), unique=True)):
            on = draw(DAYS)
            days = draw(st.none() | st.integers(0, 300))
            revoked = None if days is None else on + timedelta(days)
            found.append(check(village, item, on, revoked))
    return found


SECOND_INDICATORS: Final = """indicators:
  income: {name: 年收入, measure: 万元, kind: level}
  rate: {name: 增速, measure: "%", kind: ratio}
"""
_SECOND_STANDARD: Final = """
standards:
  tidy:
    name: 整洁标准
    items:
      road: {name: 一路}
      light: {name: 一灯}
"""


def ladder_text(ladder: str) -> str:
    """Return the YAML of a programme's one ladder, called ``it``."""
    return f"ladders:\n  it: {ladder}\n"


ASSESSED_LADDER: Final = ladder_text("{name: 分类, by: assessment, tiers: [{id: a, name: 一}]}")


def ladder_files(ladders: str, village: str = "", *, standard: str = _SECOND_STANDARD) -> dict[str, str]:
    """Return files to lay over the minimal project: a programme with ``ladders``, a village it looks at.

    ``village`` is what is filed for that village, indented by four spaces.
    """
    return {
        SECOND_PROGRAMME: second_programme(SECOND_INDICATORS + standard + ladders),
        THIRD_TOWNSHIP: third_township(""),
        THIRD_VILLAGES: f"villages:\n  ridge:\n    name: 岭上村\n{village}",
    }


STARS_PROGRAMME: Final = second_programme("""indicators:
  income: {name: 年收入, measure: 万元, kind: level}
  reached:
    name: 示范村比例
    measure: "%"
    kind: ratio
    computed: {population: {ladder: stars, tier: two}}
standards:
  tidy:
    name: 整洁标准
    items:
      road: {name: 一路, definition: 通村路硬化}
      light: {name: 一灯}
ladders:
  stars:
    name: 星级村
    by: checklist
    standard: tidy
    tiers: [{id: one, name: 一星村, at-least: 1}, {id: two, name: 二星村, at-least: 2}]
  class:
    name: 分类
    by: assessment
    tiers: [{id: weak, name: 薄弱, definition: 需要整顿}, {id: strong, name: 强}]
""")
"""A programme with stars that follow from a checklist, and with classes that are assessed."""

RATED_VILLAGES: Final = """villages:
  ridge:
    name: 岭上村
    checks:
      - {item: second/tidy/road, on: 2025-03-01, evidence: 验收表第1号, source: {document: plan, at: 附表}}
      - {item: second/tidy/light, on: 2025-05-01, evidence: 验收表第2号}
    assessments:
      - {ladder: second/class, tier: strong, on: 2025-03-01, by: 示例办, source: {document: plan, at: 附表}}
  gate:
    name: 关口村
    merged: {into: ridge, on: 2025-02-01}
"""
"""A village with two stars, and one that was merged into it."""

RATED_FILES: Final = {
    SECOND_PROGRAMME: STARS_PROGRAMME,
    THIRD_TOWNSHIP: third_township(""),
    THIRD_VILLAGES: RATED_VILLAGES,
}
"""Both as files to lay over the minimal project; all of it is public."""
