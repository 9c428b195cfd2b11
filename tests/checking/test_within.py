"""What is wrong in a project is the same whether its counties are checked apart or together."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.checking import within
from generators.checking.checks import CHECKS, problems_in
from generators.checking.kit.context import Context
from generators.checking.within import Checking, checked_apart, checking, findings_within
from generators.county_work import CountyWork
from generators.model.county_parts import CountyParts
from generators.model.packing import packed, unpacked
from generators.model.problem import Problem, Severity
from generators.reading.load import Loaded, load_project
from generators.store.store import Store
from tests.build.counties import files_of_counties, with_other_figures, write_city
from tests.build.project import FIXTURES_DAY, break_rule

CODES: Final = sorted({code for check in CHECKS if check.is_within for code in check.codes})

MISTAKES: Final = (
    ("on: 2025-0", "on: 2026-0"),
    ("document: monthly-return", "document: nowhere"),
    ("value: 1", "value: -1"),
    ("tidy-villages/tidied: ", "tidy-villages/untidied: "),
    ("kind: town\n", "kind: town\nhistory: [{on: 2025-05-01, event: ended}]\n"),
    ("镇\n", "镇13912345678\n"),
    (
        "kind: town\n",
        """kind: town
within: fengping
history: [{on: 2025-03-01, event: moved, was: {within: fengping-2}}]
""",
    ),
)
"""What is replaced in files of counties; the last one moves a town from the second county to the first."""

ALLOWED: Final = "- {{file: {}, kind: mobile, masked: 139****5678, reason: 值班电话}}\n"


def _context(loaded: Loaded) -> Context:
    assert loaded.dataset is not None
    errors = (each for each in loaded.problems if each.severity is Severity.ERROR)
    return Context(loaded.dataset, FIXTURES_DAY, frozenset(each.place.file for each in errors))


def _all(checks: Checking) -> list[Problem]:
    return sorted({*checks.problems_before_measuring(), *checks.problems_apart()})


def _apart(project: Path, jobs: int = 1, store: Store | None = None) -> list[Problem]:
    loaded = load_project(project, jobs, store)
    context = _context(loaded)
    return _all(checked_apart(context, CountyWork(CountyParts(context.dataset), jobs, store, loaded.digests)))


def _whole(project: Path) -> list[Problem]:
    return list(problems_in(_context(load_project(project))))


@pytest.mark.parametrize("code", CODES)
def test_a_mistake_in_a_county_is_found_in_it_alone(code: str, minimal_project: Path) -> None:
    break_rule(code, minimal_project)
    assert _apart(minimal_project) == _whole(minimal_project)


@given(seed=st.integers(0, 10_000), jobs=st.integers(1, 2))
@settings(max_examples=8, deadline=None)
def test_counties_checked_apart_have_the_problems_of_all_together(seed: int, jobs: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed makes it repeatable
    with TemporaryDirectory() as folder:
        project = write_city(Path(folder) / "city", chance, mistakes=seed % 2)
        store = Store(project)
        assert _apart(project, jobs, store) == _whole(project)
        for _ in range(4):
            path = chance.choice(files_of_counties(project))
            text = with_other_figures(path.read_text(encoding="utf-8"), chance)
            path.write_text(text.replace(*chance.choice(MISTAKES), 1), encoding="utf-8")
        allowed = chance.choice(files_of_counties(project)).relative_to(project).as_posix()
        (project / "data" / "allowed.yml").write_text(ALLOWED.format(allowed), encoding="utf-8")
        whole = _whole(project)
        assert whole
        assert _apart(project, jobs, store) == whole
        assert _apart(project, jobs, store) == whole


def test_only_a_county_with_a_changed_file_is_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_city(tmp_path / "city", random.Random(0))  # noqa: S311 - a seed makes it repeatable
    checked: list[frozenset[str]] = []

    def counted(context: Context) -> within.PartFindings:
        checked.append(context.files.counties)
        return findings_within(context)

    monkeypatch.setattr(within, "findings_within", counted)
    _apart(project, store=Store(project))
    assert len(checked) == 3
    checked.clear()
    path = files_of_counties(project)[-1]
    path.write_text(path.read_text(encoding="utf-8") + "# 注\n", encoding="utf-8")
    (project / "content" / "about.md").write_text("---\ntitle: 关于\n---\n\n正文。\n", encoding="utf-8")
    _apart(project, store=Store(project))
    assert checked == [frozenset({"fengping-3"})]
    checked.clear()
    path = project / "data" / "sources.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# 注\n", encoding="utf-8")
    _apart(project, store=Store(project))
    assert len(checked) == 3


def test_a_single_county_is_checked_as_a_whole(minimal_project: Path) -> None:
    loaded = load_project(minimal_project)
    context = _context(loaded)
    checks = checking(context, CountyWork(CountyParts(context.dataset), jobs=2))
    assert checks == Checking(context)


def test_the_findings_of_a_part_can_be_sent_and_kept(minimal_project: Path) -> None:
    break_rule("E410", minimal_project)
    context = _context(load_project(minimal_project))
    parts = CountyParts(context.dataset)
    part = Context(parts.dataset_of(0), context.as_of, files=parts.files_of(0))
    found = findings_within(part)
    assert found[0]
    assert unpacked(packed(found)) == found
