from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.build.clusters import LocalCluster, local_cluster


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """Return a cluster of two workers."""
    with local_cluster(tmp_path_factory.mktemp("cluster"), 2) as started:
        yield started
