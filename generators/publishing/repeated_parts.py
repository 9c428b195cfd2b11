"""Parts of the theme that look the same on many pages, such as the menu: drawn once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from generators.publishing.configuration.theme import MATERIAL
from generators.publishing.defaults import theme_folders
from generators.publishing.shipped import has_only_shipped_plugins, shipped_theme
from generators.rendering.environment import Context, Environment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

_Draw: TypeAlias = Callable[[Context], Iterator[str]]

_BLOCKS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"main.html": ("config",), "base.html": ("styles", "tabs", "footer", "scripts")}
)
"""By template: its blocks that depend on nothing but what :class:`_Keys` knows."""

_PARTIALS: Final = (
    "partials/brand.html",
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/javascripts/palette.html",
    "partials/nav.html",
    "partials/palette.html",
    "partials/search.html",
    "partials/top.html",
)
"""Templates of which the same is true."""

_TEMPLATES: Final = frozenset({".html", ".svg"})
_ASSETS: Final = "assets"
"""The folder of the theme's files, which every page links to."""


def draw_repeated_parts_once(environment: Environment, config: MkDocsConfig) -> None:
    """Let ``environment`` draw each part of the theme once for all pages that it is the same on.

    Nothing is changed for another theme than the shipped one: its parts may depend on anything.
    """
    if not _is_shipped(config):
        return
    keys = _Keys(config)
    for name, blocks in _BLOCKS.items():
        template = environment.get_template(name)
        template.blocks |= {block: _drawn_once(template.blocks[block], keys) for block in blocks}
    for name in _PARTIALS:
        template = environment.get_template(name)
        template.root_render_func = _drawn_once(template.root_render_func, keys)


def _is_shipped(config: MkDocsConfig) -> bool:
    """Whether the templates are those of the shipped theme, or the same, and no one else changes pages."""
    shipped = shipped_theme().resolve()
    return (
        config.theme.name == MATERIAL
        and has_only_shipped_plugins(config)
        and all(_has_only_templates_of(shipped, folder) for folder in theme_folders(config))
    )


def _has_only_templates_of(shipped: Path, folder: Path) -> bool:
    return folder == shipped or all(
        _is_same(path, shipped / path.relative_to(folder))
        for path in folder.rglob("*")
        if path.suffix in _TEMPLATES and path.relative_to(folder).parts[0] != _ASSETS
    )


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


class _Keys:
    """Tells which pages have these parts in common.

    The parts show the menu with the page or its section marked, and link to the theme's files and to the
    pages of the menu; a bulletin has other styles and scripts than the rest.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._files = [str(each) for each in (*config.extra_css, *config.extra_javascript)]
        self._linked: Mapping[int, tuple[str, ...]] = {}
        self._last: tuple[Page | None, tuple[str, ...]] = None, ()

    def __call__(self, context: Context) -> tuple[str, ...]:
        """Return a value that is the same for two pages if these parts are."""
        page: Page | None = context["page"]
        if page is None:
            return (context["base_url"],)
        if self._last[0] is not page:
            self._last = page, self._key(page, context)
        return self._last[1]

    def _key(self, page: Page, context: Context) -> tuple[str, ...]:
        meta = page.meta or {}
        crumbs = meta.get("crumbs") or []
        section = crumbs[1][1] if len(crumbs) > 1 else ""
        return context["base_url"], self._place(page.url, context["nav"]), section, str(meta.get("kind"))

    def _place(self, url: str, navigation: Navigation) -> str:
        """Return the folder that holds the page, or the page itself if these parts may link to it.

        The relative address of anything that is not in a page's own folder follows from the folder above.
        """
        folder = url.rstrip("/")
        above = folder.rpartition("/")[0]
        if (
            not above
            or above.startswith(_ASSETS)
            or any(each.startswith(folder) for each in self._all_linked(navigation))
        ):
            return url
        return f"{above}/*"

    def _all_linked(self, navigation: Navigation) -> tuple[str, ...]:
        if id(navigation) not in self._linked:
            menu = tuple(_addresses(navigation.items))
            self._linked = {id(navigation): (*menu, *self._files)}
        return self._linked[id(navigation)]


def _addresses(items: Iterable[StructureItem]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Section):
            yield from _addresses(item.children)
        elif isinstance(item, (Page, Link)):
            yield item.url


def _drawn_once(draw: _Draw, key_of: _Keys) -> _Draw:
    drawn: dict[tuple[str, ...], str] = {}

    def draw_once(context: Context) -> Iterator[str]:
        key = key_of(context)
        if key not in drawn:
            drawn[key] = "".join(draw(context))
        yield drawn[key]

    return draw_once
