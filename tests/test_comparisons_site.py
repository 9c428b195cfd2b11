"""From the editors' files to both sites: a growth rate is where its base is public, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import write_files
from tests.running import build, problems_of

BASE: Final = 710017
VALUE: Final = 823619
"""What one township reported of a quarter, and a year later."""

FLOW: Final = "patrols: {name: 巡溪次数, measure: 次, kind: flow, rollup: sum}"
DECLARED: Final = (
    "patrols: {name: 巡溪次数, measure: 次, kind: flow, rollup: sum, cadence: quarter,\n"
    "    comparisons: [{by: year-on-year, decimals: 4}]}"
)
FORMS: Final = (".html", ".csv", ".json", ".xml", ".svg", ".txt")


def _reports(*, is_base_internal: bool) -> str:
    disclosure = "    disclosure: internal\n" if is_base_internal else ""
    return "reports:\n" + "".join(
        f"  - period: {period}\n    on: {on}\n    source: {{document: quarterly-return, at: 附表}}\n{more}"
        f"    values: {{clear-stream/patrols: {number}}}\n"
        for period, on, number, more in (
            ("2024-Q1", "2024-04-02", BASE, disclosure),
            ("2025-Q1", "2025-04-02", VALUE, ""),
        )
    )


def _write(project: Path, *, is_base_internal: bool) -> None:
    text = (project / CLEAR_STREAM).read_text(encoding="utf-8")
    assert FLOW in text
    changed = {
        CLEAR_STREAM: text.replace(FLOW, DECLARED),
        THIRD_TOWNSHIP: third_township(_reports(is_base_internal=is_base_internal)),
    }
    write_files(project, changed)


def _texts(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in FORMS:
            yield path.read_text(encoding="utf-8").replace(",", "")


@pytest.mark.parametrize("is_base_internal", [False, True])
def test_a_rate_is_published_with_its_base_or_not_at_all(
    minimal_project: Path, *, is_base_internal: bool
) -> None:
    _write(minimal_project, is_base_internal=is_base_internal)
    build(minimal_project)
    public, internal = ("\n".join(_texts(minimal_project / "site" / each)) for each in ("public", "internal"))
    growth = 100 * (VALUE - BASE) / BASE
    for number in (str(BASE), f"{growth:.4f}"):
        assert number in internal
        assert (number in public) is not is_base_internal
    assert str(VALUE) in public


def test_public_prose_must_not_call_for_it(minimal_project: Path) -> None:
    _write(minimal_project, is_base_internal=True)
    call = '{{ compare("yunxi/third-hill", "clear-stream/patrols", "2025-Q1", "year-on-year") }}'
    page = minimal_project / "content" / "growth-of-patrols.md"
    page.write_text(f"---\ntitle: 增长\n---\n\n{call}\n", encoding="utf-8")
    assert {each.code for each in problems_of(minimal_project)} >= {"E504"}


@pytest.mark.parametrize(
    ("arguments", "detail"),
    [
        ('"yunxi/third-hill", "clear-stream/streams", "2025-Q1", "year-to-date"', "没有本年累计"),
        ('"yunxi/third-hill", "clear-stream/signposted", "2025-Q1", "year-on-year"', "不能比较"),
        ('"yunxi/third-hill", "clear-stream/nothing", "2025-Q1", "year-on-year"', "没有指标"),
        ('"yunxi/third-hill", "clear-stream/patrols", "2025-Q4", "year-on-year"', "还没有结束"),
    ],
)
def test_a_call_that_makes_no_sense_is_a_problem(minimal_project: Path, arguments: str, detail: str) -> None:
    _write(minimal_project, is_base_internal=False)
    page = minimal_project / "content" / "growth-of-patrols.md"
    page.write_text(f"---\ntitle: 增长\n---\n\n{{{{ compare({arguments}) }}}}\n", encoding="utf-8")
    (found,) = (each for each in problems_of(minimal_project) if each.code == "E306")
    assert detail in found.detail
