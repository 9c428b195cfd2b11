"""Whole processes: how long each took, how much of the processors' time, and its largest process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from tests.build.project import ROOT

MKDOCS: Final = (sys.executable, "-m", "mkdocs")
_PROGRAM: Final = (sys.executable, "-c", "from generators.cli import main; main()")
_KILOBYTE: Final = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What a process and its children took: seconds by the clock, of the processors, and bytes at the peak.

    The peak is that of the largest single process.
    """

    wall: float
    processor: float
    peak: int


def tongbao(*arguments: str | Path, checkout: Path = ROOT) -> Run:
    """Run the program of ``checkout``; raises ``ClickException`` with its words if it fails."""
    return run([*_PROGRAM, *map(str, arguments)], checkout)


def run(command: Sequence[str], checkout: Path = ROOT) -> Run:
    """Run a command in the folder ``checkout``; raises ``ClickException`` with its words if it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(checkout)}
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=checkout, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise click.ClickException(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _KILOBYTE)
