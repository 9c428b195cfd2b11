"""Prose with calls in it: ``{{ value(...) }}`` becomes the figure, ``{{ division(...) }}`` a link."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from generators.composing.citations import Citations
from generators.composing.views import FigureView, Link

_CALL: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class ProseRenderer:
    """Renders prose for one audience: its figures and links come from one Publication."""

    def __init__(self, citations: Citations, *, drawn: Callable[[FigureView | Link], Markup]) -> None:
        """Take the functions of prose, and what draws a figure or link as HTML."""
        self._as_html = _evaluator(citations, drawn)
        self._as_text = _evaluator(citations, _plain_text)

    def block(self, markdown: str) -> Markup:
        """Return an editor's Markdown with its calls replaced; the Markdown itself stays as it is."""
        return Markup(_CALL.sub(self._as_html, markdown))  # noqa: S704 - editors' own Markdown

    def inline(self, text: str) -> Markup:
        """Return plain text as HTML with its calls replaced; everything else is escaped."""
        parts = []
        position = 0
        for match in _CALL.finditer(text):
            parts += [str(escape(text[position : match.start()])), self._as_html(match)]
            position = match.end()
        parts.append(str(escape(text[position:])))
        return Markup("".join(parts))  # noqa: S704 - escaped above

    def plain(self, text: str) -> str:
        """Return plain text with its calls replaced by their words: for descriptions and cards."""
        return _CALL.sub(self._as_text, text)


def _plain_text(found: FigureView | Link) -> str:
    return found.text if isinstance(found, FigureView) else found.label


def _evaluator(
    citations: Citations, shown: Callable[[FigureView | Link], str]
) -> Callable[[re.Match[str]], str]:
    """Return the function that evaluates one call, printing what it finds through ``shown``."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
    for function in (
        citations.value,
        citations.target,
        citations.division,
        citations.programme,
        citations.source,
        citations.case,
        citations.bulletin,
    ):
        environment.globals[function.__name__] = _shown_by(shown, function)
    compiled = cache(environment.from_string)
    return lambda match: compiled(match[0]).render()


def _shown_by(
    shown: Callable[[FigureView | Link], str], function: Callable[..., FigureView | Link]
) -> Callable[..., str]:
    def call(*arguments: str, **keywords: str) -> str:
        return shown(function(*arguments, **keywords))

    return call
