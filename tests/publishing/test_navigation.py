"""The menu holds sections only, and only those that there are."""

from __future__ import annotations

from dataclasses import replace

from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing.navigation import navigation_of


def test_every_section_in_its_order(county: Examined) -> None:
    menu = navigation_of(county.site(Audience.PUBLIC))
    assert [label for entry in menu for label in entry] == [
        *("首页", "工作", "看板", "变化", "区划", "通报", "案例", "出处"),
        *("计算方法", "数据质量", "开放数据", "关于"),
    ]


def test_a_page_that_is_not_there_is_not_in_the_menu(county: Examined) -> None:
    site = county.site(Audience.PUBLIC)
    kept = tuple(page for page in site.pages if page.path not in {"about.md", "cases/index.md"})
    menu = navigation_of(replace(site, pages=kept))
    assert not {"关于", "案例"} & {label for entry in menu for label in entry}
    assert len(menu) == 10
