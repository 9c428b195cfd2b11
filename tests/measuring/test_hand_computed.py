"""Every row of ``hand_computed.yml``, worked out by hand, against what measuring finds."""

from __future__ import annotations

import datetime
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Annotated, Final

import pytest
from pydantic import Field, PlainValidator

from generators.measuring import measure
from generators.measuring.results import Coverage, Flags, Measured, Measurements, Origin, Progress, Status
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.indicator import Goal, Indicator, IndicatorKind
from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.report import FiledReport, Report, Value
from generators.model.scalars import Many, Number, Slug
from generators.model.target import FiledTarget, Target
from generators.reading.yaml_source import parse_yaml
from tests.measuring.builders import EAST, MAIN, PROGRAMME, dataset, programme

TABLE: Final = Path(__file__).parent / "hand_computed.yml"
PRECISION: Final = Fraction(1, 10**20)
"""A quotient that does not end cannot be exact as a decimal; twenty digits are asked of it."""


def _exactly(written: object) -> Fraction:
    if isinstance(written, bool) or not isinstance(written, int | str | Decimal):
        raise ValueError(f"{written!r} is not an exact number")
    return Fraction(written)


def _exactly_or_flag(written: object) -> Fraction | bool:
    return written if isinstance(written, bool) else _exactly(written)


def _coverage(written: object) -> Coverage:
    reported, expected = str(written).split("/")
    return Coverage(int(reported), int(expected))


Exact = Annotated[Fraction, PlainValidator(_exactly)]


class RowIndicator(Indicator):
    """An indicator of a row; its name and, mostly, its unit do not matter."""

    name: str = "示例"
    measure: str = "个"


class RowTarget(Target):
    """A target of the main indicator, filed by the row's own division unless it names another."""

    division: Slug | None = None
    indicator: Slug = MAIN


class RowReport(Value):
    """One reported value with its period, filed by the row's own division unless it names another."""

    division: Slug | None = None
    indicator: Slug = MAIN
    period: PeriodField
    on: datetime.date | None = None


class RowCorrection(Correction):
    """A correction, by default of the east township's main indicator."""

    division: Slug = EAST
    indicator: Slug = MAIN
    reason: str = "复核"
    office: str = "示例"


class RowDiscrepancy(Record):
    """The figure a division declared beside the one that rolls up below it."""

    declared: Exact
    rolled_up: Exact
    coverage: Annotated[Coverage, PlainValidator(_coverage)]


class Expected(Record):
    """What must come out. The five results are always written, null where there is no number."""

    value: Annotated[Fraction | bool | None, PlainValidator(lambda v: None if v is None else _exactly_or_flag(v))]
    attainment: Exact | None
    expected: Exact | None
    gap: Exact | None
    status: Annotated[Status, PlainValidator(Status)]
    origin: Annotated[Origin, PlainValidator(Origin)] = Origin.DECLARED
    coverage: Annotated[Coverage, PlainValidator(_coverage)] | None = None
    discrepancy: RowDiscrepancy | None = None
    late_report: bool = False
    overdue_periods: Many[str] = ()
    late_achievement: bool = False
    corrected: bool = False


class Row(Record):
    """One line of the table; see the comment at its top for what each field means."""

    id: Slug
    shows: str
    division: Slug = EAST
    indicator: RowIndicator
    others: dict[Slug, RowIndicator] = Field(default_factory=dict)
    target: RowTarget | None
    other_targets: Many[RowTarget] = ()
    reports: Many[RowReport] = ()
    corrections: Many[RowCorrection] = ()
    as_of: datetime.date
    observed_until: datetime.date | None = None
    programme_starts: datetime.date | None = None
    tolerance: Number = Decimal(10)
    working: str
    expect: Expected

    def targets(self) -> list[FiledTarget]:
        """Return the row's target and those of other divisions, filed."""
        own = [] if self.target is None else [self.target]
        return [FiledTarget(target.division or self.division, target) for target in (*own, *self.other_targets)]

    def filed_reports(self) -> list[FiledReport]:
        """Return the row's reports, each by its own division."""
        return [self._filed(report) for report in self.reports]

    def _filed(self, row: RowReport) -> FiledReport:
        value = Value.model_validate({name: getattr(row, name) for name in Value.model_fields})
        return FiledReport(
            row.division or self.division, Report(period=row.period, on=row.on, values={row.indicator: value})
        )

    def dataset(self) -> Dataset:
        """Return the dataset that the row describes."""
        work = programme(
            {"main": self.indicator, **self.others},
            starts=self.programme_starts,
            observed_until=self.observed_until,
        )
        return dataset(
            work,
            targets=self.targets(),
            reports=self.filed_reports(),
            corrections=self.corrections,
            tolerance=self.tolerance,
        )


def _rows() -> tuple[Row, ...]:
    read = parse_yaml(TABLE.read_text(encoding="utf-8"), TABLE.name)
    assert not read.problems, read.problems
    assert isinstance(read.value, list)
    return tuple(Row.model_validate(node) for node in read.value)


ROWS: Final = _rows()


def _agrees(found: Decimal | bool | None, expected: Fraction | bool | None) -> bool:
    if found is None or expected is None or isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    return abs(Fraction(found) - expected) <= PRECISION * max(1, abs(expected))


def _progress(found: Measurements, division: str) -> Progress | None:
    matching = [each for each in found.progress if (each.division, each.indicator) == (division, MAIN)]
    assert len(matching) <= 1
    return matching[0] if matching else None


def _measured(row: Row, found: Measurements, progress: Progress | None) -> Measured | None:
    return found.values.get((row.division, MAIN)) if progress is None else progress.measured


def _differences(row: Row, found: Measurements) -> list[str]:
    expect = row.expect
    progress = _progress(found, row.division)
    measured = _measured(row, found, progress)
    flags = Flags() if progress is None else progress.flags
    numbers: list[tuple[str, Decimal | bool | None, Fraction | bool | None]] = [
        ("value", measured and measured.value, expect.value),
        ("attainment", progress and progress.attainment, expect.attainment),
        ("expected", progress and progress.expected, expect.expected),
        ("gap", progress and progress.gap, expect.gap),
    ]
    exact: list[tuple[str, object, object]] = [
        ("status", Status.NO_TARGET if progress is None else progress.status, expect.status),
        ("origin", measured and measured.origin, expect.origin),
        ("coverage", measured and measured.coverage, expect.coverage),
        ("late_report", flags.late_report, expect.late_report),
        ("overdue_periods", tuple(period.text for period in flags.overdue_periods), expect.overdue_periods),
        ("late_achievement", flags.late_achievement, expect.late_achievement),
        ("corrected", measured is not None and measured.corrected, expect.corrected),
    ]
    if progress is not None:
        exact.append(("corrected flag", flags.corrected, expect.corrected))
    return [f"{name}: {got}, by hand {want}" for name, got, want in numbers if not _agrees(got, want)] + [
        f"{name}: {got}, by hand {want}" for name, got, want in exact if got != want
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_comes_out_as_computed_by_hand(row: Row) -> None:
    assert not _differences(row, measure(row.dataset(), row.as_of)), f"{row.shows}\n{row.working}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_discrepancies_are_those_found_by_hand(row: Row) -> None:
    found = measure(row.dataset(), row.as_of).discrepancies
    expected = row.expect.discrepancy
    assert [(Fraction(each.declared), Fraction(each.rolled_up), each.coverage) for each in found] == (
        [] if expected is None else [(expected.declared, expected.rolled_up, expected.coverage)]
    )


def test_table_is_large_enough_and_every_row_has_its_own_name() -> None:
    assert len(ROWS) >= 75
    assert max(Counter(row.id for row in ROWS).values()) == 1


def test_table_covers_every_kind_with_every_goal() -> None:
    met = {(row.indicator.kind, row.indicator.goal) for row in ROWS if row.target is not None}
    assert met == set(product(IndicatorKind, Goal))


def test_table_reaches_every_status() -> None:
    assert {row.expect.status for row in ROWS} == set(Status)


def test_every_row_writes_its_arithmetic_out() -> None:
    assert [row.id for row in ROWS if not row.working.strip() or not row.shows.strip()] == []


def test_rows_stay_within_one_programme() -> None:
    addresses = {report.indicator for row in ROWS for report in row.reports}
    assert {address.partition("/")[0] for address in addresses} == {PROGRAMME}
