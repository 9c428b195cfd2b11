"""The command ``tongbao lint``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.cli.options import FORMAT, PROJECT
from generators.cli.usage import ChineseError
from generators.proofreading import proofread, proofreader_of, prose_files
from generators.reading.project_files import ProjectFile
from generators.system_errors import reason_of


@click.command()
@PROJECT
@FORMAT
@click.option("--fix", is_flag=True, help="改正其中可以放心改的，并列出改了什么；其余仍然列出")
@click.argument("files", nargs=-1, metavar="[FILES]...", type=click.Path(path_type=Path, exists=True))
def lint(project: Path, format_: str, files: tuple[Path, ...], *, fix: bool) -> None:
    """按公文习惯核对文字：标点、单位、文号、日期、标题层级和用语；有问题时退出码为 1。

    FILES 是 content/ 里的文章、data/ 里的数据或其中的文件夹，不写就是全部。
    """
    wanted = _prose_files(project, files)
    try:
        found = proofread(wanted, proofreader_of(project), fix=fix)
    except OSError as error:
        raise ChineseError(f"写不进 {error.filename}：{reason_of(error)}") from None
    for each in found.mended:
        click.echo(f"已改  {each.place}  {each.code}  {each.detail}", err=format_ != "text")
    print_problems(found.left, format_)
    sys.exit(EXIT_PROBLEMS if found.left else 0)


def _prose_files(project: Path, wanted: tuple[Path, ...]) -> tuple[ProjectFile, ...]:
    """Return the project's pages and data files, or only those in ``wanted`` or its folders.

    Raises ``UsageError`` for a path that contains no such file.
    """
    known = prose_files(project)
    if not wanted:
        return known
    chosen: set[ProjectFile] = set()
    for path in wanted:
        below = {each for each in known if each.location.resolve().is_relative_to(path.resolve())}
        if not below:
            raise click.UsageError(f"{path} 不是 content/ 里的文章，也不是 data/ 里的数据")
        chosen |= below
    return tuple(each for each in known if each in chosen)
