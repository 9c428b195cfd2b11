"""The menu: sections only (DESIGN §5), in groups; everything else is reached from them and by search."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, TypeAlias

from generators.rendering import RenderedSite

_Entry: TypeAlias = dict[str, str]
"""A label and the Markdown file it leads to, as MkDocs wants it."""

_GROUPS: Final = (
    ("首页", (("首页", "index.md"),)),
    ("工作", (("工作", "programmes/index.md"),)),
    ("看板", (("看板", "boards/index.md"),)),
    (
        "考核",
        (
            ("排名", "rankings/index.md"),
            ("等次", "tiers/index.md"),
            ("奖惩", "consequences/index.md"),
        ),
    ),
    (
        "督办",
        (
            ("台账", "ledgers/index.md"),
            ("承诺", "commitments/index.md"),
            ("督查", "inspections/index.md"),
        ),
    ),
    ("变化", (("变化", "changes/index.md"),)),
    ("区划", (("区划", "divisions/index.md"),)),
    ("通报", (("通报", "bulletins/index.md"),)),
    ("案例", (("案例", "cases/index.md"),)),
    (
        "数据",
        (
            ("开放数据", "open-data/index.md"),
            ("计算方法", "methods/index.md"),
            ("数据质量", "quality/index.md"),
            ("出处", "sources/index.md"),
            ("网站自查", "self-check/index.md"),
        ),
    ),
    ("关于", (("关于", "about.md"),)),
)


def navigation_of(site: RenderedSite) -> list[_Entry | dict[str, list[_Entry]]]:
    """Return the menu in MkDocs' form: what a site has of each group; a group of one is that one."""
    paths = {page.path for page in site.pages}
    menu: list[_Entry | dict[str, list[_Entry]]] = []
    for label, sections in _GROUPS:
        entries = _entries(sections, paths)
        if len(entries) > 1:
            menu.append({label: entries})
        else:
            menu.extend(entries)
    return menu


def _entries(sections: tuple[tuple[str, str], ...], paths: Collection[str]) -> list[_Entry]:
    return [{label: path} for label, path in sections if path in paths]
