"""What is said of a new project, by options or answers, and the project that it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from generators.clock import as_of_date
from generators.drafting.errors import DraftError
from generators.drafting.starting.places import county_of, townships_of
from generators.drafting.starting.project import NewProgramme, NewProject, complaints
from generators.drafting.starting.township_list import listed_townships, typed_townships

COUNTY_ID: Final = "county"
PROGRAMME_ID: Final = "programme"
DOCUMENT: Final = "依据文件的标题待填"
"""What is written where nothing is said."""

_SAMPLE: Final = {
    "county": "示例县",
    "townships": "甲镇=jia、乙乡=yi、丙街道=bing",
    "programme": "“示例”工作",
    "short": "示例工作",
    "office": "示例县示例办公室",
    "document": "“示例”工作方案",
}
"""What is written where nothing is said of a fictional project."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is said of a project, as it is written; ``None`` where nothing is said."""

    county: str | None = None
    county_id: str | None = None
    townships: str | None = None
    townships_file: Path | None = None
    programme: str | None = None
    programme_id: str | None = None
    short: str | None = None
    office: str | None = None
    document: str | None = None
    start: str | None = None
    end: str | None = None
    fictional: bool = False

    def lacking(self) -> tuple[str, ...]:
        """Return the options without which there is no project."""
        needed = {
            "--county": self.county,
            "--townships": self.townships or self.townships_file,
            "--programme": self.programme,
            "--office": self.office,
        }
        return () if self.fictional else tuple(option for option, value in needed.items() if value is None)


def _with_sample(wanted: Wanted) -> Wanted:
    """Return ``wanted`` with the words of the sample where a fictional project says nothing."""
    if not wanted.fictional:
        return wanted
    said = {name for name in _SAMPLE if getattr(wanted, name) is not None}
    if wanted.townships_file is not None:
        said.add("townships")
    if wanted.programme is not None:
        said.add("short")
    return replace(wanted, **{name: word for name, word in _SAMPLE.items() if name not in said})  # type: ignore[arg-type] # all are texts


def project_of(wanted: Wanted, today: date) -> tuple[NewProject, tuple[str, ...]]:
    """Return the project written on ``today``, and all that is wrong with it, each with its remedy."""
    lacking = wanted.lacking()
    wrong = [f"没有写 {'、'.join(lacking)}：请写明；不写 --yes 就逐项提问"] if lacking else []
    if wanted.townships is not None and wanted.townships_file is not None:
        wrong.append("--townships 与 --townships-file 只能写一个：乡镇取自其中之一")
    wanted = _with_sample(wanted)
    try:
        townships = named_townships(wanted)
    except DraftError as error:
        wrong.append(str(error))
        townships = None
    programme = _text(wanted.programme)
    period = []
    for option, written in (("--from", wanted.start), ("--to", wanted.end)):
        try:
            period.append(written_date(written))
        except DraftError as error:
            wrong.append(f"{option} 的{error}")
    start, end = period if len(period) == 2 else (None, None)  # noqa: PLR2004 - else one of them is told
    project = NewProject(
        county_of(_text(wanted.county), wanted.county_id or COUNTY_ID),
        townships_of(townships or ()),
        NewProgramme(
            id=wanted.programme_id or PROGRAMME_ID,
            name=programme,
            short_name=_text(wanted.short) or programme,
            office=_text(wanted.office),
            document=_text(wanted.document) or DOCUMENT,
            start=start,
            end=end,
        ),
        today,
        wanted.fictional,
    )
    unknown = {"--townships"} if townships is None else set()
    return project, (*wrong, *complaints(project, {*lacking, *unknown}))


def _text(written: str | None) -> str:
    return (written or "").strip()


def named_townships(wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """Return name and id of each township; raises ``DraftError`` for a list that cannot be read.

    In place of the names the path of a list may be written.
    """
    typed = _text(wanted.townships)
    file = wanted.townships_file or (Path(typed) if typed and _is_file(typed) else None)
    return typed_townships(typed) if file is None else listed_townships(file)


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # too long, or with a null character: no path
        return False


def written_date(written: str | None) -> date | None:
    """Return the day that is written, ``None`` where nothing is; raises ``DraftError`` if it is no day."""
    text = _text(written)
    if not text:
        return None
    try:
        return as_of_date(text)
    except ValueError:
        raise DraftError(f"“{text}”不是日期：请写成 2026-09-30 这样") from None
