"""Chinese words for what a closed record holds: the parts of its figures, and the kinds of its inputs."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

FIELD_TEXT: Final = MappingProxyType(
    {
        "state": "有没有数",
        "value": "数值",
        "qualifier": "约数",
        "measure": "单位",
        "status": "状态",
        "target": "目标",
        "expected": "序时应达",
        "attainment": "完成率",
        "gap": "差距（百分点）",
        "tier": "等次",
        "standing": "排不排名",
        "score": "得分",
        "rank": "名次",
        "group": "组别",
        "group_rank": "组内名次",
        "found": "新发现",
        "cleared": "新销号",
        "reopened": "重开",
        "all": "累计",
        "all-cleared": "累计销号",
        "remaining": "剩余",
        "overdue": "逾期",
        "judged": "新评诺",
        "kept": "兑现",
        "partly": "部分兑现",
        "not-kept": "未兑现",
    }
)
"""The parts of figures; those of a component of a score begin with ``component``."""

INPUT_TEXT: Final = MappingProxyType(
    {
        "thresholds": "判定进度的界限",
        "programme": "牵头的地方",
        "indicator": "指标的定义",
        "standard": "标准",
        "ladder": "等次的定义",
        "scheme": "考核办法",
        "scheme version": "考核办法的一版",
        "divisions": "区划的名单",
        "division": "区划的名称、类别或隶属",
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

COUNT_TEXT: Final = MappingProxyType({"problems": "问题台账", "commitments": "承诺"})
"""What the figures without a subject count."""
