"""The command ``tongbao deploy-kit``."""

from __future__ import annotations

import ipaddress
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Final

import click

from generators.cli.console import shown_path
from generators.cli.examining import dataset_or_exit
from generators.cli.options import common_options
from generators.cli.served import refuse
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.error import ReleaseError
from generators.releasing.kit.bundle import write_bundle
from generators.releasing.kit.files import Machine, kit_files
from generators.system_errors import resolved, with_file

_PRIVATE: Final = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.1")
_PLAIN_PATH: Final = re.compile(r"(?:/[\w.-]+)+")
_PLAIN_NAME: Final = re.compile(r"[a-z_][a-z0-9_-]*")
_TIME: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def _path(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    if value and not _PLAIN_PATH.fullmatch(value):
        raise click.BadParameter(f"“{value}”不是这样的路径：以 / 开头，只用字母、数字、点和连字符")
    return value


def _user(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    if not _PLAIN_NAME.fullmatch(value):
        raise click.BadParameter(f"“{value}”不是用户名：用小写字母、数字和连字符")
    return value


def _time(context: click.Context, parameter: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    if not _TIME.fullmatch(value):
        raise click.BadParameter(f"“{value}”不是时刻，请写成 06:30 这样")
    return value


def _networks(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    for each in value:
        try:
            ipaddress.ip_network(each)
        except ValueError:
            raise click.BadParameter(f"“{each}”不是网段，请写成 10.12.0.0/16 这样") from None
    return value


@click.command("deploy-kit")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@common_options
@click.option(
    "--home", metavar="DIR", default="/srv/tongbao", callback=_path, help="那台机器上放项目和网站的文件夹"
)
@click.option("--user", metavar="NAME", default="tongbao", callback=_user, help="那台机器上由谁发布")
@click.option("--time", "at", metavar="HH:MM", default="06:30", callback=_time, help="每天几点发布")
@click.option("--keep", metavar="N", type=click.IntRange(min=2), default=10, help="保留几版")
@click.option(
    "--sign", "key", metavar="FILE", default="", callback=_path, help="那台机器上签名用的私钥；不写就不签"
)
@click.option(
    "--network",
    "networks",
    metavar="CIDR",
    multiple=True,
    default=_PRIVATE,
    callback=_networks,
    help="哪些网段可以看内部网站，可写几次；默认各个内网网段",
)
@click.option(
    "--passwords",
    metavar="FILE",
    default="",
    callback=_path,
    help="那台机器上 nginx 的密码文件（htpasswd）：别处的人凭密码也能看内部网站",
)
@click.option(
    "--extra", "extras", type=click.Choice(["pdf", "maps"]), multiple=True, help="安装包里连同这项可选功能"
)
@click.option("--no-bundle", is_flag=True, help="不做离线安装包，只写配置")
def deploy_kit(
    *,
    folder: Path,
    project: Path,
    as_of: date,
    home: str,
    user: str,
    at: str,
    keep: int,
    key: str,
    networks: tuple[str, ...],
    passwords: str,
    extras: tuple[str, ...],
    no_bundle: bool,
) -> None:
    """写出部署用的一套文件：systemd 定时服务、nginx 配置、容器文件和不联网的安装包。

    网站的地址取自项目的 data/site.yml，其余是办公室那台机器上的。怎样安装，见写出的 README.md。
    """
    folder = resolved(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{shown_path(folder)} 已有内容，请换一个文件夹")
    audiences = dataset_or_exit(project, as_of).site.audiences
    machine = Machine(
        home=home,
        user=user,
        time=at,
        keep=keep,
        key=key,
        networks=networks,
        passwords=passwords,
        public_address=audiences.public.address,
        internal_address=audiences.internal.address,
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in kit_files(machine).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        wheels = 0 if no_bundle else _bundled(folder / "offline", extras)
    except ReleaseError as error:
        shutil.rmtree(folder / "offline", ignore_errors=True)
        refuse([error.problem])
    except OSError as error:
        refuse([problem("E146", Place(str(folder)), with_file(error))])
    bundle = f"，离线安装包里有{wheels}个 wheel" if wheels else ""
    click.echo(f"写好了：{shown_path(folder)}{bundle}；怎样安装，见其中的 README.md")


def _bundled(folder: Path, extras: tuple[str, ...]) -> int:
    folder.mkdir()
    return write_bundle(folder, extras)
