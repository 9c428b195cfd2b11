"""The command ``tongbao verify``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from generators.cli.closings import closed_files
from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.cli.options import FORMAT, PROJECT
from generators.model.closing import CHAIN, SHORT_DIGEST
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.closed import read_closed
from generators.reading.quoting import quoted


@click.command()
@PROJECT
@FORMAT
@click.option(
    "--head",
    metavar="SHA256",
    multiple=True,
    help=f"网站上公布过的链头，至少前{SHORT_DIGEST}位；可写多个，须都在链上",
)
def verify(project: Path, format_: str, head: tuple[str, ...]) -> None:
    """核对结账链：每个文件的散列、前后相接、清单齐全；有一处断开，退出码为 1。

    不写 --head 的，查不出链尾（或整条链）被删去，也查不出整条链被重新写过：这要靠以前公布的链头。
    """
    files, problems = closed_files(project)
    read = read_closed(files)
    records = read.value or ()
    digests = tuple(each.link.digest for each in records)
    missing = tuple(_missing(head, digests))
    found = (*problems, *read.problems, *missing)
    if found or format_ != "text":
        print_problems(found, format_)
    if found:
        sys.exit(EXIT_PROBLEMS)
    if format_ == "text":
        last = records[-1].link if records else None
        click.echo("还没有结过账。" if last is None else f"结账链完整：共{last.number}环，链头 {last.digest}")
        if not head:
            click.echo(_UNSEEN)


_UNSEEN: Final = (
    "没有写 --head：链尾或整条链被删去，或者整条链重新写过，这里查不出；"
    "要查，请把网站或印发的通报上的链头写在 --head 后面。"
)
"""What nobody can see by the chain alone."""

_DIGEST: Final = re.compile(rf"[0-9a-f]{{{SHORT_DIGEST},64}}")


def _missing(heads: tuple[str, ...], digests: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each published head that is not on the chain, or is too short to tell."""
    for each in heads:
        wanted = each.strip().lower()
        if not _DIGEST.fullmatch(wanted):
            said = f"{quoted(each)}不是链头：应为散列的前{SHORT_DIGEST}位以上（0-9、a-f）"
            raise click.BadParameter(said, param_hint="--head")
        if not any(digest.startswith(wanted) for digest in digests):
            yield problem("E904", Place(CHAIN), f"公布过的链头 {each} 不在链上：历史被改写过")
