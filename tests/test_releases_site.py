"""An internal number stands in no public file; a released total of three does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, THIRD_VILLAGES, third_township
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import write_files
from tests.running import build

NUMBERS: Final = (710017, 720029, 730043)
"""What each village reports internally; no other number on the site has these digits."""

TOTAL: Final = str(sum(NUMBERS))
TARGETS: Final = (
    "targets:\n  - indicator: clear-stream/cleaned-streams\n    value: 4000000\n    from: 2024-01-01\n"
    "    by: 2025-12-31\n    source: {document: plan, at: 附表}\n"
)
CLEANED: Final = "kind: cumulative, rollup: sum, cadence: quarter"
FORMS: Final = (".html", ".csv", ".json", ".xml", ".svg", ".txt", ".md")


def _villages(count: int) -> str:
    return "villages:\n" + "".join(
        f"  v{at}:\n    name: 第{at}村\n    reports:\n      - period: 2025-Q1\n        on: 2025-04-02\n"
        "        source: {document: quarterly-return, at: 附表}\n        disclosure: internal\n"
        f"        values: {{clear-stream/cleaned-streams: {number}}}\n"
        for at, number in enumerate(NUMBERS[:count])
    )


def _files(site: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text, without thousands separators, of every file of a site that has text."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in FORMS:
            yield path.name, path.read_text(encoding="utf-8").replace(",", "")


def _naming(project: Path, audience: str, number: str) -> set[str]:
    return {Path(name).suffix for name, text in _files(project / "site" / audience) if number in text}


@pytest.mark.parametrize(
    ("villages", "is_released"), [(1, False), (1, True), (2, True), (3, False), (3, True)]
)
def test_an_internal_number_stands_in_no_public_file(
    minimal_project: Path, villages: int, *, is_released: bool
) -> None:
    text = (minimal_project / CLEAR_STREAM).read_text(encoding="utf-8")
    assert CLEANED in text
    released = f"{CLEANED}, release: {{reason: 只公布合计}}" if is_released else CLEANED
    changed = {
        CLEAR_STREAM: text.replace(CLEANED, released),
        THIRD_TOWNSHIP: third_township(TARGETS),
        THIRD_VILLAGES: _villages(villages),
    }
    write_files(minimal_project, changed)
    build(minimal_project, "--audience", "public")
    for number in NUMBERS:
        assert _naming(minimal_project, "public", str(number)) == set()
    shown = _naming(minimal_project, "public", TOTAL)
    assert ({".html", ".csv", ".json"} <= shown) if villages == len(NUMBERS) and is_released else not shown
