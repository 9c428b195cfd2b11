"""The command ``tongbao returns``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Final

import click

from generators.cli.console import EXIT_PROBLEMS, shown_path
from generators.cli.examining import dataset_or_exit
from generators.cli.options import common_options
from generators.returning.errors import ReturnsError
from generators.returning.lists.ordering import ListKind, lists_ordered
from generators.returning.writing import ReturnsOrder, returns_ordered, write_workbooks

_RETURNS: Final = "returns"


@click.command()
@common_options
@click.option("--programme", metavar="ID", required=True, help="哪一项工作")
@click.option(
    "--period", metavar="PERIOD", help="报哪一期：2026-W40、2026-10、2026-Q3、2026-H1、2026；报表必须写"
)
@click.option(
    "--kind",
    type=click.Choice([_RETURNS, *(each.value for each in ListKind)]),
    default=_RETURNS,
    help="写哪一种：报表、问题台账、承诺、验收、督查、任务分解表；默认报表",
)
@click.option("--division", metavar="ID", help="只写这一个乡镇的，写标识或全称；默认每个乡镇一个")
@click.option("--whole", is_flag=True, help="全县写在一个工作簿里")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default="报表",
    show_default=True,
    help="写到哪个文件夹；已有的文件不会被盖掉",
)
def returns(
    *,
    project: Path,
    as_of: date,
    programme: str,
    period: str | None,
    kind: str,
    division: str | None,
    whole: bool,
    out: Path,
) -> None:
    """写出各乡镇的报表（Excel、WPS 工作簿）：只列本期要报的和欠报的，上期数和目标在旁边。"""
    if kind == _RETURNS and period is None:
        raise click.UsageError("报表是哪一期的，请写 --period，如 --period 2026-10")
    dataset = dataset_or_exit(project, as_of)
    try:
        if kind == _RETURNS:
            order = ReturnsOrder(programme, period or "", division, is_whole=whole)
            found = returns_ordered(dataset, order, as_of)
        else:
            listed = ListKind(kind)
            found = lists_ordered(dataset, listed, (programme, division), as_of, is_whole=whole)
        written = write_workbooks(out, found, as_of, dataset.site.owner)
    except ReturnsError as error:
        click.echo(f"没有写出。\n{error}", err=True)
        sys.exit(EXIT_PROBLEMS)
    for path in written:
        click.echo(shown_path(path))
