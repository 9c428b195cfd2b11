"""Takes a Word document apart: its head and imprint into a record, its headings marked, the rest its text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml.ns import qn

from generators.drafting.word.head import (
    Head,
    editor_note_in,
    joined_title,
    office_and_day,
    title_at,
    with_line_of_head,
    with_line_of_imprint,
)
from generators.drafting.word.levels import heading_level
from generators.drafting.word.looks import Look, Looks, text_of
from generators.drafting.word.losses import losses_of, without_losses
from generators.drafting.word.numbering import write_out_numbers
from generators.drafting.word.package import Package

HEADING_STYLE: Final = "TongbaoHeading"
"""Followed by the level: the style of what was recognised as a heading."""

_PARAGRAPH: Final = qn("w:p")
_TABLE: Final = qn("w:tbl")
_INSIDE: Final = (_TABLE, qn("w:txbxContent"))
_MOST_HEAD: Final = 15
_MOST_TAIL: Final = 30


@dataclass(frozen=True, slots=True)
class Structure:
    """What a document says of itself, the file that is left for conversion, and what is lost in words."""

    head: Head
    content: bytes
    lost: tuple[str, ...]


def structure_of(package: Package) -> Structure:
    """Return the structure of a document; raises whatever python-docx raises of a damaged one."""
    document = docx.Document(io.BytesIO(package.content))
    lost = tuple(losses_of(document, package))
    without_losses(document)
    write_out_numbers(document)
    flow = list(_flow(document))
    looks = Looks(document)
    head, after_head = _take_head(flow[:_MOST_HEAD], looks)
    rest = [each for each in flow if not any(each is taken for taken in after_head)]
    head, tail = _take_imprint(head, rest[-_MOST_TAIL:])
    for each in (*after_head, *tail):
        each.getparent().remove(each)
    rest = [each for each in rest if not any(each is taken for taken in tail)]
    head = _with_signature(head, rest)
    _mark(document, rest, looks)
    lost += tuple(f"版头里没有认出的文字：“{line[:40]}”" for line in head.unknown)
    written = io.BytesIO()
    document.save(written)
    return Structure(head, written.getvalue(), lost)


def _flow(document: Document) -> Iterator[Any]:
    """Yield the paragraphs and tables of the text in order, those in tables and boxes not."""
    for each in document.element.body.iter(_PARAGRAPH, _TABLE):
        if not any(outer.tag in _INSIDE for outer in each.iterancestors()):
            yield each


def _take_head(flow: Sequence[Any], looks: Looks) -> tuple[Head, list[Any]]:
    """Return what the head says, and the paragraphs and tables that it consists of."""
    paragraphs = [each for each in flow if each.tag == _PARAGRAPH]
    found = [looks.of(each) for each in paragraphs]
    title = title_at(found)
    before = title[0] if title is not None else _end_of_head(found)
    end = next((at for at, each in enumerate(flow) if before and each is paragraphs[before - 1]), -1) + 1
    if title is not None:
        end = next(at for at, each in enumerate(flow) if each is paragraphs[before])
    head, taken = Head(), list(flow[:end])
    for element in taken:
        for paragraph in [element] if element.tag == _PARAGRAPH else element.iter(_PARAGRAPH):
            look = looks.of(paragraph)
            note = editor_note_in(look.text)
            head = with_line_of_head(head, look) if note is None else replace(head, editor_note=note)
    if title is not None:
        head = replace(head, title=joined_title(look.text for look in found[slice(*title)]))
        taken += paragraphs[slice(*title)]
        after = next((at for at in range(title[1], len(found)) if found[at].text.strip()), None)
        said = editor_note_in(found[after].text) if after is not None and not head.editor_note else None
        if after is not None and said is not None:
            head = replace(head, editor_note=said)
            taken.append(paragraphs[after])
    return head, taken


def _end_of_head(looks: Sequence[Look]) -> int:
    """Return where the head ends if there is no title: behind the last red line."""
    return max((at + 1 for at, look in enumerate(looks) if look.is_red and look.text.strip()), default=0)


def _take_imprint(head: Head, flow: Sequence[Any]) -> tuple[Head, list[Any]]:
    """Return ``head`` with what the imprint says, and the last elements of ``flow``, which it consists of."""
    at = len(flow)
    while at and (_is_blank(flow[at - 1]) or _may_be_imprint(flow[at - 1])):
        at -= 1
    while at < len(flow) and not _is_surely_imprint(flow[at]):
        at += 1
    for each in flow[at:]:
        for line in _lines(each):
            said = with_line_of_imprint(head, line)
            if said is not None:
                head = said
            elif (last := office_and_day(line)) is not None:
                head = replace(head, issuer=head.issuer or last[0], day=head.day or last[1])
    return head, list(flow[at:])


def _lines(element: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    """Return the lines of a paragraph or table; an office and a date may be in two cells of a row."""
    if element.tag == _PARAGRAPH:
        lines = [text_of(element)]
    else:
        lines = [line for row in element.iter(qn("w:tr")) for line in _lines_of_row(row)]
    return [line for line in lines if line.strip()]


def _lines_of_row(row: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    texts = [text_of(each) for each in row.iter(_PARAGRAPH)]
    joined = " ".join(texts)
    is_divided = len(row.findall(qn("w:tc"))) > 1
    is_one = with_line_of_imprint(Head(), joined) is not None or office_and_day(joined) is not None
    return [joined] if is_divided and is_one else texts


def _is_blank(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    has_picture = any(True for _ in element.iter(qn("w:drawing"), qn("w:pict")))
    return element.tag == _PARAGRAPH and not text_of(element).strip() and not has_picture


def _may_be_imprint(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    lines = _lines(element)
    return bool(lines) and all(
        with_line_of_imprint(Head(), each) is not None or office_and_day(each) is not None for each in lines
    )


def _is_surely_imprint(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether an element is of an imprint wherever it stands: an office with a date may be a signature."""
    return _may_be_imprint(element) and (
        element.tag == _TABLE
        or any(with_line_of_imprint(Head(), each) is not None for each in _lines(element))
    )


def _with_signature(head: Head, flow: Sequence[Any]) -> Head:
    """Return ``head`` with the office and the day that the text is signed with, if its head has none."""
    lines = [line for each in flow[-4:] if each.tag == _PARAGRAPH for line in text_of(each).split("\n")]
    last = [line for line in lines if line.strip()][-2:]
    signed = office_and_day(" ".join(last)) if len(last) > 1 else None
    if signed is None:
        return head
    return replace(head, issuer=head.issuer or signed[0], day=head.day or signed[1])


def _mark(document: Document, flow: Sequence[Any], looks: Looks) -> None:
    """Give headings a style that says so, and everything else none."""
    levels = [(each, heading_level(looks.of(each))) for each in flow if each.tag == _PARAGRAPH]
    for paragraph in document.element.body.iter(_PARAGRAPH):
        properties = paragraph.find(qn("w:pPr"))
        for each in properties.findall(qn("w:pStyle")) if properties is not None else ():
            properties.remove(each)
    for paragraph, level in levels:
        if level:
            paragraph.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), f"{HEADING_STYLE}{level}")
