"""Pages that compare townships, reckoned for two hundred of them; the benchmark builds those."""

from __future__ import annotations

import re
from typing import Final

import pytest

from generators.composing.boards.maps import MOST_ROWS
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.rendering import RenderedSite

_MANY: Final = 200
_MEGABYTE: Final = 1_000_000
_MAPS: Final = re.compile(r'<details class="tb-map-fold">.*?</details>', re.DOTALL)


def _size(text: str, times: float, times_of_maps: float) -> float:
    """Return the size of a page with so many times the townships; maps by indicator stay below a limit."""
    rest, count = _MAPS.subn("", text)
    maps = len(text.encode()) - len(rest.encode()) if count else 0
    return len(rest.encode()) * times + maps * times_of_maps


@pytest.mark.parametrize("section", ["boards", "rankings"])
def test_pages_of_a_city_stay_below_a_megabyte(section: str, dataset: Dataset, site: RenderedSite) -> None:
    townships = sum(each.level is Level.TOWNSHIP for each in dataset.divisions.values())
    sizes = {
        page.path: _size(page.markdown, _MANY / townships, min(_MANY, MOST_ROWS) / townships)
        for page in site.pages
        if page.path.startswith(f"{section}/")
    }
    assert sizes
    assert {path: size for path, size in sizes.items() if size >= _MEGABYTE} == {}
