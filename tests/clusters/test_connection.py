from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

import generators.clusters.connection
from generators.clusters.connection import connected
from generators.clusters.error import ClusterError
from tests.build.clusters import local_cluster


def _told(address: str) -> ClusterError:
    with pytest.raises(ClusterError) as caught, connected(address):
        pass
    return caught.value


@pytest.mark.parametrize(
    "address", ["", "scheduler", "scheduler:8786", "http://scheduler:8786", "tcp://scheduler", "tcp://:8786"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert [each.code for each in _told(address).problems] == ["E132"]


def test_without_the_extra_its_installation_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "E131" in str(_told("tcp://127.0.0.1:8786"))


def test_where_nobody_answers_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generators.clusters.connection, "_SECONDS_TO_CONNECT", 1)
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        assert "E133" in str(_told(f"tcp://127.0.0.1:{taken.getsockname()[1]}"))


def test_failures_of_tasks_and_workers_are_told(tmp_path: Path) -> None:
    never_again = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with local_cluster(tmp_path / "cluster", 0, never_again) as cluster:
        assert "E134" in str(_told(cluster.address))
        cluster.start_worker()
        with connected(cluster.address) as connection:
            with connection.working_on(abs, [-1, 2]) as futures:
                assert [each.result() for each in futures] == [1, 2]
                assert {each.result() for each in connection.results(futures)} == {1, 2}
            with (
                connection.working_on(int, ["一二"]) as futures,
                pytest.raises(ClusterError, match=r"E138[\s\S]*ValueError"),
            ):
                list(connection.results(futures))
            with (
                connection.working_on(os._exit, [1]) as futures,
                pytest.raises(ClusterError, match=r"E137[\s\S]*127\.0\.0\.1"),
            ):
                list(connection.results(futures))
            with connection.working_on(abs, [-1]) as futures:
                cluster.processes[0].kill()
                with pytest.raises(ClusterError, match="E133"):
                    list(connection.results(futures))
