"""The commands ``tongbao draft``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, shown_path
from generators.cli.examining import dataset_or_exit
from generators.cli.options import common_options
from generators.cli.streams import use_utf8
from generators.diagnostics import render_text
from generators.drafting.circulars.circular import CircularOrder, draft_circular
from generators.drafting.circulars.templating import circular_text
from generators.drafting.errors import DraftError, TemplateProblemError
from generators.drafting.new.file import create
from generators.model.visibility import Audience
from generators.pipeline import WITHHELD, draft_with_figures
from generators.reading.draft_templates import read_templates
from generators.system_errors import reason_of


@click.group()
def draft() -> None:
    """从数据起草文稿，交编辑修改。"""


@draft.command()
@common_options
@click.option("--programme", metavar="ID", required=True, help="写哪一项工作")
@click.option(
    "--period", metavar="PERIOD", required=True, help="写哪一期：2026-W40、2026-09、2026-Q3、2026-H1、2026"
)
@click.option("--series", metavar="ID", help="登在哪个刊物；只有一个刊物时可不写")
@click.option("--scheme", metavar="ID", help="写哪个考核办法的位次；默认选周期相同的")
@click.option("--write", is_flag=True, help="写到刊物下一期的文件，不打印")
@click.option("--output", metavar="FILE", help="写到哪个文件；- 是照文件的样子打印，数还是引用，总是 UTF-8")
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.INTERNAL.value,
    show_default=True,
    help="打印出来给谁看：公开看不到的数写作【内部】",
)
def circular(
    *,
    write: bool,
    project: Path,
    as_of: date,
    programme: str,
    period: str,
    series: str | None,
    scheme: str | None,
    output: str | None,
    audience: str,
) -> None:
    """起草一期通报：总体情况、位次、滞后事项、问题整改、承诺、奖惩和变化，数字都引自数据。

    不写 --write、--output 的，打印出来看，数都填上；写成文件的，数是 {{ }} 引用，随数据更新。
    """
    if write and output is not None:
        raise click.UsageError("--write 与 --output 只能写一个")
    dataset = dataset_or_exit(project, as_of)
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
    if write or output is not None:
        _write_draft(str(project / drafted.file) if write else output or "-", text)
    else:
        _show(*draft_with_figures(dataset, text, as_of, Audience(audience)))


def _show(text: str, withheld: int) -> None:
    """Print a draft as its readers would see it."""
    use_utf8(sys.stdout)
    click.echo(text, nl=False)
    if withheld:
        click.echo(f"提示：有{withheld}处引用的是内部的数，公开版看不到，写作“{WITHHELD}”。", err=True)


def _write_draft(output: str, text: str) -> None:
    """Write ``text`` in UTF-8 to a new file, or to stdout for ``-``.

    Raises ``UsageError`` if the file exists or cannot be written.
    """
    if output == "-":
        use_utf8(sys.stdout)
        click.echo(text, nl=False)
        return
    path = Path(output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path, text)
    except FileExistsError:
        raise click.UsageError(f"{shown_path(path)} 已经存在，没有改动") from None
    except OSError as error:
        raise click.UsageError(f"不能写到 {shown_path(path)}：{reason_of(error)}") from None
    click.echo(f"已写到 {shown_path(path)}，请编辑审改后再发。", err=True)
