"""Theme, Jinja and Python-Markdown make a page alone: what an engine adds is its order, not its bytes."""

from __future__ import annotations

import pytest

from generators.disclosing import Audience
from generators.pipeline import Examined
from tests.build.theme_alone import page_of
from tests.reading_sites.built_site import BuiltSite

PAGES = (
    "index.md",
    "programmes/index.md",
    "boards/index.md",
    "divisions/index.md",
    "divisions/fengping.md",
    "divisions/fengping/liuwan.md",
    "sources/index.md",
    "methods/index.md",
    "quality/index.md",
    "open-data/index.md",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_without_an_engine(path: str, county: Examined, county_site: BuiltSite) -> None:
    made = page_of(county.site(Audience.PUBLIC), path)
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    built = (county_site.folder / folder / "index.html").read_text(encoding="utf-8")
    assert made == built
