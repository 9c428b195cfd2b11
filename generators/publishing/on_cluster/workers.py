"""The workers of a cluster as those who make the pages of a site."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generators.clusters.connection import Cluster, connected
from generators.clusters.error import SHARED, cluster_error
from generators.clusters.folder import SharedFolder
from generators.clusters.versions import versions
from generators.model.visibility import Audience
from generators.publishing.on_cluster.package import Package, PackageAddress, pack
from generators.publishing.on_cluster.worker import KEPT, Delivery, UnitOrder, forget_build, make_unit
from generators.publishing.side_by_side import PageMaker, UnitPages, read_finished
from generators.publishing.units import Unit


@dataclass(frozen=True, slots=True)
class ClusterWorkers:
    """The workers of the cluster at ``address``, for the site of one of the ``audiences`` of a package.

    Each connection is one of its own: the sites of several audiences are built by several processes.
    """

    address: str
    package: PackageAddress
    audiences: tuple[Audience, ...]
    audience: Audience
    number: int

    @property
    def are_several(self) -> bool:
        """Whether others than this process make the pages: always, be it one."""
        return True

    @contextmanager
    def making(self, maker: PageMaker, units: Sequence[Unit]) -> Iterator[Iterator[tuple[Unit, UnitPages]]]:
        """Make the units on the cluster; each is put into the folder of the site when it is there."""
        with connected(self.address) as cluster:
            orders = [UnitOrder(self.package, versions(), self.audience, unit) for unit in units]
            with cluster.working_on(make_unit, orders, self._preferred(cluster)) as results:
                unit_of = dict(zip(results, units, strict=True))
                yield (
                    (unit_of[result], self._received(maker, unit_of[result], result.result()))
                    for result in cluster.results(results)
                )

    def _preferred(self, cluster: Cluster) -> Sequence[str]:
        """Return the workers that begin with this site, so that few have to prepare more than one."""
        position = self.audiences.index(self.audience)
        return cluster.workers[position :: len(self.audiences)]

    def _received(self, maker: PageMaker, unit: Unit, delivery: Delivery | None) -> UnitPages:
        """Write the pages of a delivery, and return what there is to keep of them."""
        if delivery is None:
            return None
        folder = self.package.folder
        content = folder.read(delivery.name)
        if sha256(content).hexdigest() != delivery.digest:
            raise cluster_error("E139", f"{folder.address}/{delivery.name} 与工作进程写入的不同", SHARED)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            for file in maker.pages_of(unit):
                if file.dest_uri in names:
                    target = Path(file.abs_dest_path)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(file.dest_uri))
            pages = read_finished(archive.read(KEPT))
        folder.remove(delivery.name)
        return pages


@contextmanager
def cluster_workers(
    address: str, folder: SharedFolder, package: Package
) -> Iterator[Mapping[Audience, ClusterWorkers]]:
    """Pack what pages are made from into ``folder``, and yield those who make them, for each audience.

    Afterwards the workers drop what they have prepared. Raises ``ClusterError``.
    """
    with folder.new_folder() as inner:
        packed = pack(package, inner)
        audiences = tuple(package.publications)
        with connected(address) as cluster:
            number = len(cluster.workers)
        try:
            yield {
                audience: ClusterWorkers(address, packed, audiences, audience, number)
                for audience in audiences
            }
        finally:
            # A cluster that has gone has nothing to drop.
            with suppress(Exception), connected(address) as cluster:
                cluster.told_by_workers(forget_build, packed.digest)
