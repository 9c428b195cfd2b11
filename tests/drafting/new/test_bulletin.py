from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.drafting.errors import DraftError
from generators.drafting.new.bulletin import IssueWanted, new_bulletin
from generators.drafting.new.file import NewFile, write_new
from generators.drafting.project import read_for_drafting
from generators.model.dataset import Dataset
from generators.model.document import Bulletin
from generators.model.problem import Severity
from generators.model.record import Place
from generators.pipeline import examine
from generators.reading.front_matter import parse_page
from generators.reading.load import load_project
from generators.reading.validation import to_record
from tests.build.project import FIXTURES, FIXTURES_DAY

_DAY = date(2024, 7, 10)
_WANTED = IssueWanted("stream-notes", _DAY)


@pytest.fixture(scope="module")
def minimal() -> Dataset:
    return read_for_drafting(FIXTURES / "minimal")


def _record(file: NewFile) -> Bulletin:
    page = parse_page(file.text, file.path).value
    assert page is not None
    read = to_record(page.front, Bulletin, Place(file.path))
    assert read.problems == ()
    assert read.value is not None
    return read.value


def test_the_next_issue_goes_on_where_the_last_one_ended(minimal: Dataset) -> None:
    (last,) = minimal.bulletins
    front = last.front.detached(send_to=("各镇", "甲, 乙"), copies=80, printed_by="示例办公室")
    dataset = replace(minimal, bulletins=(replace(last, front=front),))
    file = new_bulletin(dataset, _WANTED)
    assert file.path == "content/bulletins/stream-notes/2024/2.md"
    assert _record(file) == Bulletin(
        series="stream-notes",
        title="清溪简报2024年第2期",
        issuer="云溪县示例办公室",
        number=2,
        total=2,
        date=_DAY,
        send_to=("各镇", "甲, 乙"),
        copies=80,
        printed_by="示例办公室",
        programmes=("clear-stream",),
    )


def test_a_supplement_has_a_file_and_a_number_of_its_own(minimal: Dataset) -> None:
    file = new_bulletin(minimal, replace(_WANTED, is_supplement=True))
    issue = _record(file)
    assert file.path == "content/bulletins/stream-notes/2024/s1.md"
    assert (issue.number, issue.total, issue.supplement) == (None, None, 1)
    assert issue.title == "清溪简报2024年增刊第1期"


def test_issues_without_numbers_are_called_by_their_day(minimal: Dataset) -> None:
    series = minimal.series["stream-notes"].detached(numbered=False)
    (last,) = minimal.bulletins
    first_of_day = "content/bulletins/stream-notes/2024/07-10.md"
    dataset = replace(minimal, series={"stream-notes": series})
    assert new_bulletin(dataset, _WANTED).path == first_of_day
    taken = replace(last, place=Place(first_of_day))
    again = new_bulletin(replace(dataset, bulletins=(taken,)), _WANTED)
    assert again.path == "content/bulletins/stream-notes/2024/07-10-2.md"
    assert _record(again).title == "清溪简报（2024年7月10日）"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"series": "stream-note"}, "没有这个刊物“stream-note”，是否应为“stream-notes”。"),
        ({"series": "x"}, r"data/series.yml 登记的有：\n    stream-notes  清溪简报"),
        ({"programmes": ("clear",)}, "没有这个工作“clear”"),
        ({"day": date(2024, 4, 9)}, "2024-04-09 早于已有的2024年第1期"),
        ({"title": " "}, "标题不能是空的"),
        ({"title": "一\n二"}, "标题不能是空的"),
    ],
)
def test_what_cannot_be_drafted(minimal: Dataset, changes: dict[str, object], message: str) -> None:
    with pytest.raises(DraftError, match=message):
        new_bulletin(minimal, replace(_WANTED, **changes))  # type: ignore[arg-type]


def test_a_first_issue_has_to_be_told_its_programme_where_there_are_several(minimal: Dataset) -> None:
    alone = replace(minimal, bulletins=())
    assert _record(new_bulletin(alone, _WANTED)).programmes == ("clear-stream",)
    programme = minimal.programmes["clear-stream"]
    several = replace(alone, programmes={"clear-stream": programme, "other": programme})
    with pytest.raises(DraftError, match="--programme"):
        new_bulletin(several, _WANTED)
    told = new_bulletin(several, replace(_WANTED, programmes=("other", "other")))
    assert _record(told).programmes == ("other",)


@given(title=st.text(min_size=1).filter(lambda text: text.strip() != "" and text.strip().isprintable()))
def test_any_title_reads_back_as_it_was_given(title: str) -> None:
    dataset = load_project(FIXTURES / "minimal").dataset
    assert dataset is not None
    assert _record(new_bulletin(dataset, replace(_WANTED, title=title))).title == title.strip()


def test_a_series_written_issue_by_issue_is_sound(minimal_project: Path) -> None:
    days = [(2024, 7, 10), (2024, 7, 10), (2024, 12, 31), (2025, 1, 2), (2025, 3, 3)]
    for at, day in enumerate(days):
        for is_supplement in (False, True)[: 1 + at % 2]:
            wanted = IssueWanted("stream-notes", date(*day), is_supplement=is_supplement)
            write_new(minimal_project, new_bulletin(read_for_drafting(minimal_project), wanted))
    examined = examine(minimal_project, FIXTURES_DAY)
    assert [each for each in examined.problems if each.severity is Severity.ERROR] == []
    below = minimal_project / "content/bulletins/stream-notes"
    written = sorted(path.relative_to(below).as_posix() for path in below.rglob("*.md"))
    expected = [*(f"2024/{stem}.md" for stem in ("1", "2", "3", "4", "s1")), *("2025/1.md", "2025/2.md")]
    assert written == sorted([*expected, "2025/s1.md"])
