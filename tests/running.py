"""Run the program on a project: as a user does, or its first stages within this process."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from click.testing import CliRunner, Result

from generators.carrying.plan import planned_carry_over
from generators.carrying.wanted import CarryOverError, CarryOverWanted
from generators.cli import main
from generators.disclosing import Audience
from generators.drafting.word.bulletin import PaperWanted, imported
from generators.drafting.word.package import WordProblemError, package_of
from generators.importing.importing import content_of
from generators.importing.plan import plan_of
from generators.importing.wanted import ImportWanted, nobody_to_ask
from generators.model.problem import Problem
from generators.proofreading import proofread, proofreader_of, prose_files
from generators.publishing.build import PublishingError, build_site
from generators.publishing.examining import examine_project
from generators.reading.load import Loaded, load_project
from generators.rendering import RenderedSite
from generators.returning.errors import ReturnsError
from generators.returning.writing import ReturnsOrder, returns_ordered, write_workbooks
from tests.build.project import FIXTURES_DAY, ROOT, Files

PROGRAM: Final = (sys.executable, "-c", "from generators.cli import main; main()")
"""The console command by this interpreter, whatever is on the PATH."""

LoadWith = Callable[..., Loaded]
"""Takes files to change, reads the sound project with them."""

ProblemsWith = Callable[[Files], list[tuple[str, str, str]]]
"""Takes files to change, gives (code, place, detail) of every problem of the minimal project with them."""

CodesWith = Callable[[Files], list[str]]
"""Takes files to change, gives the code of every problem of the minimal project with them."""


def environment(variables: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Return this process's environment without what decides a build's day, plus ``variables``."""
    deciding = {"SOURCE_DATE_EPOCH", "TONGBAO_AS_OF", "TONGBAO_AUDIENCE"}
    kept = {name: value for name, value in os.environ.items() if name not in deciding}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables}


def tongbao(
    *arguments: str | Path, cwd: Path = ROOT, variables: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[str]:
    """Run ``tongbao`` in ``cwd`` and return what it said; a failure raises nothing."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env=environment(variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def try_to_build(project: Path, *arguments: str | Path, as_of: date = FIXTURES_DAY) -> Result:
    """Build ``project`` within this process, which is faster, and return what was said and the exit code."""
    command = ["build", "--project", project, "--as-of", as_of, *arguments]
    return CliRunner().invoke(main, [str(each) for each in command])


def build(project: Path, *arguments: str | Path, as_of: date = FIXTURES_DAY) -> None:
    """Build ``project``; raises ``AssertionError`` with everything said when that fails."""
    done = try_to_build(project, *arguments, as_of=as_of)
    assert done.exit_code == 0, f"{done.output}\n{done.exception!r}"


def problems_of(project: Path) -> list[Problem]:
    """Return every problem of the project at ``project``, sorted, as ``tongbao check`` finds them."""
    return list(examine_project(project, FIXTURES_DAY).problems)


def failures_of(project: Path, folder: Path) -> list[Problem]:
    """Return what goes wrong when the site of a project without errors is built into ``folder``."""
    site = examine_project(project, FIXTURES_DAY).site(Audience.PUBLIC)
    try:
        build_site(project, site, folder)
    except PublishingError as error:
        return list(error.problems)
    return []


def refusals_of(project: Path) -> list[Problem]:
    """Return why the returns that ``returns.json`` orders of a project are not written."""
    order = ReturnsOrder(**json.loads((project / "returns.json").read_text(encoding="utf-8")))
    dataset = examine_project(project, FIXTURES_DAY).dataset
    assert dataset is not None
    try:
        found = returns_ordered(dataset, order, FIXTURES_DAY)
        with contextlib.chdir(project):
            write_workbooks(Path("报表"), found, FIXTURES_DAY, "")
    except ReturnsError as error:
        return [error.problem]
    return []


def carry_over_refusals_of(project: Path) -> list[Problem]:
    """Return why the carry-over that ``carry-over.json`` asks of a project is refused."""
    asked = json.loads((project / "carry-over.json").read_text(encoding="utf-8"))
    asked["programmes"] = tuple(asked.get("programmes", ()))
    dataset = load_project(project).dataset
    assert dataset is not None
    try:
        planned_carry_over(project, dataset, CarryOverWanted(today=FIXTURES_DAY, **asked))
    except CarryOverError as error:
        return [error.problem]
    return []


def problems_of_paper(project: Path) -> list[Problem]:
    """Return every problem of taking ``paper.docx`` in a project over as an issue of its first series."""
    dataset = examine_project(project, FIXTURES_DAY).dataset
    assert dataset is not None
    try:
        package = package_of(project / "paper.docx")
        return list(
            imported(dataset, PaperWanted(package, next(iter(dataset.series)), FIXTURES_DAY)).problems
        )
    except WordProblemError as error:
        return [error.problem]


def slips_of(project: Path) -> list[Problem]:
    """Return every slip of writing of the project at ``project``, sorted, as ``tongbao lint`` finds them."""
    return list(proofread(prose_files(project), proofreader_of(project)).left)


def import_problems_of(project: Path) -> list[Problem]:
    """Return every problem of importing the workbooks in ``sheets/`` of the project, sorted."""
    dataset = load_project(project).dataset
    assert dataset is not None
    wanted = ImportWanted(FIXTURES_DAY)
    files = sorted((project / "sheets").iterdir())
    content, _ = content_of(files, dataset, wanted, nobody_to_ask, lambda _: None)
    found = plan_of(project, dataset, content, wanted).problems
    prefix = f"{project}/"
    return [
        replace(each, place=replace(each.place, file=each.place.file.removeprefix(prefix))) for each in found
    ]


def site_of(project: Path, audience: Audience) -> RenderedSite:
    """Return the rendered site of a project that has no problems."""
    examined = examine_project(project, FIXTURES_DAY)
    assert examined.problems == ()
    return examined.site(audience)
