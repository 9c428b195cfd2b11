"""The commands ``tongbao new``: issues of series, cases, programmes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems, shown_path
from generators.cli.options import common_options, written_day
from generators.clock import as_of_date
from generators.drafting.errors import DraftError
from generators.drafting.new.bulletin import IssueWanted, new_bulletin
from generators.drafting.new.case import CaseWanted, new_case
from generators.drafting.new.file import NewFile, write_new
from generators.drafting.project import read_for_drafting
from generators.drafting.starting.programme import ProgrammeWanted, new_programme, owner_of
from generators.drafting.starting.project import NewProgramme
from generators.importing.filing.files import drafted, put_in_place, text_on_disk
from generators.importing.filing.insertion import Insertion, Line, with_insertions
from generators.importing.first_sheet import indicators_of_file
from generators.model.dataset import Dataset
from generators.model.indicator import Indicator
from generators.publishing.examining import examine_project
from generators.reading.yaml_writing import yaml_value
from generators.system_errors import with_file
from generators.workbooks.reading.errors import WorkbookError

_SOURCES: Final = "data/sources.yml"


@click.group()
def new() -> None:
    """写出新的文件：下一期通报、一篇案例、一项工作。"""


@new.command("bulletin")
@common_options
@click.argument("series")
@click.option("--title", metavar="TEXT", help="标题；不写就用刊物名和期号")
@click.option("--date", "day", metavar="DATE", callback=written_day, help="成文日期，默认计算日期")
@click.option("--supplement", is_flag=True, help="写增刊")
@click.option("--programme", "programmes", metavar="ID", multiple=True, help="讲的是哪项工作；不写就同上一期")
def new_bulletin_command(
    project: Path,
    as_of: date,
    series: str,
    title: str | None,
    day: date | None,
    programmes: tuple[str, ...],
    *,
    supplement: bool,
) -> None:
    """写出刊物 SERIES 的下一期：期号、发文单位和报送发单位都填好，先作内部。"""
    wanted = IssueWanted(series, day or as_of, title, programmes, is_supplement=supplement)
    needed = ("data/series.yml", f"content/bulletins/{series}/")
    _write_new(project, needed, lambda dataset: new_bulletin(dataset, wanted))


@new.command("case")
@common_options
@click.argument("name", metavar="ID")
@click.option("--programme", metavar="ID", required=True, help="属于哪项工作")
@click.option("--division", metavar="ID", required=True, help="哪个地方的")
@click.option("--title", metavar="TEXT", required=True, help="标题")
def new_case_command(
    project: Path, as_of: date, name: str, programme: str, division: str, title: str
) -> None:
    """写出案例 ID 的文件，先作内部。"""
    wanted = CaseWanted(name, programme, division, title, as_of)
    _write_new(project, (), lambda dataset: new_case(dataset, wanted))


@new.command("programme")
@common_options
@click.argument("name", metavar="ID")
@click.option("--name", "title", metavar="NAME", required=True, help="工作的名称")
@click.option("--short-name", "short", metavar="NAME", help="工作的简称；默认同名称")
@click.option("--office", metavar="NAME", required=True, help="牵头单位")
@click.option("--owner", metavar="ID", help="哪个地方的工作；默认同已有的工作")
@click.option("--document", metavar="TITLE", help="所依据的文件的标题，登记为新的出处")
@click.option("--source", metavar="ID", help="所依据的文件已经登记的，写它的标识")
@click.option("--from", "start", metavar="DATE", callback=written_day, help="从哪天起；文件没有说就不写")
@click.option("--to", "end", metavar="DATE", callback=written_day, help="到哪天止；文件没有说就不写")
@click.option(
    "--indicators-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="任务分解表或统计表：照它的表头写出指标和排名办法，供核对",
)
def new_programme_command(
    *,
    project: Path,
    as_of: date,
    name: str,
    title: str,
    short: str | None,
    office: str,
    owner: str | None,
    document: str | None,
    source: str | None,
    start: date | None,
    end: date | None,
    indicators_file: Path | None,
) -> None:
    """在已有的项目里写出工作 ID 的文件：名称、起止和指标；依据的文件登记进出处。

    没有一处不对才写；写出来的和原有的数据一起检查过。
    """
    if (document is None) is (source is None):
        raise click.UsageError("--document 与 --source 须写且只写一个：这项工作依据哪份文件")
    programme = NewProgramme(
        name, title, short or title, office, document or title, start, end, source or f"{name}-plan"
    )
    try:
        dataset = read_for_drafting(project)
        found = _indicators(indicators_file, dataset, owner)
        texts = _texts(project, dataset, ProgrammeWanted(programme, owner, found, as_of), document)
        _refuse_errors(project, as_of, texts)
        put_in_place(project, texts)
    except (DraftError, WorkbookError, OSError) as error:
        reason = with_file(error) if isinstance(error, OSError) else error
        click.echo(f"没有写出。{reason}", err=True)
        sys.exit(EXIT_PROBLEMS)
    for file in texts:
        click.echo(shown_path(project / file))


def _refuse_errors(project: Path, as_of: date, texts: dict[str, str]) -> None:
    """Raise ``DraftError``, with the problems printed, if the project would have errors with ``texts``."""
    with drafted(texts) as drafts:
        examined = examine_project(project, as_of, as_of_date(None), drafts=drafts)
    if examined.errors:
        print_problems(examined.problems, "text", to_stderr=True)
        raise DraftError("这样写出来的工作通不过检查，见上面各条")


def _indicators(file: Path | None, dataset: Dataset, owner: str | None) -> tuple[Indicator, ...]:
    """Return the indicators that a workbook's heads propose, none without a workbook."""
    if file is None:
        return ()
    below = dataset.within(owner_of(dataset, owner))
    return indicators_of_file(file, (dataset.divisions[each] for each in below))


def _texts(project: Path, dataset: Dataset, wanted: ProgrammeWanted, document: str | None) -> dict[str, str]:
    """Return the new texts of files: the programme, and the sources where its document is a new one."""
    made = new_programme(dataset, wanted)
    if (project / made.path).exists():
        raise DraftError(f"{made.path} 已经有了，没有改动它")
    texts = {made.path: made.text}
    if document is not None:
        source = wanted.programme.source
        if source in dataset.sources:
            raise DraftError(f"出处“{source}”已经有了：请用 --source {source}，或换一个工作的标识")
        lines = (
            Line(f"{source}:"),
            Line(f"  title: {yaml_value(document)}"),
            Line(f"  issuer: {yaml_value(wanted.programme.office)}"),
        )
        before = text_on_disk(project, _SOURCES) or ""
        texts[_SOURCES] = with_insertions(before, _SOURCES, [Insertion((), None, (lines,))]).text
    return texts


def _write_new(project: Path, needed: tuple[str, ...], draft: Callable[[Dataset], NewFile]) -> None:
    try:
        path = write_new(project, draft(read_for_drafting(project, *needed)))
    except (DraftError, OSError) as error:
        reason = with_file(error) if isinstance(error, OSError) else error
        click.echo(f"没有写出。{reason}", err=True)
        sys.exit(EXIT_PROBLEMS)
    click.echo(shown_path(path))
