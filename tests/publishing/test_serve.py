"""The preview: it follows every change, and keeps the last good site while the data are broken."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generators.disclosing import Audience
from generators.progress import Announcer
from generators.publishing.examining import examine_project
from generators.publishing.serve import PreviewOrder, serve_site
from tests.build.project import FIXTURES_DAY, copy_county, replace_in
from tests.running import environment

PATIENCE = 60.0
"""Seconds to wait for a rebuild; machines are shared and noisy."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview: its project, its address, and the file with what it says."""

    project: Path
    address: str
    log: Path

    def page(self, path: str) -> str:
        """Return what stands at ``path``, nothing while the server is not up."""
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"http://{self.address}/{path}", timeout=10) as answer,
        ):
            return str(answer.read().decode("utf-8"))
        return ""

    def said(self) -> str:
        """Return what the server has said so far."""
        return self.log.read_text(encoding="utf-8")


def _wait_for(happened: Callable[[], bool], preview: Preview) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, preview.said()
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server as a user does, so that it tidies up; one that does not listen is killed."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
        raise


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Return a preview of the fictional county's public site, up and running."""
    project = copy_county(tmp_path / "project")
    address = f"127.0.0.1:{_free_port()}"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = ["serve", "--audience", "public", "--as-of", str(FIXTURES_DAY), "--address", address]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-c", "from generators.cli import main; main()", *command],
            cwd=project,
            env=environment({"TMPDIR": str(temporary)}),
            stdout=log,
            stderr=log,
        )
        running = Preview(project, address, tmp_path / "log")
        try:
            _wait_for(lambda: "枫屏县" in running.page(""), running)
            yield running
        finally:
            _stop(server)
    assert list(temporary.iterdir()) == []


def test_every_kind_of_change_shows_and_a_mistake_does_not(preview: Preview) -> None:
    project = preview.project
    assert f"预览地址：http://{preview.address}/" in preview.said()

    replace_in(project / "data/townships/fengping/villages.yml", "山顶村", "高山村")
    _wait_for(lambda: "高山村" in preview.page("divisions/fengping/hilltop/"), preview)

    replace_in(project / "content/about.md", "地名和数字都是虚构的", "这里的一切都是虚构的")
    _wait_for(lambda: "这里的一切都是虚构的" in preview.page("about/"), preview)

    with (project / "theme/partials/footer.html").open("a", encoding="utf-8") as footer:
        footer.write("<p>新页脚</p>")
    _wait_for(lambda: "新页脚" in preview.page("methods/"), preview)

    with (project / "theme/assets/stylesheets/print.css").open("a", encoding="utf-8") as sheet:
        sheet.write("/* new style */")
    _wait_for(lambda: "new style" in preview.page("assets/stylesheets/print.css"), preview)

    (project / "content/further.md").write_text("---\ntitle: 另页\n---\n\n另。\n", encoding="utf-8")
    _wait_for(lambda: "另页" in preview.page("further/"), preview)
    (project / "content/further.md").unlink()
    _wait_for(lambda: "另页" not in preview.page("further/"), preview)

    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_author: 某县政府办\n")
    _wait_for(lambda: "某县政府办" in preview.page("methods/"), preview)
    assert "生成预览（" in preview.said()

    replace_in(project / "data/townships/fengping/villages.yml", "高山村", "[")
    _wait_for(lambda: "E104" in preview.said(), preview)
    _wait_for(lambda: "有错误，没有更新；网页仍是上一次生成的。" in preview.said(), preview)
    assert "高山村" in preview.page("divisions/fengping/hilltop/")
    assert "Traceback" not in preview.said()

    replace_in(project / "data/townships/fengping/villages.yml", "name: [", "name: 远山村")
    _wait_for(lambda: "远山村" in preview.page("divisions/fengping/hilltop/"), preview)


def _order(project: Path) -> PreviewOrder:
    return PreviewOrder(
        project=project,
        audience=Audience.PUBLIC,
        as_of=FIXTURES_DAY,
        address=f"127.0.0.1:{_free_port()}",
        jobs=1,
    )


@pytest.mark.parametrize("settings", ["hooks: [hook.py]", "draft_docs: about.md"])
def test_what_others_have_a_part_in_is_served_as_mkdocs_does(
    settings: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_county(tmp_path / "project")
    (project / "hook.py").write_text("", encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(f"\n{settings}\n")
    for name in ("TONGBAO_AUDIENCE", "TONGBAO_AS_OF"):
        monkeypatch.setenv(name, "")
    served: list[object] = []
    monkeypatch.setattr(
        "generators.publishing.serve.mkdocs_serve", lambda *_, dev_addr, **__: served.append(dev_addr)
    )
    order = _order(project)
    serve_site(order, examine_project(project, FIXTURES_DAY), Announcer(io.StringIO()))
    assert served == [order.address]
    assert os.environ["TONGBAO_AUDIENCE"] == "public"
