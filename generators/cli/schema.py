"""The command ``tongbao schema``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, shown_path
from generators.cli.streams import use_utf8
from generators.reading.schemas.files import schema_texts
from generators.system_errors import reason_of


@click.command()
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="写到哪个文件夹，已有的同名文件会更新；不写就全部打印出来",
)
def schema(output: Path | None) -> None:
    """写出每种数据文件和文首信息的 JSON Schema，供 VS Code 等编辑器提示和核对。"""
    texts = schema_texts()
    if output is None:
        use_utf8(sys.stdout)
        click.echo(json.dumps({name: json.loads(text) for name, text in texts.items()}, ensure_ascii=False))
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (output / name).write_bytes(text.encode())
    except OSError as error:
        click.echo(f"没有写完。{shown_path(output)}：{reason_of(error)}；请换一个位置", err=True)
        sys.exit(EXIT_PROBLEMS)
    click.echo(f"{shown_path(output)}：{len(texts)}个文件")
