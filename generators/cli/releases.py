"""The command ``tongbao releases``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from generators.cli.console import print_problems
from generators.cli.served import TO, kept_or_exit
from generators.cli.targets import AUDIENCE_NAMES
from generators.clock import CHINA
from generators.reading.project_files import printable
from generators.releasing.layout import Kept, ServedFolder
from generators.releasing.status import State, Status
from generators.releasing.verification import MEGABYTE


@click.command()
@TO
def releases(*, served: ServedFolder) -> None:
    """列出保留的各版，标出读者现在看到的一版；最近一次发布没有成功的，写明原因。"""
    kept_or_exit(served)
    current = served.current_id()
    for each in served.kept():
        click.echo("\n".join(_lines(each, is_current=each.id == current)))
    damaged = served.damaged()
    if not served.kept():
        click.echo("还没有发布成功过。")
    elif served.current_release() is None:
        click.echo("没有 current，或它指向的一版不在了：读者什么也看不到；请运行 tongbao rollback 加上编号")
    status = Status.of(served)
    unread = () if status.unread is None else (status.unread,)
    if damaged or unread:
        print_problems((*damaged, *unread), "text", to_stderr=True)
    if status.state is State.RUNNING and status.started:
        click.echo(f"\n{printable(status.started)} 开始的 {printable(status.command)} 正在进行，或中途被终止")
    failure = status.last_failure
    if failure is not None:
        reason = "\n".join(map(printable, failure.reason.splitlines()))
        click.echo(f"\n最近一次失败：{failure.at}，{reason}")
        for found in failure.problems:
            place = f"{found['file']}:{found['line']}:{found['column']}"
            click.echo(printable(f"  {place}  {found['code']}  {found['title']}：{found['detail']}"))


def _lines(kept: Kept, *, is_current: bool) -> Iterator[str]:
    release = kept.release
    mark = "→" if is_current else " "
    signed = "，已签名" if release.keys else ""
    yield f"{mark} 第{release.number}版  {kept.id}"
    made = release.made.astimezone(CHINA)
    sites = "，".join(
        f"{AUDIENCE_NAMES[each.audience]}{each.pages}页 {each.size / MEGABYTE:.1f} MB"
        for each in release.sites
    )
    yield f"    {made:%Y-%m-%d %H:%M}，计算日期{release.day}，{sites}，{release.warnings}个警告{signed}"
