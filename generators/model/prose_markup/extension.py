"""The Markdown extension: paragraphs, numbers and headings of official documents come out as written."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor, slugify, slugify_unicode
from markdown.preprocessors import Preprocessor

from generators.model.prose_markup.layout import laid_out
from generators.model.prose_markup.line_breaks import LineBreaks
from generators.model.prose_markup.long_words import LongWords
from generators.model.prose_markup.signatures import Signatures
from generators.model.prose_markup.times import BEFORE_EMPHASIS, Times

_AFTER_RAW_HTML = 18
"""The priority: after fenced code (25) and raw HTML (20) have been put aside."""

_AFTER_ATTRIBUTES = 7
"""The priority: after lists of attributes in braces have been read (8), before the table of contents (5)."""

_BEFORE_LINE_BREAKS = 7.5
"""The priority: after lists of attributes, and before line breaks are removed."""

_AFTER_CONTENTS = 4
"""The priority: after the table of contents has taken the text of headings (5)."""


class ProseMarkup(Extension):
    """Reads Markdown as editors of official documents write it.

    - Indented text is a paragraph, never code; fences remain.
    - A written number (``2.``, ``（一）``) stays text and begins a paragraph. There are no numbered lists,
      which would number anew.
    - A list needs no empty line before it, and is nested by two spaces.
    - A line break beside a Chinese character is no space. A signature (落款) keeps its lines.
    - The ids of headings keep their text.
    - An asterisk between two measures is a sign of multiplication.
    - Long words are marked, so that lines may break in them.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processors; an own slug function of the project remains."""
        md.parser.blockprocessors.deregister("code", strict=False)
        md.parser.blockprocessors.deregister("olist", strict=False)
        md.preprocessors.register(_Layout(md), "tongbao_layout", _AFTER_RAW_HTML)
        md.inlinePatterns.register(Times(), "tongbao_times", BEFORE_EMPHASIS)
        md.treeprocessors.register(Signatures(md), "tongbao_signatures", _BEFORE_LINE_BREAKS)
        md.treeprocessors.register(LineBreaks(md), "tongbao_line_breaks", _AFTER_ATTRIBUTES)
        md.treeprocessors.register(LongWords(md), "tongbao_long_words", _AFTER_CONTENTS)
        if "toc" in md.treeprocessors:
            toc = md.treeprocessors["toc"]
            if isinstance(toc, TocTreeprocessor) and toc.slugify is slugify:
                toc.slugify = slugify_unicode


class _Layout(Preprocessor):
    """Prepares the lines of a page for the Markdown parser."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines that say to Python-Markdown what the editor's layout means."""
        return list(laid_out(lines))
