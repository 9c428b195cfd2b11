"""The command ``tongbao reopen``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generators.cli.closings import closing_or_exit, dataset_or_exit, tell_head, write_or_exit
from generators.cli.options import common_options
from generators.drafting.closing.records import ClosingWanted, reopening_record
from generators.drafting.closing.writing import listed_in


@click.command()
@common_options
@click.option("--programme", metavar="ID", required=True, help="哪一项工作")
@click.option("--period", metavar="PERIOD", required=True, help="哪一期")
@click.option("--reason", metavar="TEXT", required=True, help="为什么重开；会一直写在页面上，不写人名")
@click.option(
    "--by", metavar="TEXT", default="", help="由哪个科室或职务重开，不写人名；默认该项工作的牵头单位"
)
def reopen(project: Path, as_of: date, programme: str, period: str, reason: str, by: str) -> None:
    """重开一期已结的账，写明理由；原来的结账留在链上，页面上一直写明。"""
    dataset = dataset_or_exit(project)
    wanted = ClosingWanted(programme, period, by, as_of)
    listed = listed_in(project)
    record = closing_or_exit(lambda: reopening_record(dataset, wanted, reason))
    write_or_exit(project, record, listed)
    click.echo(f"已重开：{record.file}")
    tell_head(record.link)
