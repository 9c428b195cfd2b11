"""The command ``tongbao carry-over``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generators.carrying.plan import CarryOver, planned_carry_over
from generators.carrying.shown import added_lines, standing_lines
from generators.carrying.standing import standing_over
from generators.carrying.wanted import CarryOverError, CarryOverWanted
from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.cli.examining import NOT_WRITTEN, examined_or_exit
from generators.cli.options import FORMAT, common_options
from generators.cli.placing import put_in_place_or_exit
from generators.cli.usage import ChineseError
from generators.clock import as_of_date
from generators.importing.filing.files import drafted
from generators.model.dataset import Dataset
from generators.publishing.examining import examine_project


@click.command("carry-over")
@common_options
@FORMAT
@click.option(
    "--to",
    "year",
    metavar="YEAR",
    type=click.IntRange(1900, 9998),
    required=True,
    help="转到哪一年：计算日期所在的一年或下一年",
)
@click.option(
    "--programme",
    "programmes",
    metavar="ID",
    multiple=True,
    help="哪一项工作，可以写几次；不写就是到上一年年底还在做的各项",
)
@click.option(
    "--source", "document", metavar="ID", default="", help="新一年的依据，写 data/sources.yml 里的标识"
)
@click.option("--at", metavar="TEXT", default="", help="在依据的哪一处，如 附表2")
@click.option("--same-values", is_flag=True, help="可以照搬的目标照上一年的数定；须写 --source、--at")
@click.option("--dry-run", is_flag=True, help="只列出会添什么，不写")
def carry_over(
    *,
    project: Path,
    as_of: date,
    format_: str,
    year: int,
    programmes: tuple[str, ...],
    document: str,
    at: str,
    same_values: bool,
    dry_run: bool,
) -> None:
    """转到下一年：延长工作的期间，照搬可以照搬的目标，列出没有了结的；原有的记录都不改。"""
    examined = examined_or_exit(project, as_of, format_, undone=NOT_WRITTEN)
    dataset, measurements = examined.dataset, examined.measurements
    if dataset is None or measurements is None:
        raise ChineseError("项目没有数据")
    wanted = CarryOverWanted(year, as_of, programmes, document, at, same_values)
    carried = _planned_or_exit(project, dataset, wanted, format_)
    _refuse_errors(project, carried.texts, as_of, format_)
    for line in added_lines(carried, dataset, wanted):
        click.echo(line)
    for line in standing_lines(
        carried, standing_over(dataset, measurements, carried, wanted.first_day), dataset, wanted
    ):
        click.echo(line)
    if not carried.texts:
        click.echo("没有要添的。", err=True)
        return
    put_in_place_or_exit(project, carried.texts, _give_up, dry_run=dry_run)


def _planned_or_exit(project: Path, dataset: Dataset, wanted: CarryOverWanted, format_: str) -> CarryOver:
    try:
        return planned_carry_over(project, dataset, wanted)
    except CarryOverError as error:
        print_problems([error.problem], format_, to_stderr=format_ == "text")
        _give_up("请先照上面说的改")
    except (OSError, UnicodeDecodeError):
        _give_up("数据文件读不出来")


def _refuse_errors(project: Path, texts: Mapping[str, str], as_of: date, format_: str) -> None:
    """Exit with code 1 if the project would have an error with the new texts."""
    if not texts:
        return
    with drafted(texts) as drafts:
        examined = examine_project(project, as_of, as_of_date(None), drafts=drafts)
    if examined.errors:
        print_problems(examined.problems, format_, to_stderr=format_ == "text")
        _give_up("添上以后项目会有错误")


def _give_up(why: str) -> NoReturn:
    click.echo(f"没有写。{why}", err=True)
    sys.exit(EXIT_PROBLEMS)
