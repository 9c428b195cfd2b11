"""Shared by the commands that write a release: its audiences, its target folders, and how many processes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from generators.cli.console import shown_path
from generators.model.visibility import Audience
from generators.publishing.release import obstacle_at
from generators.system_errors import resolved
from generators.workers import number_of_processors

JOBS = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=number_of_processors,
    help="用几个进程，默认与处理器同数；1 为只用一个",
)

AUDIENCE_NAMES: Final = {Audience.PUBLIC: "公开", Audience.INTERNAL: "内部"}


def audiences_of(named: str | None) -> tuple[Audience, ...]:
    """Return the audience named ``named``, or all audiences for ``None``."""
    return tuple(Audience) if named is None else (Audience(named),)


def targets_of(
    project: Path,
    wanted: Path | None,
    audiences: tuple[Audience, ...],
    default: Path,
    is_replaceable: Callable[[Path], bool],
) -> tuple[Path, ...]:
    """Return the target folder of each audience; raises ``UsageError`` if one must not be replaced."""
    root = wanted or default
    is_one = wanted is not None and len(audiences) == 1
    targets = tuple(resolved(root if is_one else root / each.value) for each in audiences)
    for target in targets:
        obstacle = obstacle_at(target, project, is_replaceable)
        if obstacle is not None:
            raise click.UsageError(f"不能生成到 {shown_path(target)}：{obstacle}")
    return targets
