"""The cause of a mistake is told, and not what follows from it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from generators.checking.kit.following import causes_first
from generators.model.problem import Severity
from generators.model.problem_codes import problem
from generators.model.record import Place
from tests.build.project import COUNTY_SMALL, MINIMAL, add_to, copy_minimal, replace_in
from tests.running import problems_of

_KEY: Final = re.compile(r"^[ -]*[a-z/-]+:(?= |$)")
_FLOW_COLON: Final = re.compile(r"(?<=[{,] )[a-z_-]+: |(?<={)[a-z_-]+: ")

FILES = sorted(
    path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.suffix in {".yml", ".md"}
)


@pytest.mark.parametrize("file", FILES)
def test_a_full_width_colon_is_told_in_its_own_file_alone(tmp_path: Path, file: str) -> None:
    lines = (MINIMAL / file).read_text(encoding="utf-8").split("\n")
    keys = [at for at, line in enumerate(lines) if _KEY.match(line)]
    for at in keys[:: max(1, len(keys) // 4)]:
        project = copy_minimal(tmp_path / "project")
        changed = [*lines[:at], lines[at].replace(":", "：", 1), *lines[at + 1 :]]
        (project / file).write_text("\n".join(changed), encoding="utf-8")
        problems = problems_of(project)
        assert {each.place.file for each in problems} <= {file}, lines[at]
        assert len(problems) <= 2, lines[at]
        shutil.rmtree(project)


def test_a_broken_township_is_told_alone_though_others_name_it(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    folder = project / "data/townships/yunxi"
    add_to(project, "data/townships/yunxi/county.yml", "order: [east-bridge, west-ford]\n")
    add_to(
        project,
        "data/townships/yunxi/west-ford/township.yml",
        "history: [{on: 2024-05-01, event: merged, into: [east-bridge]}]\n",
    )
    assert not [each for each in problems_of(project) if each.severity is Severity.ERROR]
    replace_in(folder / "east-bridge/township.yml", "kind: town\n", "kind：town\n")
    assert [(each.code, each.place.file) for each in problems_of(project)] == [
        ("E104", "data/townships/yunxi/east-bridge/township.yml")
    ]


def test_an_explanation_is_not_called_needless_where_a_value_cannot_be_read(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    file = project / "data/townships/yunxi/east-bridge/township.yml"
    replace_in(file, "cleaned-streams: 3\n", "cleaned-streams: {value: 300, confirmed: 已核对}\n")
    replace_in(file, "cleaned-streams: 1\n", "cleaned-streams: 20\n")
    assert problems_of(project) == []
    replace_in(file, "cleaned-streams: 20\n", "cleaned-streams: 20条\n")
    assert [each.code for each in problems_of(project)] == ["E203"]


def test_causes_are_told_first_and_each_group_by_place() -> None:
    told = [
        problem("E301", Place("a.yml", 1), "a"),
        problem("E202", Place("b.yml", 2), "a"),
        problem("E203", Place("b.yml", 1), "a"),
        problem("W611", Place("a.yml", 2), "a"),
        problem("E310", Place("z.yml"), "a"),
        problem("E104", Place("y.yml", 3), "a"),
    ]
    assert [each.code for each in causes_first(told)] == ["E104", "E310", "E203", "E202", "E301", "W611"]


def test_a_file_that_cannot_be_read_comes_before_a_mistake_in_another(minimal_project: Path) -> None:
    about = minimal_project / "content/cases/patrol-rota.md"
    about.write_text(f"{about.read_text(encoding='utf-8')}\n<script>x</script>\n", encoding="utf-8")
    replace_in(minimal_project / "data/townships/yunxi/west-ford/township.yml", "kind: ", "kind：")
    assert [each.code for each in problems_of(minimal_project)] == ["E104", "E541"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: town", "kind：town", "E104"),
        ("name: 东桥镇\nkind: town\n", "{name: 东桥镇, kind：town}\n", "E104"),
        ("{value: 3}", "{value：3}", "E202"),
        ("{value: 3, qualifier: about}", "{value: 3, qualifier：about}", "E202"),
        ("{value: 3}", "{vaule: 3}", "E202"),
    ],
)
def test_one_slip_is_one_problem(minimal_project: Path, old: str, new: str, told: str) -> None:
    file = minimal_project / "data/townships/yunxi/east-bridge/township.yml"
    if "value" in old:
        replace_in(file, "cleaned-streams: 3\n", f"cleaned-streams: {new}\n")
    elif old in file.read_text(encoding="utf-8"):
        replace_in(file, old, new)
    else:
        pytest.fail("the project has changed")
    assert [each.code for each in problems_of(minimal_project)] == [told]


@pytest.mark.parametrize(
    "name",
    ["data/site.yml", "data/townships/fengping/villages.yml", "data/townships/fengping/wangxi/township.yml"],
)
def test_a_full_width_colon_in_braces_is_one_problem(tmp_path: Path, name: str) -> None:
    text = (COUNTY_SMALL / name).read_text(encoding="utf-8")
    places = [found.start() for found in _FLOW_COLON.finditer(text)]
    assert places
    for at in places[:: max(1, len(places) // 6)]:
        project = Path(shutil.copytree(COUNTY_SMALL, tmp_path / "project"))
        (project / name).write_text(text[:at] + text[at:].replace(": ", "：", 1), encoding="utf-8")
        assert len([each for each in problems_of(project) if each.place.file == name]) == 1, text[
            at : at + 40
        ]
        shutil.rmtree(project)
