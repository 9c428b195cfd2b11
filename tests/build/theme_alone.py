"""Makes a page of a site from its Markdown with the theme, Jinja and Python-Markdown, without an engine."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import jinja2
from markdown import Markdown

from generators.model.anchors import EXTENSIONS
from generators.publishing.content_security import with_policy
from generators.publishing.shipped import shipped_theme
from generators.publishing.theme_settings import THEME_SETTINGS
from generators.publishing.unbroken import with_unbroken_numbers
from generators.rendering import RenderedPage, RenderedSite
from generators.rendering.environment import install_messages

_MATERIAL: Final = "material"


@dataclass
class _Heading:
    """An entry of the table of contents, as the templates read it."""

    title: str
    url: str
    level: int
    children: list[_Heading]


@dataclass
class _Entry:
    """A page of the menu, or a group of them."""

    title: str
    url: str = ""
    children: list[_Entry] = field(default_factory=list)
    active: bool = False


def page_of(site: RenderedSite, path: str) -> str:
    """Return the HTML of the page whose Markdown is at ``path`` in ``site``."""
    (page,) = (each for each in site.pages if each.path == path)
    url = _url_of(path)
    menu = list(_menu_of(site, url))
    converter = Markdown(extensions=[*EXTENSIONS])
    content = with_unbroken_numbers(converter.convert(page.markdown))
    order = [each for entry in menu for each in entry.children or (entry,)]
    at = next((at for at, each in enumerate(order) if each.url == url), None)
    context = {
        "config": _config_of(site),
        "nav": SimpleNamespace(items=menu, homepage=order[0]),
        "page": _page_of(page, url, content, getattr(converter, "toc_tokens", []))
        | {
            "canonical_url": f"{site.facts.address}{url}" if site.facts.address else None,
            "title": order[at].title if at is not None else escape(str(page.meta["title"])),
            "update_date": (page.changed or site.day).isoformat(),
            "previous_page": order[at - 1] if at else None,
            "next_page": order[at + 1] if at is not None and at + 1 < len(order) else None,
        },
        "base_url": _relative(".", url),
        "extra_css": [],
        "extra_javascript": [],
        "mkdocs_version": version("mkdocs"),
    }
    return with_policy(_environment().get_template("main.html").render(context), content)


def _environment() -> jinja2.Environment:
    spec = importlib.util.find_spec(_MATERIAL)
    assert spec is not None
    roots = [Path(root) / "templates" for root in spec.submodule_search_locations or ()]
    loader = jinja2.FileSystemLoader([shipped_theme(), *roots])
    environment = jinja2.Environment(loader=loader)  # noqa: S701 - as the theme is drawn: what it prints is escaped
    install_messages(environment)
    environment.filters |= {"url": _url_filter, "script_tag": str}
    return environment


@jinja2.pass_context
def _url_filter(context: jinja2.runtime.Context, value: object) -> str:
    address = str(value)
    return (
        address if "://" in address or address.startswith("#") else _relative(address, context["page"]["url"])
    )


def _relative(address: str, page: str) -> str:
    """Return ``address``, from the root of the site, relative to the folder ``page``."""
    wanted = [part for part in address.split("/") if part not in {"", "."}]
    here = [part for part in page.split("/") if part]
    shared = 0
    while shared < min(len(wanted), len(here)) and wanted[shared] == here[shared]:
        shared += 1
    relative = "/".join([".."] * (len(here) - shared) + wanted[shared:]) or "."
    return f"{relative}/" if address.endswith("/") else relative


def _url_of(path: str) -> str:
    folder = path.removesuffix(".md")
    return folder.removesuffix("index") if folder.endswith(("/index", "index")) else f"{folder}/"


def _menu_of(site: RenderedSite, url: str) -> Iterator[_Entry]:
    for group in site.menu:
        entries = [_Entry(escape(link.label), _url_of(link.href)) for link in group.entries]
        for entry in entries:
            entry.active = entry.url == url
        if len(entries) > 1:
            yield _Entry(escape(group.label), children=entries)
        else:
            yield from entries


def _config_of(site: RenderedSite) -> Mapping[str, Any]:
    facts = site.facts
    search = SimpleNamespace(config=SimpleNamespace(enabled=True))
    return {
        "site_name": escape(facts.title),
        "site_url": facts.address or None,
        "theme": THEME_SETTINGS,
        "plugins": {"material/search": search},
        "mdx_configs": {},
        "extra": {
            "audience": facts.audience,
            "as_of": facts.as_of,
            "notice": escape(facts.notice),
            "footer": [escape(f"{label}：{text}") for label, text in facts.footer],
            "names": [[name, escape(text)] for name, text in facts.names],
        },
    }


def _page_of(page: RenderedPage, url: str, content: str, tokens: list[Any]) -> dict[str, Any]:
    return {
        "meta": {name: _escaped(value) for name, value in page.meta.items()},
        "content": content,
        "toc": [_heading(each) for each in tokens],
        "url": url,
        "is_homepage": url == "",
    }


def _escaped(value: object) -> object:
    if isinstance(value, str):
        return escape(value)
    return [_escaped(each) for each in value] if isinstance(value, list) else value


def _heading(token: Mapping[str, Any]) -> _Heading:
    children = [_heading(each) for each in token["children"]]
    return _Heading(token["name"], f"#{token['id']}", token["level"], children)
