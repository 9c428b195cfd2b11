"""Masks everything in Markdown that is not prose, character by character.

Rules run on the result, so they can neither report nor change code, addresses, HTML and calls.
Offsets and line breaks stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.model.prose_comments import comments
from generators.model.prose_tags import with_tags_replaced

CALL: Final = "\ue000"
"""Replaces each character of a ``{{ }}``, which is rendered as words or a number."""

COVER: Final = "\ue001"
"""Replaces each character of everything else that is not prose."""

_FENCE: Final = re.compile(r"[ \t>]*(?P<marks>`{3,}|~{3,})")
_SYNTAX_LINE: Final = re.compile(
    r"""(?:
      (?:!!!|\?\?\?\+?|===)[ \t].*                 # admonitions, tabs
    | \|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?        # the rule of a table, a thematic break
    | (?:\*[ \t]*){3,} | (?:_[ \t]*){3,} | =+
    | \[[^\]\n]+\]:[ \t].*                         # the target of a link, a footnote, an abbreviation
    | \*\[[^\]\n]+\]:.*
    )""",
    re.VERBOSE,
)
_INLINE: Final = re.compile(
    r"""
      (?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).){1,1000}?(?<!`)(?P=ticks)(?!`) # code
    | <(?:script|style|pre|code)\b.{0,1000}?</(?:script|style|pre|code)>
    | </?[A-Za-z][^<>\n]*>                                         # tags, and addresses in angle brackets
    | \]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)                      # the target of a link or picture
    | \]\[[^\]\n]*\]
    | !(?=\[)
    | \[\^[^\[\]\n]+\]                                               # the mark of a footnote
    | \[[ xX]\](?=[ ])                                             # the box of a task
    | \{:[^{}\n]*\} | \{[#.][^{}\n]*\}                             # attributes
    | (?<![0-9A-Za-z]):[a-z][a-z0-9_+-]+:(?![0-9A-Za-z])           # icons
    | &(?:[A-Za-z]{2,31}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});
    | (?:https?|ftp)://[^\s<>\u3000-\u303f\uff00-\uffef\u4e00-\u9fff“”‘’]+
    | (?:mailto|tel):[^\s<>\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+
    | (?<![A-Za-z0-9])www\.[A-Za-z0-9./?&=_%\#-]+
    | (?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}
    | (?<![A-Za-z0-9/_.-])(?!\d{2,4}/\d{1,2}/\d{1,2}(?![A-Za-z0-9_./-]))  # dates are prose
      (?:[A-Za-z0-9_.-]+/)+[A-Za-z0-9_.-]+                         # paths
    | (?<![A-Za-z0-9_.-])\.*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*       # names of files
      \.(?:ya?ml|md|csv|txt|xlsx?|docx?|pdf|png|jpe?g|svg|html?|json)(?![A-Za-z0-9])
    | \\[^\w\s]                                                    # escaped characters
    """,
    re.VERBOSE | re.DOTALL,
)


def prose_only(text: str, *, is_markdown: bool = True) -> str:
    """Return ``text`` with calls and everything else that is not prose masked; the length is the same.

    With ``is_markdown`` false only inline syntax is masked, as for the text of data files.
    """
    covered = "".join(_without_comments(text))
    covered = with_tags_replaced(covered, lambda tag, it: _cover(it, CALL if tag.is_finished else COVER))
    if is_markdown:
        covered = "".join(_without_blocks(covered))
    return _INLINE.sub(lambda match: _cover(match[0]), covered)


def _without_comments(text: str) -> Iterator[str]:
    """Yield ``text`` in pieces, with every comment masked."""
    position = 0
    for start, end in comments(text):
        yield text[position:start]
        yield _cover(text[start:end])
        position = end
    yield text[position:]


def _cover(text: str, mark: str = COVER) -> str:
    return re.sub(r"[^\r\n]", mark, text)


def _without_blocks(text: str) -> Iterator[str]:
    """Yield the lines of Markdown; fenced code and lines of pure syntax are masked.

    Indented lines are prose, as on the site.
    """
    fence = ""
    for line in text.splitlines(keepends=True):
        opening = _FENCE.match(line)
        if fence or opening:
            yield _cover(line)
            if not fence and opening:
                fence = opening["marks"]
            elif opening and opening["marks"].startswith(fence) and not line[opening.end() :].strip():
                fence = ""
            continue
        yield _cover(line) if _SYNTAX_LINE.fullmatch(line.strip(" \t\r\n")) else line
