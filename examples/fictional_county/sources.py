"""The invented documents that everything is taken from, and how they are cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from examples.fictional_county.months import Calendar, Month, Quarter
from examples.fictional_county.yaml_text import Node

PLAN: Final = "work-plan"
"""The document that sets all targets."""

SCHEMES: Final = "score-rules"
"""The document that says how townships are scored."""

BORDERS: Final = "borders"
"""The document with the borders of the townships."""

_OFFICE: Final = "示例县工作办公室"
_FICTION: Final = "虚构的示例文件，并无原件。"
_DAYS_TO_COMPILE: Final = 6


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of ``sources.yml``."""

    id: str
    title: str
    kind: str
    day: date
    is_public: bool = True

    @property
    def entry(self) -> Node:
        """Return the entry without its id."""
        entry: dict[str, Node] = {"title": self.title, "issuer": _OFFICE, "kind": self.kind, "date": self.day}
        entry["note"] = _FICTION
        if not self.is_public:
            entry["disclosure"] = "internal"
        return entry


def cited(document: str, at: str) -> Node:
    """Return a citation."""
    return {"document": document, "at": at}


def monthly_return(month: Month) -> str:
    """Return the id of the document in which townships reported for a month."""
    return f"returns-{month.text}"


def quarterly_return(quarter: Quarter) -> str:
    """Return the id of the document in which villages reported for a quarter."""
    return f"villages-{quarter.slug}"


def score_sheet(quarter: Quarter) -> str:
    """Return the id of the internal document that lists bonuses, deductions and vetoes of a quarter."""
    return f"scores-{quarter.slug}"


def class_sheet(day: date) -> str:
    """Return the id of the document that assessed classes and demonstration towns on ``day``."""
    return f"assessed-{day:%Y-%m}"


def sources_of(calendar: Calendar, assessed: tuple[date, ...]) -> Iterator[Source]:
    """Yield every document, those of one kind together."""
    start = calendar.months[0].first
    yield Source(PLAN, "示例县三项工作实施方案（虚构）", "实施方案", start)
    yield Source(SCHEMES, "示例县考核办法（虚构）", "考核办法", start)
    yield Source(BORDERS, "示例县乡镇界线示意图（虚构）", "示意图", start)
    for month in calendar.months:
        day = month.last + timedelta(days=_DAYS_TO_COMPILE)
        yield Source(monthly_return(month), f"{month.words}工作进度月报（虚构）", "月报", day)
    for quarter in calendar.quarters:
        day = quarter.last + timedelta(days=_DAYS_TO_COMPILE)
        yield Source(quarterly_return(quarter), f"{quarter.words}村集体经济季报（虚构）", "季报", day)
        title = f"{quarter.words}加减分和否决事项（虚构）"
        yield Source(score_sheet(quarter), title, "考核记录", day, is_public=False)
    for day in assessed:
        title = f"{day.year}年{day.month}月村级分类和示范镇评定结果（虚构）"
        yield Source(class_sheet(day), title, "评定结果", day)
