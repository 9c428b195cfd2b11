"""The command as far as it gets without a server; ``tests/publishing/test_serve.py`` runs one."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import AS_OF, Run, break_project, taken_address
from tests.running import tongbao


def test_a_broken_project_is_not_served(run: Run, project: Path) -> None:
    break_project(project)
    result = run("serve", *AS_OF)
    assert result.exit_code == 1
    assert "E306" in result.stderr


def test_an_address_in_use_is_told_of(county_project: Path) -> None:
    with taken_address() as address:
        result = tongbao("serve", *AS_OF, "--address", address, cwd=county_project)
    assert result.returncode == 2
    assert f"不能在 {address} 预览" in result.stderr
    assert "Traceback" not in result.stderr
