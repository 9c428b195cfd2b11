"""Dask clusters on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.running import environment

_PATIENCE: Final = 120
"""After so many seconds a process that should have started is taken to have not."""

_TO_END: Final = 20
"""So many seconds a process has to end when it is asked to."""

_WITHOUT_PROFILER: Final = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
_LOCAL: Final = ("--host", "127.0.0.1", "--no-dashboard")


@dataclass(slots=True)
class LocalCluster:
    """A cluster in ``folder``, which workers may join at any time. The system chooses the ports."""

    folder: Path
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start_scheduler(self, variables: Mapping[str, str]) -> None:
        """Start the scheduler and wait for its address."""
        self._start("scheduler", variables, "--port", "0", "--scheduler-file", self._file)
        self.address = json.loads(_waited_for(self._file))["address"]

    def start_worker(self, variables: Mapping[str, str] = MappingProxyType({})) -> subprocess.Popen[bytes]:
        """Start a worker of one thread, which no other process starts again, and wait until it has joined."""
        name = f"worker-{len(self.processes)}"
        sign = self.folder / f"{name}.log"
        process = self._start(
            "worker",
            variables,
            *("--scheduler-file", self._file, "--nthreads", "1", "--no-nanny", "--memory-limit", "0"),
            *("--name", name, "--local-directory", self.scratch / name),
            log=sign,
        )
        _waited_for(sign, "Registered to")
        return process

    @property
    def scratch(self) -> Path:
        """Return where the workers put their temporary files."""
        return self.folder / "scratch"

    def stop(self) -> None:
        """End all processes, by force where one does not end when asked to."""
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    @property
    def _file(self) -> Path:
        return self.folder / "scheduler.json"

    def _start(
        self, program: str, variables: Mapping[str, str], *arguments: str | Path, log: Path | None = None
    ) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *_LOCAL, *map(str, arguments)]
        settings = environment({**_WITHOUT_PROFILER, **variables})
        with (log or self.folder / f"{program}.log").open("wb") as said:
            process = subprocess.Popen(command, env=settings, cwd=self.folder, stdout=said, stderr=said)
        self.processes.append(process)
        return process


@contextmanager
def local_cluster(
    folder: Path, workers: int, variables: Mapping[str, str] = MappingProxyType({})
) -> Iterator[LocalCluster]:
    """Yield a cluster of so many workers with ``variables`` in their environment; it ends after the body.

    The profiler is off, as the maintainers' documents say.
    """
    folder.mkdir(parents=True, exist_ok=True)
    cluster = LocalCluster(folder)
    try:
        cluster.start_scheduler(variables)
        for _ in range(workers):
            cluster.start_worker(variables)
        yield cluster
    finally:
        cluster.stop()


def _waited_for(file: Path, text: str = "") -> str:
    """Return the content of ``file`` once it is written and has ``text``."""
    end = time.monotonic() + _PATIENCE
    content = ""
    while time.monotonic() < end:
        content = file.read_text(encoding="utf-8") if file.is_file() else ""
        if content and text in content:
            return content
        time.sleep(0.05)
    raise AssertionError(f"{file.name}: {content}")
