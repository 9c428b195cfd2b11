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
_MAPS: Final = re.compile(r'<details class="tb-details tb-map-fold">.*?</details>', re.DOTALL)


def _size(text: str, townships: int) -> float:
    """Return the size of a page of a city: with so many townships as have maps by indicator, or without."""
    with_maps, without = (len(each.encode()) / townships for each in (text, _MAPS.sub("", text)))
    return max(with_maps * MOST_ROWS, without * _MANY)


@pytest.mark.parametrize("section", ["boards", "rankings"])
def test_pages_of_a_city_stay_below_a_megabyte(section: str, dataset: Dataset, site: RenderedSite) -> None:
    townships = sum(each.level is Level.TOWNSHIP for each in dataset.divisions.values())
    sizes = {
        page.path: _size(page.markdown, townships)
        for page in site.pages
        if page.path.startswith(f"{section}/")
    }
    assert sizes
    assert {path: size for path, size in sizes.items() if size >= _MEGABYTE} == {}
