"""Documents published late, or not published and due (W525, W526)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generators.model.dataset import Dataset
from generators.model.document import Article
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.results.deadlines import DeadlineState, PublicationDeadline
from generators.results.measurements import Measurements


def deadline_warnings(dataset: Dataset, measurements: Measurements) -> Iterator[Problem]:
    """Yield W525 for documents published late, W526 for unpublished ones due soon or overdue."""
    fronts: dict[str, Article] = {each.place.file: each.front for each in dataset.bulletins}
    fronts |= {each.place.file: each.front for each in dataset.cases}
    for deadline in measurements.publication_deadlines:
        place = fronts[deadline.document].place
        match deadline.state:
            case DeadlineState.LATE:
                yield problem(
                    "W525", place("published"), f"{_deadline_text(deadline)}，晚了{deadline.days}个工作日"
                )
            case DeadlineState.OVERDUE:
                yield problem(
                    "W526", place("date"), f"{_deadline_text(deadline)}，已过{deadline.days}个工作日"
                )
            case DeadlineState.DUE_SOON:
                yield problem(
                    "W526", place("date"), f"{_deadline_text(deadline)}，还剩{deadline.days}个工作日"
                )
            case DeadlineState.RUNNING | DeadlineState.KEPT:
                pass
            case never:
                assert_never(never)


def _deadline_text(deadline: PublicationDeadline) -> str:
    years = "、".join(map(str, deadline.unannounced))
    caveat = f"（{years}年的放假安排尚未收录，只按周末推算）" if years else ""
    return f"公开期限为 {deadline.due.isoformat()}{caveat}"
