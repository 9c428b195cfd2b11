"""The command ``tongbao serve``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Final

import click

from generators.cli.console import EXIT_PROBLEMS
from generators.cli.examining import examined_or_exit
from generators.cli.options import common_options
from generators.cli.targets import JOBS
from generators.model.visibility import Audience
from generators.progress import Announcer
from generators.publishing.build import PublishingError
from generators.publishing.serve import PreviewOrder, serve_site
from generators.system_errors import reason_of
from generators.workers import WorkerEndedError

_LAST_PORT: Final = 65535


def _address(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    host, _, port = value.rpartition(":")
    if not (host and port.isascii() and port.isdigit() and 0 < int(port) <= _LAST_PORT):
        raise click.BadParameter(f"“{value}”不是地址，请写成 127.0.0.1:8000 这样")
    return value


@click.command()
@common_options
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.INTERNAL.value,
    help="预览哪一种，默认内部",
)
@click.option("--address", metavar="IP:PORT", default="127.0.0.1:8000", callback=_address, help="预览的地址")
@JOBS
def serve(project: Path, as_of: date, audience: str, address: str, jobs: int) -> None:
    """本机预览；数据、文章、模板、样式一有改动就刷新。"""
    announcer = Announcer(sys.stderr)
    examined = examined_or_exit(project, as_of, "text", announcer)
    order = PreviewOrder(
        project=project, audience=Audience(audience), as_of=as_of, address=address, jobs=jobs
    )
    try:
        serve_site(order, examined, announcer)
    except (PublishingError, WorkerEndedError) as error:
        click.echo(f"不能预览。\n{error}", err=True)
        sys.exit(EXIT_PROBLEMS)
    except OSError as error:
        raise click.UsageError(f"不能在 {address} 预览：{reason_of(error)}") from None
