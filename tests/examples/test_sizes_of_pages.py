"""Pages that compare townships, reckoned for two hundred of them; the benchmark builds those."""

from __future__ import annotations

from typing import Final

import pytest

from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.rendering import RenderedSite

_MANY: Final = 200
_MEGABYTE: Final = 1_000_000


@pytest.mark.parametrize("section", ["boards", "rankings"])
def test_pages_of_a_city_stay_below_a_megabyte(section: str, dataset: Dataset, site: RenderedSite) -> None:
    townships = sum(each.level is Level.TOWNSHIP for each in dataset.divisions.values())
    sizes = {
        page.path: len(page.markdown.encode()) * _MANY // townships
        for page in site.pages
        if page.path.startswith(f"{section}/")
    }
    assert sizes
    assert {path: size for path, size in sizes.items() if size >= _MEGABYTE} == {}
