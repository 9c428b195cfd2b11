"""The connection of a build to a Dask cluster, whose workers run its tasks."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final, TypeVar

from generators.clusters.error import ClusterError, cluster_error

_ADDRESS: Final = re.compile(r"(?:tcp|tls|ws|wss)://(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):[0-9]{1,5}")
_SECONDS_TO_CONNECT: Final = 20
_SECONDS_WITHOUT_WORKERS: Final = 60
"""How long to wait for a worker once all are gone: most are started again."""

_SECONDS_BETWEEN_LOOKS: Final = 2.0
_LOGGERS: Final = ("distributed", "tornado", "asyncio")

_Key = TypeVar("_Key")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that is connected. Its workers are processes that may come and go."""

    client: Any
    """The engine's own client, which is hardly typed."""

    @property
    def workers(self) -> tuple[str, ...]:
        """Return the addresses of the workers that are there now, sorted."""
        return tuple(sorted(self.client.nthreads()))

    def told_by_workers(self, function: Callable[..., object], *arguments: object) -> dict[str, object]:
        """Call a function of a module on every worker and return what each says, by its address.

        What one raised is returned in place of that.
        """
        found: dict[str, object] = self.client.run(function, *arguments, on_error="return")
        return found

    def told_by_scheduler(self, function: Callable[[], object]) -> object:
        """Call a function of a module in the scheduler and return what it says, or what it raised."""
        try:
            return self.client.run_on_scheduler(function)
        except Exception as error:  # noqa: BLE001 - whatever prevents it is told
            return error

    @contextmanager
    def working_on(
        self, task: Callable[[_Key], _Result], keys: Iterable[_Key], preferred: Iterable[str] = ()
    ) -> Iterator[list[Future[_Result]]]:
        """Call ``task`` with each of ``keys`` on the workers; yield the results to come, in order.

        ``task`` is a function of a module; it, keys and results are pickled. The tasks go to the workers
        that are ``preferred``, and to others once those have nothing to do. The task of a worker that dies
        runs again on another. Leaving the body takes back what has not begun.
        """
        places = {"workers": sorted(preferred), "allow_other_workers": True} if preferred else {}
        executor = self.client.get_executor(pure=False, **places)
        try:
            yield [executor.submit(task, key) for key in keys]
        finally:
            with suppress(Exception):
                executor.shutdown(wait=False)

    def results(self, futures: Iterable[Future[_Result]]) -> Iterator[Future[_Result]]:
        """Yield the futures as they are done, each with a result.

        Raises ``ClusterError`` for a task that failed or whose workers died again and again, and if the
        scheduler or all workers are gone.
        """
        pending = set(futures)
        seen = monotonic()
        while pending:
            done, pending = wait(pending, _SECONDS_BETWEEN_LOOKS, FIRST_COMPLETED)
            for future in done:
                self._refuse_failed(future)
                yield future
            if done or self._has_workers():
                seen = monotonic()
            elif monotonic() - seen > _SECONDS_WITHOUT_WORKERS:
                raise cluster_error("E134", f"已有 {_SECONDS_WITHOUT_WORKERS} 秒没有工作进程")

    def _has_workers(self) -> bool:
        self._refuse_lost()
        return bool(self.workers)

    def _refuse_lost(self) -> None:
        if self.client.status != "running":
            raise cluster_error("E133", "与调度器的连接中途断了")

    def _refuse_failed(self, future: Future[Any]) -> None:
        from distributed import KilledWorker  # noqa: PLC0415 - a part of the extra

        try:
            error = future.exception()
        except CancelledError:
            raise cluster_error("E133", "与调度器的连接中途断了，任务被取消") from None
        if error is None:
            return
        if isinstance(error, ClusterError):
            raise error
        if isinstance(error, KilledWorker):
            raise cluster_error("E137", f"最后一个是 {error.last_worker.address}") from error
        self._refuse_lost()
        raise cluster_error("E138", f"{type(error).__name__}: {error}") from error


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to the scheduler at ``address``, and close the connection after the body.

    Raises ``ClusterError`` if the extra is missing, the address is none, nobody answers there, or there is
    no worker.
    """
    if not _ADDRESS.fullmatch(address):
        raise cluster_error("E132", f"“{address}”")
    try:
        from distributed import Client  # noqa: PLC0415 - a part of the extra
    except ImportError as error:
        raise cluster_error("E131", f"找不到 {error.name}") from error
    with _silent():
        try:
            client: Any = Client(  # type: ignore[no-untyped-call]
                address, timeout=_SECONDS_TO_CONNECT, set_as_default=False, name="tongbao"
            )
        except (OSError, ValueError) as error:
            raise cluster_error("E133", f"{address}：{_SECONDS_TO_CONNECT} 秒内没有应答") from error
        try:
            cluster = Cluster(client)
            if not cluster.workers:
                raise cluster_error("E134", f"{address} 的调度器下没有工作进程")
            yield cluster
        finally:
            with suppress(Exception):
                client.close(timeout=_SECONDS_BETWEEN_LOOKS)


@contextmanager
def _silent() -> Iterator[None]:
    """Keep back what the engine logs and warns of: what matters is told as a problem, once."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    loggers += [
        logging.getLogger(name)
        for name in logging.root.manager.loggerDict
        if name.partition(".")[0] in _LOGGERS
    ]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, was_disabled in zip(loggers, before, strict=True):
            logger.disabled = was_disabled
