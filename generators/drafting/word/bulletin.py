"""Makes a bulletin of a Word document: its file, its pictures, and what its editor should know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generators.checking.kit.context import Context
from generators.drafting.errors import DraftError
from generators.drafting.new.bulletin import file_of_issue, issue_text, latest_of, programmes_of_issue
from generators.drafting.new.file import NewFile
from generators.drafting.new.naming import known, sound_title
from generators.drafting.word.conversion import Pictures, converted
from generators.drafting.word.figures import Proposal, proposals_in, with_calls
from generators.drafting.word.head import Head
from generators.drafting.word.markdown import markdown_of
from generators.drafting.word.package import Package, WordProblemError
from generators.drafting.word.structure import Structure, structure_of
from generators.model.dataset import Dataset
from generators.model.document import Bulletin, numbers_text
from generators.model.html_tree import tree_of
from generators.model.numbering import NumberingError, Numbers, next_numbers
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.series import Series


@dataclass(frozen=True, slots=True)
class PaperWanted:
    """A Word document to take over as an issue of ``series``.

    ``title``, ``day`` and ``programmes`` are taken before what the document says; ``today`` is the date of a
    document without any.
    """

    package: Package
    series: str
    today: date
    title: str | None = None
    day: date | None = None
    programmes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The issue that a document became: its front matter, path and body, and its pictures by path.

    ``proposals`` are calls for typed figures; ``problems`` tell what was lost, and what to look after.
    """

    issue: Bulletin
    path: str
    body: str
    pictures: tuple[tuple[str, bytes], ...]
    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]

    def file(self, accepted: Sequence[Proposal]) -> NewFile:
        """Return the Markdown file with the calls of the ``accepted`` proposals, which must be in order."""
        return NewFile(self.path, issue_text(self.issue, self.issue, with_calls(self.body, accepted).strip()))


def imported(dataset: Dataset, wanted: PaperWanted) -> Imported:
    """Return the issue of a Word document; its disclosure is internal.

    Raises :class:`DraftError` if the series or a programme is unknown or there is no number for it, and
    :class:`WordProblemError` with E871 if the document cannot be read, E878 if it has no title or no text,
    and E879 if there is an issue of its number already.
    """
    place = Place(wanted.package.name)
    names = {name: each.name for name, each in dataset.series.items()}
    series_id = known("刊物", wanted.series, names, "data/series.yml ")
    structure: Structure = _read(structure_of, wanted.package, place=place)
    head = structure.head
    issues = [each.front for each in dataset.bulletins if each.front.series == series_id]
    issue = _issue(dataset, wanted, head, issues, place)
    path = file_of_issue(dataset, issue)
    pictures = Pictures(PurePosixPath(path).stem)
    text = _read(converted, structure.content, pictures, place=place)
    body = _without_title(markdown_of(tree_of(text.html)), issue.title)
    if not body.strip():
        raise WordProblemError(problem("E878", place, "没有正文"))
    folder = PurePosixPath(path).parent
    lost = (*structure.lost, *text.lost)
    remarks = [
        *(problem("W891", place, each) for each in lost),
        *(problem("W892", place, each) for each in pictures.refused),
        *(problem("W895", place, each) for each in pictures.remarks),
        *_remarks(head, issue, dataset.series[series_id], issues, wanted, place),
    ]
    context = Context(dataset, wanted.today)
    return Imported(
        issue=issue,
        path=path,
        body=body,
        pictures=tuple((str(folder / name), data) for name, data in pictures.files.items()),
        proposals=tuple(proposals_in(context, body, issue.programmes, issue.date or wanted.today)),
        problems=tuple(remarks),
    )


def _without_title(body: str, title: str) -> str:
    """Return ``body`` without a first line that is the title, which is written in the front matter."""
    first, _, rest = body.lstrip().partition("\n")
    return rest.lstrip("\n") if "".join(first.strip("#* ").split()) == "".join(title.split()) else body


def _read(read: Any, *arguments: object, place: Place) -> Any:  # noqa: ANN401 - any of the two readers
    """Return what ``read`` returns; E871 if it fails: of a broken document it raises anything."""
    try:
        return read(*arguments)
    except (MemoryError, RecursionError):
        raise WordProblemError(problem("E875", place, "层次太深或内容太多")) from None
    except Exception as error:
        raise WordProblemError(problem("E871", place, f"读不了：{type(error).__name__}")) from error


def _issue(
    dataset: Dataset, wanted: PaperWanted, head: Head, issues: Sequence[Bulletin], place: Place
) -> Bulletin:
    series = dataset.series[wanted.series]
    title = wanted.title if wanted.title is not None else head.title
    if not title:
        raise WordProblemError(problem("E878", place, "没有找到标题"))
    day = wanted.day or head.day or wanted.today
    numbers = _numbers(series, issues, head, day, place)
    return Bulletin(
        series=wanted.series,
        title=sound_title(title),
        issuer=head.issuer or series.issuer,
        number=numbers.number,
        total=numbers.total,
        supplement=numbers.supplement,
        date=day,
        editor_note=head.editor_note,
        report_to=head.report_to,
        send_to=head.send_to,
        issue_to=head.issue_to,
        copies=head.copies,
        printed_by=head.printed_by if head.printed_on is not None else "",
        printed_on=head.printed_on,
        programmes=programmes_of_issue(dataset, wanted.programmes, latest_of(issues)),
    )


def _numbers(series: Series, issues: Sequence[Bulletin], head: Head, day: date, place: Place) -> Numbers:
    """Return the numbers that are printed in the head, else the next ones of the series."""
    is_supplement = head.supplement is not None
    printed = Numbers(head.number, head.total, head.supplement)
    if series.numbered and (head.number or is_supplement):
        for each in issues:
            is_same = (each.number, each.supplement) == (printed.number, printed.supplement)
            if is_same and each.date is not None and each.date.year == day.year:
                detail = f"{day.year}年{numbers_text(each)}已有：{each.place().file}"
                raise WordProblemError(problem("E879", place, detail))
    try:
        following = next_numbers(series, issues, day, supplement=is_supplement)
    except NumberingError as error:
        if not series.numbered or not (head.number or is_supplement):
            raise DraftError(str(error)) from error
        return printed
    if not series.numbered or not (head.number or is_supplement):
        return following
    is_next = (printed.number, printed.supplement) == (following.number, following.supplement)
    return replace(printed, total=printed.total or (following.total if is_next else None))


def _remarks(
    head: Head,
    issue: Bulletin,
    series: Series,
    issues: Sequence[Bulletin],
    wanted: PaperWanted,
    place: Place,
) -> Iterator[Problem]:
    """Yield what the editor should know of the front matter."""
    if head.day is None and wanted.day is None:
        yield problem("W894", place, f"文中没有成文日期，写作{issue.date}")
    if not series.numbered or not (head.number or head.supplement):
        return
    try:
        following = next_numbers(
            series, issues, issue.date or wanted.today, supplement=head.supplement is not None
        )
    except NumberingError as error:
        yield problem("W893", place, str(error))
        return
    if (following.number, following.supplement) != (issue.number, issue.supplement):
        numbers = {"number": following.number, "total": following.total}
        expected = issue.model_copy(update={**numbers, "supplement": following.supplement})
        yield problem("W893", place, f"文中是{numbers_text(issue)}，接着上一期应是{numbers_text(expected)}")
