"""Excel to YAML to Excel, and YAML to Excel to YAML: what an office typed comes back as it was typed."""

from __future__ import annotations

import io
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generators.importing.filing.changes import Effect
from generators.importing.filing.files import put_in_place
from generators.importing.importing import content_of
from generators.importing.plan import Plan, plan_of
from generators.importing.wanted import ImportWanted, nobody_to_ask
from generators.model.dataset import Dataset
from generators.reading.load import load_project
from generators.returning.lists.office import Office
from generators.returning.lists.problems import problems_form
from generators.returning.writing import ReturnsOrder, returns_ordered
from generators.workbooks.writing.form import Fixed, Form, Input, form_bytes
from tests.build.offices import OFFICE_DAY, TOWNSHIPS, office_project

PROGRAMME = "strong"
DAY = date(2026, 4, 8)
NEXT_DAY = date(2026, 5, 8)
QUICK = settings(max_examples=3, deadline=None, phases=(Phase.reuse, Phase.generate))
"""Few examples of many values each, which are not made smaller: an example is a whole import."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a county whose office has reported nothing; tests change copies of it."""
    return office_project(tmp_path_factory.mktemp("office") / "project")


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed in the cells of an indicator, and the fields of its value in YAML."""

    cells: tuple[str | Decimal | None, ...]
    fields: dict[str, object]


def _number(value: Decimal) -> Typed:
    return Typed((value,), {"value": value})


NUMBERS = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False).map(
    lambda each: _number(Decimal(f"{each.normalize():f}"))
)
NONE_OF_IT = st.sampled_from(["本镇无此项", "条件不具备：“待建”"])
PARTS = st.tuples(st.integers(0, 400), st.integers(1, 400)).map(
    lambda each: Typed(
        (Decimal(min(each)), Decimal(max(each))),
        {"numerator": Decimal(min(each)), "denominator": Decimal(max(each))},
    )
)
FLAGS = st.booleans().map(lambda each: Typed(("是" if each else "否",), {"value": each}))
CELLS = {
    "sites": NUMBERS,
    "funds": NUMBERS,
    "deeds": NUMBERS,
    "income": NUMBERS,
    "weak": NUMBERS,
    "petitions": NUMBERS,
    "meetings": PARTS,
    "instructors": FLAGS,
}
ROW = st.fixed_dictionaries({}, optional=CELLS)
TOWNSHIP_IDS = tuple(f"qingtang/{each}" for each in TOWNSHIPS)


def _dataset(project: Path) -> Dataset:
    found = load_project(project).dataset
    assert found is not None
    return found


def _form(dataset: Dataset, period: str, day: date) -> Form:
    (made,) = returns_ordered(dataset, ReturnsOrder(PROGRAMME, period, is_whole=True), day)
    return made.form


def _filled(form: Form, typed: dict[str, dict[str, Typed]], period: str) -> Form:
    """Return the form with what is typed in its open cells, by the row's division and the indicator."""
    rows = []
    at = {column.id: index for index, column in enumerate(form.columns)}
    for row in form.rows:
        if row.id not in typed or row.cells[at["period"]].content != period:
            continue
        cells: list[Fixed | Input] = list(row.cells)
        for name, each in list(typed[row.id].items()):
            for column, content in zip(_columns(name), each.cells, strict=True):
                cell = cells[at[column]]
                if isinstance(cell, Input):
                    cells[at[column]] = replace(cell, content=content)
                else:
                    typed[row.id].pop(name, None)  # nobody has to report that
        rows.append(replace(row, cells=tuple(cells)))
    return replace(form, rows=tuple(rows))


def _columns(name: str) -> tuple[str, ...]:
    address = f"{PROGRAMME}/{name}"
    return (f"{address}#numerator", f"{address}#denominator") if name == "meetings" else (address,)


def _imported(project: Path, form: Form, day: date) -> Plan:
    """Write the form, read it back, and put what it says into the project."""
    dataset = _dataset(project)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "报表.xlsx")
        file.write_bytes(form_bytes(form, day, "示例"))
        wanted = ImportWanted(day)
        content, _ = content_of([file], dataset, wanted, nobody_to_ask, lambda _: None)
    plan = plan_of(project, dataset, content, wanted)
    assert [each for each in plan.problems if each.code.startswith("E")] == []
    put_in_place(project, plan.texts)
    return plan


def _cells(form: Form) -> dict[tuple[str, str], object]:
    """Return what a written form shows, by the ids of rows and the places of columns."""
    book: Any = openpyxl.load_workbook(io.BytesIO(form_bytes(form, DAY, "示例")))
    sheet = book[form.name]
    return {
        (row[0].value, cell.column_letter): cell.value
        for row in sheet.iter_rows(min_row=6)
        if row[0].value
        for cell in row[1:]
        if cell.value is not None
    }


@QUICK
@given(typed=st.fixed_dictionaries(dict.fromkeys(TOWNSHIP_IDS, ROW)))
def test_typed_values_are_those_on_record_and_come_back_as_the_last_ones(
    empty: Path, typed: dict[str, dict[str, Typed]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(empty, Path(folder, "project")))
        form = _form(_dataset(project), "2026-03", DAY)
        filled = _filled(form, typed, "2026-03")
        _imported(project, filled, DAY)
        dataset = _dataset(project)
        on_record = {
            (division, address.name): {
                field: found
                for field in ("value", "numerator", "denominator")
                if (found := getattr(observations[-1].value, field)) is not None
            }
            for (division, address), observations in dataset.observations.items()
        }
        assert on_record == {
            (division, name): each.fields for division, row in typed.items() for name, each in row.items()
        }
        again = _imported(project, filled, DAY)
        assert {each.effect for each in again.changes} <= {Effect.SAME}
        assert not again.texts
        shown = _form(dataset, "2026-04", NEXT_DAY)
        at = {column.id: index for index, column in enumerate(shown.columns)}
        for row in shown.rows:
            if row.id in typed and row.cells[at["period"]].content == "2026-04":
                for name in typed[row.id].keys() - {"meetings", "instructors"}:
                    last = row.cells[at[f"{PROGRAMME}/{name}"] - 1].content
                    assert last == typed[row.id][name].fields["value"], name


TEXTS = st.text(
    "溪岸有垃圾三处ABCxyz0123456789 ：#'\"=+-@{}[]()&*!|>%\\，。、“”（）—…～①√≥", min_size=1, max_size=30
).map(lambda each: f"溪{each.strip()}")


@QUICK
@given(
    titles=st.lists(TEXTS, min_size=1, max_size=6), days=st.lists(st.integers(0, 60), min_size=6, max_size=6)
)
def test_problems_of_any_wording_go_out_and_come_back_unchanged(
    empty: Path, titles: list[str], days: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(empty, Path(folder, "project")))
        dataset = _dataset(project)
        office = Office(dataset, dataset.programmes[PROGRAMME], "qingtang/dongtang")
        form = problems_form(office, OFFICE_DAY)
        at = {column.id: index for index, column in enumerate(form.columns) if column.id}
        rows = []
        for row, title, day in zip(form.rows, titles, days, strict=False):
            cells = list(row.cells)
            on = date(2026, 1, 5) + timedelta(day)
            for column, content in (("title", title), ("found", on), ("found.by", title[::-1])):
                cell = cells[at[column]]
                assert isinstance(cell, Input)
                cells[at[column]] = replace(cell, content=content)
            rows.append(replace(row, cells=tuple(cells)))
        _imported(project, replace(form, rows=tuple(rows)), OFFICE_DAY)
        after = _dataset(project)
        assert sorted(each.entry.title for each in after.ledger) == sorted(titles)
        listed = problems_form(replace(office, dataset=after), OFFICE_DAY)
        shown = _cells(listed)
        for each in after.ledger:
            found = each.entry.events[0].found
            assert found is not None
            written = [value for (row, _), value in shown.items() if row == each.address]
            assert each.entry.title in written
            assert found.by == each.entry.title[::-1]
        again = _imported(project, listed, OFFICE_DAY)
        assert {each.effect for each in again.changes} == {Effect.SAME}
        assert not again.texts
