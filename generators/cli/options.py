"""Options that several commands share, with the validation of their values."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from generators.cli.streams import use_utf8
from generators.clock import as_of_date
from generators.diagnostics import RENDERERS
from generators.model.visibility import Audience
from generators.reading.project_files import printable
from generators.system_errors import resolved


def _project_folder(context: click.Context, parameter: click.Parameter, value: Path) -> Path:  # noqa: ARG001 - click's signature
    if not (value / "data").is_dir() and not (value / "mkdocs.yml").is_file():
        where = "当前文件夹" if value == Path() else printable(str(value))
        raise click.BadParameter(f"{where}中没有 data 文件夹，不是通报项目；新建项目用 tongbao init")
    return resolved(value)


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


def written_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Return ``value`` parsed as a date, ``None`` if it is empty; raises ``BadParameter`` if it is none."""
    return _day(context, parameter, value) if value else None


PROJECT = click.option(
    "--project",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    callback=_project_folder,
    help="项目所在的文件夹，默认当前文件夹",
)


AS_OF = click.option(
    "--as-of",
    "as_of",
    metavar="DATE",
    callback=_day,
    help="按这一天计算，默认 SOURCE_DATE_EPOCH，再默认今天",
)


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``command`` with the options ``--as-of`` and ``--project``."""
    return PROJECT(AS_OF(command))


def _format(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    if value != "text":
        use_utf8(sys.stdout, sys.stderr)
    return value


FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(list(RENDERERS)),
    default="text",
    callback=_format,
    help="问题的输出格式；json 和 github 总是 UTF-8",
)


_AUDIENCE = click.option(
    "--audience", type=click.Choice([each.value for each in Audience]), help="只生成一种；默认两种都生成"
)


def release_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``command`` with the common options, ``--format`` and ``--audience``."""
    return common_options(FORMAT(_AUDIENCE(command)))


_CLUSTER = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="网页交给 Dask 集群去做，写调度器的地址，如 tcp://scheduler:8786；见 generators/clusters.md",
)

_SHARED = click.option(
    "--shared",
    metavar="ADDRESS",
    help="集群各台机器都能读写的文件夹，或 fsspec 的地址；默认项目下的 .cache/tongbao",
)


def cluster_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``command`` with the options ``--cluster`` and ``--shared``."""
    return _CLUSTER(_SHARED(command))


def refuse_shared_alone(cluster: str | None, shared: str | None) -> None:
    """Raise ``UsageError`` if ``--shared`` is said without ``--cluster``."""
    if shared is not None and cluster is None:
        raise click.UsageError("--shared 要与 --cluster 一起写")
