"""The command ``tongbao serve``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from generators.cli.examining import examined_or_exit
from generators.cli.options import common_options
from generators.disclosing import Audience
from generators.publishing.serve import serve_site

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
def serve(project: Path, as_of: date, audience: str, address: str) -> None:
    """本机预览；数据、文章、模板、样式一有改动就刷新。"""
    examined_or_exit(project, as_of, "text")
    try:
        serve_site(project, Audience(audience), as_of, address)
    except OSError as error:
        raise click.UsageError(f"不能在 {address} 预览：{error.strerror}") from None
