"""The columns (栏目) of the site, as the tags of government pages ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.views import ProseView

_NEWS: Final = "工作动态"
_OPEN: Final = "信息公开"
_ABOUT: Final = "概况信息"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column page says of itself: its name, what it holds, key words, and of which type it is."""

    name: str
    description: str
    keywords: tuple[str, ...]
    type: str


_WORDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        urls.PROGRAMMES: (_OPEN, ("重点工作", "框架", "目标")),
        urls.BOARDS: (_OPEN, ("看板", "进度", "完成情况")),
        urls.RANKINGS: (_OPEN, ("考核", "排名", "得分")),
        urls.LEDGERS: (_OPEN, ("问题台账", "整改", "销号")),
        urls.COMMITMENTS: (_OPEN, ("承诺", "践诺", "评诺")),
        urls.INSPECTIONS: (_OPEN, ("督查", "走访", "发现问题")),
        urls.TIERS: (_OPEN, ("等次", "达标", "评定")),
        urls.CONSEQUENCES: (_OPEN, ("奖惩", "通报表扬", "约谈")),
        urls.CHANGES: (_NEWS, ("变化", "更新")),
        urls.DIVISIONS: (_OPEN, ("区划", "乡镇", "村")),
        urls.BULLETINS: (_NEWS, ("通报", "简报")),
        urls.CASES: (_NEWS, ("典型案例", "经验做法")),
        urls.SOURCES: (_OPEN, ("出处", "文件")),
        urls.METHODS: (_ABOUT, ("计算方法", "口径")),
        urls.QUALITY: (_OPEN, ("数据质量", "更正")),
        urls.OPEN_DATA: (_OPEN, ("开放数据", "下载")),
        urls.SELF_CHECK: (_ABOUT, ("自查", "更新", "空白栏目")),
        urls.TAGS: (_OPEN, ("标签", "通报", "典型案例")),
        urls.SITE_MAP: (_ABOUT, ("站点地图", "栏目")),
    }
)
"""Of which type a section is, and its key words beside its name."""


def is_column(page: Page) -> bool:
    """Whether a page is a column's: it stands directly below home, or is the archive of a series."""
    return len(page.crumbs) == 1 or page.kind == "series"


def column_of(page: Page) -> Column:
    """Return what a column page says of its column."""
    section = page.crumbs[1].href if len(page.crumbs) > 1 else page.address
    description = page.description.text if isinstance(page.description, ProseView) else page.description
    kind, words = _WORDS.get(section, (_ABOUT, ()))
    return Column(
        page.title, description, (page.title, *(each for each in words if each != page.title)), kind
    )
