"""What a township has to do first: what is overdue, then what is far behind, then what is due soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import points
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.languages import gettext
from generators.model.period import parse_period
from generators.results.commitments import CommitmentState
from generators.results.figures import Progress, Status
from generators.results.ledgers import ProblemState

MOST_TASKS: Final = 8
"""How many tasks a card has."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: what kind of thing, what it is about, and why now."""

    kind: str
    subject: Link
    reason: str


def urgent_tasks(parts: Parts, division: str) -> tuple[Task, ...]:
    """Return all tasks of a division, the most urgent first.

    First are missed targets, overdue problems and commitments and reports that are owed, each the longest
    overdue first; then targets far behind, reopened problems, targets behind, and what is due soon.
    """
    return (
        *_missed(parts, division),
        *_overdue_problems(parts, division),
        *_overdue_commitments(parts, division),
        *_owed_reports(parts, division),
        *_late(parts, division, Status.FAR_BEHIND, gettext("严重滞后")),
        *_reopened(parts, division),
        *_late(parts, division, Status.BEHIND, gettext("滞后")),
        *_due_soon(parts, division),
    )


def _progress(parts: Parts, division: str) -> tuple[Progress, ...]:
    return parts.publication.progress_by_division.get(division, ())


def _missed(parts: Parts, division: str) -> Iterator[Task]:
    found = (each for each in _progress(parts, division) if each.status is Status.MISSED)
    for each in sorted(found, key=lambda progress: progress.target.due):
        value = parts.measured_figure(each.indicator, each.measured).text
        target = parts.target_figure(division, each.target).text
        reason = gettext(
            "%(due)s到期，目标%(target)s，现在%(value)s",
            due=day_text(each.target.due),
            target=target,
            value=value,
        )
        yield Task(gettext("逾期未完成"), parts.indicator_link(each.indicator), reason)


def _overdue_problems(parts: Parts, division: str) -> Iterator[Task]:
    standings = parts.publication.problems_by_division.get(division, ())
    found = (each for each in standings if each.state is ProblemState.OVERDUE)
    for each in sorted(found, key=lambda standing: -standing.days_late):
        entry = each.filed.entry
        yield Task(
            gettext("问题逾期"),
            Link(entry.title, urls.ledger(entry.programme)),
            gettext("逾期%(days_late)s天", days_late=each.days_late),
        )


def _overdue_commitments(parts: Parts, division: str) -> Iterator[Task]:
    standings = parts.publication.commitments_by_division.get(division, ())
    found = (each for each in standings if each.state is CommitmentState.OVERDUE)
    for each in sorted(found, key=lambda standing: -standing.days_late):
        commitment = each.filed.commitment
        link = Link(commitment.text, urls.commitments_of(commitment.programme))
        yield Task(
            gettext("承诺到期"), link, gettext("逾期%(days_late)s天没有评诺", days_late=each.days_late)
        )


def _owed_reports(parts: Parts, division: str) -> Iterator[Task]:
    """Yield one task for all reports of a programme that are owed: they are sent in together."""
    owed: dict[str, dict[str, set[str]]] = {}
    for each in _progress(parts, division):
        for period in each.flags.overdue_periods:
            periods = owed.setdefault(each.indicator.programme, {})
            periods.setdefault(period.text, set()).add(each.indicator)
    for programme, periods in owed.items():
        when = gettext("、").join(
            gettext(
                "%(period)s的%(number)s项",
                period=period_text(parse_period(text)),
                number=len(periods[text]),
            )
            for text in sorted(periods)
        )
        yield Task(gettext("欠报"), parts.programme_link(programme), gettext("%(when)s指标没有报", when=when))


def _late(parts: Parts, division: str, status: Status, kind: str) -> Iterator[Task]:
    found = [each for each in _progress(parts, division) if each.status is status]
    for each in sorted(found, key=lambda progress: progress.gap if progress.gap is not None else 0):
        behind = gettext("与序时相差%(gap)s，", gap=points(each.gap)) if each.gap is not None else ""
        reason = gettext("%(behind)s%(due)s到期", behind=behind, due=day_text(each.target.due))
        yield Task(kind, parts.indicator_link(each.indicator), reason)


def _reopened(parts: Parts, division: str) -> Iterator[Task]:
    for each in parts.publication.problems_by_division.get(division, ()):
        if each.state is ProblemState.REOPENED:
            entry = each.filed.entry
            yield Task(
                gettext("重开"),
                Link(entry.title, urls.ledger(entry.programme)),
                gettext("回头看重开，还没有再交办"),
            )


def _due_soon(parts: Parts, division: str) -> Iterator[Task]:
    soon = parts.publication.site.thresholds.due_soon_days
    for each in _progress(parts, division):
        day = parts.publication.days[each.indicator.programme]
        left = (each.target.due - day).days
        if each.status is Status.ON_PACE and 0 <= left <= soon:
            reason = gettext("还有%(left)s天到期", left=left) if left else gettext("今天到期")
            yield Task(gettext("快到期"), parts.indicator_link(each.indicator), reason)
    for standing in parts.publication.problems_by_division.get(division, ()):
        if standing.state is ProblemState.DUE_SOON and standing.due is not None:
            entry = standing.filed.entry
            link = Link(entry.title, urls.ledger(entry.programme))
            yield Task(gettext("快到期"), link, gettext("%(due)s前整改", due=day_text(standing.due)))
