"""Rankings as files, over the minimal project: seven townships, five quarters, two versions of a scheme.

First quarter: two tie, one has no data. Second: somebody new, moves. Third: a new version with caps, a
township put last. Fourth: one 一票否决, an internal bonus. Fifth: somebody back, more ties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from generators.model.address import Address
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import INTERNAL_SOURCE, SOURCES, add_to, write_files

SCHEME: Final = Address("clear-stream/quarterly")
QUARTERS: Final = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
_DEADLINES: Final = ("2024-04-05", "2024-07-05", "2024-10-05", "2025-01-05")
_FOLDER: Final = "data/townships/yunxi"

NAMES: Final = {
    "east-bridge": ("东桥镇", "town"),
    "west-ford": ("西渡乡", "township"),
    "north-fork": ("北汊镇", "town"),
    "south-fork": ("南汊镇", "town"),
    "middle-weir": ("中堰乡", "township"),
    "upper-spring": ("上泉乡", "township"),
    "lower-mill": ("下磨街道", "subdistrict"),
}

_CLEANED: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "east-bridge": ("1", "3", "5", "7"),
    "west-ford": ("2", "3", "4", "8"),
    "north-fork": ("2", "2", "6", "6"),
    "south-fork": ("2", "2", "3", "5"),
    "middle-weir": ("0", "4", "5", "5"),
    "upper-spring": ("", "1", "2", "3"),
    "lower-mill": ("3", "5", "7", ""),
}
"""How many streams were cleaned by the end of each quarter; nothing where nothing was reported."""

_PATROLS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "east-bridge": ("24", "20", "31", "7"),
    "west-ford": ("11", "13", "20", "9"),
    "north-fork": ("17", "19", "23", "22"),
    "south-fork": ("17", "5", "", "21"),
    "middle-weir": ("30", "9", "8", "2"),
    "upper-spring": ("", "3", "1", "4"),
    "lower-mill": ("13", "29", "28", ""),
}

_COMPONENTS: Final = """\
        components:
          cleaned:
            name: 清理进度
            weight: 60
            indicator: cleaned-streams
            normalise: {attainment: {cap: 120}}
          patrols:
            name: 巡溪
            weight: 30
            indicator: patrols
            normalise: {goalposts: {low: 0, high: 30}}
"""
"""The components of both versions."""

SCHEMES: Final = (
    """
schemes:
  quarterly:
    name: “清溪”季度考核
    level: township
    every: quarter
    closes_after_days: 10
    disclosure: public
    note: 每季公布一次。
    groups:
      towns: {name: 镇, kinds: [town]}
      others: {name: 乡和街道, kinds: [township, subdistrict]}
    versions:
      - from: 2024-Q1
        missing: reweight
        source: {document: plan, at: 第三部分}
"""
    + _COMPONENTS
    + """\
      - from: 2024-Q3
        missing: zero
        coverage: 0.6
        note: 增加加分、扣分和否决。
"""
    + _COMPONENTS
    + """\
          share:
            name: 清理比例
            weight: 10
            indicator: cleaned-share
            normalise: {steps: [{at-least: 50, score: 100}, {at-least: 20, score: 60}]}
        bonuses:
          honour: {name: 受到表彰, points: 2, cap: 3}
        deductions:
          late: {name: 迟报, points: 0.5}
        bonus_cap: 4
        vetoes:
          spill: {name: 发生污染事件, effect: unranked}
          fraud: {name: 弄虚作假, effect: last}
"""
)

INTERNAL_SCHEME: Final = """  zzsecret60:
    name: zzsecret61
    level: township
    every: year
    closes_after_days: 10
    note: zzsecret62
    groups:
      zzsecret63: {name: zzsecret64, kinds: [town]}
    versions:
      - from: '2024'
        missing: reweight
        note: zzsecret65
        source: {document: zzsecret01, at: zzhidden66}
        components:
          zzsecret67:
            name: zzsecret68
            weight: 1
            indicator: cleaned-streams
            normalise: {attainment: {}}
        bonuses:
          zzsecret69: {name: zzsecret70, points: 1}
        vetoes:
          zzhidden71: {name: zzsecret72, effect: listed}
"""
"""An internal scheme: ``zzsecret`` marks what internal pages print, ``zzhidden`` what only files carry."""

ADJUSTMENTS: Final = """
- {scheme: clear-stream/quarterly, division: yunxi/north-fork, period: 2024-Q3, rule: honour, on: 2024-10-02,
   reason: 经验在全县推广, source: {document: plan, at: 附件第1行}, disclosure: public}
- {scheme: clear-stream/quarterly, division: yunxi/north-fork, period: 2024-Q3, rule: honour, on: 2024-10-03,
   reason: 又一条经验, source: {document: plan, at: 附件第2行}, disclosure: public}
- {scheme: clear-stream/quarterly, division: yunxi/east-bridge, period: 2024-Q3, rule: late, on: 2024-10-03,
   reason: 季报逾期, source: {document: plan, at: 附件第3行}, disclosure: public}
- {scheme: clear-stream/quarterly, division: yunxi/lower-mill, period: 2024-Q3, rule: fraud, on: 2024-10-04,
   reason: 数字不实, source: {document: plan, at: 附件第4行}, disclosure: public}
- {scheme: clear-stream/quarterly, division: yunxi/west-ford, period: 2024-Q4, rule: spill, on: 2025-01-03,
   reason: 溪水受到污染, source: {document: plan, at: 附件第5行}, disclosure: public}
"""

INTERNAL_ADJUSTMENTS: Final = """
- {scheme: clear-stream/quarterly, division: yunxi/south-fork, period: 2024-Q4, rule: honour, points: 1.25,
   on: 2025-01-04, reason: zzsecret50, source: {document: zzsecret01, at: zzsecret51}}
- {scheme: clear-stream/zzsecret60, division: yunxi/south-fork, period: 2024, rule: zzsecret69,
   on: 2025-01-04, reason: zzsecret73, source: {document: zzsecret01, at: zzsecret74}, disclosure: public}
- {scheme: clear-stream/zzsecret60, division: yunxi/north-fork, period: 2024, rule: zzhidden71,
   on: 2025-01-04, reason: zzsecret75, source: {document: zzsecret01, at: zzsecret76}}
"""


def township_text(name: str) -> str:
    """Return the ``township.yml`` of one of the seven townships."""
    title, kind = NAMES[name]
    return "\n".join((f"name: {title}", f"kind: {kind}", _TARGETS, "reports:", *_reports(name), ""))


_STREAMS: Final = "clear-stream/streams: 12, clear-stream/good-streams: 4, clear-stream/poor-streams: 8"

_TARGETS: Final = """targets:
  - {indicator: clear-stream/cleaned-streams, value: 8, from: 2024-01-01, by: 2025-12-31,
     source: {document: plan, at: 附表}}"""


def _reports(name: str) -> Iterator[str]:
    for at, quarter in enumerate(QUARTERS):
        values = [f"clear-stream/cleaned-streams: {_CLEANED[name][at]}"] if _CLEANED[name][at] else []
        values += [f"clear-stream/patrols: {_PATROLS[name][at]}"] if _PATROLS[name][at] else []
        values += [_STREAMS] if at == 0 and values else []
        if values:
            yield f"  - period: {quarter}\n    on: {_DEADLINES[at]}"
            yield "    source: {document: quarterly-return, at: 第1行}"
            yield f"    values: {{{', '.join(values)}}}"


def add_rankings(project: Path, *, with_internal: bool = False) -> None:
    """Write the rankings over ``project``, a copy of the minimal one; all of it is public if not asked."""
    add_to(project, CLEAR_STREAM, SCHEMES + (INTERNAL_SCHEME if with_internal else ""))
    add_to(project, SOURCES, INTERNAL_SOURCE if with_internal else "")
    adjustments = ADJUSTMENTS + (INTERNAL_ADJUSTMENTS if with_internal else "")
    townships = {f"{_FOLDER}/{name}/township.yml": township_text(name) for name in NAMES}
    write_files(project, {"data/adjustments.yml": adjustments, **townships})
