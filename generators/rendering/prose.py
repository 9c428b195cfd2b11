"""Renders the calls in prose: ``{{ value(...) }}`` as a figure, ``{{ division(...) }}`` as a link."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.kit.views import FigureView, Link
from generators.composing.prose.citations import Citations
from generators.languages import in_language
from generators.model.language import Language
from generators.model.prose import InvalidTag, ParsedProse, ProseCall
from generators.model.prose_comments import without_comments
from generators.model.prose_markup.line_breaks import without_line_breaks
from generators.model.prose_tags import with_spans_replaced
from generators.rendering.environment import html_in_markdown

ProseParser = Callable[[str], ParsedProse]
"""Returns the parsed prose of a text; reading has parsed every text already."""


class ProseRenderer:
    """Renders prose for one audience, with the figures and links of one publication."""

    def __init__(
        self, citations: Citations, parsed: ProseParser, *, drawn: Callable[[FigureView | Link], Markup]
    ) -> None:
        """Take the functions of prose and its parser; ``drawn`` renders a figure or link as HTML."""
        self._parsed = parsed
        self._as_html = _evaluator(citations, drawn)
        self._as_markdown = _evaluator(citations, lambda found: html_in_markdown(drawn(found)))
        self._as_text = _evaluator(citations, _plain_text)

    def block(self, markdown: str) -> Markup:
        """Return an editor's Markdown with its calls as HTML, without comments; all else is not changed."""
        replaced = self._replaced(markdown, self._as_markdown)
        return Markup(without_comments(replaced))  # noqa: S704 - editors' own Markdown

    def inline(self, text: str) -> Markup:
        """Return plain text as HTML with its calls rendered; everything else is escaped.

        As in a page, a line break beside a Chinese character is nothing.
        """
        return Markup(self._replaced(without_line_breaks(text), self._as_html, escape))  # noqa: S704 - escaped between the calls

    def plain(self, text: str) -> str:
        """Return plain text with its calls rendered as plain text, for descriptions, cards and feeds."""
        return self._replaced(without_line_breaks(text), self._as_text)

    def _replaced(
        self,
        text: str,
        replace_call: Callable[[ProseCall, str], str],
        replace_rest: Callable[[str], str] = str,
    ) -> str:
        """Return ``text`` with its calls passed to ``replace_call`` and all else to ``replace_rest``.

        Other template syntax (``{% %}``, ``{# #}``) counts as the rest. Raises ``UnknownReferenceError`` for
        a ``{{ }}`` that is no call.
        """

        def replace_tag(tag: ProseCall | InvalidTag, written: str) -> str:
            if isinstance(tag, ProseCall):
                return replace_call(tag, written)
            if tag.is_expression:
                raise UnknownReferenceError(written)
            return replace_rest(written)

        return with_spans_replaced(text, self._parsed(text).tags, replace_tag, replace_rest)


def with_figures(text: str, prose: ParsedProse, citations: Citations, withheld: str) -> tuple[str, int]:
    """Return ``text`` with its calls as plain text, and how many of them the audience does not see.

    ``prose`` is what ``text`` was parsed to. ``withheld`` stands in the place of a call for what the audience
    does not see.
    """
    unseen = 0

    def replace_tag(tag: ProseCall | InvalidTag, written: str) -> str:
        nonlocal unseen
        if not isinstance(tag, ProseCall):
            return written
        if not citations.answers(tag):
            unseen += 1
            return withheld
        return _plain_text(citations.functions[tag.function](*tag.arguments, **tag.keywords))

    return with_spans_replaced(text, prose.tags, replace_tag), unseen


def _plain_text(found: FigureView | Link) -> str:
    return found.text if isinstance(found, FigureView) else found.label


def _evaluator(
    citations: Citations, shown: Callable[[FigureView | Link], str]
) -> Callable[[ProseCall, str], str]:
    """Return a function from a call, parsed and as written, to its result as text, rendered by ``shown``."""
    functions = citations.functions
    known: dict[str, str] = {}

    def evaluated(call: ProseCall, written: str) -> str:
        if written not in known:
            with in_language(Language.CHINESE):  # whatever the frame is written in
                known[written] = shown(functions[call.function](*call.arguments, **call.keywords))
        return known[written]

    return evaluated
