from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generators.drafting.errors import DraftError
from generators.drafting.new.case import CaseWanted, new_case
from generators.drafting.new.file import write_new
from generators.drafting.project import read_for_drafting
from generators.model.scalars import Disclosure
from generators.pipeline import examine
from tests.build.project import FIXTURES_DAY

_WANTED = CaseWanted("new-rota", "clear-stream", "yunxi/east-bridge", "轮值：“一家一天”", date(2024, 7, 10))


def test_a_new_case_is_sound_and_internal(minimal_project: Path) -> None:
    file = new_case(read_for_drafting(minimal_project), _WANTED)
    assert write_new(minimal_project, file) == minimal_project / "content/cases/new-rota.md"
    examined = examine(minimal_project, FIXTURES_DAY)
    assert {each.code for each in examined.problems} == {"W546"}  # what the editor has to write
    assert examined.dataset is not None
    (case,) = [each for each in examined.dataset.cases if each.id == "new-rota"]
    assert (case.front.title, case.front.date) == (_WANTED.title, _WANTED.day)
    assert case.front.disclosure is Disclosure.INTERNAL


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "New"}, "“New”不是合法标识"),
        ({"id": "../escape"}, "不得含 /"),
        ({"programme": "clear-streams"}, "没有这个工作“clear-streams”，是否应为“clear-stream”"),
        ({"division": "yunxi/east"}, "没有这个区划“yunxi/east”"),
        ({"title": ""}, "标题不能是空的"),
    ],
)
def test_what_cannot_be_drafted(minimal_project: Path, changes: dict[str, str], message: str) -> None:
    with pytest.raises(DraftError, match=message):
        new_case(read_for_drafting(minimal_project), replace(_WANTED, **changes))  # type: ignore[arg-type]
