"""What a built site asks of its readers: its search index and its largest pages."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click
from rich.table import Table

COMPARING_SECTIONS: Final = (
    *("boards", "rankings", "ledgers", "commitments", "inspections", "tiers", "consequences", "changes"),
)
"""The sections whose pages compare all of a city."""

_MEGABYTE: Final = 1_000_000


def product_table(sites: Mapping[str, Path]) -> Table:
    """Return the search index and the largest page of each engine's site."""
    table = _table("生成的站点", "检索索引", "压缩后", "最大的页")
    for name, folder in sites.items():
        files = [path.read_bytes() for path in (folder / "search").rglob("*") if path.is_file()]
        biggest = max(path.stat().st_size for path in folder.rglob("*.html"))
        sizes = (sum(map(len, files)), sum(len(gzip.compress(each, mtime=0)) for each in files), biggest)
        table.add_row(name, *(f"{size / _MEGABYTE:.2f} MB" for size in sizes))
    return table


def largest_pages(site: Path) -> Table:
    """Return the largest page of each comparing section; ``ClickException`` for one of a megabyte or more."""
    largest: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        section = address.partition("/")[0]
        largest[section] = max(largest.get(section, (0, "")), (path.stat().st_size, address))
    table = _table("一个市的内部网站", "最大的页")
    for section in COMPARING_SECTIONS:
        if section in largest:
            size, address = largest[section]
            table.add_row(address, f"{size / _MEGABYTE:.2f} MB")
            if size >= _MEGABYTE:
                raise click.ClickException(f"{address} 有 {size} 字节，应小于 1 MB")
    return table


def _table(title: str, *heads: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    return table
