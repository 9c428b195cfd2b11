"""The smallest components of pages as HTML on one line: a site has some ten thousand of each.

They are joined here and not in a template, which would escape each text, and print each tag, on its own.
Larger components are the macros of ``kit/components.j2``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from markupsafe import Markup, escape

from generators.composing.kit.table import Emphasis
from generators.composing.kit.views import BarView, FigureView, Link, StatusView
from generators.languages import gettext

_KEPT: Final = 20_000
"""How many texts are kept as escaped; those of a county are fewer."""

escaped: Final[Callable[[object], Markup]] = lru_cache(_KEPT, typed=True)(escape)
"""Returns a text as HTML, as ``markupsafe.escape`` does."""

_STYLES: Final[Mapping[Emphasis, tuple[str, str]]] = MappingProxyType(
    {
        Emphasis.FLAG: ('<span class="tb-flag">', "</span>"),
        Emphasis.UNBROKEN: ('<span class="tb-nowrap">', "</span>"),
        Emphasis.STRONG: ("<strong>", "</strong>"),
        Emphasis.RANK: ('<b class="tb-rank">', "</b>"),
        Emphasis.CODE: ("<code>", "</code>"),
        Emphasis.CORRECTION: ('<span class="tb-figure__mark">', "</span>"),
    }
)


def link_html(link: Link) -> str:
    """Return a link, or its label alone."""
    label = escaped(link.label)
    return f'<a href="{escaped(link.href)}">{label}</a>' if link.href else label


def styled_html(text: str, emphasis: Emphasis) -> str:
    """Return a text with a style."""
    start, end = _STYLES[emphasis]
    return f"{start}{escaped(text)}{end}"


def small_html(content: str, *, is_unbroken: bool) -> str:
    """Return a secondary line with ``content``, which is HTML."""
    return f'<span class="tb-small{" tb-nowrap" if is_unbroken else ""}">{content}</span>'


def figure_html(figure: FigureView) -> str:
    """Return a number with its unit, qualifier, source and marks."""
    tag = "a" if figure.href else "span"
    missing = " tb-figure--missing" if figure.is_missing else ""
    href = f' href="{escaped(figure.href)}"' if figure.href else ""
    note = f' title="{escaped(figure.note)}"' if figure.note else ""
    parts = "".join(
        (
            _part("hedge", figure.before),
            f'<span class="tb-figure__number">{escaped(figure.number)}</span>',
            _part("hedge", figure.inside),
            _part("unit", figure.unit),
            _part("hedge", figure.after),
            styled_html(gettext("更正"), Emphasis.CORRECTION) if figure.is_corrected else "",
            styled_html(gettext("陈旧"), Emphasis.CORRECTION) if figure.is_stale else "",
        )
    )
    return f'<{tag} class="tb-figure{missing}"{href}{note}>{parts}</{tag}>'


def _part(name: str, text: str) -> str:
    return f'<span class="tb-figure__{name}">{escaped(text)}</span>' if text else ""


def status_html(status: StatusView) -> str:
    """Return a status: its shape and label."""
    return (
        f'<span class="tb-status tb-tone--{escaped(status.key)}">'
        f'<span class="tb-status__shape" aria-hidden="true">{escaped(status.shape)}</span>'
        f"{escaped(status.label)}</span>"
    )


def bar_html(bar: BarView) -> str:
    """Return a filled bar, a mark for the expected value, and the attainment as a number."""
    pace = escaped(bar.pace)
    mark = (
        f'<path class="tb-bar__halo" d="M{pace} -4V14"/><path class="tb-bar__pace" d="M{pace} -4V14"/>'
        if bar.pace
        else ""
    )
    return (
        f'<span class="tb-bar tb-tone--{escaped(bar.status.key)}">'
        f'<svg class="tb-bar__chart" role="img" aria-label="{escaped(bar.description)}"'
        ' viewBox="0 0 100 10" preserveAspectRatio="none">'
        '<rect class="tb-bar__track" width="100" height="10"/>'
        f'<rect class="tb-bar__fill" width="{escaped(bar.filled)}" height="10"/>{mark}'
        f'</svg><span class="tb-bar__label" aria-hidden="true">{escaped(bar.label)}</span></span>'
    )
