"""Closed periods: of a project, and in memory; and edits of the files of a project."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from generators.drafting.closing.records import ClosingWanted, Program, closing_record, reopening_record
from generators.drafting.closing.writing import chain_line, record_text, write_record
from generators.model.canonical import sha256_of
from generators.model.closing import (
    CHAIN,
    NOTHING_BEFORE,
    ClosedRecord,
    Closing,
    ClosingStep,
    file_of,
)
from generators.model.closing_lines import Content
from generators.model.dataset import Dataset
from generators.model.period import parse_period
from generators.reading.load import load_project
from generators.store.digests import methods_digest
from tests.build.project import FIXTURES_DAY, add_to, replace_in, write_files

PROGRAMME: Final = "clear-stream"
QUARTERS: Final = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
COUNTY: Final = "data/townships/yunxi"
EAST: Final = f"{COUNTY}/east-bridge/township.yml"
CORRECTIONS: Final = "data/corrections.yml"
OLD_PROGRAM: Final = Program("0.0.1", "")
"""A program whose code is not that of today."""


def known_salt() -> str:
    """Return a text in place of a secret one, so that a test always has the same record."""
    return "0" * 64


def this_program() -> Program:
    """Return the program that runs."""
    return Program("0.1.0", methods_digest())


def dataset_of(project: Path) -> Dataset:
    """Return the dataset of a project that can be read."""
    dataset = load_project(project).dataset
    assert dataset is not None
    return dataset


def close_period(
    project: Path,
    period: str,
    programme: str = PROGRAMME,
    on: date = FIXTURES_DAY,
    program: Program | None = None,
) -> ClosedRecord:
    """Close a period of a project, as ``tongbao close`` does, and return the record."""
    wanted = ClosingWanted(programme, period, "", on)
    record = closing_record(dataset_of(project), wanted, program or this_program(), known_salt)
    write_record(project, record, listed(project))
    return record


def reopen_period(project: Path, period: str, reason: str, programme: str = PROGRAMME) -> ClosedRecord:
    """Open a closed period of a project again, as ``tongbao reopen`` does, and return the record."""
    wanted = ClosingWanted(programme, period, "", FIXTURES_DAY)
    record = reopening_record(dataset_of(project), wanted, reason, known_salt)
    write_record(project, record, listed(project))
    return record


def listed(project: Path) -> str:
    """Return the list of links of a project."""
    chain = project / CHAIN
    return chain.read_text(encoding="utf-8") if chain.is_file() else ""


def close_year(project: Path) -> None:
    """Close the quarters of 2024 of the project with every noun, and one quarter of its second programme."""
    for quarter in QUARTERS:
        close_period(project, quarter)
    close_period(project, "2025-Q1", "second")


def chain_files(count: int) -> dict[str, bytes]:
    """Return the files of a chain of ``count`` closings of one programme, by their paths in a project."""
    files: dict[str, bytes] = {}
    previous, lines = NOTHING_BEFORE, ""
    for number in range(1, count + 1):
        closing = Closing(
            programme=PROGRAMME,
            period=parse_period(f"2024-{number:02}"),
            step=ClosingStep.CLOSED,
            on=FIXTURES_DAY,
            by="示例办",
        )
        value: tuple[str, ...] = ("value", "yunxi", "clear-stream/patrols")
        hidden: tuple[str, ...] = ("value", "yunxi/east-bridge", "clear-stream/patrols")
        content = Content(
            closing=closing,
            is_public=True,
            salts=(known_salt(), known_salt()),
            figures={value: {"value": str(number)}, hidden: {"value": "7"}},
            public=frozenset({value}),
            inputs={("report", *hidden[1:], "2024-01", ""): sha256_of("7")},
            disclosures=sha256_of(""),
        )
        record = content.linked(number, previous, file_of(closing, 1))
        files[record.file] = record_text(record).encode()
        lines += chain_line(record)
        previous = record.link.digest
    return {**files, CHAIN: lines.encode()}


Edit = Callable[[Path], None]
"""A change of the files of a project."""


def township_file(township: str) -> str:
    """Return the file of a township of the minimal project."""
    return f"{COUNTY}/{township}/township.yml"


def put(file: str, old: str, new: str) -> Edit:
    """Return an edit that puts ``new`` in the place of ``old`` in a file."""
    return lambda project: replace_in(project / file, old, new)


def cut(file: str, pattern: str) -> Edit:
    """Return an edit that takes what ``pattern`` finds out of a file."""

    def edit(project: Path) -> None:
        path = project / file
        text, count = re.subn(pattern, "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert count == 1, f"{pattern} occurs {count} times"
        path.write_text(text, encoding="utf-8")

    return edit


def add(file: str, text: str) -> Edit:
    """Return an edit that adds ``text`` to a file, which need not exist."""
    return lambda project: (
        add_to(project, file, text) if (project / file).exists() else write_files(project, {file: text})
    )
