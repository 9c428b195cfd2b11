"""The command ``tongbao check``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.cli.options import FORMAT, common_options
from generators.clock import as_of_date
from generators.publishing.examining import examine_project
from generators.workers import number_of_processors


@click.command()
@common_options
@FORMAT
def check(project: Path, as_of: date, format_: str) -> None:
    """检查全部数据和文章，列出所有问题；没有错误时退出码为 0，有错误为 1，用法不对为 2。"""
    examined = examine_project(project, as_of, as_of_date(None), jobs=number_of_processors())
    print_problems(examined.problems, format_)
    sys.exit(EXIT_PROBLEMS if examined.errors else 0)
