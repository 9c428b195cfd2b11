"""What carrying over does, and what stands over, as lines for the terminal or a hand-over note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generators.carrying.plan import CarryOver
from generators.carrying.standing import NextIssue, Standing
from generators.carrying.targets import EndedTarget, Obstacle
from generators.carrying.wanted import CarryOverWanted
from generators.composing.kit.dates import day_text
from generators.model.dataset import Dataset
from generators.results.commitments import CommitmentState
from generators.results.ledgers import ProblemState


def added_lines(carried: CarryOver, dataset: Dataset, wanted: CarryOverWanted) -> Iterator[str]:
    """Yield what is added to the files; nothing if there is nothing to add."""
    for programme, before in carried.extended:
        yield f"{programme.short_name}：延长到{day_text(wanted.last_day)}，原来到{day_text(before)}"
    for name, count in _by_indicator(dataset, carried.set_again):
        yield f"{name}：照搬{count}个目标"


def standing_lines(
    carried: CarryOver, standing: Standing, dataset: Dataset, wanted: CarryOverWanted
) -> Iterator[str]:
    """Yield what stands over and what is left to decide, under heads."""
    yield f"## 还没有定的{wanted.year}年目标"
    yield from _open_targets(carried, dataset, wanted) or ["没有"]
    yield "## 逾期未完成的目标"
    missed = Counter((each.division, each.indicator.programme) for each in standing.missed)
    yield from [
        f"{dataset.divisions[division].name}：{dataset.programmes[programme].short_name}{count}个"
        for (division, programme), count in missed.items()
    ] or ["没有"]
    yield f"## 没有销号的问题（{len(standing.problems)}个，仍在原来的文件里，接着办）"
    for problem in standing.problems:
        entry = problem.filed.entry
        late = f"，逾期{problem.days_late}天" if problem.state is ProblemState.OVERDUE else ""
        due = f"，期限{day_text(problem.due)}" if problem.due is not None else ""
        yield f"{problem.filed.address}：{entry.title}{due}{late}"
    yield f"## 没有评定的承诺（{len(standing.commitments)}项，仍在原来的文件里，接着办）"
    for each in standing.commitments:
        late = f"，逾期{each.days_late}天" if each.state is CommitmentState.OVERDUE else ""
        yield f"{each.filed.address}：{each.filed.commitment.text}，期限{day_text(each.due)}{late}"
    yield "## 考核办法（没有新的一版，就沿用）"
    for ranked in standing.schemes:
        since = f"{ranked.version.start.text}起的一版"
        lacking = "、".join(dataset.indicators[each].name for each in ranked.without_targets)
        yield f"{ranked.scheme.name}：{since}" + (f"；按目标计分而没有目标的：{lacking}" if lacking else "")
    yield f"## {wanted.year}年的期号"
    yield from [_first_issue(each) for each in standing.series] or ["没有编号的刊物"]


def _open_targets(carried: CarryOver, dataset: Dataset, wanted: CarryOverWanted) -> list[str]:
    lines = [f"{name}：{count}个" for name, count in _by_indicator(dataset, carried.open)]
    for obstacle in Obstacle:
        held = [each for each in carried.open if each.obstacle is obstacle]
        if held and wanted.same_values:
            lines.append(f"其中{len(held)}个不能照搬：{obstacle.value}")
    lacking = {each.target.indicator.programme for each in carried.open}
    return [
        *lines,
        *(
            f"填表：tongbao returns --programme {each.id} --kind targets --as-of {wanted.first_day}，"
            "填好用 tongbao import 导入"
            for each in carried.programmes
            if each.id in lacking
        ),
    ]


def _by_indicator(dataset: Dataset, targets: tuple[EndedTarget, ...]) -> Iterator[tuple[str, int]]:
    """Yield the name of each indicator with its programme, and how many of the targets are of it."""
    for address, count in Counter(each.target.indicator for each in targets).items():
        programme = dataset.programmes[address.programme].short_name
        yield f"{programme}“{dataset.indicators[address].name}”", count


def _first_issue(issue: NextIssue) -> str:
    if issue.why:
        return f"{issue.series.name}：{issue.why}"
    total = f"（总第{issue.numbers.total}期）" if issue.numbers.total is not None else ""
    return f"{issue.series.name}：下一期是第{issue.numbers.number}期{total}"
