"""Chinese words for what a closed record holds: the parts of its figures, and the kinds of its inputs."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from generators.model.language import marked

FIELD_TEXT: Final = MappingProxyType(
    {
        "state": marked("有没有数"),
        "value": marked("数值"),
        "qualifier": marked("约数"),
        "measure": marked("单位"),
        "status": marked("状态"),
        "target": marked("目标"),
        "expected": marked("序时应达"),
        "attainment": marked("完成率"),
        "gap": marked("差距（百分点）"),
        "tier": marked("等次"),
        "standing": marked("排不排名"),
        "score": marked("得分"),
        "rank": marked("名次"),
        "group": marked("组别"),
        "group_rank": marked("组内名次"),
        "consequence": marked("奖惩"),
        "band": marked("奖励的等次"),
        "amount": marked("金额"),
        "found": marked("新发现"),
        "cleared": marked("新销号"),
        "reopened": marked("重开"),
        "all": marked("累计"),
        "all-cleared": marked("累计销号"),
        "remaining": marked("剩余"),
        "overdue": marked("逾期"),
        "judged": marked("新评诺"),
        "kept": marked("兑现"),
        "partly": marked("部分兑现"),
        "not-kept": marked("未兑现"),
    }
)
"""The parts of figures, but those of each component of a score and of each standard, which have a prefix."""

COMPONENT: Final = "component "
CHECKLIST: Final = "checklist "
"""Before the id of a component of a score, and of a standard whose items were checked."""


def part_text(name: str) -> str:
    """Return what a part of a figure is called."""
    if name.startswith(COMPONENT):
        return f"{name.removeprefix(COMPONENT)}得分"
    if name.startswith(CHECKLIST):
        return f"{name.removeprefix(CHECKLIST)}已到位条目"
    return FIELD_TEXT.get(name, name)


INPUT_TEXT: Final = MappingProxyType(
    {
        "thresholds": "判定进度的界限",
        "programme": "工作的名称、牵头的地方或期间",
        "indicator": "指标的定义",
        "standard": "标准",
        "ladder": "等次的定义",
        "scheme": "考核办法",
        "scheme version": "考核办法的一版",
        "consequence": "奖惩办法",
        "divisions": "区划的名单",
        "division": "区划的名称、类别、隶属或以前的变更",
        "target": "目标",
        "report": "报送数",
        "correction": "更正",
        "adjustment": "加分、扣分或否决",
        "check": "验收",
        "assessment": "评定",
        "problem": "问题台账",
        "commitment": "承诺",
        "visit": "督查走访",
    }
)

COUNT_TEXT: Final = MappingProxyType({"problems": marked("问题台账"), "commitments": marked("承诺")})
"""What the figures without a subject count."""
