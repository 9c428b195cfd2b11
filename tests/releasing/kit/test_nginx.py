"""nginx serves a release as the kit configures it: every file, below a path, and while releases change."""

from __future__ import annotations

import gzip
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from generators.pipeline import Examined
from generators.releasing.finishing import finish_sites
from generators.releasing.kit.files import Machine, kit_files
from generators.releasing.layout import ServedFolder
from generators.releasing.placing import being_made, keep_newest, put_in_place
from tests.build.project import write_files
from tests.build.site_releases import BOTH, described, release_files
from tests.build.web_server import WebServer, serving
from tests.reading_sites.built_site import BuiltSite

PUBLIC: Final = 80
INTERNAL: Final = 8080
_MACHINE: Final = Machine(
    home="/srv/tongbao",
    user="tongbao",
    time="06:30",
    keep=10,
    key="",
    networks=("127.0.0.1",),
    passwords="",
    public_address="https://fengping.example/jindu/",
    internal_address="",
)


@pytest.fixture(scope="module")
def home(county_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder where the sites of the fictional county are published below ``site/``."""
    home = tmp_path_factory.mktemp("home")
    served = ServedFolder(home / "site")
    served.path.mkdir()
    with pytest.MonkeyPatch.context() as patch, being_made(served) as folder:
        patch.setattr(os, "sync", lambda: None)
        for audience in BOTH:
            shutil.copytree(county_project / "site" / audience, folder / audience)
        finish_sites(folder, BOTH, [])
        put_in_place(served, folder, described(folder, 1))
    return home


@pytest.fixture(scope="module")
def server(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """Yield a server of the county's release."""
    folder = tmp_path_factory.mktemp("nginx")
    write_files(folder / "kit", kit_files(replace(_MACHINE, home=str(home))))
    with serving(folder / "kit", folder / "etc", PUBLIC, INTERNAL) as server:
        yield server


def _address(name: str) -> str:
    return name.removesuffix("index.html")


def test_the_address_of_the_kit_is_that_of_the_project(county: Examined) -> None:
    assert county.dataset is not None
    assert county.dataset.site.audiences.public.address.endswith("/jindu/")


@pytest.mark.parametrize(
    ("port", "root", "audience"), [(PUBLIC, "/jindu/", "public"), (INTERNAL, "/", "internal")]
)
def test_every_file_is_served_below_its_path(
    server: WebServer, home: Path, port: int, root: str, audience: str
) -> None:
    site = BuiltSite(home / "site/current" / audience)
    assert len(site.pages) >= 50
    for name in site.files:
        answer, body = server.get(port, root + _address(name))
        assert answer.status == 200, name
        assert body == (site.folder / name).read_bytes(), name


def test_every_page_is_sent_compressed_to_those_who_take_it(server: WebServer, home: Path) -> None:
    folder = home / "site/current/public"
    for name in BuiltSite(folder).pages:
        answer, body = server.get(PUBLIC, f"/jindu/{_address(name)}", {"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        assert body == (folder / f"{name}.gz").read_bytes()
        assert gzip.decompress(body) == (folder / name).read_bytes()


def test_what_is_not_there_gets_the_page_for_that(server: WebServer, home: Path) -> None:
    answer, body = server.get(PUBLIC, "/jindu/no/such/page/")
    assert answer.status == 404
    assert body == (home / "site/current/public/404.html").read_bytes()
    for reference in BuiltSite(home / "site/current/public", "/jindu/").requests("404.html"):
        assert server.get(PUBLIC, reference.written)[0].status == 200
    assert server.get(PUBLIC, "/elsewhere/")[0].status == 404
    assert server.get(PUBLIC, "/")[0].headers["Location"].endswith("/jindu/")


@pytest.mark.parametrize(
    ("name", "kind", "cache"),
    [
        ("", "text/html; charset=utf-8", "no-cache"),
        ("open-data/values.csv", "text/csv; charset=utf-8", "no-cache"),
        ("sitemap.xml", "text/xml; charset=utf-8", "no-cache"),
        ("assets/images/favicon.svg", "image/svg+xml; charset=utf-8", "public, max-age=3600"),
    ],
)
def test_headers_say_kind_and_cache_and_keep_others_out(
    server: WebServer, name: str, kind: str, cache: str
) -> None:
    headers = server.get(PUBLIC, f"/jindu/{name}")[0].headers
    assert headers["Content-Type"] == kind
    assert headers["Cache-Control"] == cache
    assert headers["ETag"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert headers["Server"] == "nginx"


def test_files_with_a_digest_in_their_name_are_kept_for_ever(server: WebServer, home: Path) -> None:
    folder = home / "site/current/public"
    (sheet,) = folder.glob("assets/stylesheets/main.*.min.css")
    headers = server.get(PUBLIC, f"/jindu/{sheet.relative_to(folder)}")[0].headers
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_nothing_is_written_and_nothing_beside_the_site_is_served(server: WebServer) -> None:
    for path in ("/jindu/../status.json", "/jindu/%2e%2e/release.json", "/status.json"):
        assert server.get(PUBLIC, path)[0].status in {400, 404}, path
    assert server.get(INTERNAL, "/")[0].headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize(
    ("networks", "password", "status", "with_password"),
    [
        (("10.0.0.0/8",), False, 403, 403),
        (("10.0.0.0/8",), True, 401, 200),
        (("127.0.0.0/8",), True, 200, 200),
    ],
)
def test_the_internal_site_is_for_the_network_or_a_password(
    home: Path, tmp_path: Path, networks: tuple[str, ...], status: int, with_password: int, *, password: bool
) -> None:
    (tmp_path / "htpasswd").write_text("clerk:{PLAIN}secret\n")
    passwords = str(tmp_path / "htpasswd") if password else ""
    machine = replace(_MACHINE, home=str(home), networks=networks, passwords=passwords)
    write_files(tmp_path / "kit", kit_files(machine))
    with serving(tmp_path / "kit", tmp_path / "etc", PUBLIC, INTERNAL) as server:
        assert server.get(INTERNAL, "/")[0].status == status
        said = {"Authorization": "Basic Y2xlcms6c2VjcmV0"}
        assert server.get(INTERNAL, "/", said)[0].status == with_password
        assert server.get(PUBLIC, "/jindu/")[0].status == 200


def test_readers_of_the_server_meet_no_missing_page_while_releases_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sync", lambda: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    served = ServedFolder(tmp_path / "site")
    release_files(served, 1)
    write_files(tmp_path / "kit", kit_files(replace(_MACHINE, home=str(tmp_path), public_address="")))
    met: list[int] = []
    wrong: list[object] = []
    is_over = threading.Event()

    def read(server: WebServer) -> None:
        while not is_over.is_set():
            for name in ("", "a/", "assets/look.css"):
                answer, body = server.get(PUBLIC, f"/{name}")
                mark = body.decode().partition("release ")[2].partition(" for public")
                if answer.status != 200 or not mark[1]:
                    wrong.append((name, answer.status, body))
                    return
                met.append(int(mark[0]))

    with serving(tmp_path / "kit", tmp_path / "etc", PUBLIC, INTERNAL) as server:
        reader = threading.Thread(target=read, args=(server,))
        reader.start()
        for number in range(2, 60):
            release_files(served, number)
            keep_newest(served, 3)
        is_over.set()
        reader.join()
    assert wrong == []
    assert met == sorted(met)
    assert len(set(met)) > 3
