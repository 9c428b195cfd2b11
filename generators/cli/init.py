"""The command ``tongbao init``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems, shown_path
from generators.cli.options import AS_OF
from generators.cli.questions import OutOfAnswersError, Questions
from generators.drafting.errors import DraftError
from generators.drafting.starting.places import (
    county_complaints,
    county_of,
    id_complaint,
    name_complaint,
    township_complaints,
    townships_of,
)
from generators.drafting.starting.project import NewProject, period_complaints, project_files
from generators.drafting.starting.wanted import (
    COUNTY_ID,
    DOCUMENT,
    PROGRAMME_ID,
    Wanted,
    named_townships,
    project_of,
    written_date,
)
from generators.drafting.starting.writing import folder_complaint, settle, staged
from generators.importing.first_sheet import indicators_of_file
from generators.model.division import Division
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.record import Place
from generators.reading.project_files import printable
from generators.system_errors import reason_of
from generators.workbooks.reading.errors import WorkbookError

_KINDS: Final = {
    IndicatorKind.CUMULATIVE: "累计数",
    IndicatorKind.FLOW: "当期数",
    IndicatorKind.LEVEL: "时点数",
    IndicatorKind.RATIO: "比率",
    IndicatorKind.FLAG: "是与否",
}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--county", metavar="NAME", help="县（市、区）的全称")
@click.option("--county-id", metavar="ID", help="县的标识，网址的一段；默认 county")
@click.option(
    "--townships", metavar="NAMES", help="各乡镇的全称，用“、”隔开；标识写在等号后面：何田乡=hetian"
)
@click.option(
    "--townships-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="乡镇名单：一行一个，或 CSV，UTF-8 或 GBK；也可以是有乡镇一列的工作簿",
)
@click.option(
    "--indicators-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="任务分解表或统计表：照它的表头写出指标和排名办法，供核对",
)
@click.option("--programme", metavar="NAME", help="工作的名称")
@click.option("--programme-id", metavar="ID", help="工作的标识，网址的一段；默认 programme")
@click.option("--short-name", "short", metavar="NAME", help="工作的简称；默认同名称")
@click.option("--office", metavar="NAME", help="牵头单位")
@click.option("--document", metavar="TITLE", help="工作所依据的文件的标题；可以以后再填")
@click.option("--from", "start", metavar="DATE", help="工作从哪天起；文件没有说就不写")
@click.option("--to", "end", metavar="DATE", help="工作到哪天止；文件没有说就不写")
@click.option("--fictional", is_flag=True, help="写一个虚构的示例：填好几个虚构的数，没有说的都用“示例”")
@click.option("--yes", is_flag=True, help="不提问，没有说的用默认值")
@AS_OF
def init(folder: Path, as_of: date, indicators_file: Path | None, *, yes: bool, **said: object) -> None:
    """新建一个项目：县、乡镇、一项工作；写出来就能检查、生成和预览。没有说的会逐项问。

    必需的（县、乡镇、工作、牵头单位）都用选项写明，就不提问。文件夹不是空的，或有一处不对，就什么也不写。
    """
    wanted = Wanted(**said)  # type: ignore[arg-type] # click names the options as its fields
    hindrance = folder_complaint(folder)
    if hindrance is None and not yes and wanted.lacking():
        try:
            wanted = _asked(wanted)
        except OutOfAnswersError as error:
            _give_up([f"输入到此为止，还没有答“{error}”：请补上，或用选项写明，见 tongbao init --help"])
    project, wrong = project_of(wanted, as_of)
    if project.fictional and indicators_file is not None:
        wrong = (*wrong, "--fictional 与 --indicators-file 只能写一个：示例的指标是虚构的")
    if hindrance is not None or wrong:
        _give_up([*filter(None, (hindrance,)), *wrong])
    if indicators_file is not None:
        project = replace(project, indicators=_indicators_or_exit(indicators_file, project))
    try:
        with staged(folder, project_files(project)) as written:
            _examine_or_exit(written, as_of)
            settle(written, folder)
    except DraftError as error:
        _give_up([str(error)])
    except OSError as error:
        _give_up([f"{shown_path(folder)} 写不进去：{reason_of(error)}；请换一个位置"])
    _say_what_is_next(folder, project)


def _give_up(wrong: Iterable[str]) -> NoReturn:
    """Print all that is wrong and exit."""
    click.echo("没有写出任何文件：", err=True)
    for each in wrong:
        click.echo(f"- {each}", err=True)
    sys.exit(EXIT_PROBLEMS)


def _indicators_or_exit(file: Path, project: NewProject) -> tuple[Indicator, ...]:
    county = project.county.id
    divisions = (
        Division(f"{county}/{each.id}", each.name, each.kind, county, project.fictional, Place("-"))
        for each in project.townships
        if each.kind is not None
    )
    try:
        return indicators_of_file(file, divisions)
    except WorkbookError as error:
        _give_up(
            [f"{printable(str(file))} 里看不出指标：{error.detail}；请换一张表，或不写 --indicators-file"]
        )


def _asked(wanted: Wanted) -> Wanted:
    """Return ``wanted`` with the answers to what it leaves open."""
    asked = Questions(asks_again=sys.stdin.isatty())
    click.echo("逐项填写，方括号里是默认值，按回车采用；Ctrl-C 退出，什么也不写。", err=True)
    if wanted.county is None and asked.confirmed("先写一个虚构的示例县看一看？"):
        return replace(wanted, fictional=True)
    wanted = replace(
        wanted,
        county=asked.answer("县（市、区）的全称", wanted.county, _wrong_county),
        county_id=asked.answer("县的标识，网址的一段，如 kaihua", wanted.county_id, _wrong_id, COUNTY_ID),
    )
    if wanted.townships_file is None:
        hint = "各乡镇的全称，用“、”隔开，标识写在等号后面（何田乡=hetian）；有名单文件的写文件路径"
        wanted = replace(wanted, townships=asked.answer(hint, wanted.townships, _wrong_townships))
    programme = asked.answer("工作的名称", wanted.programme, _wrong_name)
    wanted = replace(
        wanted,
        programme=programme,
        programme_id=asked.answer("工作的标识，网址的一段", wanted.programme_id, _wrong_id, PROGRAMME_ID),
        short=asked.answer("工作的简称", wanted.short, _wrong_name, programme),
        office=asked.answer("牵头单位", wanted.office, _wrong_name),
        document=asked.answer("所依据的文件的标题", wanted.document, _wrong_name, DOCUMENT),
        start=asked.answer("从哪天起，如 2026-01-01；文件没有说就空着", wanted.start, _wrong_date, ""),
    )
    wrong_end = partial(_wrong_end, wanted.start)
    return replace(wanted, end=asked.answer("到哪天止；文件没有说就空着", wanted.end, wrong_end, ""))


def _wrong_county(answer: str) -> Iterable[str]:
    return county_complaints(county_of(answer, COUNTY_ID))


def _wrong_id(answer: str) -> Iterable[str]:
    return filter(None, (id_complaint("这里", answer),))


def _wrong_name(answer: str) -> Iterable[str]:
    return filter(None, (name_complaint("名称", answer),))


def _wrong_townships(answer: str) -> Iterable[str]:
    try:
        return township_complaints(townships_of(named_townships(Wanted(townships=answer))))
    except DraftError as error:
        return (str(error),)


def _wrong_date(answer: str) -> Iterable[str]:
    try:
        written_date(answer)
    except DraftError as error:
        return (str(error),)
    return ()


def _wrong_end(start: str | None, answer: str) -> Iterable[str]:
    """Return what is wrong with the end of a programme that begins on ``start``."""
    try:
        return period_complaints(written_date(start), written_date(answer))
    except DraftError as error:
        return (str(error),)


def _examine_or_exit(project: Path, as_of: date) -> None:
    """Check the project before it is put in place; print its problems and exit if it has an error."""
    from generators.publishing.examining import examine_project  # noqa: PLC0415 - it takes a second

    examined = examine_project(project, as_of, as_of)
    if examined.errors:
        print_problems(examined.problems, "text", to_stderr=True)
        _give_up(["这样写出来的项目通不过检查，见上面各条"])


def _say_what_is_next(folder: Path, project: NewProject) -> None:
    where = shown_path(folder)
    click.echo(f"写好了：{where}（{project.county.name}，{len(project.townships)}个乡镇）")
    if any(each.is_numbered for each in project.townships):
        click.echo("没有写标识的乡镇按次序编了号（township-01…）；公布以前可以改，改法见 README.md。")
    if project.indicators:
        click.echo(
            f"照表头写出{len(project.indicators)}个指标，请核对 data/programmes/{project.programme.id}.yml："
        )
        for each in project.indicators:
            unit = each.measure or ("" if each.kind.is_flag else "表头没有写单位，请填 measure")
            click.echo(f"  {each.name}：{'，'.join(filter(None, (unit, _KINDS[each.kind])))}")
    if project.fictional:
        click.echo("其中的地方和数都是虚构的，页面上有标明；去掉的办法见 README.md。")
    click.echo(f"预览：tongbao serve --project {where}")
