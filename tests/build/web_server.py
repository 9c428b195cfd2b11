"""nginx with the configuration of a kit, on ports that are free, as a user of any rights can run it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from types import MappingProxyType
from typing import Final

NGINX: Final = shutil.which("nginx") or "/usr/sbin/nginx"

_CONFIGURATION: Final = """\
{user}
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include conf.d/*.conf;
    include sites-enabled/*.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class WebServer:
    """A server that runs; ``port`` is that of each name of a site."""

    ports: Mapping[int, int]

    def get(
        self, port: int, path: str, headers: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[HTTPResponse, bytes]:
        """Return the answer, and its body, to a request at what is configured as ``port``."""
        connection = HTTPConnection("127.0.0.1", self.ports[port], timeout=30)
        try:
            connection.request("GET", path, headers=dict(headers))
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


@contextmanager
def serving(kit: Path, folder: Path, *wanted: int) -> Iterator[WebServer]:
    """Serve what the nginx files of the ``kit`` say, in ``folder``, with free ports for those ``wanted``.

    The files are copied where the kit says that Debian has them, as its README tells.
    """
    folder.mkdir()
    for name in ("conf.d", "snippets"):
        shutil.copytree(kit / "nginx" / name, folder / name)
    shutil.copyfile(_mime_types(), folder / "mime.types")
    (folder / "sites-enabled").mkdir()
    ports = dict(zip(wanted, _free_ports(len(wanted)), strict=True))
    site = (kit / "nginx/sites-available/tongbao.conf").read_text(encoding="utf-8")
    for port, free in ports.items():
        assert site.count(f"listen {port};") == 1
        site = site.replace(f"listen {port};", f"listen 127.0.0.1:{free};")
    (folder / "sites-enabled/tongbao.conf").write_text(site, encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(user=user, folder=folder), encoding="utf-8")
    command = [NGINX, "-c", str(configuration), "-e", str(folder / "error.log")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    process = subprocess.Popen(command)
    try:
        _wait_for(*ports.values())
        yield WebServer(ports)
    finally:
        process.terminate()
        process.wait()


def _mime_types() -> Path:
    return Path("/etc/nginx/mime.types")


def _free_ports(number: int) -> list[int]:
    sockets = [socket.socket() for _ in range(number)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _wait_for(*ports: int) -> None:
    for port in ports:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
