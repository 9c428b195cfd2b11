"""The command ``tongbao returns``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, shown_path
from generators.cli.examining import examined_or_exit
from generators.cli.options import common_options
from generators.returning.errors import ReturnsError
from generators.returning.writing import ReturnsOrder, returns_ordered, write_workbooks


@click.command()
@common_options
@click.option("--programme", metavar="ID", required=True, help="哪一项工作")
@click.option(
    "--period", metavar="PERIOD", required=True, help="报哪一期：2026-W40、2026-10、2026-Q3、2026-H1、2026"
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
    period: str,
    division: str | None,
    whole: bool,
    out: Path,
) -> None:
    """写出各乡镇的报表（Excel、WPS 工作簿）：只列本期要报的和欠报的，上期数和目标在旁边。"""
    dataset = examined_or_exit(project, as_of, "text").dataset
    if dataset is None:
        raise click.ClickException("项目没有数据")
    try:
        found = returns_ordered(dataset, ReturnsOrder(programme, period, division, is_whole=whole), as_of)
        written = write_workbooks(out, found, as_of, dataset.site.owner)
    except ReturnsError as error:
        click.echo(f"没有写出。\n{error}", err=True)
        sys.exit(EXIT_PROBLEMS)
    for path in written:
        click.echo(shown_path(path))
