"""Proposes a call for each typed number that equals a figure on record, and says which of them are sure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.prose.figures import Figure, TypedNumber, numbers_typed_in
from generators.model.division import Division

_WHOLE: Final = re.compile(r"全[省市区县州旗]")
_END: Final = re.compile(r"[。！？\n]")
_CLAUSE: Final = 24
_TARGET: Final = "目标"
_SUFFIX: Final = re.compile(r"(?:街道办事处|街道|乡|镇|村|社区|县|区|市)$")
_SHORTEST: Final = 2
_HALF: Final = 0.5
_HTML_ROW: Final = "<tr>"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A call for what is ``written`` from ``start`` to ``end`` of a body, in its ``paragraph``, from 1.

    ``call`` is empty for a number that no call shows: ``remedy`` says what to do. It ``is_sure`` if the
    sentence names both the place and the indicator, and no other figure fits as well.
    """

    paragraph: int
    written: str
    call: str
    what: str
    remedy: str
    is_sure: bool
    start: int
    end: int


def proposals_in(context: Context, body: str, programmes: Iterable[str], day: date) -> list[Proposal]:
    """Return the proposals for the Markdown ``body`` of a paper of ``day``, in order."""
    return [_proposal(context, body, typed, day) for typed in numbers_typed_in(context, body, programmes)]


def with_calls(body: str, proposals: Iterable[Proposal]) -> str:
    """Return ``body`` with the calls of ``proposals``, which must be in order."""
    parts, at = [], 0
    for each in proposals:
        if each.call:
            parts += [body[at : each.start], each.call]
            at = each.end
    return "".join([*parts, body[at:]])


def _proposal(context: Context, body: str, typed: TypedNumber, day: date) -> Proposal:
    number = typed.number
    end = number.offset + len(number.written.rstrip()) + len(typed.measure)
    if number.written != number.written.rstrip():
        end = number.offset + len(number.written) + len(typed.measure)
    before = _sentence_before(body, number.offset)
    named = _last_named(context, before)
    scored = [(_score(context, before, named, figure), figure) for figure in typed.figures]
    best = max(score for score, _ in scored)
    fitting = [figure for score, figure in scored if score == best]
    figure = _latest(fitting, day)
    is_alone = len({(each.division, each.indicator) for each in fitting}) == 1
    return Proposal(
        paragraph=body.count("\n\n", 0, number.offset) + 1,
        written=body[number.offset : end],
        call=figure.call,
        what=figure.what,
        remedy=figure.remedy,
        is_sure=is_alone and all(best) and bool(figure.call),
        start=number.offset,
        end=end,
    )


def _latest(figures: Sequence[Figure], day: date) -> Figure:
    """Return the figure of the last period that was over on ``day``; of targets and the like the first."""
    over = [
        (each.period.end, at)
        for at, each in enumerate(figures)
        if each.period is not None and each.period.end is not None and each.period.end <= day
    ]
    return figures[max(over, key=lambda each: (each[0], -each[1]))[1]] if over else figures[0]


def _sentence_before(body: str, offset: int) -> str:
    """Return the text from the beginning of the sentence to ``offset``; in a table the head and the row."""
    start = max((found.end() for found in _END.finditer(body, 0, offset)), default=0)
    line = body.rfind("\n", 0, offset) + 1
    if body.startswith(("|", _HTML_ROW), line):
        table = body.rfind("\n\n", 0, offset) + 2
        head = body[table : body.find("\n", table)]
        return f"{head}\n{body[line:offset]}"
    return body[start:offset]


def _score(context: Context, before: str, named: Container[str], figure: Figure) -> tuple[int, float, bool]:
    """Return how well the text before a number, which has ``named`` some divisions, fits to ``figure``.

    That is whether its place is named, how much of the name of its indicator, and whether the text says that
    it is a target if it is one.
    """
    indicator = context.indicator(figure.indicator)
    if indicator is None:
        return 0, 0, False
    clause = before if "\n" in before else before[-_CLAUSE:]
    blocks = SequenceMatcher(None, indicator.name, clause, autojunk=False).get_matching_blocks()
    share = sum(each.size for each in blocks if each.size >= _SHORTEST) / len(indicator.name)
    is_target = figure.period is None
    says_target = _TARGET in before[-6:]
    return int(figure.division in named), share if share >= _HALF else 0, is_target is says_target


def _last_named(context: Context, before: str) -> frozenset[str]:
    """Return the divisions that the last name in a text may mean."""
    places = [
        (max(before.rfind(name), 0) + len(name), len(name), division)
        for division, record in context.dataset.divisions.items()
        for name in _names(record)
        if name in before
    ]
    for whole in _WHOLE.finditer(before):
        places += [
            (whole.end(), len(whole[0]), division)
            for division in context.dataset.divisions
            if "/" not in division
        ]
    last = max(((end, length) for end, length, _ in places), default=None)
    return frozenset(division for end, length, division in places if (end, length) == last)


def _names(division: Division) -> Iterator[str]:
    yield division.name
    short = _SUFFIX.sub("", division.name)
    if len(short) >= _SHORTEST:
        yield short
