"""How the broken projects of closed periods are made from the minimal one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generators.drafting.closing.records import ClosingWanted, closing_record
from generators.drafting.closing.writing import write_record
from generators.model.closing import CHAIN, FOLDER, NOTHING_BEFORE
from generators.model.closing_lines import Content
from tests.build.closings import (
    CORRECTIONS,
    EAST,
    OLD_PROGRAM,
    PROGRAMME,
    Edit,
    add,
    close_period,
    cut,
    dataset_of,
    known_salt,
    put,
    township_file,
)
from tests.build.project import replace_in, write_files

_CLOSED_ON: Final = date(2024, 10, 1)
_FIRST: Final = f"{FOLDER}/{PROGRAMME}/2024-Q1.jsonl"
_WEST: Final = township_file("west-ford")


def _closed_then(edit: Edit, *more: str) -> Edit:
    """Return an edit that closes the first quarter of the minimal project, and ``more``, before ``edit``."""

    def closed(project: Path) -> None:
        for period in ("2024-Q1", *more):
            close_period(project, period, on=_CLOSED_ON, program=OLD_PROGRAM)
        edit(project)

    return closed


def _rename_record(project: Path) -> None:
    (project / _FIRST).rename(project / FOLDER / PROGRAMME / "2024-Q2.jsonl")
    replace_in(project / CHAIN, "2024-Q1.jsonl", "2024-Q2.jsonl")


def _swap_links(project: Path) -> None:
    chain = project / CHAIN
    chain.write_text("".join(reversed(chain.read_text("utf-8").splitlines(keepends=True))), encoding="utf-8")


def _compute_otherwise(project: Path) -> None:
    """Close the first quarter with a figure that the program of today does not give."""
    wanted = ClosingWanted(PROGRAMME, "2024-Q1", "", _CLOSED_ON)
    record = closing_record(dataset_of(project), wanted, OLD_PROGRAM, known_salt)
    key = ("value", "yunxi", "clear-stream/cleaned-streams")
    content = Content(
        closing=record.closing,
        is_public=True,
        salts=(known_salt(), known_salt()),
        figures={**record.figures, key: {**record.figures[key], "value": "4"}},
        public=record.public,
        inputs=dict(record.inputs),
        disclosures=record.disclosures,
    )
    write_record(project, content.linked(1, NOTHING_BEFORE, record.file), "")


BROKEN: Final[Mapping[str, Edit]] = MappingProxyType(
    {
        "E901": _closed_then(put(_FIRST, '"number":"1"', '"number": "1"')),
        "E902": _closed_then(_rename_record),
        "E903": _closed_then(put(_FIRST, '"step":"closed"', '"step":"reopened"')),
        "E904": _closed_then(_swap_links, "2024-Q2"),
        "E905": _closed_then(lambda project: (project / _FIRST).unlink()),
        "E906": _closed_then(
            lambda project: write_files(
                project, {f"{FOLDER}/{PROGRAMME}/2024-Q2.jsonl": (project / _FIRST).read_bytes()}
            )
        ),
        "E907": _closed_then(add(CHAIN, "{}\n")),
        "E910": _closed_then(put(_WEST, "cleaned-streams: 2", "cleaned-streams: 3")),
        "E911": _closed_then(put(EAST, "value: 8", "value: 9")),
        "E912": _closed_then(cut(_WEST, r"reports:.*")),
        "E913": _closed_then(
            put(
                _WEST,
                "reports:\n",
                "reports:\n  - period: 2024-02\n    on: 2024-04-04\n"
                "    source: {document: quarterly-return, at: 第3行}\n"
                "    values: {clear-stream/patrols: 4}\n",
            )
        ),
        "E914": _closed_then(
            add(
                CORRECTIONS,
                "- division: yunxi/east-bridge\n  indicator: clear-stream/patrols\n  period: 2024-Q1\n"
                "  old: 24\n  new: 20\n  reason: 重复计入\n  office: 示例办\n  on: 2024-09-30\n",
            )
        ),
        "E915": _compute_otherwise,
    }
)
"""How the broken projects of closed periods are made from the minimal one, by the code that each has."""
