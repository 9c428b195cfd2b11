"""The command ``tongbao verify``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generators.cli.closings import closed_files
from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.cli.options import FORMAT, PROJECT
from generators.model.closing import CHAIN
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.closed import read_closed


@click.command()
@PROJECT
@FORMAT
@click.option("--head", metavar="SHA256", multiple=True, help="网站上公布过的链头；可写多个，须都在链上")
def verify(project: Path, format_: str, head: tuple[str, ...]) -> None:
    """核对结账链：每个文件的散列、前后相接、清单齐全；有一处断开，退出码为 1。"""
    files, problems = closed_files(project)
    read = read_closed(files)
    records = read.value or ()
    digests = {each.link.digest: each for each in records}
    missing = [
        problem("E904", Place(CHAIN), f"公布过的链头 {each} 不在链上：历史被改写过")
        for each in head
        if each.strip().lower() not in digests
    ]
    found = (*problems, *read.problems, *missing)
    if found or format_ != "text":
        print_problems(found, format_)
    if found:
        sys.exit(EXIT_PROBLEMS)
    if format_ == "text":
        last = records[-1].link if records else None
        click.echo("还没有结过账。" if last is None else f"结账链完整：共{last.number}环，链头 {last.digest}")
