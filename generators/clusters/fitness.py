"""Whether the workers of a cluster may work on a build: the same versions, and the same shared folder."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generators.clusters.connection import Cluster
from generators.clusters.error import SHARED, ClusterError, cluster_error
from generators.clusters.folder import SharedFolder
from generators.clusters.versions import differences, versions

_SIGN: Final = "sign"


@dataclass(frozen=True, slots=True)
class WorkerReport:
    """What a worker says of itself: its versions, and the name of the file that it wrote as an answer.

    ``problem`` says why it could not read the sign and answer, and is empty if it could.
    """

    versions: Mapping[str, str]
    answer: str
    problem: str = ""


def report_of_worker(folder: SharedFolder) -> WorkerReport:
    """Return what this process says of itself; answer the sign in ``folder`` by a file with its content."""
    answer = f"answer-{secrets.token_hex(8)}"
    try:
        folder.write(answer, folder.read(_SIGN))
    except ClusterError as error:
        return WorkerReport(versions(), answer, error.problems[0].detail)
    return WorkerReport(versions(), answer)


def refuse_unfit_workers(cluster: Cluster, folder: SharedFolder) -> None:
    """Raise ``ClusterError`` if a process has other versions, or a worker does not share ``folder``."""
    _refuse_other_versions("调度器", cluster.told_by_scheduler(versions))
    sign = secrets.token_bytes(16)
    folder.write(_SIGN, sign)
    for worker, report in sorted(cluster.told_by_workers(report_of_worker, folder).items()):
        if not isinstance(report, WorkerReport):
            raise _without_program(worker, report)
        _refuse_other_versions(worker, report.versions)
        if report.problem:
            raise cluster_error("E136", f"{worker} 读写不了：{report.problem}", SHARED)
        try:
            is_shared = folder.read(report.answer) == sign
        except ClusterError:
            is_shared = False
        if not is_shared:
            raise cluster_error("E136", f"{folder.address} 在 {worker} 那里是另一个文件夹", SHARED)


def refuse_other_versions_than(coordinator: Mapping[str, str]) -> None:
    """On a worker: raise ``ClusterError`` if its versions are not those of the ``coordinator``."""
    different = differences(coordinator)
    if different:
        raise cluster_error("E135", f"后来加入的工作进程：发起一方的 {different}")


def _refuse_other_versions(process: str, theirs: object) -> None:
    if not isinstance(theirs, Mapping):
        raise _without_program(process, theirs)
    different = differences(theirs)
    if different:
        raise cluster_error("E135", f"{process} 的 {different}")


def _without_program(process: str, told: object) -> ClusterError:
    return cluster_error("E135", f"{process} 里没有这个版本的通报（{type(told).__name__}: {told}）")
