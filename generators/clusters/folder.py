"""The folder that a build and the workers of a cluster share: a path, or an address that fsspec opens."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generators.clusters.error import SHARED, ClusterError, cluster_error


def address_of(written: str) -> str:
    """Return an address as it was written, but a path as seen from wherever a worker was started."""
    return written if "://" in written else str(Path(written).resolve())


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """Files under names at ``address``: a path as ``/srv/tongbao``, or as ``s3://bucket/tongbao``."""

    address: str

    def write(self, name: str, content: bytes) -> None:
        """Write a file; raises ``ClusterError``."""
        with _told(self.address):
            system, path = self._opened()
            system.pipe_file(f"{path}/{name}", content)

    def read(self, name: str) -> bytes:
        """Return the content of a file; raises ``ClusterError``."""
        with _told(self.address):
            system, path = self._opened()
            content: bytes = system.cat_file(f"{path}/{name}")
            return content

    def remove(self, name: str) -> None:
        """Remove a file; raises ``ClusterError``."""
        with _told(self.address):
            system, path = self._opened()
            system.rm_file(f"{path}/{name}")

    @contextmanager
    def new_folder(self) -> Iterator[SharedFolder]:
        """Yield a new folder in this one, on a disk readable by its owner alone; it is removed at the end."""
        name = f"tongbao-{secrets.token_hex(8)}"
        inner = SharedFolder(f"{self.address.rstrip('/')}/{name}")
        with _told(self.address):
            system, path = inner._opened()
            if _is_local(system):
                Path(path).mkdir(mode=0o700, parents=True)
            else:
                system.makedirs(path, exist_ok=True)
        try:
            yield inner
        finally:
            # What is not there any more, or cannot be reached, cannot be removed.
            with suppress(Exception):
                system.rm(path, recursive=True)

    def _opened(self) -> tuple[Any, str]:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - a part of the extra

        system, path = url_to_fs(self.address)
        return system, str(path).rstrip("/")


def _is_local(system: object) -> bool:
    from fsspec.implementations.local import LocalFileSystem  # noqa: PLC0415 - a part of the extra

    return isinstance(system, LocalFileSystem)


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Raise what a file system raises, which may be anything, as ``ClusterError``."""
    try:
        yield
    except ClusterError:
        raise
    except Exception as error:
        raise cluster_error("E139", f"{address}：{type(error).__name__}: {error}", SHARED) from error
