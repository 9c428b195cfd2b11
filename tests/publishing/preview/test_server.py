"""Sites that follow one another under requests: none misses a file, and none is answered from the past."""

from __future__ import annotations

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from wsgiref.util import FileWrapper

import pytest

from generators.publishing.preview.server import PreviewServer

SITES = 12
PATIENCE = 60.0
"""Seconds to wait for another thread; machines are shared and noisy."""


def _site(folder: Path, number: int) -> Path:
    site = folder / str(number)
    site.mkdir()
    (site / "index.html").write_text(f"<body>site {number}</body>", encoding="utf-8")
    (site / "404.html").write_text(f"none in {number}", encoding="utf-8")
    return site


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    """Return a server of the site 0, which listens nowhere yet."""
    server = PreviewServer(lambda: None, ("127.0.0.1", 0), "/", _site(tmp_path, 0))
    yield server
    server.shutdown()


def _asked(server: PreviewServer, path: str = "/") -> tuple[str, str]:
    """Return the status and the text of the answer to a request."""
    begun: list[str] = []

    def start(status: str, headers: object, failure: object = None, /) -> Callable[[bytes], object]:
        assert headers is not None
        assert failure is None
        begun.append(status)
        return lambda _: None

    answer = server.serve_request({"PATH_INFO": path}, start)
    (status,) = begun
    text = b"".join(answer).decode()
    if isinstance(answer, FileWrapper):
        answer.close()
    return status, text


def test_the_site_shown_last_is_served_and_the_one_before_is_gone(
    server: PreviewServer, tmp_path: Path
) -> None:
    assert "site 0" in _asked(server)[1]
    server.show(_site(tmp_path, 1))
    assert "site 1" in _asked(server)[1]
    assert _asked(server, "/nowhere/") == ("404 Not Found", "none in 1")
    server.delete_replaced()
    _wait_for_folders(tmp_path, ["1"])


def _wait_for_folders(folder: Path, names: list[str]) -> None:
    """Wait until only the folders ``names`` are left, which another thread sees to."""
    deadline = time.monotonic() + PATIENCE
    while sorted(path.name for path in folder.iterdir()) != names:
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextmanager
def _building(server: PreviewServer) -> Iterator[None]:
    """Let requests wait within the body, as while MkDocs' server builds a site."""
    server._wanted_epoch += 1  # noqa: SLF001 - MkDocs builds in a loop that never ends
    yield
    with server._epoch_cond:  # noqa: SLF001 - the same
        server._visible_epoch = server._wanted_epoch  # noqa: SLF001 - the same
        server._epoch_cond.notify_all()  # noqa: SLF001 - the same


def test_a_request_that_waits_for_a_site_is_answered_from_it(server: PreviewServer, tmp_path: Path) -> None:
    answers: list[tuple[str, str]] = []
    waiting = threading.Thread(target=lambda: answers.append(_asked(server)))
    with _building(server):
        waiting.start()
        while not server.requests:
            time.sleep(0.01)
        server.show(_site(tmp_path, 1))
        server.delete_replaced()
        assert (tmp_path / "0").exists()  # the request may still read it
    waiting.join(60)
    assert [(status, "site 1" in text) for status, text in answers] == [("200 OK", True)]
    server.delete_replaced()
    _wait_for_folders(tmp_path, ["1"])


def test_no_request_misses_a_file_while_sites_follow_one_another(
    server: PreviewServer, tmp_path: Path
) -> None:
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    answers: list[str] = []
    is_over = threading.Event()

    def ask() -> None:
        while not is_over.is_set():
            with urllib.request.urlopen(address, timeout=60) as answer:
                answers.append(answer.read().decode())

    asking = [threading.Thread(target=ask) for _ in range(3)]
    for each in asking:
        each.start()
    try:
        for number in range(1, SITES):
            before = len(answers)
            server.show(_site(tmp_path, number))
            while len(answers) < before + 3 and all(each.is_alive() for each in asking):
                time.sleep(0.001)
    finally:
        is_over.set()
        for each in asking:
            each.join(60)
    numbers = [int(answer.partition("site ")[2].partition("<")[0]) for answer in answers]
    assert len(numbers) >= 3 * (SITES - 1)
    assert numbers[-1] == SITES - 1
    server.delete_replaced()
    _wait_for_folders(tmp_path, [str(SITES - 1)])


def test_what_is_followed_may_change(server: PreviewServer, tmp_path: Path) -> None:
    server.follow([tmp_path / "a", tmp_path / "b"])
    server.follow([tmp_path / "b", tmp_path / "c"])
    (tmp_path / "a").write_text("", encoding="utf-8")
    server.observer.look()
    assert not server.is_out_of_date
    (tmp_path / "c").write_text("", encoding="utf-8")
    server.observer.look()
    assert server.is_out_of_date
