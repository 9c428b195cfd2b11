"""A new project as asked, what is wrong with what was asked, and its files."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

from generators.drafting.new.file import NewFile
from generators.drafting.new.templates import filled
from generators.drafting.starting.places import (
    NewPlace,
    county_complaints,
    id_complaint,
    name_complaint,
    township_complaints,
)
from generators.model.calendar import last_of_month
from generators.model.closing import FOLDER as CLOSED_FOLDER
from generators.model.indicator import Indicator
from generators.reading.schemas.files import schema_texts
from generators.reading.schemas.guides import guide_path

SCHEMAS: Final = ".vscode/schemas"
"""The folder of the schemas; what begins with a dot is not read as part of the project."""

_SCHEMA_LINE: Final = "# yaml-language-server: $schema="


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """The programme of a new project; ``start`` and ``end`` are ``None`` where its documents leave them open.

    ``document`` is the title of the document that it is based on, ``source`` the id of that.
    """

    id: str
    name: str
    short_name: str
    office: str
    document: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    source: str = "plan"


@dataclass(frozen=True, slots=True)
class NewProject:
    """A project to write on ``day``; a ``fictional`` one has invented figures of its first township.

    The programme has ``indicators``, or else two that are a sample.
    """

    county: NewPlace
    townships: tuple[NewPlace, ...]
    programme: NewProgramme
    day: datetime.date
    fictional: bool = False
    indicators: tuple[Indicator, ...] = ()

    @property
    def first_month(self) -> str:
        """Return the month from which the townships are ranked: the programme's first, else of this year."""
        return f"{self.programme.start or self.day.replace(month=1):%Y-%m}"

    @property
    def has_begun(self) -> bool:
        """Whether the sample's target runs on the day, so that there can be a report."""
        return self.sample_start <= self.day

    @property
    def sample_day(self) -> datetime.date:
        """Return the day of the sample's report: the last on which the target runs."""
        return max(self.sample_start, min(self.day, self.sample_due))

    @property
    def sample_period(self) -> str:
        """Return the period of the sample's report: a month, or the day if the target runs for part of it."""
        day = self.sample_day
        is_whole = self.sample_start <= day.replace(day=1) and last_of_month(day) <= self.sample_due
        return f"{day:%Y-%m}" if is_whole else day.isoformat()

    @property
    def sample_start(self) -> datetime.date:
        """Return the day from which the sample's target runs.

        An invented one begins in the month of its only report, so that no earlier report is awaited.
        """
        month = self.day.month if self.fictional else 1
        return self.programme.start or datetime.date(self.day.year, month, 1)

    @property
    def sample_due(self) -> datetime.date:
        """Return the day by which the sample's target is due."""
        return self.programme.end or datetime.date(self.sample_start.year, 12, 31)


def complaints(project: NewProject, unsaid: Container[str] = ()) -> tuple[str, ...]:
    """Return all that is wrong with what was asked, each with its remedy; empty if nothing is.

    Of the options ``unsaid`` it has been told already that they are missing.
    """
    found: list[str] = []
    if "--county" not in unsaid:
        found += county_complaints(project.county)
    if "--townships" not in unsaid:
        found += township_complaints(project.townships)
    return (*found, *_programme_complaints(project.programme, unsaid))


def _programme_complaints(programme: NewProgramme, unsaid: Container[str]) -> Iterator[str]:
    named = (
        ("--programme", "工作的名称", programme.name),
        ("--programme", "工作的简称", programme.short_name),
        ("--office", "牵头单位", programme.office),
        ("--document", "依据文件的标题", programme.document),
    )
    yield from dict.fromkeys(
        filter(None, (name_complaint(what, name) for option, what, name in named if option not in unsaid))
    )
    yield from filter(None, (id_complaint("工作", programme.id),))
    yield from period_complaints(programme.start, programme.end)


def period_complaints(start: datetime.date | None, end: datetime.date | None) -> Iterator[str]:
    """Yield what is wrong with the first and the last day of a programme, with the remedy."""
    if end is not None and start is None:
        yield "写了工作的结束日期，没有写开始日期：请都写，或都不写"
    if start is not None and end is not None and end < start:
        yield f"工作的结束日期 {end} 早于开始日期 {start}：请对调或改正"


def project_files(project: NewProject) -> tuple[NewFile, ...]:
    """Return the files of the project: data, a page, an explanation, and schemas for the editor."""
    county = project.county.id
    data = [
        _data_file("site.yml", "site", project),
        _data_file("divisions.yml", "divisions", project),
        _data_file("sources.yml", "sources", project),
        _data_file("series.yml", "series", project),
        programme_file(project),
        _data_file(f"townships/{county}/county.yml", "county", project),
    ]
    for at, township in enumerate(project.townships):
        path = f"townships/{county}/{township.id}/township.yml"
        data.append(_data_file(path, "township", project, township, has_sample=project.fictional and at == 0))
    return (
        *data,
        NewFile("content/about.md", _filled("about.md.j2", project)),
        NewFile("README.md", _filled("README.md.j2", project)),
        *(
            NewFile(f"{folder}/README.md", guide_path(folder).read_text(encoding="utf-8"))
            for folder in ("data", "content")
        ),
        NewFile(".gitignore", "/site/\n"),
        NewFile(".gitattributes", f"{CLOSED_FOLDER}/** -text\n"),  # digests are of bytes, line ends included
        NewFile(".vscode/extensions.json", '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'),
        *(NewFile(f"{SCHEMAS}/{name}", text) for name, text in schema_texts().items()),
    )


def programme_file(project: NewProject) -> NewFile:
    """Return the file of the programme."""
    return _data_file(f"programmes/{project.programme.id}.yml", "programme", project)


def programme_complaints(programme: NewProgramme) -> tuple[str, ...]:
    """Return all that is wrong with what was asked of a programme, each with its remedy."""
    return tuple(_programme_complaints(programme, ()))


def _data_file(
    path: str,
    schema: str,
    project: NewProject,
    township: NewPlace | None = None,
    *,
    has_sample: bool = False,
) -> NewFile:
    """Return the file ``path`` below ``data/``, which names its schema in the first line."""
    upwards = "../" * (path.count("/") + 1)
    text = _filled(f"{schema}.yml.j2", project, township=township, has_sample=has_sample)
    return NewFile(f"data/{path}", f"{_SCHEMA_LINE}{upwards}{SCHEMAS}/{schema}.json\n{text}")


def _fields(indicator: Indicator) -> dict[str, str]:
    """Return what a file says of an indicator: its name, unit and kind, and what is not as usual."""
    usual = Indicator(name="", measure="", kind=indicator.kind)
    said = {"name": indicator.name, "measure": indicator.measure, "kind": indicator.kind.value}
    if indicator.goal is not usual.goal:
        said["goal"] = indicator.goal.value
    if indicator.rollup is not usual.rollup:
        said["rollup"] = indicator.rollup.value
    if indicator.cadence is not None:
        said["cadence"] = indicator.cadence.value
    if indicator.restarts is not None:
        said["restarts"] = indicator.restarts.value
    return said


def _filled(template: str, project: NewProject, **more: object) -> str:
    parts: dict[str, object] = {"project": project, "county": project.county, "programme": project.programme}
    parts["indicators"] = [_fields(each) for each in project.indicators]
    return filled(f"project/{template}", **parts, **more)
