"""The console command: ``tongbao check``, ``lint``, ``build``, ``pdf``, ``serve``, ``new`` and ``draft``."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

# Suppresses a notice that Material prints about MkDocs 2, which this project excludes.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import click

from generators.clock import as_of_date
from generators.console import ForgivingGroup, print_problems
from generators.diagnostics import RENDERERS, render_text
from generators.disclosing import Audience
from generators.drafting.circulars.circular import CircularOrder, draft_circular
from generators.drafting.circulars.templating import circular_text
from generators.drafting.errors import DraftError, TemplateProblemError
from generators.drafting.new.bulletin import IssueWanted, new_bulletin
from generators.drafting.new.case import CaseWanted, new_case
from generators.drafting.new.file import NewFile, create, write_new
from generators.drafting.project import read_for_drafting
from generators.model.dataset import Dataset
from generators.pipeline import Examined, examine
from generators.progress import Announcer
from generators.proofreading import proofread, proofreader_of, prose_files
from generators.publishing.build import PublishingError, build_site, write_markdown
from generators.publishing.defaults import CONFIGURATION
from generators.publishing.pdf.engine import PdfError, require_engine
from generators.publishing.pdf.pdfs import add_pdfs, number_of_pdfs, write_pdfs
from generators.publishing.release import holds_only_pdfs, holds_release, obstacle_at, staged_release
from generators.publishing.serve import serve_site
from generators.reading.draft_templates import read_templates
from generators.reading.project_files import ProjectFile
from generators.rendering import RenderedSite

EXIT_PROBLEMS: Final = 1

_LAST_PORT: Final = 65535

AUDIENCE_NAMES: Final = {Audience.PUBLIC: "公开", Audience.INTERNAL: "内部"}


def _project_folder(context: click.Context, parameter: click.Parameter, value: Path) -> Path:  # noqa: ARG001 - click's signature
    if not (value / "data").is_dir() and not (value / CONFIGURATION).is_file():
        raise click.BadParameter(f"{value} 中没有 data 文件夹，不是通报项目")
    return value.resolve()


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date:  # noqa: ARG001 - click's signature
    try:
        today = as_of_date(None)
    except (ValueError, OverflowError, OSError):
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        raise click.UsageError(f"环境变量 SOURCE_DATE_EPOCH“{epoch}”不是 1970 年以来的秒数") from None
    try:
        return as_of_date(value) if value else today
    except ValueError:
        raise click.BadParameter(f"“{value}”不是日期，请写成 2026-09-30 这样") from None


def _written_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    return _day(context, parameter, value) if value else None


def _address(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    host, _, port = value.rpartition(":")
    if not (host and port.isascii() and port.isdigit() and 0 < int(port) <= _LAST_PORT):
        raise click.BadParameter(f"“{value}”不是地址，请写成 127.0.0.1:8000 这样")
    return value


_PROJECT = click.option(
    "--project",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    callback=_project_folder,
    help="项目所在的文件夹，默认当前文件夹",
)


def _common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``command`` with the options that every command has."""
    for option in (
        click.option(
            "--as-of",
            "as_of",
            metavar="DATE",
            callback=_day,
            help="按这一天计算，默认 SOURCE_DATE_EPOCH，再默认今天",
        ),
        _PROJECT,
    ):
        command = option(command)
    return command


_FORMAT = click.option(
    "--format", "format_", type=click.Choice(list(RENDERERS)), default="text", help="问题的输出格式"
)


_AUDIENCE = click.option(
    "--audience", type=click.Choice([each.value for each in Audience]), help="只生成一种；默认两种都生成"
)


@click.group(cls=ForgivingGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tongbao", message="tongbao %(version)s")
def main() -> None:
    """通报：把 data/ 与 content/ 变成可检索的通报与进度网站。"""


@main.command()
@_common_options
@_FORMAT
def check(project: Path, as_of: date, format_: str) -> None:
    """检查全部数据和文章，列出所有问题；没有错误时退出码为 0，有错误为 1，用法不对为 2。"""
    examined = examine(project, as_of, as_of_date(None))
    print_problems(examined.problems, format_)
    sys.exit(EXIT_PROBLEMS if examined.errors else 0)


@main.command()
@_common_options
@_FORMAT
@_AUDIENCE
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="生成到哪里；默认项目下的 site，其中分 public 与 internal",
)
@click.option(
    "--markdown",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="不生成网站，只把 Markdown 写到这里，供别的引擎使用",
)
@click.option("--pdf", "has_pdfs", is_flag=True, help="每期通报另附一份 PDF，网页上有链接")
def build(
    *,
    project: Path,
    as_of: date,
    format_: str,
    audience: str | None,
    site_dir: Path | None,
    markdown: Path | None,
    has_pdfs: bool,
) -> None:
    """检查后生成网站；有任何错误就不发布，原有的网站保持不动。"""
    started = time.monotonic()
    if markdown is not None and site_dir is not None:
        raise click.UsageError("--markdown 与 --site-dir 只能写一个")
    if markdown is not None and has_pdfs:
        raise click.UsageError("--markdown 与 --pdf 只能写一个")
    audiences = _audiences(audience)
    targets = _targets(project, markdown or site_dir, audiences, project / "site", holds_release)
    announcer = Announcer(sys.stderr)
    if has_pdfs:
        _require_engine_or_exit()
    announcer.say("读取、检查并计算")
    examined = _examined_or_exit(project, as_of, format_)
    sites = [examined.site(each, has_pdfs=has_pdfs) for each in audiences]
    with _release(targets, "网站") as folders:
        for each, site, folder in zip(audiences, sites, folders, strict=True):
            _produce(project, site, folder, announcer, AUDIENCE_NAMES[each], is_markdown=markdown is not None)
            if has_pdfs:
                with _counting_pdfs(announcer, each, site) as step:
                    add_pdfs(site, folder, step)
    for each, site, target in zip(audiences, sites, targets, strict=True):
        files = len(site.downloads) + len(site.attachments) + (number_of_pdfs(site) if has_pdfs else 0)
        click.echo(f"{AUDIENCE_NAMES[each]}：{len(site.pages)}页，{files}个文件 → {_shown(target)}")
    click.echo(
        f"计算日期{sites[0].facts.as_of}；{examined.warnings}个警告；用时{time.monotonic() - started:.1f}秒"
    )
    if markdown is None:
        click.echo(
            f"查看：python3 -m http.server 8000 --directory {_shown(targets[0])}，再打开 http://localhost:8000/"
        )


def _produce(
    project: Path, site: RenderedSite, folder: Path, announcer: Announcer, name: str, *, is_markdown: bool
) -> None:
    if is_markdown:
        announcer.say(f"写出{name}Markdown")
        write_markdown(project, site, folder)
        return
    with announcer.counting(f"生成{name}网站", len(site.pages)) as step:
        build_site(project, site, folder, step)


def _examined_or_exit(project: Path, as_of: date, format_: str) -> Examined:
    examined = examine(project, as_of, as_of_date(None))
    if examined.problems:
        print_problems(examined.problems, format_, to_stderr=True)
        click.echo(err=True)
    if examined.errors:
        click.echo("没有发布：请先改正上面的错误，原有网站没有改动。", err=True)
        sys.exit(EXIT_PROBLEMS)
    return examined


def _counting_pdfs(
    announcer: Announcer, audience: Audience, site: RenderedSite
) -> AbstractContextManager[Callable[[], None]]:
    return announcer.counting(f"排印{AUDIENCE_NAMES[audience]}通报", number_of_pdfs(site), "份")


def _require_engine_or_exit() -> None:
    try:
        require_engine()
    except PdfError as error:
        click.echo(error, err=True)
        sys.exit(EXIT_PROBLEMS)


@contextmanager
def _release(targets: Sequence[Path], what: str) -> Iterator[tuple[Path, ...]]:
    """Yield a new folder for each target, which it replaces in the end; exit with code 1 if that fails."""
    try:
        with staged_release(*targets) as folders:
            yield folders
    except (PublishingError, PdfError, OSError) as error:
        click.echo(f"生成失败，原有{what}没有改动。\n{error}", err=True)
        sys.exit(EXIT_PROBLEMS)


def _audiences(named: str | None) -> tuple[Audience, ...]:
    return tuple(Audience) if named is None else (Audience(named),)


def _targets(
    project: Path,
    wanted: Path | None,
    audiences: tuple[Audience, ...],
    default: Path,
    is_replaceable: Callable[[Path], bool],
) -> tuple[Path, ...]:
    """Return the target folder of each audience; raises ``UsageError`` if one must not be replaced."""
    root = wanted or default
    is_one = wanted is not None and len(audiences) == 1
    targets = tuple((root if is_one else root / each.value).resolve() for each in audiences)
    for target in targets:
        obstacle = obstacle_at(target, project, is_replaceable)
        if obstacle is not None:
            raise click.UsageError(f"不能生成到 {_shown(target)}：{obstacle}")
    return targets


def _shown(path: Path) -> str:
    """Return the path relative to the current folder if it is below it, else as it is."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


@main.group()
def draft() -> None:
    """从数据起草文稿，交编辑修改。"""


@draft.command()
@_common_options
@click.option("--programme", metavar="ID", required=True, help="写哪一项工作")
@click.option(
    "--period", metavar="PERIOD", required=True, help="写哪一期：2026-W40、2026-09、2026-Q3、2026-H1、2026"
)
@click.option("--series", metavar="ID", help="登在哪个刊物；只有一个刊物时可不写")
@click.option("--scheme", metavar="ID", help="写哪个考核办法的位次；默认选周期相同的")
@click.option("--output", metavar="FILE", default="-", help="写到哪个文件；默认 -，即打印出来")
def circular(
    *,
    project: Path,
    as_of: date,
    programme: str,
    period: str,
    series: str | None,
    scheme: str | None,
    output: str,
) -> None:
    """起草一期通报：总体情况、位次、滞后事项、问题整改、承诺、奖惩和变化，数字都引自数据。"""
    dataset = _examined_or_exit(project, as_of, "text").dataset
    if dataset is None:
        raise click.ClickException("项目没有数据")
    try:
        drafted = draft_circular(dataset, CircularOrder(programme, period, series, scheme), as_of)
        text = circular_text(drafted.view, read_templates(project).value or {})
    except DraftError as error:
        raise click.UsageError(str(error)) from None
    except TemplateProblemError as error:
        click.echo(render_text((error.problem,)), err=True)
        sys.exit(EXIT_PROBLEMS)
    if drafted.open_until is not None:
        click.echo(f"提示：本期的报送到 {drafted.open_until} 才截止，在那以前数字还会变动。", err=True)
    _write_draft(output, text)


def _write_draft(output: str, text: str) -> None:
    """Write ``text`` to a new file, or print it for ``-``; raises ``UsageError`` if it cannot be written."""
    if output == "-":
        click.echo(text, nl=False)
        return
    path = Path(output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path, text)
    except FileExistsError:
        raise click.UsageError(f"{_shown(path)} 已经存在，没有改动") from None
    except OSError as error:
        raise click.UsageError(f"不能写到 {_shown(path)}：{error.strerror}") from None
    click.echo(f"已写到 {_shown(path)}，请编辑审改后再发。", err=True)


@main.command()
@_PROJECT
@_FORMAT
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
        raise click.ClickException(f"写不进 {error.filename}：{error.strerror}") from None
    for each in found.mended:
        click.echo(f"已改  {each.place}  {each.code}  {each.detail}", err=format_ != "text")
    print_problems(found.left, format_)
    sys.exit(EXIT_PROBLEMS if found.left else 0)


def _prose_files(project: Path, wanted: tuple[Path, ...]) -> tuple[ProjectFile, ...]:
    """Return the project's pages and data files, or only those that are in ``wanted`` or below its folders.

    Raises ``UsageError`` for a path that contains none of them.
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


@main.command()
@_common_options
@_FORMAT
@_AUDIENCE
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="写到哪里；默认项目下的 site/pdf，其中分 public 与 internal",
)
def pdf(project: Path, as_of: date, format_: str, audience: str | None, output: Path | None) -> None:
    """检查后把每期通报排成 PDF，版式与打印相同；有任何错误就不写，原有的文件保持不动。"""
    audiences = _audiences(audience)
    targets = _targets(project, output, audiences, project / "site" / "pdf", holds_only_pdfs)
    announcer = Announcer(sys.stderr)
    _require_engine_or_exit()
    announcer.say("读取、检查并计算")
    examined = _examined_or_exit(project, as_of, format_)
    sites = [examined.site(each) for each in audiences]
    with _release(targets, "PDF") as folders:
        for each, site, folder in zip(audiences, sites, folders, strict=True):
            with _counting_pdfs(announcer, each, site) as step:
                write_pdfs(project, site, folder, step)
    for each, site, target in zip(audiences, sites, targets, strict=True):
        click.echo(f"{AUDIENCE_NAMES[each]}：{number_of_pdfs(site)}份通报 → {_shown(target)}")


@main.command()
@_common_options
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.INTERNAL.value,
    help="预览哪一种，默认内部",
)
@click.option("--address", metavar="IP:PORT", default="127.0.0.1:8000", callback=_address, help="预览的地址")
def serve(project: Path, as_of: date, audience: str, address: str) -> None:
    """本机预览；数据、文章、模板、样式一有改动就刷新。"""
    _examined_or_exit(project, as_of, "text")
    try:
        serve_site(project, Audience(audience), as_of, address)
    except OSError as error:
        raise click.UsageError(f"不能在 {address} 预览：{error.strerror}") from None


@main.group()
def new() -> None:
    """写出一篇新文章的文件：下一期通报，或一篇案例；已有的文件不改动。"""


@new.command("bulletin")
@_common_options
@click.argument("series")
@click.option("--title", metavar="TEXT", help="标题；不写就用刊物名和期号")
@click.option("--date", "day", metavar="DATE", callback=_written_day, help="成文日期，默认计算日期")
@click.option("--supplement", is_flag=True, help="写增刊")
@click.option("--programme", "programmes", metavar="ID", multiple=True, help="讲的是哪项工作；不写就同上一期")
def new_bulletin_command(
    project: Path,
    as_of: date,
    series: str,
    title: str | None,
    day: date | None,
    programmes: tuple[str, ...],
    *,
    supplement: bool,
) -> None:
    """写出刊物 SERIES 的下一期：期号、发文单位和报送发单位都填好，先作内部。"""
    wanted = IssueWanted(series, day or as_of, title, programmes, is_supplement=supplement)
    needed = ("data/series.yml", f"content/bulletins/{series}/")
    _write_new(project, needed, lambda dataset: new_bulletin(dataset, wanted))


@new.command("case")
@_common_options
@click.argument("name", metavar="ID")
@click.option("--programme", metavar="ID", required=True, help="属于哪项工作")
@click.option("--division", metavar="ID", required=True, help="哪个地方的")
@click.option("--title", metavar="TEXT", required=True, help="标题")
def new_case_command(
    project: Path, as_of: date, name: str, programme: str, division: str, title: str
) -> None:
    """写出案例 ID 的文件，先作内部。"""
    wanted = CaseWanted(name, programme, division, title, as_of)
    _write_new(project, (), lambda dataset: new_case(dataset, wanted))


def _write_new(project: Path, needed: tuple[str, ...], draft: Callable[[Dataset], NewFile]) -> None:
    try:
        path = write_new(project, draft(read_for_drafting(project, *needed)))
    except (DraftError, OSError) as error:
        click.echo(f"没有写出。{error}", err=True)
        sys.exit(EXIT_PROBLEMS)
    click.echo(_shown(path))


if __name__ == "__main__":
    main(prog_name="python -m generators.cli")
