"""The problem ledger as open data: every problem a row, every event dated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from generators.disclosing.publication import Publication
from generators.results.ledgers import ProblemStanding

PROBLEM_COLUMNS: Final[Mapping[str, str]] = {
    "programme": "工作的标识",
    "township": "登记该问题的乡镇的标识",
    "division": "问题所在区划的标识",
    "problem": "问题的标识，在该乡镇内不重复",
    "title": "问题",
    "category": "类别",
    "state": "overdue 逾期未改，reopened 回头看重开，unassigned 待交办，due-soon 即将到期，open 整改中，"
    "rectified 待销号，cleared 已销号",
    "day": "计算所用日期",
    "found": "发现日期",
    "found_by": "发现单位",
    "inspection": "在哪次督查中发现",
    "assigned": "最近一次交办的日期",
    "office": "责任单位",
    "due": "现行整改期限，含延期",
    "rectified": "整改日期；重开后为空，直到再次整改",
    "note": "整改情况",
    "verified": "销号日期；重开后为空，直到再次销号",
    "verified_by": "核验单位",
    "evidence": "销号依据",
    "times_extended": "延期次数",
    "extension": "最近一次延期的理由",
    "times_reopened": "回头看重开次数",
    "reopening": "最近一次重开的理由",
    "days_open": "从发现到销号的天数；未销号的算到计算所用日期",
    "days_late": "超过期限的天数；未整改的算到计算所用日期",
    "on_time": "是否按期整改；还不能判定的为空",
    "events": "全部事件，“步骤=日期”以分号相连",
    "source": "出处的标识",
    "locator": "在出处中的位置",
    "fictional": "是否虚构的示例数据",
}


def problem_cells(publication: Publication, standing: ProblemStanding) -> list[str | bool]:
    """Return one problem in the order of ``PROBLEM_COLUMNS``."""
    entry = standing.filed.entry
    found = standing.events[0].found
    rectified, verified = standing.rectified, standing.verified
    extensions = [each.extended.reason for each in standing.events if each.extended is not None]
    reopenings = [each.reopened.reason for each in standing.events if each.reopened is not None]
    source = entry.source
    cells: dict[str, str | bool] = {
        "programme": entry.programme,
        "township": standing.filed.township,
        "division": standing.filed.division,
        "problem": standing.filed.id,
        "title": entry.title,
        "category": entry.category,
        "state": standing.state.value,
        "day": standing.day.isoformat(),
        "found": standing.found.isoformat(),
        "found_by": found.by if found is not None else "",
        "inspection": found.inspection or "" if found is not None else "",
        "assigned": _iso(_last_assignment(standing)),
        "office": standing.office,
        "due": _iso(standing.due),
        "rectified": _iso(rectified.on if rectified is not None else None),
        "note": rectified.note if rectified is not None else "",
        "verified": _iso(verified.on if verified is not None else None),
        "verified_by": verified.by if verified is not None else "",
        "evidence": verified.evidence if verified is not None else "",
        "times_extended": str(len(extensions)),
        "extension": extensions[-1] if extensions else "",
        "times_reopened": str(standing.times_reopened),
        "reopening": reopenings[-1] if reopenings else "",
        "days_open": str(standing.days_open),
        "days_late": str(standing.days_late),
        "on_time": standing.is_on_time if standing.is_on_time is not None else "",
        "events": ";".join(f"{event.step}={event.on}" for event in standing.events),
        "source": source.document if source is not None else "",
        "locator": source.at or "" if source is not None else "",
        "fictional": publication.divisions[standing.filed.township].fictional,
    }
    return [cells[column] for column in PROBLEM_COLUMNS]


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _last_assignment(standing: ProblemStanding) -> date | None:
    return next((event.on for event in reversed(standing.events) if event.assigned is not None), None)
