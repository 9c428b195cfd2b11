"""Recognises the head (版头) and the imprint (版记) of a bulletin, and takes from them what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generators.drafting.word.looks import Look

_ISSUE: Final = re.compile(r"(增刊)?第\s*(\d{1,5})\s*期")
_TOTAL: Final = re.compile(r"总第?\s*(\d{1,6})\s*期")
_DATE: Final = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_NOTE: Final = re.compile(r"[（(【\[]?\s*编者按\s*[】\])）]?\s*[：:]?\s*")
_MARKS: Final = re.compile(
    r"内部资料|注意保管|虚构示例数据|^[（(]?(?:此件)?(?:公开|内部)[^，。]{0,8}[）)]?$|密级|紧急程度"
)
_LIST: Final = re.compile(r"(主\s*送|报\s*送|抄\s*报|抄\s*送|分\s*送|报|送|发)\s*[：:]\s*(.+)", re.DOTALL)
_COPIES: Final = re.compile(r"[（(]?\s*共\s*印\s*(\d{1,6})\s*份\s*[）)]?")
_PRINTED: Final = re.compile(rf"(?P<office>.*?)\s*(?P<day>{_DATE.pattern})\s*印发?", re.DOTALL)
_SEPARATORS: Final = re.compile(r"[，,；;、\s]+(?![^（(]*[）)])")
_TITLE: Final = 20
"""Points from which a line is a title, which has 22."""

_HEAD: Final = 10
_LONGEST_NUMBER: Final = 24
_LONGEST_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Head:
    """What a paper says of itself; what it does not say is empty or ``None``.

    ``unknown`` are the lines of the head that nothing was recognised in.
    """

    series: str = ""
    title: str = ""
    issuer: str = ""
    number: int | None = None
    total: int | None = None
    supplement: int | None = None
    day: date | None = None
    editor_note: str = ""
    report_to: tuple[str, ...] = ()
    send_to: tuple[str, ...] = ()
    issue_to: tuple[str, ...] = ()
    copies: int | None = None
    printed_by: str = ""
    printed_on: date | None = None
    unknown: tuple[str, ...] = ()


def title_at(looks: Sequence[Look]) -> tuple[int, int] | None:
    """Return the first line of the title and the line after its last, ``None`` if there is no title.

    It is set in the style of titles, in 小标宋, or large and centred, and is not red as the series' name.
    """
    # What stands above the number is the name of the series, even if it is not red.
    numbered = (at + 1 for at, look in enumerate(looks[:_HEAD]) if _is_number(look))
    begin = max(numbered, default=0)
    start = next((at for at in range(begin, len(looks)) if _is_title(looks[at])), None)
    if start is None:
        return None
    end = start + 1
    while end < len(looks) and _is_title(looks[end]):
        end += 1
    return start, end


def _is_number(look: Look) -> bool:
    text = look.text.strip()
    return len(text) <= _LONGEST_NUMBER and _ISSUE.search(text) is not None


def _is_title(look: Look) -> bool:
    text = look.text.strip()
    if not text or look.is_red or len(text) > _LONGEST_TITLE or _ISSUE.fullmatch(text):
        return False
    if look.style in ("title", "标题", "文章标题", "公文标题", "大标题"):
        return True
    return (look.is_centred and (look.is_xiaobiaosong or look.size >= _TITLE)) or (
        look.is_xiaobiaosong and look.size >= _TITLE
    )


def joined_title(lines: Iterable[str]) -> str:
    """Return a title set in several lines as one; a subtitle is parted by a space."""
    title = ""
    for line in lines:
        text = " ".join(line.split())
        title += f" {text}" if title and text.startswith(("—", "－", "-")) else text
    return title


def with_line_of_head(head: Head, look: Look) -> Head:
    """Return ``head`` with what a line above the title says."""
    text = " ".join(look.text.split())
    if not text or _MARKS.search(text):
        return head
    found = head
    issue, total, day = _ISSUE.search(_TOTAL.sub("", text)), _TOTAL.search(text), _date_in(text)
    if total is not None:
        found = replace(found, total=int(total[1]))
    if issue is not None:
        number = int(issue[2])
        is_supplement = issue[1] is not None
        found = replace(found, supplement=number) if is_supplement else replace(found, number=number)
    if day is not None:
        office = _DATE.sub("", _TOTAL.sub("", _ISSUE.sub("", text))).strip(" （()）　")
        found = replace(found, day=day, issuer=office or found.issuer)
    if found is not head:
        return found
    if look.is_red or (not head.series and look.size >= _TITLE):
        return replace(head, series=head.series + text)
    if not head.issuer and re.fullmatch(
        r"\S{2,30}(?:办公室|办|委员会|委|部|局|政府|厅|院|会|站|中心|编)", text
    ):
        return replace(head, issuer=text)
    return replace(head, unknown=(*head.unknown, text))


def editor_note_in(text: str) -> str | None:
    """Return the note of the editor in a paragraph, ``None`` if it is none."""
    found = _NOTE.match(text.strip())
    return text.strip()[found.end() :] if found is not None else None


def with_line_of_imprint(head: Head, text: str) -> Head | None:
    """Return ``head`` with what a line of the imprint says; ``None`` if it is no such line."""
    line = " ".join(text.split())
    copies = _COPIES.search(line)
    rest = _COPIES.sub("", line).strip()
    found = head if copies is None else replace(head, copies=int(copies[1]))
    if copies is not None and not rest:
        return found
    listed, printed = _LIST.fullmatch(rest), _PRINTED.fullmatch(rest)
    if listed is not None:
        names = tuple(filter(None, (each.strip(" 。") for each in _SEPARATORS.split(listed[2]))))
        return _with_receivers(found, "".join(listed[1].split()), names)
    if printed is not None:
        return replace(found, printed_by=printed["office"].strip(), printed_on=_date_in(printed["day"]))
    return None


def _with_receivers(head: Head, label: str, names: tuple[str, ...]) -> Head:
    """Return ``head`` with the receivers under ``label``: superiors, peers or subordinates."""
    match label:
        case "报" | "报送" | "抄报":
            return replace(head, report_to=(*head.report_to, *names))
        case "发" | "分送":
            return replace(head, issue_to=(*head.issue_to, *names))
        case _:
            return replace(head, send_to=(*head.send_to, *names))


def office_and_day(text: str) -> tuple[str, date | None] | None:
    """Return the office and the day of a last line such as 某办公室　2026年3月9日; ``None`` for another."""
    line = " ".join(text.split())
    day = _date_in(line)
    office = _DATE.sub("", line).strip()
    if day is None or not office or len(office) > _LONGEST_TITLE or re.search(r"[，。；：]", office):
        return None
    return office, day


def _date_in(text: str) -> date | None:
    found = _DATE.search(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
