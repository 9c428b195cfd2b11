"""Prose with calls in it: ``{{ value(...) }}`` becomes the figure, ``{{ division(...) }}`` a link."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, nodes
from markupsafe import Markup, escape

from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.kit.views import FigureView, Link
from generators.composing.prose.citations import Citations
from generators.model.prose_tags import Tag, with_tags_replaced
from generators.rendering.environment import html_in_markdown


class ProseRenderer:
    """Renders prose for one audience: its figures and links come from one Publication."""

    def __init__(self, citations: Citations, *, drawn: Callable[[FigureView | Link], Markup]) -> None:
        """Take the functions of prose, and what draws a figure or link as HTML."""
        self._as_html = _evaluator(citations, drawn)
        self._as_text = _evaluator(citations, _plain_text)

    def block(self, markdown: str) -> Markup:
        """Return an editor's Markdown with its calls replaced; the Markdown itself stays as it is."""
        replaced = _replaced(markdown, lambda call: html_in_markdown(self._as_html(call)))
        return Markup(replaced)  # noqa: S704 - editors' own Markdown

    def inline(self, text: str) -> Markup:
        """Return plain text as HTML with its calls replaced; everything else is escaped."""
        return Markup(_replaced(text, self._as_html, escape))  # noqa: S704 - escaped between the calls

    def plain(self, text: str) -> str:
        """Return plain text with its calls replaced by their words: for descriptions and cards."""
        return _replaced(text, self._as_text)


def _replaced(text: str, replace_call: Callable[[str], str], replace_rest: Callable[[str], str] = str) -> str:
    """Return ``text`` with each ``{{ }}`` replaced, and so all else, other template syntax included."""

    def replace_tag(tag: Tag, written: str) -> str:
        return replace_rest(written) if tag.inner is None else replace_call(written)

    return with_tags_replaced(text, replace_tag, replace_rest)


def _plain_text(found: FigureView | Link) -> str:
    return found.text if isinstance(found, FigureView) else found.label


def _evaluator(citations: Citations, shown: Callable[[FigureView | Link], str]) -> Callable[[str], str]:
    """Return the function that replaces one ``{{ }}`` by what it calls for, printed through ``shown``.

    The expression is parsed, never run: a call with constants is all that prose may hold.
    """
    functions = citations.functions
    environment = Environment(autoescape=True)

    @cache
    def printed(expression: str) -> str:
        match environment.parse(expression).body:
            case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=name)) as call])] if name in functions:
                arguments = [node.as_const() for node in call.args]
                keywords = {keyword.key: keyword.value.as_const() for keyword in call.kwargs}
                return shown(functions[name](*arguments, **keywords))
        raise UnknownReferenceError(expression)

    return printed
