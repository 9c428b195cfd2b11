"""Close two periods of the invented county 示例县, so that its pages show closed periods.

From the repository's own folder, after ``examples.write_county`` wrote the county anew:

    python -m examples.close_county --project examples/shili

Real records hold secret texts that nobody can guess; those of an invented county are told here, so that
closing it again gives the same bytes for the same program.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from generators.drafting.closing.records import ClosingWanted, Program, closing_record
from generators.drafting.closing.writing import chain_line, write_record
from generators.model.closing import FOLDER
from generators.reading.load import load_project
from generators.store.digests import methods_digest

PERIODS: Final = (
    ClosingWanted("shili-double", "2026-Q1", "县委组织部工作办", date(2026, 4, 16)),
    ClosingWanted("shili-1357", "2026-Q2", "县委组织部工作办", date(2026, 7, 20)),
)
"""The first quarter is closed a few days before one of its figures was corrected."""

_VERSION: Final = "0.1.0"


def close_county(project: Path) -> int:
    """Close the periods of the county at ``project`` anew, and return how many they are.

    Raises ``ValueError`` if it cannot be read.
    """
    shutil.rmtree(project / FOLDER, ignore_errors=True)
    listed = ""
    for wanted in PERIODS:
        dataset = load_project(project).dataset
        if dataset is None:
            raise ValueError(f"{project} cannot be read")
        record = closing_record(dataset, wanted, Program(_VERSION, methods_digest()), lambda: "示例" * 16)
        write_record(project, record, listed)
        listed += chain_line(record)
    return len(PERIODS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Close the county that the command line names; return the exit status."""
    parser = argparse.ArgumentParser(description="给虚构的示例县结两期账")
    parser.add_argument("--project", type=Path, required=True, metavar="DIR", help="示例县所在的文件夹")
    count = close_county(parser.parse_args(arguments).project)
    sys.stdout.write(f"已结账{count}期\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
