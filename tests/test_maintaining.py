"""The maintainer's document: every command in order, from an empty folder to a site that was rolled back."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generators.cli import main
from generators.releasing.layout import ServedFolder
from tests.build.project import ROOT
from tests.build.web_server import serving

_DAY: Final = "1795838400"  # 2026-11-28 in China
_KEY: Final = "--sign keys/release-ed25519.pem"


def _commands() -> list[str]:
    text = (ROOT / "MAINTAINING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [command for block in blocks for command in block.splitlines()]


def _offline() -> dict[str, str]:
    """Return an environment in which nothing of this one is found, and pip would reach no index."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    # Byte code is made on first use as well; without it, installing takes half of the time.
    return {**kept, **proxies, "PYTHON": sys.executable, "PIP_NO_COMPILE": "1", "PIP_CONFIG_FILE": os.devnull}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return what each command of the document said; the folder is under ``""``.

    Before a command is run again, the office gets another name.
    """
    folder = tmp_path_factory.mktemp("machine")
    found: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", _DAY)
        patch.setattr(os, "sync", lambda: None)
        patch.chdir(folder)
        for command in _commands():
            program, *words = shlex.split(command)
            if command in found and _KEY in command:
                site = folder / "project/data/site.yml"
                text = site.read_text(encoding="utf-8")
                site.write_text(
                    re.sub(r"^(owner: .*)$", r"\1二", text, count=1, flags=re.MULTILINE), encoding="utf-8"
                )
            if program == "tongbao":
                result = CliRunner().invoke(main, words)
                assert result.exit_code == 0, f"{command}\n{result.output}"
                found[command] = found.get(command, "") + result.output
            else:
                done = subprocess.run(
                    [program, *words], env=_offline(), capture_output=True, text=True, check=False
                )
                assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
                found[command] = done.stdout
    return {**found, "": str(folder)}


def test_the_program_is_installed_without_a_network_into_an_empty_environment(
    said: Mapping[str, str],
) -> None:
    assert re.search(r"离线安装包里有\d\d个 wheel", next(v for k, v in said.items() if "deploy-kit" in k))
    assert next(v for k, v in said.items() if "install.sh" in k).startswith("tongbao ")
    folder = Path(said[""])
    done = subprocess.run(
        [folder / "app/bin/tongbao", "check", "--project", folder / "project"],
        cwd=folder,
        env=_offline(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    listed = subprocess.run(
        [folder / "app/bin/python", "-c", "import generators; print(generators.__file__)"],
        cwd=folder,
        env=_offline(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert listed.stdout.startswith(str(folder / "app"))


def test_the_bundle_says_the_digest_of_every_wheel(said: Mapping[str, str]) -> None:
    offline = Path(said[""], "kit/offline")
    wheels = {f"./wheels/{path.name}" for path in (offline / "wheels").iterdir()}
    required = dict(
        line.split(" --hash=sha256:") for line in (offline / "requirements.txt").read_text().splitlines()
    )
    assert {wheel for wheel in wheels if "/pip-" not in wheel} == set(required)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in required.values())
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=offline, check=False
    )
    assert done.returncode == 0


def test_the_release_is_signed_verified_and_rolled_back(said: Mapping[str, str]) -> None:
    published = next(v for k, v in said.items() if _KEY in k)
    assert re.findall("已换上第(.)版", published) == ["1", "2"]
    assert "签名由给出的公钥核对无误" in next(v for k, v in said.items() if "verify-release" in k)
    assert "已换回第1版" in said["tongbao rollback --to site"]
    listed = said["tongbao releases --to site"]
    assert re.findall(r"^(.) 第(\d)版", listed, re.MULTILINE)[-2:] == [("→", "1"), (" ", "2")]
    assert "不用改" in said["tongbao upgrade --dry-run --project project"]


def test_the_kit_serves_it(said: Mapping[str, str], tmp_path: Path) -> None:
    folder = Path(said[""])
    for path in (folder / "kit/nginx").rglob("*.conf"):
        path.write_text(path.read_text("utf-8").replace("/srv/tongbao", str(folder)), encoding="utf-8")
    current = ServedFolder(folder / "site").current
    with serving(folder / "kit", tmp_path / "etc", 80, 8080) as server:
        for port, audience in ((80, "public"), (8080, "internal")):
            answer, body = server.get(port, "/")
            assert answer.status == 200
            assert body == (current / audience / "index.html").read_bytes()


def test_the_service_of_the_kit_publishes_as_the_document_does(said: Mapping[str, str]) -> None:
    service = Path(said[""], "kit/systemd/tongbao.service").read_text(encoding="utf-8")
    command = next(line for line in service.splitlines() if line.startswith("ExecStart="))
    assert command.partition("tongbao publish ")[2].split() == [
        *("--project", "/srv/tongbao/project", "--to", "/srv/tongbao/site", "--keep", "10"),
        *("--sign", "/etc/tongbao/release-ed25519.pem"),
    ]
    assert "ProtectSystem=strict" in service
