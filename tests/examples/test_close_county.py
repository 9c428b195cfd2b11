"""The invented county shows closed periods, and none of them can be changed in any of thirty ways."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from examples.close_county import PERIODS, main
from generators.checking.kit.context import Context
from generators.measuring.closings.reckoning import closing_states
from generators.model.dataset import Dataset
from generators.model.problem import Problem
from generators.reading.load import load_project
from generators.reading.memory import ReadingMemory
from generators.reviewing.closings import altered_closings
from generators.store.digests import methods_digest
from tests.build.project import SHILI, SHILI_DAY

TOWNSHIPS: Final = "data/townships/shilixian"
PROGRAMMES: Final = "data/programmes"
ENDED: Final = "yihai-xiang"
"""The township that another was formed of before these periods."""

OF_TOWNSHIPS: Final = (
    (r"(2026-03\n(?:(?!- period).)*?shili-double/villages: )\d+", r"\g<1>99", "E910"),
    (r"(period: 2026-03\n    on: )[-\d]+", r"\g<1>2026-05-02", "E912"),
    (r"(compliant-villages\n    value: )\d+", r"\g<1>77", "E911"),
    (r"    by: 2026-12-31\n", "    by: 2027-06-30\n", "E912"),
    (r"name: (\S)(\S)", r"name: \2\1", "E911"),
    (r"      shili-1357/solved-problems: \d+\n", "", "E912"),
)
OF_PROGRAMMES: Final = (
    ("shili-double", r"measure: 个", "measure: 处", "E911"),
    ("shili-double", r"rollup: sum", "rollup: none", "E911"),
    ("shili-1357", r"weight: \d+", "weight: 1", "E911"),
    ("shili-1357", r"(closes_after_days: )\d+", r"\g<1>60", "E911"),
    ("shili-1357", r"kind: flow", "kind: cumulative", "E911"),
    ("shili-double", r"definition: \S+", "definition: 别的口径", "E911"),
)


@dataclass(slots=True)
class _County:
    """A copy of the county that is changed and put back; what has not changed is read once."""

    project: Path
    memory: ReadingMemory = field(default_factory=ReadingMemory)

    def dataset(self) -> Dataset:
        with self.memory.used():
            dataset = load_project(self.project).dataset
        assert dataset is not None
        return dataset

    def problems_after(self, file: str, pattern: str, new: str) -> list[Problem]:
        """Return what is told after the first match of ``pattern`` in a file became ``new``."""
        path = self.project / file
        before = path.read_text(encoding="utf-8")
        after, count = re.subn(pattern, new, before, count=1, flags=re.DOTALL)
        assert count == 1
        assert after != before
        path.write_text(after, encoding="utf-8")
        try:
            dataset = self.dataset()
            states = closing_states(dataset, SHILI_DAY, methods_digest())
            return list(altered_closings(Context(dataset, SHILI_DAY), states))
        finally:
            path.write_text(before, encoding="utf-8")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> _County:
    return _County(Path(shutil.copytree(SHILI / "data", tmp_path_factory.mktemp("shili") / "data").parent))


def _attempts() -> Iterator[tuple[str, str, str, str]]:
    folders = (path.parent.name for path in (SHILI / TOWNSHIPS).glob("*/township.yml"))
    townships = sorted(name for name in folders if name != ENDED)
    for at, (pattern, new, code) in enumerate(OF_TOWNSHIPS):
        for township in townships[at::2][:4]:
            yield f"{TOWNSHIPS}/{township}/township.yml", pattern, new, code
    for programme, pattern, new, code in OF_PROGRAMMES:
        yield f"{PROGRAMMES}/{programme}.yml", pattern, new, code


ATTEMPTS: Final = tuple(_attempts())


def test_there_are_enough_attempts() -> None:
    assert len(set(ATTEMPTS)) >= 30


@pytest.mark.parametrize(("file", "pattern", "new", "code"), ATTEMPTS)
def test_closed_history_of_the_county_does_not_change(
    county: _County, file: str, pattern: str, new: str, code: str
) -> None:
    found = county.problems_after(file, pattern, new)
    assert code in {each.code for each in found}
    assert any(each.place.file == file for each in found)
    assert all("结账" in each.detail for each in found)


def test_the_records_are_those_of_the_county_as_it_is(county: _County, tmp_path: Path) -> None:
    """If this fails, run ``python -m examples.close_county --project examples/shili``."""
    kept = county.dataset().closed
    project = Path(shutil.copytree(SHILI / "data", tmp_path / "data").parent)
    assert main(["--project", str(project)]) == 0
    anew = load_project(project).dataset
    assert anew is not None
    assert len(anew.closed) == len(kept) == len(PERIODS)
    for one, other in zip(kept, anew.closed, strict=True):
        assert (one.file, one.figures, one.inputs) == (other.file, other.figures, other.inputs)
        assert (one.public, one.disclosures) == (other.public, other.disclosures)


def test_a_figure_that_was_corrected_afterwards_stands_beside_the_closed_one(county: _County) -> None:
    states = closing_states(county.dataset(), SHILI_DAY, methods_digest())
    corrected = {each.difference.key: each.difference for each in states[0].corrected}
    value = corrected["value", "shilixian/renshen", "shili-double/compliant-villages"]
    assert value.before is not None
    assert value.now is not None
    assert (value.before["value"], value.now["value"]) == ("7", "6")
