"""MkDocs' server with live reload, whose sites are folders that follow one another."""

from __future__ import annotations

import gc
import shutil
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer

from generators.publishing.preview.watching import Watcher

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class PreviewServer(LiveReloadServer):
    """Serves the site shown last, and reloads browsers when another is shown.

    A site that is no longer shown is deleted once no request that began before can still read it.
    """

    def __init__(
        self, builder: Callable[[], None], address: tuple[str, int], mount_path: str, root: Path
    ) -> None:
        """Serve ``root`` below ``mount_path`` at ``address``; nothing listens there before ``serve``."""
        super().__init__(builder, *address, str(root), mount_path)
        self.observer: Any = Watcher()
        self.error_handler = self._error_page
        self._followed: frozenset[Path] = frozenset()
        self._requests: set[object] = set()
        self._replaced: list[tuple[Path, frozenset[object]]] = []
        self._tidying: threading.Thread | None = None
        self._lock = threading.Lock()

    @property
    def requests(self) -> int:
        """Return how many requests are being answered."""
        return len(self._requests)

    @property
    def is_out_of_date(self) -> bool:
        """Whether something that is watched has changed since the last build began."""
        return self._want_rebuild

    def show(self, site: Path) -> None:
        """Serve ``site`` in place of the one served so far."""
        with self._lock:
            self._replaced.append((Path(self.root), frozenset(self._requests)))
            self.root = str(site)
        # Apart, since the browser waits for this thread, and many files and objects take their time.
        self._tidying = threading.Thread(target=self._tidy)
        self._tidying.start()

    def _tidy(self) -> None:
        """Delete what is left of earlier sites, on disk and in memory."""
        self.delete_replaced()
        gc.collect()

    def delete_replaced(self) -> None:
        """Delete the sites that no request can still read."""
        with self._lock:
            free = [folder for folder, readers in self._replaced if not readers & self._requests]
            self._replaced = [each for each in self._replaced if each[0] not in free]
        for folder in free:
            shutil.rmtree(folder, ignore_errors=True)

    def shutdown(self, wait: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        """Serve no more, and wait until no site is being deleted."""
        super().shutdown(wait)
        if self._tidying is not None:
            self._tidying.join()

    def follow(self, paths: Iterable[Path]) -> None:
        """Watch ``paths``, which need not exist, and no others."""
        wanted = frozenset(paths)
        for path in self._followed - wanted:
            self.unwatch(str(path))
        for path in wanted - self._followed:
            self.watch(str(path))
        self._followed = wanted

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request from the site shown now; one that waited for a build is answered from the new."""
        request = object()
        with self._lock:
            self._requests.add(request)
        try:
            while True:
                root = self.root
                begun: list[tuple[Any, ...]] = []
                answer = super().serve_request(environ, lambda *given, kept=begun: kept.append(given))
                # MkDocs looks where the file is before it waits, and tells the browser of the site after it.
                if self.root == root:
                    start_response(*begun[-1])
                    return answer
                if isinstance(answer, FileWrapper):
                    answer.close()
        finally:
            with self._lock:
                self._requests.discard(request)

    def _error_page(self, code: int) -> bytes | None:
        """Return the site's own page for an error, ``None`` if it has none."""
        try:
            return (Path(self.root) / f"{code}.html").read_bytes()
        except OSError:
            return None
