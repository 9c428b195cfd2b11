"""The menu holds sections only, in groups, and only those that there are."""

from __future__ import annotations

from generators.composing.kit.section import MenuEntry, Section, SectionType
from generators.composing.kit.views import Link
from generators.composing.site.menu import MenuGroup, menu_of


def _section(name: str, menu: MenuEntry | None) -> Section:
    return Section(
        address=f"site:/{name}/", title=name, type=SectionType.OPEN, menu=menu, compose=lambda _site: ()
    )


SECTIONS = (
    _section("alone", MenuEntry()),
    _section("first", MenuEntry(group="两个", label="改称")),
    _section("unlisted", None),
    _section("other", MenuEntry()),
    _section("second", MenuEntry(group="两个", position=-1)),
)
ADDRESSES = {section.address for section in SECTIONS}


def test_a_group_stands_where_its_first_section_does_and_is_sorted_by_position() -> None:
    assert menu_of(SECTIONS, ADDRESSES) == (
        MenuGroup("alone", (Link("alone", "site:/alone/"),)),
        MenuGroup("两个", (Link("second", "site:/second/"), Link("改称", "site:/first/"))),
        MenuGroup("other", (Link("other", "site:/other/"),)),
    )


def test_a_page_that_is_not_there_is_not_in_the_menu() -> None:
    menu = menu_of(SECTIONS, ADDRESSES - {"site:/alone/", "site:/first/"})
    assert menu == (
        MenuGroup("other", (Link("other", "site:/other/"),)),
        MenuGroup("两个", (Link("second", "site:/second/"),)),
    )
