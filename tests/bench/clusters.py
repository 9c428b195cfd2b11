"""The same build on a Dask cluster of two workers on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from generators.store.digests import file_digests
from tests.bench.processes import Run, tongbao
from tests.bench.rows import Row, wall_row
from tests.build.clusters import local_cluster

_WORKERS: Final = 2
_LIMIT: Final = 1.2


def cluster_row(name: str, project: Path, day: str, site: Path, plain: Run, folder: Path) -> Row:
    """Return the row of a build on a cluster against the ``plain`` one that made ``site``.

    Raises ``ClickException`` if the build fails, or makes other bytes.
    """
    shared = folder / "shared"
    shared.mkdir(parents=True)
    made = folder / "site"
    with local_cluster(folder / "cluster", _WORKERS) as cluster:
        spent = tongbao(
            *("build", "--clean", "--as-of", day, "--project", project, "--site-dir", made),
            *("--cluster", cluster.address, "--shared", shared),
        )
    if file_digests(made) != file_digests(site):
        raise click.ClickException(f"{name}：集群生成的网站与本机生成的不同")
    return wall_row(f"{name}，本机 Dask 集群（{_WORKERS}个工作进程）与不用集群比", [spent], [plain], _LIMIT)
