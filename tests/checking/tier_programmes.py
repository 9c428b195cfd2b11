"""A second programme with a standard and ladders, and a village that was checked and assessed."""

from __future__ import annotations

from tests.checking.broken_projects import PROGRAMME, TOWNSHIP, ProblemsWith, second_programme, third_township

VILLAGES = "data/townships/yunxi/third-hill/villages.yml"
SOURCE = "source: {document: plan, at: 附表}"

STANDARD = """
standards:
  tidy:
    name: 整洁标准
    items:
      road: {name: 一路}
      light: {name: 一灯}
"""
INDICATORS = """indicators:
  income: {name: 年收入, measure: 万元, kind: level}
  rate: {name: 增速, measure: "%", kind: ratio}
"""


def ladder_of(text: str) -> str:
    """Return the YAML of a ladder called ``it``."""
    return f"ladders:\n  it: {text}\n"


def codes_of(problems_with: ProblemsWith, ladders: str, village: str = "") -> list[str]:
    """Return the codes of the problems with the ladders, and with what is filed for the village."""
    changes = {
        PROGRAMME: second_programme(INDICATORS + STANDARD + ladders),
        TOWNSHIP: third_township(""),
        VILLAGES: f"villages:\n  ridge:\n    name: 岭上村\n{village}",
    }
    return [code for code, _, _ in problems_with(changes)]


CLASS = ladder_of("{name: 分类, by: assessment, tiers: [{id: a, name: 一}]}")
