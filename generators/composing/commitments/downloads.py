"""Commitments as open data: every commitment a row, every event dated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generators.composing.kit.numbers import plain
from generators.disclosing.publication import Publication
from generators.model.commitment import CommitmentStep
from generators.results.commitments import CommitmentStanding

COMMITMENT_COLUMNS: Final[Mapping[str, str]] = {
    "programme": "工作的标识",
    "township": "登记该承诺的乡镇的标识",
    "division": "承诺所属区划的标识",
    "commitment": "承诺的标识，在该乡镇内不重复",
    "by": "承诺单位或岗位",
    "text": "承诺的内容",
    "points": "分值",
    "earned": "所得分值：已兑现为全部，部分兑现为一半，未兑现、逾期未评为0；还不能判定的为空",
    "state": "overdue 逾期未评，not-kept 未兑现，delayed 已延期，returned 退回修改，unreviewed 待审诺，"
    "unpublished 待晒诺，underway 践诺中，partly 部分兑现，kept 已兑现",
    "day": "计算所用日期",
    "due": "原定期限",
    "due_now": "现行期限，含延期",
    "made": "最近一次定诺的日期",
    "reviewed": "最近一次审诺的日期",
    "published": "晒诺日期",
    "published_where": "在哪里公布",
    "progress": "最近一次践诺的日期",
    "judged": "评诺日期",
    "judged_by": "评诺单位",
    "reason": "没有完全兑现的理由：funding 资金不到位，policy 政策变化，force-majeure 不可抗力，"
    "effort 推进不力，withdrawn 主动撤回",
    "times_delayed": "延期次数",
    "days_late": "逾期未评的天数，算到计算所用日期；其他为0",
    "events": "全部事件，“步骤=日期”以分号相连",
    "source": "出处的标识",
    "locator": "在出处中的位置",
    "fictional": "是否虚构的示例数据",
}


def commitment_cells(publication: Publication, standing: CommitmentStanding) -> list[str | bool]:
    """Return one commitment in the order of ``COMMITMENT_COLUMNS``."""
    commitment, judged = standing.filed.commitment, standing.judged
    published = standing.last(CommitmentStep.PUBLISHED)
    source = commitment.source
    cells: dict[str, str | bool] = {
        "programme": commitment.programme,
        "township": standing.filed.township,
        "division": standing.filed.division,
        "commitment": standing.filed.id,
        "by": commitment.by,
        "text": commitment.text,
        "points": plain(commitment.points),
        "earned": plain(standing.earned) if standing.earned is not None else "",
        "state": standing.state.value,
        "day": standing.day.isoformat(),
        "due": commitment.due.isoformat(),
        "due_now": standing.due.isoformat(),
        "made": _last_day(standing, CommitmentStep.MADE),
        "reviewed": _last_day(standing, CommitmentStep.REVIEWED),
        "published": _last_day(standing, CommitmentStep.PUBLISHED),
        "published_where": published.published.where if published and published.published else "",
        "progress": _last_day(standing, CommitmentStep.PROGRESS),
        "judged": _last_day(standing, CommitmentStep.JUDGED),
        "judged_by": judged.by if judged is not None else "",
        "reason": judged.reason.value if judged is not None and judged.reason is not None else "",
        "times_delayed": str(standing.times_delayed),
        "days_late": str(standing.days_late),
        "events": ";".join(f"{event.step}={event.on}" for event in standing.events),
        "source": source.document if source is not None else "",
        "locator": source.at or "" if source is not None else "",
        "fictional": publication.divisions[standing.filed.township].fictional,
    }
    return [cells[column] for column in COMMITMENT_COLUMNS]


def _last_day(standing: CommitmentStanding, step: CommitmentStep) -> str:
    event = standing.last(step)
    return event.on.isoformat() if event is not None else ""
