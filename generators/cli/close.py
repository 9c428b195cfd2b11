"""The command ``tongbao close``."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from generators.cli.closings import closing_or_exit, tell_head, write_or_exit
from generators.cli.examining import dataset_or_exit
from generators.cli.options import common_options
from generators.drafting.closing.records import ClosingWanted, Program, closing_record
from generators.drafting.closing.writing import listed_in, unlisted_files
from generators.store.digests import methods_digest


@click.command()
@common_options
@click.option("--programme", metavar="ID", required=True, help="结哪一项工作的账")
@click.option(
    "--period", metavar="PERIOD", required=True, help="结哪一期：2026-W40、2026-09、2026-Q3、2026-H1、2026"
)
@click.option(
    "--by", metavar="TEXT", default="", help="由哪个科室或职务结账，不写人名；默认该项工作的牵头单位"
)
def close(project: Path, as_of: date, programme: str, period: str, by: str) -> None:
    """结账：把一期公布的数、状态、得分和名次定下来；此后改动它们的，都是错误。"""
    for left in unlisted_files(project):  # a closing was killed before it was listed: it never was
        left.unlink()
    dataset = dataset_or_exit(project, as_of)
    wanted = ClosingWanted(programme, period, by, as_of)
    listed = listed_in(project)
    record = closing_or_exit(
        lambda: closing_record(dataset, wanted, Program(version("tongbao"), methods_digest()))
    )
    write_or_exit(project, record, listed)
    public = len(record.public)
    click.echo(
        f"已结账：{record.file}，{len(record.figures)}个数（公开{public}个），{len(record.inputs)}项依据"
    )
    tell_head(record.link)
