"""The ways in which somebody could try to change closed history."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.build.closings import CORRECTIONS, COUNTY, EAST, Edit, add, cut, put, township_file
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import add_to

SITE: Final = "data/site.yml"
NORTH: Final = township_file("north-fork")
SOUTH: Final = township_file("south-fork")
WEIR: Final = township_file("middle-weir")
FORD: Final = township_file("west-ford")
MILL: Final = township_file("lower-mill")
SPRING: Final = township_file("upper-spring")
HILL: Final = f"{COUNTY}/third-hill/villages.yml"
ADJUSTMENTS: Final = "data/adjustments.yml"

_CITED: Final = "source: {document: plan, at: 附表}"
_RETURN: Final = "source: {document: quarterly-return, at: 第1行}"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to change closed history: what is done, the code that refuses it, and whom that names."""

    what: str
    code: str
    names: str
    edit: Edit


def _move_folder(project: Path) -> None:
    shutil.move(project / f"{COUNTY}/upper-spring", project / f"{COUNTY}/spring")


def _move_village(project: Path) -> None:
    cut(f"{COUNTY}/east-bridge/villages.yml", r"  lower-bridge:.*")(project)
    moved = "  lower-bridge:\n    name: 下桥村\n    reports: [{period: 2024-Q1, on: 2024-04-02, "
    moved += "source: {document: quarterly-return, at: 第1行}, values: {clear-stream/signposted: false}}]\n"
    add_to(project, f"{COUNTY}/west-ford/villages.yml", moved)


ATTEMPTS: Final = (
    Attempt("改报送数", "E910", "东桥镇", put(EAST, "patrols: 24", "patrols: 25")),
    Attempt("删一个报送数", "E912", "北汊镇", put(NORTH, ", clear-stream/patrols: 17", "")),
    Attempt(
        "删一条报送",
        "E912",
        "南汊镇",
        cut(SOUTH, r"  - period: 2024-Q3.*?(?=  - period)"),
    ),
    Attempt(
        "报送日期挪到截止以后",
        "E912",
        "中堰乡",
        put(WEIR, "2024-07-05", "2024-08-05"),
    ),
    Attempt("报送挪到别的一期", "E912", "上泉乡", put(SPRING, "period: 2024-Q2", "period: 2024-Q1")),
    Attempt(
        "补登倒填日期的报送",
        "E913",
        "上泉乡",
        put(
            SPRING,
            "reports:\n",
            f"reports:\n  - {{period: 2024-Q1, on: 2024-04-05, {_RETURN}, "
            "values: {clear-stream/cleaned-streams: 1}}\n",
        ),
    ),
    Attempt(
        "改成不适用",
        "E910",
        "西渡乡",
        put(FORD, "patrols: 13", "patrols: {not_applicable: 无}"),
    ),
    Attempt(
        "加上约数",
        "E910",
        "下磨街道",
        put(MILL, "patrols: 29", "patrols: {value: 29, qualifier: over}"),
    ),
    Attempt(
        "是改成否",
        "E910",
        "上桥村",
        put(f"{COUNTY}/east-bridge/villages.yml", "signposted: true", "signposted: false"),
    ),
    Attempt("改目标", "E911", "东桥镇", put(EAST, "value: 8", "value: 9")),
    Attempt("改目标期限", "E912", "东桥镇", put(EAST, "by: 2025-12-31", "by: 2026-06-30")),
    Attempt("删目标", "E912", "南汊镇", cut(SOUTH, r"targets:.*?(?=reports:)")),
    Attempt(
        "补登倒填日期的目标",
        "E913",
        "三岗镇",
        add(
            township_file("third-hill"),
            "targets:\n  - {indicator: clear-stream/cleaned-streams, value: 3, from: 2024-01-01, "
            f"by: 2025-12-31, {_CITED}}}\n",
        ),
    ),
    Attempt("改节点目标", "E911", "云溪县", put(f"{COUNTY}/county.yml", "2024-12-31: 5", "2024-12-31: 6")),
    Attempt("改加分上限", "E911", "北汊镇", put(CLEAR_STREAM, "points: 2, cap: 3", "points: 2, cap: 4")),
    Attempt("改扣分", "E911", "东桥镇", put(CLEAR_STREAM, "points: 0.5", "points: 1")),
    Attempt(
        "改截止天数", "E911", "季度考核", put(CLEAR_STREAM, "closes_after_days: 10", "closes_after_days: 6")
    ),
    Attempt(
        "改得分的小数位",
        "E911",
        "季度考核",
        put(CLEAR_STREAM, "missing: zero\n", "missing: zero\n        precision: 0\n"),
    ),
    Attempt("改缺数的处理", "E911", "季度考核", put(CLEAR_STREAM, "missing: reweight", "missing: zero")),
    Attempt("改数据不足的界限", "E911", "季度考核", put(CLEAR_STREAM, "coverage: 0.6", "coverage: 0.95")),
    Attempt("改分组", "E911", "季度考核", put(CLEAR_STREAM, "kinds: [town]", "kinds: [town, office]")),
    Attempt("改否决的后果", "E911", "季度考核", put(CLEAR_STREAM, "effect: unranked", "effect: listed")),
    Attempt(
        "改分档的得分",
        "E911",
        "季度考核",
        put(CLEAR_STREAM, "at-least: 20, score: 60", "at-least: 20, score: 50"),
    ),
    Attempt(
        "补登倒填期间的办法",
        "E912",
        "季度考核",
        put(CLEAR_STREAM, "      - from: 2024-Q3\n", "      - from: 2024-Q2\n"),
    ),
    Attempt("改单位", "E911", "巡溪次数", put(CLEAR_STREAM, "measure: 次", "measure: 趟")),
    Attempt(
        "改指标的种类",
        "E911",
        "溪流总数",
        put(
            CLEAR_STREAM,
            "name: 溪流总数, measure: 条, kind: level",
            "name: 溪流总数, measure: 条, kind: cumulative",
        ),
    ),
    Attempt("改汇总方式", "E911", "巡溪次数", put(CLEAR_STREAM, "kind: flow, rollup: sum", "kind: flow")),
    Attempt(
        "改口径",
        "E911",
        "水质达标率",
        put(CLEAR_STREAM, "rollup: ratio}", "rollup: ratio, definition: 新的口径}"),
    ),
    Attempt(
        "改比率的分母",
        "E911",
        "清理比例",
        put(CLEAR_STREAM, "denominator: streams", "denominator: good-streams"),
    ),
    Attempt(
        "改方向",
        "E911",
        "清理的溪流",
        put(CLEAR_STREAM, "cadence: quarter}", "cadence: quarter, goal: at-most}"),
    ),
    Attempt("改指标的名称", "E911", "已立牌子", put(CLEAR_STREAM, "{name: 已立牌,", "{name: 已立牌子,")),
    Attempt("删加分", "E912", "北汊镇", cut(ADJUSTMENTS, r"- \{[^}]*on: 2024-10-02,[^}]*\}[^}]*\}\n")),
    Attempt(
        "改加分",
        "E910",
        "北汊镇",
        put(ADJUSTMENTS, "on: 2024-10-03,\n   reason: 又", "points: 0.5, on: 2024-10-03,\n   reason: 又"),
    ),
    Attempt(
        "补登倒填日期的加分",
        "E913",
        "西渡乡",
        add(
            ADJUSTMENTS,
            "- {scheme: clear-stream/quarterly, division: yunxi/west-ford, period: 2024-Q3, rule: honour, "
            f"on: 2024-10-05, reason: 经验, {_CITED}, disclosure: public}}\n",
        ),
    ),
    Attempt("验收倒填日期", "E913", "岭上村", put(HILL, "on: 2025-05-01", "on: 2025-03-02")),
    Attempt(
        "验收倒填撤销",
        "E910",
        "岭上村",
        put(
            HILL,
            "item: second/tidy/road,",
            "item: second/tidy/road, revoked: {on: 2025-03-20, reason: 损坏},",
        ),
    ),
    Attempt("改评定", "E910", "岭上村", put(HILL, "tier: strong", "tier: weak")),
    Attempt(
        "改验收条目",
        "E911",
        "second/tidy",
        put("data/programmes/second.yml", "      light: {name: 一灯}\n", "      light: {name: 一盏灯}\n"),
    ),
    Attempt("改名不写变更", "E911", "东桥街", put(EAST, "name: 东桥镇", "name: 东桥街")),
    Attempt("改类别不写变更", "E911", "东桥镇", put(EAST, "kind: town", "kind: subdistrict")),
    Attempt("换文件夹名", "E912", "upper-spring", _move_folder),
    Attempt("把村挪到别的镇", "E912", "lower-bridge", _move_village),
    Attempt(
        "倒填更名",
        "E911",
        "上泉乡",
        put(
            SPRING,
            "kind: township\n",
            "kind: township\nhistory: [{on: 2024-09-01, event: renamed, was: {name: 老泉乡}}]\n",
        ),
    ),
    Attempt(
        "倒填销号的步骤",
        "E910",
        "overdue",
        add(f"{COUNTY}/east-bridge/problems.yml", "    - rectified: {on: 2024-03-10, note: 已清}\n"),
    ),
    Attempt("删问题", "E912", "overdue", cut(f"{COUNTY}/east-bridge/problems.yml", r"overdue:.*")),
    Attempt(
        "改承诺的延期",
        "E910",
        "kept",
        put(f"{COUNTY}/east-bridge/commitments.yml", "due: 2025-03-31", "due: 2025-04-30"),
    ),
    Attempt("改督查的得分", "E910", "spring", put("data/inspections/spring.yml", "score: 80", "score: 81")),
    Attempt(
        "改判定的界限",
        "E911",
        "判定进度的界限",
        put(SITE, "audiences:", "thresholds: {behind_tolerance: 30}\naudiences:"),
    ),
    Attempt(
        "改奖励的名额", "E911", "季度先进", put(CLEAR_STREAM, "        first: 3\n", "        first: 4\n")
    ),
    Attempt("改奖金", "E911", "季度先进", put(CLEAR_STREAM, "amount: 3000", "amount: 5000")),
    Attempt("改奖励的名称", "E911", "示范单位", put(CLEAR_STREAM, "name: 季度先进", "name: 示范单位")),
    Attempt("删奖励", "E912", "clear-stream/award", cut(CLEAR_STREAM, r"  award:.*?(?=  summons:)")),
    Attempt(
        "奖励倒填终止日期",
        "E912",
        "季度先进",
        put(CLEAR_STREAM, "    name: 季度先进\n", "    name: 季度先进\n    to: 2024-06-30\n"),
    ),
    Attempt(
        "补登倒填日期的奖励",
        "E913",
        "前两名",
        put(
            CLEAR_STREAM,
            "  summons:\n",
            "  second-award:\n    {name: 前两名, kind: reward, level: township, "
            "when: {rank: {scheme: quarterly, first: 2}}}\n  summons:\n",
        ),
    ),
    Attempt(
        "改约谈的条件",
        "E911",
        "约谈提醒",
        put(CLEAR_STREAM, "overdue-at-least: 1", "overdue-at-least: 2"),
    ),
    Attempt(
        "改考核办法的名称",
        "E911",
        "年度考核",
        put(CLEAR_STREAM, "name: “清溪”季度考核", "name: “清溪”年度考核"),
    ),
    Attempt(
        "改工作的名称", "E911", "clear-stream", put(CLEAR_STREAM, "name: “清溪”行动", "name: “清水”行动")
    ),
    Attempt(
        "倒填以前的更名",
        "E911",
        "上泉乡",
        put(
            SPRING,
            "kind: township\n",
            "kind: township\nhistory: [{on: 2023-09-01, event: renamed, was: {name: 老泉乡}}]\n",
        ),
    ),
    Attempt("改加分的理由", "E910", "北汊镇", put(ADJUSTMENTS, "reason: 又", "reason: 另")),
    Attempt("改评定的单位", "E910", "岭上村", put(HILL, "by: ", "by: 另一")),
    Attempt(
        "改问题的标题",
        "E910",
        "overdue",
        put(
            f"{COUNTY}/east-bridge/problems.yml",
            "overdue:\n  programme: clear-stream\n  title: ",
            "overdue:\n  programme: clear-stream\n  title: 小",
        ),
    ),
    Attempt(
        "改承诺的内容",
        "E910",
        "kept",
        put(
            f"{COUNTY}/east-bridge/commitments.yml",
            "kept:\n  programme: clear-stream\n  by: 东桥镇\n  text: ",
            "kept:\n  programme: clear-stream\n  by: 东桥镇\n  text: 少",
        ),
    ),
    Attempt(
        "倒填日期的更正",
        "E914",
        "东桥镇",
        add(
            CORRECTIONS,
            "- {division: yunxi/east-bridge, indicator: clear-stream/patrols, period: 2024-Q1, "
            "old: 24, new: 30, reason: 复核, office: 示例办, on: 2024-05-01}\n",
        ),
    ),
)
"""Ways to change the history that :func:`close_year` closes, each in a place of its own."""
