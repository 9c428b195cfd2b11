"""The command ``tongbao upgrade``."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

import click

from generators.cli.console import EXIT_PROBLEMS
from generators.cli.options import PROJECT
from generators.cli.placing import put_in_place_or_exit
from generators.cli.usage import ChineseError
from generators.format_changes import upgrade_of
from generators.system_errors import with_file


@click.command()
@PROJECT
@click.option("--dry-run", is_flag=True, help="只列出要改的地方，什么也不写；有要改的，退出码为 1")
def upgrade(project: Path, *, dry_run: bool) -> None:
    """把旧版写法的项目改成现在的写法：逐处列出，一起改好；--dry-run 只列出。

    数据里的数和文字都不改。每个版本改了什么，见 UPGRADING.md。
    """
    try:
        found = upgrade_of(project)
    except OSError as error:
        raise ChineseError(with_file(error)) from None
    if not found.needed:
        click.echo(f"不用改：项目的写法与 {version('tongbao')} 版相同。再运行 tongbao check 核对。")
        return
    for each in found.needed:
        change = each.change
        click.echo(f"{each.place}  {each.written} → {change.new}（{change.version} 版，{change.about}）")
    put_in_place_or_exit(project, found.texts, _give_up, dry_run=dry_run)
    click.echo(f"共{len(found.needed)}处。" + ("" if dry_run else "再运行 tongbao check 核对。"))
    if dry_run:
        sys.exit(EXIT_PROBLEMS)


def _give_up(reason: str) -> NoReturn:
    raise ChineseError(reason)
