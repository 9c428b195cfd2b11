"""The command ``tongbao init``."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NoReturn

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems, shown_path
from generators.cli.options import AS_OF
from generators.cli.questions import OutOfAnswersError, Questions
from generators.clock import as_of_date
from generators.drafting.errors import DraftError
from generators.drafting.starting.places import county_of, townships_of
from generators.drafting.starting.project import NewProgramme, NewProject, complaints, project_files
from generators.drafting.starting.township_list import listed_townships, typed_townships
from generators.drafting.starting.writing import folder_complaint, settle, staged
from generators.publishing.examining import examine_project

_FICTIONAL: Final = {
    "county": "示例县",
    "townships": "甲镇=jia、乙乡=yi、丙街道=bing",
    "programme": "“示例”工作",
    "short": "示例",
    "office": "示例县示例办公室",
    "document": "“示例”工作方案",
}
"""What is written where nothing is said of a fictional project."""

_DOCUMENT: Final = "依据文件的标题待填"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the options say, and then the answers; ``None`` where nothing is said."""

    county: str | None
    county_id: str | None
    townships: str | None
    townships_file: Path | None
    programme: str | None
    programme_id: str | None
    short: str | None
    office: str | None
    document: str | None
    start: str | None
    end: str | None
    fictional: bool

    def lacking(self) -> tuple[str, ...]:
        """Return the options without which there is no project."""
        needed = {
            "--county": self.county,
            "--townships": self.townships or self.townships_file,
            "--programme": self.programme,
            "--office": self.office,
        }
        return tuple(option for option, value in needed.items() if value is None)


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
    help="乡镇名单：一行一个，或 CSV；UTF-8 或 GBK",
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
def init(folder: Path, as_of: datetime.date, *, yes: bool, **said: object) -> None:
    """新建一个项目：县、乡镇、一项工作；写出来就能检查、生成和预览。没有说的会逐项问。

    不是空的文件夹不写；有一处不对就什么也不写。
    """
    wanted = _Wanted(**said)  # type: ignore[arg-type] # click gives the options by these names
    hindrance = folder_complaint(folder)
    if hindrance is None and not yes and not wanted.fictional and wanted.lacking():
        try:
            wanted = _asked(wanted)
        except OutOfAnswersError as error:
            _give_up([f"输入到此为止，还没有答“{error}”：请补上，或用选项写明，见 tongbao init --help"])
    project, wrong = _project(_with_defaults(wanted), as_of)
    wrong = [*filter(None, (hindrance,)), *wrong]
    if wrong or project is None:
        _give_up(wrong)
    try:
        with staged(folder, project_files(project)) as written:
            _examine_or_exit(written, as_of)
            settle(written, folder)
    except DraftError as error:
        _give_up([str(error)])
    except OSError as error:
        _give_up([f"{shown_path(folder)} 写不进去：{error.strerror}；请换一个位置"])
    _say_what_is_next(folder, project)


def _give_up(wrong: list[str]) -> NoReturn:
    """Print all that is wrong and exit."""
    click.echo("没有写出任何文件：", err=True)
    for each in wrong:
        click.echo(f"- {each}", err=True)
    sys.exit(EXIT_PROBLEMS)


def _asked(wanted: _Wanted) -> _Wanted:
    """Return ``wanted`` with the answers to what it leaves open."""
    questions = Questions()
    click.echo("逐项填写，方括号里是默认值，按回车采用；Ctrl-C 退出，什么也不写。", err=True)
    if wanted.county is None and questions.confirmed("先写一个虚构的示例县看一看？"):
        return replace(wanted, fictional=True)
    county = questions.answer("县（市、区）的全称", wanted.county)
    county_id = questions.answer("县的标识，网址的一段，如 kaihua", wanted.county_id, "county")
    townships = wanted.townships
    if wanted.townships_file is None:
        hint = "各乡镇的全称，用“、”隔开，标识写在等号后面（何田乡=hetian）；有名单文件的写文件路径"
        townships = questions.answer(hint, townships)
    programme = questions.answer("工作的名称", wanted.programme)
    return replace(
        wanted,
        county=county,
        county_id=county_id,
        townships=townships,
        programme=programme,
        programme_id=questions.answer("工作的标识，网址的一段", wanted.programme_id, "programme"),
        short=questions.answer("工作的简称", wanted.short, programme),
        office=questions.answer("牵头单位", wanted.office),
        document=questions.answer("所依据的文件的标题", wanted.document, _DOCUMENT),
        start=questions.answer("从哪天起，如 2026-01-01；文件没有说就空着", wanted.start, ""),
        end=questions.answer("到哪天止；文件没有说就空着", wanted.end, ""),
    )


def _with_defaults(wanted: _Wanted) -> _Wanted:
    """Return ``wanted`` with the words of the sample where a fictional project says nothing."""
    if not wanted.fictional:
        return wanted
    open_ = {name: word for name, word in _FICTIONAL.items() if getattr(wanted, name) is None}
    if wanted.townships_file is not None:
        open_.pop("townships", None)
    if wanted.programme is not None:
        open_.pop("short", None)
    return replace(wanted, **open_)  # type: ignore[arg-type] # all of these are texts


def _project(wanted: _Wanted, today: datetime.date) -> tuple[NewProject | None, list[str]]:
    """Return the project, and all that is wrong with it."""
    lacking = wanted.lacking()
    if lacking:
        return None, [f"没有写{'、'.join(lacking)}：请写明；不写 --yes 就逐项提问"]
    wrong: list[str] = []
    named: tuple[tuple[str, str], ...] = ()
    try:
        named = _named_townships(wanted)
    except DraftError as error:
        wrong.append(str(error))
    programme = (wanted.programme or "").strip()
    start, end = (
        _day(option, text, wrong) for option, text in (("--from", wanted.start), ("--to", wanted.end))
    )
    if wanted.start and start is None:
        end = None  # whether it is too early cannot be told
    project = NewProject(
        county_of((wanted.county or "").strip(), wanted.county_id or "county"),
        townships_of(named),
        NewProgramme(
            id=wanted.programme_id or "programme",
            name=programme,
            short_name=(wanted.short or programme).strip(),
            office=(wanted.office or "").strip(),
            document=(wanted.document or _DOCUMENT).strip(),
            start=start,
            end=end,
        ),
        today,
        wanted.fictional,
    )
    # A list that could not be read is told already: that it names nothing is no second mistake.
    told = [each for each in complaints(project) if named or not wrong or not each.startswith("没有写乡镇")]
    return project, [*wrong, *told]


def _named_townships(wanted: _Wanted) -> tuple[tuple[str, str], ...]:
    """Return name and id of each township; raises ``DraftError`` for a list that cannot be read."""
    if wanted.townships_file is not None:
        return listed_townships(wanted.townships_file)
    typed = (wanted.townships or "").strip()
    if typed and Path(typed).is_file():
        return listed_townships(Path(typed))
    return typed_townships(typed)


def _day(option: str, text: str | None, wrong: list[str]) -> datetime.date | None:
    """Return the day that an option names, ``None`` without one; what is no day is added to ``wrong``."""
    if not text or not text.strip():
        return None
    try:
        return as_of_date(text.strip())
    except ValueError:
        wrong.append(f"{option} 的“{text.strip()}”不是日期：请写成 2026-09-30 这样")
        return None


def _examine_or_exit(project: Path, today: datetime.date) -> None:
    """Check the project before it is put in place; print its problems and exit if it has an error."""
    examined = examine_project(project, today, today)
    if examined.errors:
        print_problems(examined.problems, "text", to_stderr=True)
        _give_up(["这样写出来的项目通不过检查，见上面各条"])


def _say_what_is_next(folder: Path, project: NewProject) -> None:
    where = shown_path(folder)
    click.echo(f"写好了：{where}（{project.county.name}，{len(project.townships)}个乡镇）")
    if any(each.id.startswith("township-") for each in project.townships):
        click.echo("没有写标识的乡镇按次序编了号（township-01…）；公布以前可以改，改法见 README.md。")
    if project.fictional:
        click.echo("其中的地方和数都是虚构的，页面上有标明；去掉的办法见 README.md。")
    click.echo(f"预览：tongbao serve --project {where}")
