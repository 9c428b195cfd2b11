from __future__ import annotations

from datetime import date
from pathlib import Path

from generators.composing.kit.edition import RELEASE_MARK
from generators.publishing.offline.cover import write_release

_DAY = date(2026, 10, 15)


def _edition(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(f"<dd>{RELEASE_MARK}</dd>", encoding="utf-8")
    (folder / "a.html").write_text(text, encoding="utf-8")
    return folder


def test_the_release_is_named_after_the_day_and_all_files(tmp_path: Path) -> None:
    one, same, other = (
        write_release(_edition(tmp_path / name, text), _DAY)
        for name, text in (("one", "甲"), ("same", "甲"), ("other", "乙"))
    )
    assert one == same != other
    assert one.startswith("20261015-")
    assert (tmp_path / "one/index.html").read_text(encoding="utf-8") == f"<dd>{one}</dd>"
