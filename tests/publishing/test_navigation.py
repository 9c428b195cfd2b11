"""The menu holds sections only, in groups, and only those that there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing.navigation import navigation_of


def _labels(menu: Iterable[Mapping[str, object]]) -> list[str]:
    return [label for entry in menu for label in entry]


def test_every_section_in_its_order(county: Examined) -> None:
    menu = navigation_of(county.site(Audience.PUBLIC))
    assert _labels(menu) == ["首页", "工作", "看板", "变化", "区划", "通报", "案例", "数据", "关于"]


def test_a_group_holds_its_sections(county: Examined) -> None:
    (group,) = (entry["数据"] for entry in navigation_of(county.site(Audience.PUBLIC)) if "数据" in entry)
    assert group == [
        {"开放数据": "open-data/index.md"},
        {"计算方法": "methods/index.md"},
        {"数据质量": "quality/index.md"},
        {"出处": "sources/index.md"},
    ]


def test_a_group_of_one_section_is_that_section(county: Examined) -> None:
    site = county.site(Audience.PUBLIC)
    others = {"open-data/index.md", "quality/index.md", "sources/index.md"}
    kept = tuple(page for page in site.pages if page.path not in others)
    assert {"计算方法": "methods/index.md"} in navigation_of(replace(site, pages=kept))


def test_a_page_that_is_not_there_is_not_in_the_menu(county: Examined) -> None:
    site = county.site(Audience.PUBLIC)
    kept = tuple(page for page in site.pages if page.path not in {"about.md", "cases/index.md"})
    assert _labels(navigation_of(replace(site, pages=kept))) == [
        *("首页", "工作", "看板", "变化", "区划", "通报", "数据"),
    ]
