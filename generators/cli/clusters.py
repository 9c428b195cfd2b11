"""The cluster of ``--cluster``: asked before anything else is done whether it can be used."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click

from generators.cli.console import EXIT_PROBLEMS
from generators.clusters.connection import connected
from generators.clusters.error import ClusterError
from generators.clusters.fitness import refuse_unfit_workers
from generators.clusters.folder import SharedFolder, address_of
from generators.store.store import Store


@dataclass(frozen=True, slots=True)
class ClusterOrder:
    """Which cluster is to make the pages: the address of its scheduler, and the folder that it shares."""

    address: str
    folder: SharedFolder

    @classmethod
    def of(cls, address: str, shared: str | None, store: Store) -> ClusterOrder:
        """Return the cluster at ``address``; without ``shared`` it shares that of the store."""
        return cls(address, SharedFolder(address_of(str(store.prepared()) if shared is None else shared)))


def require_cluster(cluster: ClusterOrder) -> None:
    """Raise ``ClusterError`` if the cluster cannot do its work as it is now."""
    with connected(cluster.address) as connection, cluster.folder.new_folder() as folder:
        refuse_unfit_workers(connection, folder)


def require_cluster_or_exit(cluster: ClusterOrder) -> None:
    """Exit with code 1 if the cluster cannot do its work as it is now, and print why."""
    try:
        require_cluster(cluster)
    except ClusterError as error:
        click.echo(f"没有发布：集群用不了，原有网站没有改动。\n{error}", err=True)
        sys.exit(EXIT_PROBLEMS)
