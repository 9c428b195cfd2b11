"""Renders the calls in prose: ``{{ value(...) }}`` as a figure, ``{{ division(...) }}`` as a link."""

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
    """Renders prose for one audience, with the figures and links of one publication."""

    def __init__(self, citations: Citations, *, drawn: Callable[[FigureView | Link], Markup]) -> None:
        """Take the functions that prose may call; ``drawn`` renders a figure or link as HTML."""
        self._as_html = _evaluator(citations, drawn)
        self._as_text = _evaluator(citations, _plain_text)

    def block(self, markdown: str) -> Markup:
        """Return an editor's Markdown with its calls rendered as HTML; the Markdown itself is not changed."""
        replaced = _replaced(markdown, lambda call: html_in_markdown(self._as_html(call)))
        return Markup(replaced)  # noqa: S704 - editors' own Markdown

    def inline(self, text: str) -> Markup:
        """Return plain text as HTML with its calls rendered; everything else is escaped."""
        return Markup(_replaced(text, self._as_html, escape))  # noqa: S704 - escaped between the calls

    def plain(self, text: str) -> str:
        """Return plain text with its calls rendered as plain text, for descriptions and cards."""
        return _replaced(text, self._as_text)


def _replaced(text: str, replace_call: Callable[[str], str], replace_rest: Callable[[str], str] = str) -> str:
    """Return ``text`` with each ``{{ }}`` passed to ``replace_call`` and all else to ``replace_rest``.

    Other template syntax (``{% %}``, ``{# #}``) counts as the rest.
    """

    def replace_tag(tag: Tag, written: str) -> str:
        return replace_rest(written) if tag.inner is None else replace_call(written)

    return with_tags_replaced(text, replace_tag, replace_rest)


def _plain_text(found: FigureView | Link) -> str:
    return found.text if isinstance(found, FigureView) else found.label


def _evaluator(citations: Citations, shown: Callable[[FigureView | Link], str]) -> Callable[[str], str]:
    """Return a function from the expression of one ``{{ }}`` to its result as text, rendered by ``shown``.

    The expression is parsed, never run: prose may contain only calls with constant arguments. The function
    raises :class:`UnknownReferenceError` for any other expression.
    """
    functions = citations.functions
    environment = Environment(autoescape=True)

    @cache
    def evaluated(expression: str) -> str:
        match environment.parse(expression).body:
            case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=name)) as call])] if name in functions:
                arguments = [node.as_const() for node in call.args]
                keywords = {keyword.key: keyword.value.as_const() for keyword in call.kwargs}
                return shown(functions[name](*arguments, **keywords))
        raise UnknownReferenceError(expression)

    return evaluated
