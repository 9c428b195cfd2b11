"""``publish``, ``releases``, ``rollback`` and ``verify-release`` on one small project."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from generators.locks import holding
from generators.releasing import finishing
from generators.releasing.compressing import compress_texts
from generators.releasing.layout import ServedFolder
from tests.build.project import FIXTURES_DAY, add_to, copy_minimal, replace_in
from tests.build.release_keys import make_key

_INSIDE = "这一条只给内部看，不能带到外面去"


@dataclass
class Office:
    """A project, the folder that it is published into, and what each command said."""

    project: Path
    served: ServedFolder
    said: dict[str, Result] = field(default_factory=dict)
    warnings: object = None

    def run(self, *arguments: object) -> Result:
        """Run a command; an exception is a failure of the test."""
        result = CliRunner().invoke(main, [*map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    def publish(self, *arguments: object) -> Result:
        """Publish the project."""
        day = ("--as-of", FIXTURES_DAY)
        return self.run("publish", "--project", self.project, "--to", self.served.path, *day, *arguments)

    def on_served(self, command: str, *arguments: object) -> Result:
        """Run a command on the folder of releases."""
        return self.run(command, "--to", self.served.path, *arguments)

    @property
    def status(self) -> Mapping[str, object]:
        """Return what the status says."""
        read: Mapping[str, object] = json.loads(self.served.status.read_bytes())
        return read


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Return a project that was published twice, the second time signed."""
    folder = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "sync", lambda: None)
        patch.setattr(os, "fsync", lambda _: None)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        office = Office(copy_minimal(folder / "project"), ServedFolder(folder / "served"))
        office.said["first"] = office.publish()
        office.said["again"] = office.publish()
        title = office.project / "data/site.yml"
        name = re.search(r"^name: (.+)$", title.read_text("utf-8"), re.MULTILINE)
        assert name is not None
        replace_in(title, f"name: {name[1]}\n", "name: 另一个名称\n")
        private, _ = make_key(folder / "keys", "ed25519")
        (kept,) = office.served.kept()
        written = kept.release.as_json().replace(str(kept.release.made.year), "2036", 1)
        (kept.folder / "release.json").write_text(written, encoding="utf-8")
        office.said["second"] = office.publish("--sign", private)
        office.said["listed"] = office.on_served("releases")
        office.warnings = office.status["warnings"]
        yield office


def test_the_first_release_is_served_for_both_audiences(office: Office) -> None:
    said = office.said["first"]
    assert said.exit_code == 0, said.output
    assert "已换上第1版" in said.stdout
    assert re.search(r"^公开：\d+页，共\d+个文件，[\d.]+ MB$", said.stdout, re.MULTILINE)
    for audience in ("public", "internal"):
        assert (office.served.current / audience / "index.html.gz").is_file()


def test_nothing_changed_is_no_release(office: Office) -> None:
    said = office.said["again"]
    assert said.exit_code == 0
    assert "没有变化：网站仍是第1版" in said.stdout


def test_a_clock_set_back_is_told_and_does_no_harm(office: Office) -> None:
    said = office.said["second"]
    assert said.exit_code == 0, said.output
    assert "W140" in said.stderr
    assert "已换上第2版" in said.stdout
    assert office.warnings == 1
    listed = office.said["listed"].stdout
    assert re.findall(r"^(.) 第(\d)版", listed, re.MULTILINE) == [(" ", "1"), ("→", "2")]
    assert "已签名" in listed


@pytest.mark.parametrize("place", ["", "current/public", "current"])
def test_anybody_can_verify_it(office: Office, place: str) -> None:
    public = office.served.path.parent / "keys/ed25519.pub.pem"
    said = office.run("verify-release", office.served.path / place, "--key", public)
    assert said.exit_code == 0, said.output
    assert "签名由给出的公钥核对无误" in said.stdout


def test_a_changed_file_is_found(office: Office, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(office.served.current / "public", tmp_path / "copy"))
    (copy / "404.html").write_text("")
    said = office.run("verify-release", copy, "--format", "json")
    assert said.exit_code == 1
    assert [(each["file"], each["code"]) for each in json.loads(said.stdout)] == [
        ("404.html", "E167"),
        ("404.html.gz", "E144"),
    ]
    assert office.run("verify-release", tmp_path).exit_code == 1


def test_a_sound_copy_named_current_does_not_stand_for_the_site_around_it(
    office: Office, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(office.served.current / "public", tmp_path / "copy"))
    shutil.copytree(office.served.current / "public", copy / "current")
    said = office.run("verify-release", copy)
    assert said.exit_code == 1
    assert "current/index.html:1:1  E167" in said.stdout


def test_all_that_is_wrong_with_a_release_is_told_and_nothing_changes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.served.current_id()
    about = f"---\ntitle: 内部\ndisclosure: internal\n---\n\n{_INSIDE}\n"
    page = office.project / "content/inside.md"
    page.write_text(about, encoding="utf-8")

    def spoil(site: Path) -> int:
        if site.name == "public":
            with (site / "index.html").open("a", encoding="utf-8") as file:
                file.write(f'<p>{_INSIDE}</p><a href="gone/">x</a>')
        return compress_texts(site)

    monkeypatch.setattr(finishing, "compress_texts", spoil)
    said = office.publish("--max-size", 1)
    page.unlink()
    assert said.exit_code == 1
    assert set(re.findall(r"  (E\d+)  ", said.stderr)) == {"E140", "E142", "E143"}
    assert "没有发布，网站仍是原来的一版" in said.stderr
    assert office.served.current_id() == before
    assert office.status["state"] == "failed"
    listed = office.on_served("releases").stdout
    assert "最近一次失败" in listed
    assert "public/index.html" in listed
    assert sorted(path.name for path in office.served.path.iterdir()) == [
        ".lock",
        "current",
        "metrics",
        "releases",
        "status.json",
    ]


def test_a_project_with_errors_is_not_published(office: Office) -> None:
    before = office.served.current_id()
    site = office.project / "data/site.yml"
    sound = site.read_bytes()
    add_to(office.project, "data/site.yml", "nonsense: 1\n")
    said = office.publish()
    site.write_bytes(sound)
    assert said.exit_code == 1
    assert office.served.current_id() == before
    failure = office.status["last_failure"]
    assert isinstance(failure, dict)
    assert [each["code"] for each in failure["problems"]] == ["E202"]


def test_a_cluster_that_cannot_be_used_is_told_and_recorded(office: Office) -> None:
    before = office.served.current_id()
    said = office.publish("--clean", "--cluster", "scheduler:8786")
    assert said.exit_code == 1
    assert "E132" in said.stderr
    assert office.served.current_id() == before
    failure = office.status["last_failure"]
    assert isinstance(failure, dict)
    assert [each["code"] for each in failure["problems"]] == ["E132"]
    assert office.publish("--shared", office.project).exit_code == 2


def test_back_and_forth(office: Office) -> None:
    said = office.on_served("rollback")
    assert said.exit_code == 0, said.output
    assert "已换回第1版" in said.stdout
    assert "E147" in office.on_served("rollback").stderr
    assert office.on_served("rollback", "no-such").exit_code == 1
    second = office.served.kept()[1].id
    assert "已换回第2版" in office.on_served("rollback", second[:17]).stdout
    assert office.on_served("rollback", "1").exit_code == 0
    assert office.on_served("rollback", "2").exit_code == 0
    assert office.served.current_id() == second


def test_a_damaged_release_is_not_switched_to(office: Office) -> None:
    first = office.served.kept()[0].folder
    page = first / "public/index.html"
    sound = page.read_bytes()
    page.write_bytes(b"")
    said = office.on_served("rollback", "1")
    page.write_bytes(sound)
    assert said.exit_code == 1
    assert "E167" in said.stderr
    assert office.served.current_id() == office.served.kept()[1].id


def test_a_damaged_release_in_place_is_replaced_though_nothing_changed(office: Office) -> None:
    before = office.served.kept()[-1]
    page = before.folder / "public/index.html"
    sound = page.read_bytes()
    page.write_bytes(b"")
    said = office.publish("--sign", office.served.path.parent / "keys/ed25519.pem")
    mended = (office.served.current / "public/index.html").read_bytes()
    third = office.served.kept()[-1]
    page.write_bytes(sound)
    assert office.on_served("rollback", before.id).exit_code == 0
    shutil.rmtree(third.folder)
    assert said.exit_code == 0, said.output
    assert "换上同样内容的一版" in said.stderr
    assert third.release.is_the_same_as(before.release)
    assert mended == sound


def test_two_at_once_are_refused(office: Office) -> None:
    with holding(office.served.lock):
        said = [office.publish(), office.on_served("rollback")]
    assert [each.exit_code for each in said] == [1, 1]
    assert all("E145" in each.stderr for each in said)


def test_other_audiences_go_to_another_folder(office: Office) -> None:
    said = office.publish("--audience", "public")
    assert said.exit_code == 1
    assert "E149" in said.stderr


def test_what_fails_once_readers_see_the_new_release_is_told_as_such(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> tuple[str, ...]:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), "releases")

    before = office.served.current_id()
    monkeypatch.setattr("generators.cli.publish.keep_newest", refuse)
    replace_in(office.project / "data/site.yml", "另一个名称", "第三个名称")
    said = office.publish()
    replace_in(office.project / "data/site.yml", "第三个名称", "另一个名称")
    third = office.served.current_id()
    assert office.on_served("rollback", before).exit_code == 0
    shutil.rmtree(office.served.releases / str(third))
    assert said.exit_code == 1
    assert "网站已换上新的一版，但后面的事没有做完" in said.stderr
    assert third != before


@pytest.mark.parametrize(("reason", "words"), [(errno.EROFS, "只能读"), (errno.EACCES, "没有权限")])
def test_a_target_that_only_reads_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reason: int, words: str
) -> None:
    def refuse(*_: object, **named: object) -> tuple[int, str]:
        raise OSError(reason, os.strerror(reason), str(named.get("dir", "")))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    said = office.publish()
    assert said.exit_code == 1
    assert words in said.stderr
    monkeypatch.setattr(Path, "touch", refuse)
    said = office.run("publish", "--project", office.project, "--to", tmp_path / "new")
    assert said.exit_code == 1
    assert "E146" in said.stderr


@pytest.mark.parametrize("inside", ["", "content/site", "data/site"])
def test_the_project_itself_is_not_published_into(office: Office, inside: str) -> None:
    said = office.run("publish", "--project", office.project, "--to", office.project / inside)
    assert said.exit_code == 1
    assert "那里是项目本身" in said.stderr


def test_a_disk_that_is_full_is_told_and_nothing_changes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.served.current_id()

    def refuse(**_: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(office.served.path))

    monkeypatch.setattr("generators.releasing.placing.tempfile.mkdtemp", refuse)
    replace_in(office.project / "data/site.yml", "另一个名称", "又一个名称")
    said = office.publish()
    replace_in(office.project / "data/site.yml", "又一个名称", "另一个名称")
    assert said.exit_code == 1
    assert "磁盘满了" in said.stderr
    assert office.served.current_id() == before
    assert office.status["state"] == "failed"


def test_a_first_publication_that_fails_can_be_looked_up_and_tried_again(
    office: Office, tmp_path: Path
) -> None:
    broken = copy_minimal(tmp_path / "project")
    add_to(broken, "data/site.yml", "nonsense: 1\n")
    to = ("--to", tmp_path / "served")
    for _ in range(2):
        assert "E202" in office.run("publish", "--project", broken, *to).stderr
    listed = office.run("releases", *to).stdout
    assert "还没有发布成功过" in listed
    assert "E202" in listed
    assert "E147" in office.run("rollback", *to).stderr


def test_a_lost_link_is_told_and_mended(office: Office) -> None:
    second = office.served.current.readlink()
    office.served.current.unlink()
    assert "读者什么也看不到" in office.on_served("releases").stdout
    assert office.on_served("rollback", "2").exit_code == 0
    assert office.served.current.readlink() == second


@pytest.mark.parametrize("command", ["releases", "rollback"])
def test_where_nothing_was_published_there_is_nothing_to_list(
    office: Office, tmp_path: Path, command: str
) -> None:
    said = office.run(command, "--to", tmp_path)
    assert said.exit_code == 1
    assert "E147" in said.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_something_else_is_not_published_into(office: Office, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    said = office.run("publish", "--project", office.project, "--to", tmp_path)
    assert said.exit_code == 1
    assert "E146" in said.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]
