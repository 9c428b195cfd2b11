from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from generators.checking import CHECKS, check_dataset
from generators.checking.kit.context import Context
from generators.composing.kit.reserved import RESERVED_NAMES
from generators.diagnostics import render_text
from generators.model.problem_codes import CATALOGUE
from generators.reading.load import load_project
from tests.build.project import EXPECTED, FIXTURES, FIXTURES_DAY, INVALID, break_rule
from tests.running import (
    carry_over_refusals_of,
    failures_of,
    import_problems_of,
    problems_of,
    problems_of_paper,
    refusals_of,
    slips_of,
)

#: Found in a cluster, not in a project: ``tests/clusters/`` and ``tests/publishing/on_cluster/`` have them.
OF_CLUSTERS: Final = frozenset(f"E13{digit}" for digit in range(1, 10))
#: Found where a library is not installed: ``tests/checking/test_maps.py`` takes it away.
OF_A_MISSING_LIBRARY: Final = frozenset({"W184"})
#: Found by checking the borders of a map that could be read.
OF_MAPS: Final = frozenset({"E184", "E186", "E187", "E188", "E189"})
#: Found while a release is made, signed or verified: ``tests/releasing/`` and ``tests/cli/`` have them.
OF_RELEASING: Final = frozenset(
    {"E150", "W140", "W170", *(f"E14{digit}" for digit in range(10)), *(f"E16{digit}" for digit in range(9))}
)
#: Given by reading the records of closed periods.
CHAIN_CODES: Final = frozenset({f"E90{each}" for each in range(1, 8)})
#: Given by reading alone: they need the files, or were found while assembling the records.
#: Those of ``mkdocs.yml`` and of the theme are among them.
OF_READING: Final = frozenset(
    {
        "E301",
        "E308",
        "E309",
        "E310",
        "E920",
        *CHAIN_CODES,
        "E480",
        "E485",
        "W486",
        "E540",
        "E541",
        "E542",
        "E543",
    }
    | {code for code in CATALOGUE if code[:2] in {"E1", "E2"}}
    - {"E122", "E169", "E190", "E204"}
    - OF_CLUSTERS
    - OF_MAPS
    - OF_RELEASING
)
#: Found by reviewing measured values, after checking.
OF_REVIEWING: Final = frozenset(
    {"W418", "W507", "W525", "W526", "E910", "E911", "E912", "E913", "E914", "E915"}
)
#: Found by ``tongbao lint``, which reads the files as they are written.
OF_PROOFREADING: Final = frozenset(code for code in CATALOGUE if code.startswith("W7"))
#: Found by building the site, which a check does not do.
OF_PUBLISHING: Final = frozenset({"E122"})
#: Found by ``tongbao returns``, which writes workbooks to be filled in.
OF_RETURNING: Final = frozenset(code for code in CATALOGUE if code.startswith("E86"))
#: Found by ``tongbao carry-over``, which refuses what it is asked.
OF_CARRYING: Final = frozenset({"E932", "E933", "E934"})
#: Found by ``tongbao import-docx`` in a Word document.
OF_IMPORTING_WORD: Final = frozenset(code for code in CATALOGUE if code[1:3] in {"87", "89"})
#: Found by ``tongbao import``, which reads workbooks.
OF_IMPORTING: Final = frozenset(code for code in CATALOGUE if code[:3] in {"E80", "E81", "E82", "W85"})
CODES: Final = sorted(CATALOGUE.keys() - OF_CLUSTERS - OF_A_MISSING_LIBRARY - OF_RELEASING)


def test_the_minimal_project_is_sound(minimal_project: Path) -> None:
    assert problems_of(minimal_project) == []
    assert slips_of(minimal_project) == []


def test_every_code_has_a_stage_that_gives_it() -> None:
    of_checking = {code for check in CHECKS for code in check.codes}
    of_commands = OF_CLUSTERS | OF_RELEASING | OF_CARRYING | OF_IMPORTING | OF_IMPORTING_WORD | OF_RETURNING
    assert (
        of_checking | OF_READING | OF_REVIEWING | OF_PROOFREADING | OF_PUBLISHING | of_commands
        == CATALOGUE.keys()
    )
    assert of_checking & OF_READING == {"E301", "E308", "E310"}
    assert not of_checking & (OF_REVIEWING | OF_PROOFREADING)


def test_every_code_has_a_broken_project() -> None:
    assert sorted(path.name for path in INVALID.iterdir()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_broken_project_has_exactly_the_expected_problems(
    code: str, minimal_project: Path, tmp_path: Path, *, bless: bool
) -> None:
    break_rule(code, minimal_project)
    if code in OF_PUBLISHING:
        problems = failures_of(minimal_project, tmp_path / "site")
    elif code in OF_RETURNING:
        problems = refusals_of(minimal_project)
    elif code in OF_CARRYING:
        problems = carry_over_refusals_of(minimal_project)
    elif code in OF_IMPORTING_WORD:
        problems = problems_of_paper(minimal_project)
    elif code in OF_IMPORTING:
        problems = import_problems_of(minimal_project)
    else:
        problems = slips_of(minimal_project) if code in OF_PROOFREADING else problems_of(minimal_project)
    assert {problem.code for problem in problems} == {code}
    expected = INVALID / code / EXPECTED
    if bless:
        expected.write_text(render_text(problems), encoding="utf-8", newline="\n")
    assert render_text(problems) == expected.read_text(encoding="utf-8")
    assert all((minimal_project / problem.place.file).parent.is_dir() for problem in problems)


@pytest.mark.parametrize("code", CODES)
def test_a_check_gives_only_the_codes_it_declares(code: str, minimal_project: Path) -> None:
    break_rule(code, minimal_project)
    dataset = load_project(minimal_project).dataset
    if dataset is None:
        assert code == "E114"
        return
    context = Context(dataset, FIXTURES_DAY, reserved=RESERVED_NAMES)
    for check in CHECKS:
        assert {problem.code for problem in check.find(context)} <= check.codes, check.name


def test_every_check_finds_something_in_some_broken_project(tmp_path: Path) -> None:
    silent = {check.name for check in CHECKS}
    for code in CODES:
        project = Path(shutil.copytree(FIXTURES / "minimal", tmp_path / code))
        break_rule(code, project)
        dataset = load_project(project).dataset
        if dataset is not None:
            context = Context(dataset, FIXTURES_DAY, reserved=RESERVED_NAMES)
            silent -= {check.name for check in CHECKS if any(check.find(context))}
    assert silent == {"画地图的库装好"}


def test_a_check_is_named_once_and_its_docstring_is_its_rule() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert check.codes
        assert check.find.__doc__, check.name


def test_problems_are_sorted_and_each_is_told_once(minimal_project: Path) -> None:
    for code in ("E306", "E407", "E307", "E409"):
        break_rule(code, minimal_project)
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    problems = check_dataset(dataset, FIXTURES_DAY)
    assert list(problems) == sorted(set(problems))
    assert {problem.code for problem in problems} == {"E306", "E407", "E307", "E409"}
    assert check_dataset(dataset, FIXTURES_DAY) == problems
