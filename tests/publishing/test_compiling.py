from __future__ import annotations

import logging
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.bccache import Bucket

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.publishing.build import build_site
from generators.publishing.compiling import compiling_templates
from generators.rendering.environment import COMPILED_TEMPLATES
from tests.build.project import FIXTURES_DAY, copy_county, write_files

Code = dict[str, tuple[str, bytes]]


@pytest.fixture(autouse=True)
def compiled(monkeypatch: pytest.MonkeyPatch) -> Code:
    """Return the compiled templates of this process: none at first."""
    code: Code = {}
    monkeypatch.setattr(COMPILED_TEMPLATES, "_code", code)
    return code


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county to change."""
    return copy_county(tmp_path / "project")


def _code_objects(code: Code) -> dict[tuple[str, str], object]:
    found: dict[tuple[str, str], object] = {}
    for key, (checksum, compiled) in code.items():
        bucket = Bucket(Environment(autoescape=True), key, checksum)
        bucket.bytecode_from_string(compiled)
        found[key, checksum] = bucket.code
    return found


def test_a_build_finds_its_templates_as_it_would_compile_them(
    project: Path, compiled: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with compiling_templates(project, jobs=2):
        assert compiled == {}
    beside = _code_objects(compiled)
    built: Code = {}
    monkeypatch.setattr(COMPILED_TEMPLATES, "_code", built)
    build_site(project, examine(project, FIXTURES_DAY).site(Audience.PUBLIC), tmp_path / "site")
    wanted = _code_objects(built)
    # Those of a language and of icons are named by settings.
    assert len(wanted.keys() - beside.keys()) < 5
    assert all(beside[each] == code for each, code in wanted.items() if each in beside)


def test_with_one_job_nothing_is_compiled_ahead(project: Path, compiled: Code) -> None:
    with compiling_templates(project, jobs=1):
        pass
    assert compiled == {}


def test_a_mistake_is_left_to_the_build(
    project: Path, compiled: Code, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(project, {"theme/main.html": "{% if %}"})
    with compiling_templates(project, jobs=2):
        pass
    assert compiled
    assert caplog.records == []
    assert logging.root.manager.disable == logging.NOTSET
