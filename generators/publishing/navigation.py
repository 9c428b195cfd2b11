"""The menu: sections only (DESIGN §5); everything else is reached from them and by search."""

from __future__ import annotations

from typing import Final

from generators.rendering import RenderedSite

_SECTIONS: Final = (
    ("首页", "index.md"),
    ("工作", "programmes/index.md"),
    ("看板", "boards/index.md"),
    ("排名", "rankings/index.md"),
    ("台账", "ledgers/index.md"),
    ("承诺", "commitments/index.md"),
    ("督查", "inspections/index.md"),
    ("等次", "tiers/index.md"),
    ("奖惩", "consequences/index.md"),
    ("变化", "changes/index.md"),
    ("区划", "divisions/index.md"),
    ("通报", "bulletins/index.md"),
    ("案例", "cases/index.md"),
    ("出处", "sources/index.md"),
    ("计算方法", "methods/index.md"),
    ("数据质量", "quality/index.md"),
    ("开放数据", "open-data/index.md"),
)
_ABOUT: Final = "about.md"


def navigation_of(site: RenderedSite) -> list[dict[str, str]]:
    """Return the menu in MkDocs' form; an “about” page, where written, comes last."""
    paths = {page.path for page in site.pages}
    menu = [{label: path} for label, path in _SECTIONS if path in paths]
    if _ABOUT in paths:
        menu.append({"关于": _ABOUT})
    return menu
