"""The menu of a site as MkDocs wants it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generators.composing.kit.views import Link
from generators.composing.site.menu import MenuGroup
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
    group = MenuGroup("数据", (Link("计算方法", "methods/index.md"),))
    site = replace(county.site(Audience.PUBLIC), menu=(group,))
    assert navigation_of(site) == [{"计算方法": "methods/index.md"}]


def test_the_menu_leads_to_files_that_are_there(county: Examined) -> None:
    site = county.site(Audience.PUBLIC)
    assert {link.href for group in site.menu for link in group.entries} <= {page.path for page in site.pages}
    assert {"关于": "about.md"} in navigation_of(site)
