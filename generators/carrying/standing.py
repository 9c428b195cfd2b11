"""What stands over into the next year: it needs no new record, but somebody has to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from generators.carrying.plan import CarryOver
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.document import Bulletin
from generators.model.numbering import NumberingError, Numbers, next_numbers
from generators.model.period import parse_period
from generators.model.scheme import (
    Attainment,
    Component,
    Goalposts,
    Scheme,
    SchemeVersion,
    ScoredBy,
    Steps,
)
from generators.model.series import Series
from generators.results.commitments import CommitmentStanding
from generators.results.figures import Progress, Status
from generators.results.ledgers import ProblemStanding
from generators.results.measurements import Measurements


@dataclass(frozen=True, slots=True)
class NextIssue:
    """A series with the numbers of its first issue of the year, or ``why`` they cannot be determined."""

    series: Series
    numbers: Numbers
    why: str = ""


@dataclass(frozen=True, slots=True)
class StandingScheme:
    """A scheme with its version in force at the beginning of the year.

    ``without_targets`` are the indicators that it scores by targets which nobody has set for the year.
    """

    scheme: Scheme
    version: SchemeVersion
    without_targets: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands over, as on the day of measuring: open problems and commitments, missed targets."""

    problems: tuple[ProblemStanding, ...]
    commitments: tuple[CommitmentStanding, ...]
    missed: tuple[Progress, ...]
    schemes: tuple[StandingScheme, ...]
    series: tuple[NextIssue, ...]


def standing_over(
    dataset: Dataset, measurements: Measurements, carried: CarryOver, first_day: date
) -> Standing:
    """Return what stands over of the programmes that go on, and of all series."""
    names = [each.id for each in carried.programmes]
    ledgers = [measurements.ledgers[name] for name in names if name in measurements.ledgers]
    books = [measurements.commitment_books[name] for name in names if name in measurements.commitment_books]
    return Standing(
        tuple(each for ledger in ledgers for each in ledger.standings if not each.is_cleared),
        tuple(each for book in books for each in book.standings if each.judged is None),
        tuple(
            each
            for each in measurements.progress
            if each.status is Status.MISSED and each.indicator.programme in names
        ),
        tuple(_schemes(carried, first_day)),
        tuple(_first_issues(dataset, first_day)),
    )


def _schemes(carried: CarryOver, first_day: date) -> Iterator[StandingScheme]:
    undecided = {each.target.indicator for each in carried.open}
    for programme in carried.programmes:
        for scheme in programme.schemes.values():
            version = scheme.version_of(parse_period(str(first_day.year)))
            if version is None:
                continue
            scored = {
                Address.of(programme.id, each.indicator)
                for each in version.components.values()
                if _needs_target(each)
            }
            yield StandingScheme(scheme, version, tuple(sorted(scored & undecided)))


def _needs_target(component: Component) -> bool:
    """Whether a component is scored by how far its target has come."""
    match component.normalise:
        case Attainment():
            return True
        case Goalposts() | Steps():
            return component.by is ScoredBy.GAP
        case never:
            assert_never(never)


def _first_issues(dataset: Dataset, first_day: date) -> Iterator[NextIssue]:
    for name, series in dataset.series.items():
        if not series.numbered:
            continue
        issues = [each.front for each in dataset.bulletins if each.front.series == name]
        yield _first_issue(series, issues, first_day)


def _first_issue(series: Series, issues: Iterable[Bulletin], first_day: date) -> NextIssue:
    held = tuple(issues)
    latest = max((each.date for each in held if each.date is not None), default=first_day)
    try:
        return NextIssue(series, next_numbers(series, held, max(latest, first_day)))
    except NumberingError as error:
        return NextIssue(series, Numbers(), str(error))
