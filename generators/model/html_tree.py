"""A small tree of HTML: what Markdown and Word documents become before they are written in another form.

It is for HTML that a converter made, or that the sanitiser has passed. End tags that HTML lets an author
leave out are supplied for paragraphs, items, rows and cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, TypeAlias

_VOID: Final = frozenset({"br", "col", "hr", "img", "wbr"})
_ENDS: Final[Mapping[str, frozenset[str]]] = {
    "li": frozenset({"li", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "tr": frozenset({"td", "th", "tr", "p"}),
    "tbody": frozenset({"td", "th", "tr", "thead", "tbody"}),
    "tfoot": frozenset({"td", "th", "tr", "thead", "tbody"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    **{name: frozenset({"p"}) for name in ("p", "div", "ul", "ol", "dl", "table", "blockquote", "pre", "hr")},
}
"""By a start tag the open elements that it ends, if they are the innermost ones."""

Node: TypeAlias = "Element | str"


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes, and what is in it: elements and texts in order."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all text in it, a line break for ``<br>``."""
        if self.tag == "br":
            return "\n"
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def classes(self) -> frozenset[str]:
        """Return its classes."""
        return frozenset(self.attributes.get("class", "").split())

    def below(self, *tags: str) -> Iterator[Element]:
        """Yield the elements in it with one of ``tags``, at any depth, in order."""
        for each in self.children:
            if isinstance(each, Element):
                if each.tag in tags:
                    yield each
                yield from each.below(*tags)


def tree_of(html: str) -> Element:
    """Return the elements and texts of ``html`` as the children of an element without a name."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Builds the tree; comments are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, after the ends that were left out."""
        ended = _ENDS.get(tag, frozenset())
        while self._open[-1].tag in ended:
            self._open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element written with ``/>``; in HTML only void ones end by it."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End the innermost open element with this tag, if there is one."""
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0)
        if at:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Add a text."""
        self._open[-1].children.append(data)
