"""The command ``tongbao import``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generators.cli.columns import asked_columns
from generators.cli.console import EXIT_PROBLEMS, print_problems, shown_path
from generators.cli.options import FORMAT, common_options, written_day
from generators.cli.placing import put_in_place_or_exit
from generators.clock import as_of_date
from generators.importing.filing.changes import Change, Effect
from generators.importing.filing.files import drafted, put_in_place
from generators.importing.importing import OpenedFile, content_of
from generators.importing.marking import marked_copy
from generators.importing.plan import Plan, plan_of
from generators.importing.shown import change_table, summary
from generators.importing.wanted import ImportWanted, nobody_to_ask
from generators.model.dataset import Dataset
from generators.model.period import Period, stated_period
from generators.model.problem import Problem, holds_errors
from generators.publishing.examining import examine_project
from generators.reading.load import load_project
from generators.reading.project_files import printable
from generators.system_errors import reason_of
from generators.workbooks.reading.protection import with_password


def _period(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Period | None:
    if value is None:
        return None
    found = stated_period(value)
    if found is None:
        raise click.BadParameter(f"“{value}”不是期间，请写成 2026-03、2026-Q1、2026 这样")
    return found


def _columns(_context: click.Context, _parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    for each in value:
        if "=" not in each:
            raise click.BadParameter(f"“{each}”没有写是哪个指标，请写成 表头=指标")
    return {head.strip(): said.strip() for head, _, said in (each.partition("=") for each in value)}


@click.command("import")
@common_options
@FORMAT
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--programme", metavar="ID", help="哪项工作的；已有导入格式的不用写")
@click.option("--period", metavar="PERIOD", callback=_period, help="哪一期的，如 2026-03；不写就看标题")
@click.option("--on", metavar="DATE", callback=written_day, help="哪一天报的；不写就看填报日期")
@click.option("--layout", metavar="NAME", help="用 data/imports/ 里的哪个导入格式；不写就按表头找")
@click.option(
    "--column",
    "columns",
    metavar="HEAD=INDICATOR",
    multiple=True,
    callback=_columns,
    help="表头是 HEAD 的列是哪个指标；比率后面加“分子”“分母”，- 是不要",
)
@click.option("--reason", metavar="TEXT", help="更正的理由；写了，与已报的不同的数登记为更正")
@click.option("--office", metavar="NAME", help="更正的单位；不写就是这项工作的牵头单位")
@click.option("--password", metavar="TEXT", help="打开工作簿的密码")
@click.option("--yes", is_flag=True, help="按推测的导入格式办，不再确认")
@click.option("--dry-run", is_flag=True, help="只列出会改什么，不写")
@click.option(
    "--marked",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="标出错处的表格放在哪里；不写就放在原表旁边",
)
def import_(
    project: Path,
    as_of: date,
    format_: str,
    files: tuple[Path, ...],
    password: str | None,
    marked: Path | None,
    *,
    yes: bool,
    dry_run: bool,
    programme: str | None,
    period: Period | None,
    on: date | None,
    layout: str | None,
    columns: dict[str, str],
    reason: str | None,
    office: str | None,
) -> None:
    """导入表格里的数和目标：xlsx、xls、et、csv。有一处不对就什么也不写，错处标在表格的副本上。

    FILE 是 tongbao returns 写出的报表，或者本单位自己的统计表、任务分解表。
    """
    dataset = _dataset_or_exit(project, programme, format_)
    wanted = ImportWanted(as_of, programme, period, on, layout, columns, reason, office, accepts=yes)
    is_terminal = sys.stdin.isatty() and not yes
    ask = asked_columns if is_terminal else nobody_to_ask
    content, found = content_of(files, dataset, wanted, ask, _asked_password, password)
    try:
        plan = plan_of(project, dataset, content, wanted)
    except (OSError, UnicodeDecodeError):
        _give_up("数据文件读不出来")
    problems = _examined(project, plan, as_of)
    if problems:
        print_problems(problems, format_, to_stderr=format_ == "text")
    elif format_ != "text":
        print_problems(problems, format_)
    if holds_errors(problems):
        if not dry_run:
            _send_back(found, problems, marked)
            _write_proposals(project, plan)
        _give_up("有一处不对，就什么也不写；改好以后再导入")
    if format_ == "text":
        _show(plan.changes, dataset, whole=dry_run)
    put_in_place_or_exit(project, plan.texts, _give_up, dry_run=dry_run)


def _dataset_or_exit(project: Path, programme: str | None, format_: str) -> Dataset:
    loaded = load_project(project)
    if loaded.dataset is None or holds_errors(loaded.problems):
        print_problems(loaded.problems, format_, to_stderr=format_ == "text")
        _give_up("项目本身有错误，请先改正")
    if programme is not None and programme not in loaded.dataset.programmes:
        known = "、".join(loaded.dataset.programmes)
        raise click.BadParameter(f"没有工作“{programme}”，只有：{known}", param_hint="--programme")
    return loaded.dataset


def _give_up(why: str) -> NoReturn:
    click.echo(f"没有导入。{why}", err=True)
    sys.exit(EXIT_PROBLEMS)


def _asked_password(file: str) -> str | None:
    if not sys.stdin.isatty():
        return None
    return str(click.prompt(f"{file} 的密码", hide_input=True, err=True))


def _examined(project: Path, plan: Plan, as_of: date) -> tuple[Problem, ...]:
    """Return what is wrong with the cells, or else with the project as it would be, at the cells."""
    if holds_errors(plan.problems) or not plan.texts:
        return plan.problems
    with drafted(plan.texts) as drafts:
        examined = examine_project(project, as_of, as_of_date(None), drafts=drafts)
    found = plan.at_cells(examined.problems)
    of_import = [each for each in found if each.place.sheet or holds_errors([each])]
    return tuple(sorted({*plan.problems, *of_import}))


def _send_back(files: Sequence[OpenedFile], problems: Sequence[Problem], folder: Path | None) -> None:
    """Write a marked copy of each workbook with a problem for its clerk; E807 is for the editor."""
    for file in files:
        own = [each for each in problems if each.place.file == file.shown and each.code != "E807"]
        if not own:
            continue
        copy = (folder or file.path.parent) / f"{file.path.stem}（待改）.xlsx"
        data = marked_copy(file.data, file.workbook, own)
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data if file.password is None else with_password(data, file.password))
        except OSError as error:
            click.echo(f"标出错处的表格写不进 {printable(str(copy))}：{reason_of(error)}", err=True)
            continue
        click.echo(f"错处标在这里，请转给填表的人：{printable(str(copy))}", err=True)


def _write_proposals(project: Path, plan: Plan) -> None:
    """Write the proposed layouts, so that somebody can confirm them."""
    try:
        put_in_place(project, plan.proposals)
    except OSError as error:
        click.echo(f"导入格式写不进去：{reason_of(error)}", err=True)
        return
    for file in plan.proposals:
        click.echo(f"推测的导入格式，请核对：{shown_path(project / file)}", err=True)


def _show(changes: Sequence[Change], dataset: Dataset, *, whole: bool) -> None:
    """Show the table of changes, in any case those of what is on record, and how many there are."""
    for line in change_table([each for each in changes if whole or each.effect is Effect.CHANGED], dataset):
        click.echo(line)
    click.echo(summary(changes))
