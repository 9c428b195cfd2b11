"""The commands ``tongbao new``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, shown_path
from generators.cli.options import common_options, written_day
from generators.drafting.errors import DraftError
from generators.drafting.new.bulletin import IssueWanted, new_bulletin
from generators.drafting.new.case import CaseWanted, new_case
from generators.drafting.new.file import NewFile, write_new
from generators.drafting.project import read_for_drafting
from generators.model.dataset import Dataset
from generators.system_errors import with_file


@click.group()
def new() -> None:
    """写出一篇新文章的文件：下一期通报，或一篇案例；已有的文件不改动。"""


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


def _write_new(project: Path, needed: tuple[str, ...], draft: Callable[[Dataset], NewFile]) -> None:
    try:
        path = write_new(project, draft(read_for_drafting(project, *needed)))
    except (DraftError, OSError) as error:
        reason = with_file(error) if isinstance(error, OSError) else error
        click.echo(f"没有写出。{reason}", err=True)
        sys.exit(EXIT_PROBLEMS)
    click.echo(shown_path(path))
