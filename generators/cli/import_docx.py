"""The command ``tongbao import-docx``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems, shown_path
from generators.cli.options import common_options, written_day
from generators.cli.questions import OutOfAnswersError, Questions
from generators.drafting.errors import DraftError
from generators.drafting.new.file import write_with_pictures
from generators.drafting.project import read_for_drafting
from generators.drafting.word.bulletin import PaperWanted, imported
from generators.drafting.word.figures import Proposal
from generators.drafting.word.package import WordProblemError, package_of
from generators.system_errors import with_file


@click.command("import-docx")
@common_options
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--series", metavar="ID", required=True, help="登在哪个刊物")
@click.option("--title", metavar="TEXT", help="标题；不写就用文中的")
@click.option("--date", "day", metavar="DATE", callback=written_day, help="成文日期；不写就用文中的")
@click.option("--programme", "programmes", metavar="ID", multiple=True, help="讲的是哪项工作；不写就同上一期")
@click.option("--use-values", is_flag=True, help="与登记的数相同、地方和指标都对得上的，改写成引用")
@click.option("--dry-run", is_flag=True, help="只打印写出来的样子，不写文件")
def import_docx(
    *,
    project: Path,
    as_of: date,
    file: Path,
    series: str,
    title: str | None,
    day: date | None,
    programmes: tuple[str, ...],
    use_values: bool,
    dry_run: bool,
) -> None:
    """把一期 Word 通报读成 Markdown：认出版头、各级标题、表格、脚注、图片和版记，先作内部。

    没有带过来的逐项列出；有读不了的，什么都不写。
    """
    needed = ("data/series.yml", f"content/bulletins/{series}/")
    try:
        package = package_of(file)
        dataset = read_for_drafting(project, *needed)
        made = imported(dataset, PaperWanted(package, series, as_of, title, day, programmes))
    except WordProblemError as error:
        print_problems([error.problem], "text", to_stderr=True)
        sys.exit(EXIT_PROBLEMS)
    except DraftError as error:
        click.echo(f"没有写出。{error}", err=True)
        sys.exit(EXIT_PROBLEMS)
    if made.problems:
        print_problems(made.problems, "text", to_stderr=True)
    accepted = list(_accepted(made.proposals, use_values=use_values or dry_run))
    _tell(made.proposals, accepted, use_values=use_values)
    written = made.file(accepted if use_values or not dry_run else [])
    if dry_run:
        click.echo(written.text, nl=False)
        return
    try:
        paths = write_with_pictures(project, written, made.pictures)
    except (DraftError, OSError) as error:
        reason = with_file(error) if isinstance(error, OSError) else error
        click.echo(f"没有写出。{reason}", err=True)
        sys.exit(EXIT_PROBLEMS)
    for path in paths:
        click.echo(shown_path(path))
    if len(accepted) < len(made.proposals):
        click.echo("正文里手写的数与登记的相同，tongbao check 会报 E501，请逐处改写。", err=True)


def _accepted(proposals: Sequence[Proposal], *, use_values: bool) -> Iterator[Proposal]:
    """Yield the proposals to use: the sure ones with ``use_values``, else those confirmed on a terminal."""
    if use_values:
        yield from (each for each in proposals if each.is_sure)
        return
    if not is_terminal():
        return
    questions = Questions(asks_again=False)
    for each in proposals:
        if each.call:
            try:
                is_confirmed = questions.confirmed(_shown(each))
            except OutOfAnswersError:
                return
            if is_confirmed:
                yield each


def is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def _tell(proposals: Sequence[Proposal], accepted: Sequence[Proposal], *, use_values: bool) -> None:
    """List the proposals, and say of each whether it was used."""
    if not proposals:
        return
    click.echo("与登记相同的数：", err=True)
    for each in proposals:
        used = "已改写" if each in accepted else "" if each.is_sure else "请核对"
        click.echo(f"  {_shown(each)}{f'　{used}' if used else ''}", err=True)
    sure = sum(each.is_sure for each in proposals)
    if not use_values and sure > len(accepted):
        click.echo(f"加 --use-values，把其中对得上的{sure}处改写成引用。", err=True)


def _shown(proposal: Proposal) -> str:
    if not proposal.call:
        return f"第{proposal.paragraph}段 {proposal.written}：{proposal.remedy}"
    return f"第{proposal.paragraph}段 {proposal.written} = {proposal.call[3:-3]} ？（{proposal.what}）"
