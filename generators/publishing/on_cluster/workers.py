"""The workers of a cluster as those who make the pages of a site."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generators.clusters.connection import Cluster, connected
from generators.clusters.error import SHARED, cluster_error
from generators.clusters.folder import SharedFolder
from generators.clusters.versions import versions
from generators.languages import current_language
from generators.model.visibility import Audience
from generators.publishing.finished_pages import Finished
from generators.publishing.on_cluster.package import Package, PackageAddress, pack
from generators.publishing.on_cluster.worker import KEPT, Delivery, UnitOrder, forget_build, make_unit
from generators.publishing.page_maker import PageMaker, read_finished
from generators.publishing.side_by_side import UnitPages
from generators.publishing.units import Unit

if TYPE_CHECKING:
    from mkdocs.structure.files import File


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
            orders = [self._order(maker, unit) for unit in units]
            with cluster.working_on(make_unit, orders, self._preferred(cluster)) as results:
                order_of = dict(zip(results, orders, strict=True))
                yield (
                    (order_of[result].unit, self._received(maker, order_of[result], result.result()))
                    for result in cluster.results(results)
                )

    def _preferred(self, cluster: Cluster) -> Sequence[str]:
        """Return the workers that begin with this site, so that few have to prepare more than one."""
        position = self.audiences.index(self.audience)
        return cluster.workers[position :: len(self.audiences)]

    def _order(self, maker: PageMaker, unit: Unit) -> UnitOrder:
        finished = maker.finished
        known = None if finished is None else finished.keys_in_place(maker.pages_of(unit))
        return UnitOrder(self.package, versions(), self.audience, current_language(), unit, known)

    def _received(self, maker: PageMaker, order: UnitOrder, delivery: Delivery | None) -> UnitPages:
        """Write the pages of a delivery, and return what there is to keep of them.

        Return ``None`` if a page has a problem, or was in the earlier site and is there no longer.
        """
        if delivery is None:
            return None
        content = self._content_of(delivery)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            kept = dict(read_finished(archive.read(KEPT)))
            names = set(archive.namelist())
            for file in maker.pages_of(order.unit):
                if file.dest_uri in names:
                    target = Path(file.abs_dest_path)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(file.dest_uri))
                elif order.known is not None and order.known.get(file.src_uri) == kept[file.src_uri].key:
                    taken = _taken(maker, file, kept[file.src_uri].key)
                    if taken is None:
                        return None
                    kept[file.src_uri] = taken
        return kept

    def _content_of(self, delivery: Delivery) -> bytes:
        """Return the archive of a delivery, and remove it; raises ``ClusterError`` if it is another."""
        folder = self.package.folder
        content = folder.read(delivery.name)
        if sha256(content).hexdigest() != delivery.digest:
            raise cluster_error("E139", f"{folder.address}/{delivery.name} 与工作进程写入的不同", SHARED)
        folder.remove(delivery.name)
        return content


def _taken(maker: PageMaker, file: File, key: str) -> Finished | None:
    """Write a page of the earlier site; return it, ``None`` if it is not there as it was."""
    if maker.finished is None or file.page is None:
        return None
    return maker.finished.take(file.page, key)


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
        del package  # publications take memory, and each site makes its own when it is built
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
