"""Drafts the next issue of a series, with its numbers, issuer and recipients filled in."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import PurePosixPath

from generators.drafting.errors import DraftError
from generators.drafting.new.file import NewFile
from generators.drafting.new.naming import known, sound_title
from generators.drafting.new.templates import filled
from generators.model.dataset import Dataset
from generators.model.document import Bulletin
from generators.model.numbering import NumberingError, Numbers, next_numbers
from generators.model.series import Series

_CONTENT = "content/bulletins"


@dataclass(frozen=True, slots=True)
class IssueWanted:
    """A request for the next issue of ``series``, dated ``day``.

    Without ``title`` the title is made of the series and numbers; without ``programmes`` those of the
    previous issue are used.
    """

    series: str
    day: date
    title: str | None = None
    programmes: tuple[str, ...] = ()
    is_supplement: bool = False


def new_bulletin(dataset: Dataset, wanted: IssueWanted) -> NewFile:
    """Return the file of the next issue; its disclosure is internal.

    Raises :class:`DraftError` if the series or a programme is unknown, or the number cannot be determined.
    """
    names = {name: each.name for name, each in dataset.series.items()}
    name = known("刊物", wanted.series, names, "data/series.yml ")
    series = dataset.series[name]
    issues = [each.front for each in dataset.bulletins if each.front.series == name]
    try:
        numbers = next_numbers(series, issues, wanted.day, supplement=wanted.is_supplement)
    except NumberingError as error:
        raise DraftError(str(error)) from error
    latest = latest_of(issues)
    issue = Bulletin(
        series=name,
        title=sound_title(_own_title(series, numbers, wanted) if wanted.title is None else wanted.title),
        issuer=series.issuer,
        number=numbers.number,
        total=numbers.total,
        supplement=numbers.supplement,
        date=wanted.day,
        programmes=programmes_of_issue(dataset, wanted.programmes, latest),
    )
    return NewFile(file_of_issue(dataset, issue), issue_text(issue, latest or issue))


def file_of_issue(dataset: Dataset, issue: Bulletin) -> str:
    """Return the path of the new file of ``issue``, which must have a date."""
    day = issue.date or date.min
    folder = f"{_CONTENT}/{issue.series}/{day.year:04}"
    files = map(PurePosixPath, (each.place.file for each in dataset.bulletins))
    numbers = Numbers(issue.number, issue.total, issue.supplement)
    return f"{folder}/{_stem(numbers, day, {each.stem for each in files if str(each.parent) == folder})}.md"


def latest_of(issues: Sequence[Bulletin]) -> Bulletin | None:
    """Return the latest of ``issues``, ``None`` if there is none."""
    return max(issues, key=lambda each: each.date or date.min, default=None)


def _own_title(series: Series, numbers: Numbers, wanted: IssueWanted) -> str:
    """Return the series' name with 第N期 or 增刊第N期, or with the date if the series has no numbers."""
    if numbers.supplement is not None:
        return f"{series.name}{wanted.day.year}年增刊第{numbers.supplement}期"
    if numbers.number is not None:
        return f"{series.name}{wanted.day.year}年第{numbers.number}期"
    return f"{series.name}（{wanted.day.year}年{wanted.day.month}月{wanted.day.day}日）"


def programmes_of_issue(dataset: Dataset, wanted: Sequence[str], latest: Bulletin | None) -> tuple[str, ...]:
    """Return the programmes of a new issue: those ``wanted``, those of the ``latest``, or the only one.

    Raises :class:`DraftError` if one is unknown, or if none of that says which.
    """
    names = {name: each.name for name, each in dataset.programmes.items()}
    if wanted:
        return tuple(dict.fromkeys(known("工作", each, names, "data/programmes/ ") for each in wanted))
    if latest is not None:
        return latest.programmes
    if len(names) == 1:
        return tuple(names)
    listed = "".join(f"\n    {name}  {title}" for name, title in names.items())
    raise DraftError(f"这个刊物还没有别的期次可以参照，请用 --programme 写明讲的是哪项工作：{listed}")


def _stem(numbers: Numbers, day: date, taken: Container[str]) -> str:
    """Return the file name without suffix: the number, or the date if the series has no numbers."""
    if numbers.supplement is not None:
        return f"s{numbers.supplement}"
    if numbers.number is not None:
        return str(numbers.number)
    stems = chain([f"{day:%m-%d}"], (f"{day:%m-%d}-{at}" for at in count(2)))
    return next(each for each in stems if each not in taken)


def issue_text(issue: Bulletin, like: Bulletin, body: str = "") -> str:
    """Return the text of the file of ``issue``, with the recipients and the printing office of ``like``.

    Without ``body`` it has headings for one.
    """
    return filled(
        "new-bulletin.md.j2",
        series=issue.series,
        title=issue.title,
        issuer=issue.issuer,
        number=issue.number,
        total=issue.total,
        supplement=issue.supplement,
        date=issue.date,
        recipients=[(name, getattr(like, name)) for name in ("report_to", "send_to", "issue_to")],
        copies=like.copies,
        printed_by=like.printed_by,
        printed_on=issue.printed_on,
        editor_note=issue.editor_note,
        programmes=issue.programmes,
        body=body,
    )
