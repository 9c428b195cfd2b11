"""The whole public Markdown tree of the fictional county, as it ought to be.

``pytest tests/test_golden.py --bless`` writes it anew; the change is then read in the diff of the commit.
"""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing.build import write_markdown
from tests.build.project import COUNTY_SMALL, ROOT, files_below

GOLDEN: Final = ROOT / "tests" / "golden" / "county_small"
_LONGEST_LINE: Final = 160


def _readable(content: bytes) -> list[str]:
    """Return a file as lines of moderate length: tables are broken at their cells."""
    text = content.decode("utf-8").replace("\r\n", "\n")
    lines = []
    for line in text.splitlines():
        is_long = len(line) > _LONGEST_LINE
        lines += line.replace("><", ">\n<").splitlines() if is_long else [line]
    return lines


def _differences(expected: Mapping[str, bytes], found: Mapping[str, bytes]) -> Iterator[str]:
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) == found.get(name):
            continue
        yield from difflib.unified_diff(
            _readable(expected.get(name, b"")),
            _readable(found.get(name, b"")),
            f"expected/{name}" if name in expected else "not expected",
            f"found/{name}" if name in found else "not found",
            lineterm="",
        )


def test_the_markdown_tree_is_the_expected_one(county: Examined, tmp_path: Path, *, bless: bool) -> None:
    write_markdown(COUNTY_SMALL, county.site(Audience.PUBLIC), tmp_path)
    if bless:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(tmp_path, GOLDEN)
    difference = "\n".join(_differences(files_below(GOLDEN), files_below(tmp_path)))
    assert not difference, f"{difference}\n\nIf this is as it should be: pytest tests/test_golden.py --bless"
