from __future__ import annotations

from pathlib import Path

import pytest

from generators.drafting.errors import DraftError
from generators.drafting.project import read_for_drafting

_ISSUE = "content/bulletins/stream-notes/2024/1.md"


def test_a_mistake_elsewhere_does_not_stop_a_draft(minimal_project: Path) -> None:
    (minimal_project / _ISSUE).write_text("---\ntitle\n", encoding="utf-8")
    assert read_for_drafting(minimal_project, "data/series.yml").bulletins == ()


def test_a_mistake_in_what_a_draft_rests_on_is_told(minimal_project: Path) -> None:
    (minimal_project / _ISSUE).write_text("---\ntitle\n", encoding="utf-8")
    with pytest.raises(DraftError, match=f"请先改正下面的错误\n{_ISSUE}:1:1  E112"):
        read_for_drafting(minimal_project, "content/bulletins/stream-notes/")


def test_a_project_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="E114"):
        read_for_drafting(tmp_path)
