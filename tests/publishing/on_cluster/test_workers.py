"""Builds on a real cluster: a scheduler and two workers on this machine."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generators.releasing.layout import ServedFolder
from tests.build.clusters import LocalCluster
from tests.build.project import (
    FIXTURES_DAY,
    ROOT,
    SHILI,
    SHILI_DAY,
    copy_county,
    copy_minimal,
    files_below,
)
from tests.running import PROGRAM, environment, tongbao

HOOK: Final = "def on_page_markdown(markdown, **_):\n    return markdown\n"
WRONG: Final = "{% if page and page.url.startswith('sources/') %}{{ 1 / 0 }}{% endif %}"
_PATIENCE: Final = 300


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_county(tmp_path / "project")


def _arguments(project: Path, cluster: LocalCluster, shared: Path, *more: str) -> list[str]:
    shared.mkdir(exist_ok=True)
    where = ("--project", str(project), "--as-of", str(FIXTURES_DAY))
    return ["build", *where, "--cluster", cluster.address, "--shared", str(shared), *more]


def test_the_example_is_the_same_as_without_a_cluster(cluster: LocalCluster, tmp_path: Path) -> None:
    common = ("build", "--clean", "--project", SHILI, "--as-of", str(SHILI_DAY), "--site-dir")
    shared = (tmp_path / "shared").as_uri()
    plain = tongbao(*common, tmp_path / "plain")
    done = tongbao(*common, tmp_path / "site", "--cluster", cluster.address, "--shared", shared)
    assert (plain.returncode, done.returncode, done.stdout) == (0, 0, done.stdout), done.stderr
    assert "交给集群" in done.stderr
    assert "distributed" not in done.stderr + done.stdout
    assert files_below(tmp_path / "site") == files_below(tmp_path / "plain")
    assert list((tmp_path / "shared").iterdir()) == []
    assert _left_by_workers(cluster) == []


def test_the_folder_of_the_store_is_shared_unless_another_is_named(
    cluster: LocalCluster, project: Path, county_project: Path
) -> None:
    where = ("--project", project, "--as-of", str(FIXTURES_DAY), "--cluster", cluster.address)
    done = tongbao("build", *where, "--audience", "public", "--site-dir", project / "site")
    assert done.returncode == 0, done.stderr
    assert files_below(project / "site") == files_below(county_project / "site/public")
    assert [path for path in (project / ".cache/tongbao").iterdir() if path.is_dir()] == []


def test_a_release_has_the_same_files_as_without_a_cluster(cluster: LocalCluster, tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    day = ("--as-of", str(FIXTURES_DAY))
    common = ("publish", "--clean", "--audience", "public", "--project", project, *day, "--to")
    shared = tmp_path / "shared"
    shared.mkdir()
    done = tongbao(*common, tmp_path / "served", "--cluster", cluster.address, "--shared", shared)
    plain = tongbao(*common, tmp_path / "plain")
    assert (plain.returncode, done.returncode) == (0, 0), done.stderr
    assert "交给集群" in done.stderr
    found = files_below(tmp_path / "served/current/public")
    assert len(found) > 50
    assert found == files_below(tmp_path / "plain/current/public")
    content = [ServedFolder(tmp_path / each).kept()[0].release.content for each in ("served", "plain")]
    assert content[0] == content[1]
    assert list(shared.iterdir()) == []


def test_what_the_earlier_site_has_is_taken_and_what_it_has_no_longer_is_made(
    cluster: LocalCluster, project: Path, tmp_path: Path
) -> None:
    arguments = _arguments(project, cluster, tmp_path / "shared", "--audience", "public")
    first = tongbao(*arguments, "--site-dir", tmp_path / "site")
    with (project / "content/about.md").open("a", encoding="utf-8") as page:
        page.write("\n又一段。\n")
    (tmp_path / "site/methods/index.html").write_text("spoilt", encoding="utf-8")
    again = tongbao(*arguments, "--site-dir", tmp_path / "site")
    assert (first.returncode, again.returncode) == (0, 0), again.stderr
    common = ("build", "--clean", "--audience", "public", "--project", project, "--as-of", str(FIXTURES_DAY))
    tongbao(*common, "--site-dir", tmp_path / "plain")
    assert files_below(tmp_path / "site") == files_below(tmp_path / "plain")


def test_a_worker_that_dies_costs_its_task_and_not_the_build(
    cluster: LocalCluster, project: Path, tmp_path: Path, county_project: Path
) -> None:
    third = cluster.start_worker()
    with _begun(_arguments(project, cluster, tmp_path / "shared")) as building:
        _wait_for(lambda: [*(tmp_path / "shared").glob("tongbao-*/*.zip")], building)
        third.kill()
        said, complaints = building.communicate(timeout=_PATIENCE)
    assert building.returncode == 0, complaints
    assert files_below(project / "site") == files_below(county_project / "site"), said


def test_ctrl_c_leaves_nothing(cluster: LocalCluster, project: Path, tmp_path: Path) -> None:
    with _begun(_arguments(project, cluster, tmp_path / "shared")) as building:
        _wait_for(lambda: [*(tmp_path / "shared").glob("tongbao-*/*.zip")], building)
        building.send_signal(signal.SIGINT)
        said, complaints = building.communicate(timeout=_PATIENCE)
    assert (building.returncode, "Traceback" in complaints) == (130, False), said
    assert list((tmp_path / "shared").iterdir()) == []
    assert not (project / "site").exists() or list((project / "site").iterdir()) == []
    _wait_for(lambda: not _left_by_workers(cluster), building)


def test_a_worker_with_another_version_is_refused(
    cluster: LocalCluster, project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    _copy_of_the_program(other)
    with (other / "generators/clock.py").open("a", encoding="utf-8") as changed:
        changed.write("# changed\n")
    worker = cluster.start_worker({"PYTHONPATH": str(other)})
    done = tongbao(*_arguments(project, cluster, tmp_path / "shared"))
    worker.kill()
    worker.wait()
    assert done.returncode == 1
    assert "--cluster:1:1  E135" in done.stderr
    assert "通报 是" in done.stderr
    assert not (project / "site").exists()
    assert list((tmp_path / "shared").iterdir()) == []


def test_a_folder_that_each_process_has_for_itself_is_refused(cluster: LocalCluster, project: Path) -> None:
    where = ("--project", project, "--as-of", str(FIXTURES_DAY), "--cluster", cluster.address)
    done = tongbao("build", *where, "--shared", "memory://shared")
    assert (done.returncode, "--shared:1:1  E136" in done.stderr) == (1, True), done.stderr
    assert not (project / "site").exists()


def test_a_mistake_in_a_template_is_told_as_without_a_cluster(
    cluster: LocalCluster, project: Path, tmp_path: Path
) -> None:
    with (project / "theme/partials/footer.html").open("a", encoding="utf-8") as footer:
        footer.write(WRONG)
    done = tongbao(*_arguments(project, cluster, tmp_path / "shared"))
    assert (done.returncode, "theme/partials/footer.html" in done.stderr) == (1, True), done.stderr


def test_a_project_with_hooks_is_built_here(cluster: LocalCluster, project: Path, tmp_path: Path) -> None:
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nhooks: [hook.py]\n")
    done = tongbao(*_arguments(project, cluster, tmp_path / "shared", "--audience", "public"))
    assert (done.returncode, "改在本机生成" in done.stderr) == (0, True), done.stderr


def _copy_of_the_program(folder: Path) -> None:
    for name in ("generators", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


def _begun(arguments: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _wait_for(condition: Callable[[], object], building: subprocess.Popen[str]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, building.args
        time.sleep(0.02)


def _left_by_workers(cluster: LocalCluster) -> list[Path]:
    return [path for path in cluster.scratch.glob("*/dask-scratch-space/worker-*/tmp*") if path.is_dir()]
