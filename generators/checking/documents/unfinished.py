"""Unfinished bulletins and cases: placeholders, and headings under which nothing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from generators.checking.kit.context import Context
from generators.model.document import Bulletin, Case, Document
from generators.model.names import Meaning
from generators.model.passages import places_at
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.walk import walk
from generators.reading.quoting import quoted

_Paper: TypeAlias = Document[Bulletin] | Document[Case]

_COUNTED: Final = "个件户人村家万亿元%％年月日号期届镇乡县市区局条项次名处场亩吨天倍分位"
_HAN: Final = "\u4e00-\u9fff"
_PLACEHOLDER: Final = re.compile(
    rf"""(?=[待TFXx×✕Ｘ])(?:
    待写
    |(?<![A-Za-z0-9])(?:TODO|TBD|FIXME)(?![A-Za-z0-9])
    |(?<![A-Za-z0-9×Ｘ{_HAN}])(?:[Xx]{{2,5}}|[×✕Ｘ]{{2,5}})(?![A-Za-z0-9×Ｘ])    # XX镇; not the name 张××
    |(?<![A-Za-z0-9×Ｘ])(?:[Xx]{{2,5}}|[×✕Ｘ]{{2,5}})(?=[ ]?[{_COUNTED}])        # 完成XX个
    )""",
    re.VERBOSE,
)
_HEADING: Final = re.compile(r" {0,3}(?P<marks>#{1,6})(?=[ \t]|$)")
_FENCE: Final = re.compile(r" {0,3}(?P<marks>`{3,}|~{3,})")
_SHOWN: Final = 12


def unfinished_papers(context: Context) -> Iterator[Problem]:
    """A bulletin or case that is public or reviewed has no placeholder and no empty heading."""
    for document in _papers(context):
        if _is_final(context, document):
            for place, detail in _unfinished(document):
                yield problem("E545", place, detail)


def unfinished_drafts(context: Context) -> Iterator[Problem]:
    """The same of the other ones, which the office is still writing."""
    for document in _papers(context):
        if not _is_final(context, document):
            for place, detail in _unfinished(document):
                yield problem("W546", place, detail)


def _papers(context: Context) -> tuple[_Paper, ...]:
    return (*context.dataset.bulletins, *context.dataset.cases)


def _is_final(context: Context, document: _Paper) -> bool:
    return context.public.shows(document.front) or document.front.reviewed is not None


def _unfinished(document: _Paper) -> Iterator[tuple[Place, str]]:
    """Yield the place and the description of everything unfinished in a document."""
    if _PLACEHOLDER.search(document.front.title):
        yield document.front.place("title"), f"标题{quoted(document.front.title)}里有占位的字"
    for text in walk(document.front, Meaning.PROSE):
        for match in _PLACEHOLDER.finditer(text.text):
            yield text.place, _left(text.text, match)
    found = [(match.start(), _left(document.body, match)) for match in _PLACEHOLDER.finditer(document.body)]
    for start, title in _empty(document.body):
        found.append((start, f"{quoted(title)}下面没有内容" if title else "标题是空的"))
    found.sort()
    places = places_at(document.body, (start for start, _ in found), document.place)
    for place, (_, detail) in zip(places, found, strict=True):
        yield place, detail


def _left(text: str, match: re.Match[str]) -> str:
    around = text[max(match.start() - _SHOWN, 0) : match.end() + _SHOWN].split("\n")
    line = next(each for each in around if match[0] in each)
    return f"占位的“{match[0]}”还没有写：{quoted(line.strip())}"


def _empty(body: str) -> Iterator[tuple[int, str]]:
    """Yield offset and title of each heading without text, or without content before one no deeper."""
    fence, offset = "", 0
    last: tuple[int, int, str] | None = None  # level, offset and title of a heading, until content follows
    for line in body.splitlines(keepends=True):
        text, start = line.rstrip("\r\n"), offset
        offset += len(line)
        marks = _FENCE.match(text)
        heading = None if fence else _HEADING.match(text)
        if marks and (not fence or marks["marks"].startswith(fence)):
            fence = "" if fence else marks["marks"]
        if heading is None:
            last = None if text.strip() else last
            continue
        level, title = len(heading["marks"]), text[heading.end() :].strip().rstrip("#").strip()
        if last is not None and last[0] >= level:
            yield last[1:]
        last = (level, start, title)
        if not title:
            yield start, ""
            last = None
    if last is not None:
        yield last[1:]
