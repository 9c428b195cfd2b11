"""Whether every link within a site leads to a file that is there, and to an anchor in it."""

from __future__ import annotations

import html
import posixpath
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place

_TAG: Final = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|textarea|title)\b(?P<of_raw>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>.*?</(?P=raw)\s*>"
    r"|<[a-z](?P<attributes>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, an element whose text holds no tags, or a tag."""

_ATTRIBUTE: Final = re.compile(
    r"(?P<name>[^\s\"'>/=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+)))?"
)
_ANCHORS: Final = frozenset({"id", "name"})
_READ: Final = _ANCHORS | {"action", "data", "href", "poster", "src", "srcset"}
"""The attributes that make anchors, and those that make links."""

_READ_BY_SCRIPTS: Final = "?"
"""How anchors begin that name no element: a choice that a script of the page reads."""

_CSS: Final = re.compile(r"url\(\s*[\"']?(?P<address>[^\"')]+)[\"']?\s*\)")


@dataclass(frozen=True, slots=True)
class Linked:
    """The addresses within the site that a page leads to, and the anchors that it offers."""

    addresses: tuple[str, ...]
    anchors: frozenset[str]

    @classmethod
    def of_html(cls, page: str) -> Linked:
        """Return the links and anchors of the HTML ``page``."""
        addresses: dict[str, None] = {}
        anchors: set[str] = set()
        for _, name, value in _attributes(page):
            if name in _ANCHORS:
                anchors.add(value)
            else:
                addresses.update(
                    (sys.intern(each), None) for each in _addresses(name, value) if not _leaves_the_site(each)
                )
        return cls(tuple(addresses), frozenset(anchors))


def dead_links(folder: Path) -> Iterator[Problem]:
    """Yield each link within the site in ``folder`` that leads nowhere, those of style sheets as well.

    An E140 says that there is no such file, an E141 that there is no such anchor in it. Raises ``OSError``.

    A link from the root of the server counts from where the site is: what 404.html calls its style sheet
    says where that is.
    """
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    pages = {name: Linked.of_html(_text(path)) for name, path in files.items() if name.endswith(".html")}
    root = _root(pages.get("404.html"), files)
    for name, page in sorted(pages.items()):
        for written in page.addresses:
            wrong = _wrong(name, written, root, files, pages)
            if wrong is not None:
                code, detail = wrong
                yield problem(code, _place_of_link(files[name], written), detail)
    for name, path in sorted(files.items()):
        if name.endswith(".css"):
            for found in _CSS.finditer(_text(path)):
                address = found["address"]
                if not _leaves_the_site(address) and _target(name, address, root) not in files:
                    yield problem("E140", _place(path, found.start()), f"{address}：没有这个文件")


def _wrong(
    page: str, written: str, root: str, files: Mapping[str, Path], pages: Mapping[str, Linked]
) -> tuple[str, str] | None:
    """Return the code and detail of what is wrong with a link on ``page``, ``None`` if it is right."""
    target = _target(page, written, root)
    if target not in files:
        return "E140", f"{written}：没有 {target or '这个文件'}"
    anchor = unquote(urlsplit(written).fragment)
    is_checked = anchor and not anchor.startswith(_READ_BY_SCRIPTS) and target in pages
    if is_checked and anchor not in pages[target].anchors:
        return "E141", f"{written}：{target} 里没有 #{anchor}"
    return None


def _target(page: str, written: str, root: str) -> str:
    """Return the file of the site that an address on ``page`` leads to; one outside begins with ``../``."""
    path = unquote(urlsplit(written).path)
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(root):
            return path
        path = path.removeprefix(root)
        whole = posixpath.normpath(path) if path else "."
    else:
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    is_folder = not path or path.endswith(("/", ".", ".."))
    if is_folder:
        return "index.html" if whole == "." else f"{whole}/index.html"
    return whole


def _root(not_found: Linked | None, files: Mapping[str, Path]) -> str:
    """Return the path of the site on its server, by the page for what is not found; ``/`` by default."""
    for written in not_found.addresses if not_found else ():
        path = unquote(urlsplit(written).path)
        parts = path.split("/")
        for at in range(1, len(parts)):
            if path.endswith(".css") and "/".join(parts[at:]) in files:
                return "/".join(parts[:at]) + "/"
    return "/"


def _attributes(page: str) -> Iterator[tuple[int, str, str]]:
    """Yield the attributes of a page that make links and anchors: where their tag is, name and value."""
    for tag in _TAG.finditer(page):
        for found in _ATTRIBUTE.finditer(tag["attributes"] or tag["of_raw"] or ""):
            name = found["name"].lower()
            if name in _READ:
                value = found["double"] or found["single"] or found["bare"] or ""
                yield tag.start(), name, html.unescape(value)


def _addresses(attribute: str, value: str) -> Iterator[str]:
    """Yield the addresses in the value of an attribute; a ``srcset`` has several, each with a width."""
    if attribute != "srcset":
        yield value.strip()
        return
    for candidate in value.split(","):
        yield from candidate.split()[:1]


def _leaves_the_site(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return bool(parts.scheme or parts.netloc)


def _place_of_link(file: Path, address: str) -> Place:
    """Return where the first link to ``address`` is."""
    for offset, name, value in _attributes(_text(file)):
        if name not in _ANCHORS and address in _addresses(name, value):
            return _place(file, offset)
    return Place(str(file))


def _place(file: Path, offset: int) -> Place:
    before = _text(file)[:offset]
    return Place(str(file), before.count("\n") + 1, offset - before.rfind("\n"))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
