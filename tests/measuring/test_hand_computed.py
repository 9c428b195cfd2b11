"""Every row of ``hand_computed.yml``, worked out by hand, against what measuring finds."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import pytest
from pydantic import Field, PlainValidator

from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.indicator import Goal, Indicator, IndicatorKind
from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.report import FiledReport, Report, Value
from generators.model.scalars import Number, Slug, TupleOf
from generators.model.target import FiledTarget, Target
from generators.reading.yaml_source import parse_yaml
from generators.results.figures import Coverage, Flags, Measured, Origin, Progress, Status
from generators.results.measurements import Measurements
from tests.build.datasets import dataset
from tests.build.divisions import EAST
from tests.build.figures import MAIN
from tests.build.programmes import PROGRAMME, programme

TABLE: Final = Path(__file__).parent / "hand_computed.yml"
PRECISION: Final = Fraction(1, 10**20)
"""A number that does not end cannot be exact as a decimal; twenty digits are asked of it."""


def _exactly(written: object) -> Fraction:
    assert isinstance(written, int | str | Decimal)
    assert not isinstance(written, bool)
    return Fraction(written)


def _exactly_or_flag(written: object) -> Fraction | bool:
    return written if isinstance(written, bool) else _exactly(written)


def _coverage(written: object) -> Coverage:
    reported, expected = str(written).split("/")
    return Coverage(int(reported), int(expected))


# Functions, for of an enumeration itself pydantic cannot tell from Python 3.13 on what it takes.
def _status(value: str) -> Status:
    return Status(value)


def _origin(value: str) -> Origin:
    return Origin(value)


Exact = Annotated[Fraction, PlainValidator(_exactly)]
ExactOrFlag = Annotated[Fraction | bool, PlainValidator(_exactly_or_flag)]


class RowIndicator(Indicator):
    """An indicator of a row; its name and, mostly, its unit do not matter."""

    name: str = "示例"
    measure: str = "个"


class RowTarget(Target):
    """A target of the main indicator, filed by the row's own division unless it names another."""

    division: Slug | None = None
    indicator: Address = MAIN


class RowReport(Value):
    """One reported value with its period, filed by the row's own division unless it names another."""

    division: Slug | None = None
    indicator: Address = MAIN
    period: PeriodField
    on: datetime.date | None = None


class RowCorrection(Correction):
    """A correction, by default of the east township's main indicator."""

    division: Slug = EAST
    indicator: Address = MAIN
    reason: str = "复核"
    office: str = "示例"


class RowDiscrepancy(Record):
    """The figure a division declared beside the one that rolls up below it."""

    declared: Exact
    rolled_up: Exact
    coverage: Annotated[Coverage, PlainValidator(_coverage)]


class Expected(Record):
    """What must come out. The five results are always written, null where there is no number."""

    value: ExactOrFlag | None
    attainment: Exact | None
    expected: Exact | None
    gap: Exact | None
    status: Annotated[Status, PlainValidator(_status)]
    origin: Annotated[Origin, PlainValidator(_origin)] = Origin.DECLARED
    coverage: Annotated[Coverage, PlainValidator(_coverage)] | None = None
    discrepancy: RowDiscrepancy | None = None
    late_report: bool = False
    overdue_periods: TupleOf[str] = ()
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
    other_targets: TupleOf[RowTarget] = ()
    reports: TupleOf[RowReport] = ()
    corrections: TupleOf[RowCorrection] = ()
    as_of: datetime.date
    observed_until: datetime.date | None = None
    programme_starts: datetime.date | None = None
    tolerance: Number = Decimal(10)
    working: str
    expect: Expected

    def targets(self) -> list[FiledTarget]:
        """Return the row's target and those of other divisions, filed."""
        own = [] if self.target is None else [self.target]
        return [
            FiledTarget(target.division or self.division, target) for target in (*own, *self.other_targets)
        ]

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


Found: TypeAlias = Decimal | bool | None
Wanted: TypeAlias = Fraction | bool | None


def _ends(number: Wanted) -> bool:
    """Whether ``number`` has a last decimal: no prime but 2 and 5 divides its denominator."""
    return not isinstance(number, Fraction) or 10**60 % number.denominator == 0


def _agrees(found: Found, wanted: Wanted, precision: Fraction) -> bool:
    if found is None or wanted is None or isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    return abs(Fraction(found) - wanted) <= precision * max(Fraction(1), abs(wanted))


def _progress(row: Row, found: Measurements) -> Progress | None:
    """Return what was found for the row's target: one progress where it has one, else none."""
    matching = [each for each in found.progress if (each.division, each.indicator) == (row.division, MAIN)]
    assert len(matching) == (0 if row.target is None else 1)
    return matching[0] if matching else None


def _numbers_found(measured: Measured, progress: Progress | None) -> dict[str, Found]:
    if progress is None:
        return {"value": measured.value, "attainment": None, "expected": None, "gap": None}
    return {
        "value": progress.value,
        "attainment": progress.attainment,
        "expected": progress.expected,
        "gap": progress.gap,
    }


def _wrong_numbers(found: Mapping[str, Found], expect: Expected) -> Iterator[str]:
    rests_on_endless = not (_ends(expect.value) and _ends(expect.expected))
    for name, got in found.items():
        wanted: Wanted = getattr(expect, name)
        precision = PRECISION if rests_on_endless or not _ends(wanted) else Fraction(0)
        if not _agrees(got, wanted, precision):
            yield f"{name}: {got}, by hand {wanted}"


def _words_found(measured: Measured, progress: Progress | None) -> dict[str, object]:
    flags = Flags(corrected=measured.corrected) if progress is None else progress.flags
    return {
        "status": Status.NO_TARGET if progress is None else progress.status,
        "origin": measured.origin,
        "coverage": measured.coverage,
        "late_report": flags.late_report,
        "overdue_periods": tuple(period.text for period in flags.overdue_periods),
        "late_achievement": flags.late_achievement,
        "corrected": flags.corrected,
    }


def _differences(row: Row) -> list[str]:
    found = measure(row.dataset(), row.as_of)
    progress = _progress(row, found)
    measured = found.values[row.division, MAIN] if progress is None else progress.measured
    wrong = list(_wrong_numbers(_numbers_found(measured, progress), row.expect))
    for name, got in _words_found(measured, progress).items():
        wanted = getattr(row.expect, name)
        if got != wanted:
            wrong.append(f"{name}: {got}, by hand {wanted}")
    return wrong


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_comes_out_as_computed_by_hand(row: Row) -> None:
    differences = _differences(row)
    if differences:
        pytest.fail("\n".join((row.shows, row.working, *differences)), pytrace=False)


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
