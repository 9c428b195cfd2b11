"""Problems of the Markdown of a hand-written page: what no reader takes on, and what no site may contain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.model.anchors import UnreadableMarkdownError, page_html
from generators.model.passages import place_at
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.prose import InvalidTag, ProseCall
from generators.model.prose_comments import comments, declarations, is_closed_comment, without_comments
from generators.model.prose_markup.signatures import SIGNATURE_CLASS
from generators.model.prose_tags import with_spans_replaced
from generators.model.record import Place
from generators.reading.markup_limits import exceeded_limits
from generators.reading.prose import parsed_prose
from generators.reading.quoting import quoted
from generators.reading.sanitising import ALLOWED_TAGS, STAND_IN, Refused, refused_in

_MAY_BRING_HTML: Final = re.compile(r"[<{]|\][ \t]*\n?[ \t]*[(\[:]")
"""What raw HTML, attribute lists, links and images begin with: all else becomes plain elements of text."""


def markup_limit_problems(body: str, place: Place) -> tuple[Problem, ...]:
    """Return E542 for each limit that Markdown ``body``, which begins at ``place``, exceeds.

    A page with such a problem must not be given to any reader of Markdown.
    """
    exceeded = exceeded_limits(body)
    return tuple(problem("E542", place_at(body, offset, place), text) for offset, text in exceeded)


def refused_markup(body: str, place: Place) -> tuple[Problem, ...]:
    """Return E541 for everything in Markdown ``body`` that the sanitiser would remove, with its place.

    ``body`` must be within the limits. What the Markdown reader cannot convert is E542.
    """
    for start, end in comments(body):
        if not is_closed_comment(body[start:end]):
            return (problem("E541", place_at(body, start, place), "注释 <!-- 没有用 --> 结束"),)
    # Python-Markdown's reader fails on some of these, depending on what follows.
    for start in declarations(body):
        detail = f"{quoted(body[start : start + 20])}不能写在正文里"
        return (problem("E541", place_at(body, start, place), detail),)
    written = without_comments(with_spans_replaced(body, parsed_prose(body).tags, _stand_in))
    if not _MAY_BRING_HTML.search(written):
        return ()
    try:
        refused = refused_in(_without_own_marks(page_html(written), written))
    except UnreadableMarkdownError:
        return (problem("E542", place, "排版程序读不了这一页的 Markdown"),)
    return tuple(dict.fromkeys(_problems(refused, body, place)))


def _without_own_marks(page: str, written: str) -> str:
    """Return the HTML of a page without the class by which the site itself marks signatures."""
    return page if SIGNATURE_CLASS in written else page.replace(SIGNATURE_CLASS, "signature")


def _stand_in(_tag: ProseCall | InvalidTag, written: str) -> str:
    """Return a word for a call, on as many lines."""
    return STAND_IN + "\n" * written.count("\n")


def _problems(refused: tuple[Refused, ...], body: str, place: Place) -> Iterator[Problem]:
    for each in refused:
        offset = _offset_of(each, body)
        yield problem("E541", place_at(body, offset, place), _detail(each))


def _offset_of(refused: Refused, body: str) -> int:
    """Return where a refused thing stands in the Markdown, as far as can be told; else its beginning."""
    first = re.search(r"\S", body)
    beginning = first.start() if first else 0
    sought: tuple[str, ...]
    if not refused.attribute:
        sought = (f"<{re.escape(refused.tag)}\\b",) if refused.tag else ("<!--",)
    else:
        value = re.escape(refused.value.replace(STAND_IN, "").strip()[:20])
        sought = (rf"\b{re.escape(refused.attribute)}\s*=", value, f"<{re.escape(refused.tag)}\\b")
    for pattern in filter(None, sought):
        found = re.finditer(pattern, body, re.IGNORECASE)
        outside_code = next((each for each in found if body[max(0, each.start() - 1)] != "`"), None)
        if outside_code is not None:
            return outside_code.start()
    return beginning


def _detail(refused: Refused) -> str:
    tag, attribute, value = refused.tag, refused.attribute, refused.value
    if not tag:
        return "这一页有网页程序读法不一的代码"
    if tag not in ALLOWED_TAGS:
        return f"{quoted(f'<{tag}>')}不能写在正文里"
    if STAND_IN in value:
        return f"{{{{ }}}} 不能写在{quoted(f'<{tag}>')}的“{attribute}”里"
    return _detail_of_value(tag, attribute, value)


def _detail_of_value(tag: str, attribute: str, value: str) -> str:
    match tag, attribute:
        case "img", "src":
            return f"图片{quoted(value)}不在本站：读者打开网页时不应向别处发出请求"
        case _, "href" | "src" | "cite":
            return f"链接{quoted(value)}不是可以打开的网址：只能以 http、https、mailto 或 tel 开头"
        case _, "class" | "id":
            return f"“{attribute}”{quoted(value)}以网站自用的字样（tb-、md-、__）开头"
    return f"{quoted(f'<{tag}>')}上的{quoted(f'{attribute}={value}')}不能写在正文里"
