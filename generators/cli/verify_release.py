"""The command ``tongbao verify-release``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems, shown_path
from generators.cli.options import FORMAT
from generators.cli.served import refuse
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.digests import SUMS
from generators.releasing.error import ReleaseError
from generators.releasing.keys import PublicKey, public_key
from generators.releasing.layout import RELEASE, ServedFolder, release_in
from generators.releasing.verification import problems_of_release, problems_of_site, relative_to
from generators.system_errors import with_file


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--key",
    "key_files",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="发布单位公布的公钥（PEM）：核对每份网站都由它签过；可写两次",
)
@FORMAT
def verify_release(folder: Path, key_files: tuple[Path, ...], format_: str) -> None:
    """核对一版网站：文件的散列、压缩件、站内链接，给了公钥的还有签名；不符的，退出码为 1。

    DIR 可以是发布文件夹（核对现在的一版）、其中的一版，也可以是下载来的一份网站。
    """
    try:
        keys = [public_key(each) for each in key_files]
        folder = folder.resolve()
        base, found = _verified(folder, keys)
    except ReleaseError as error:
        refuse([error.problem], format_)
    except OSError as error:
        refuse([problem("E148", Place(str(folder)), with_file(error))], format_)
    if found or format_ != "text":
        print_problems(relative_to(base, found), format_)
    if found:
        sys.exit(EXIT_PROBLEMS)
    if format_ == "text":
        signed = "；签名由给出的公钥核对无误" if keys else "；没有给公钥，签名没有核对"
        click.echo(f"完整：{shown_path(base)}{signed}")


def _verified(folder: Path, keys: Iterable[PublicKey]) -> tuple[Path, tuple[Problem, ...]]:
    """Return the folder that was verified for ``folder``, and what is wrong with it; raises ``OSError``.

    What is named ``current`` in a site or a release is a page of it, or was added: only that of the folder
    of the releases is followed.
    """
    served = ServedFolder(folder)
    is_site_or_release = (folder / SUMS).exists() or (folder / RELEASE).exists()
    if not is_site_or_release and served.current.exists():
        folder = served.current.resolve()
    if (folder / SUMS).exists():
        return folder, tuple(problems_of_site(folder, keys))
    if not (folder / RELEASE).exists():
        what = f"里面没有 {SUMS}，也没有 {RELEASE}"
        return folder, (problem("E148", Place(str(folder)), what),)
    kept = release_in(folder)
    return folder, (kept,) if isinstance(kept, Problem) else tuple(problems_of_release(kept, keys))
