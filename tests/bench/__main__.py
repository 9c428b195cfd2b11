"""The command of ``make bench``."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from rich.console import Console

from generators.model.visibility import Audience
from tests.bench import projects
from tests.bench.clusters import cluster_row
from tests.bench.imports import import_run, villages_sheet
from tests.bench.leagues import LEAGUE, interval_table, league
from tests.bench.processes import Run, run, tongbao
from tests.bench.products import largest_pages, product_table
from tests.bench.rows import GIGABYTE, MARGIN, Row, peak_row, processor_row, table_of, wall_row
from tests.bench.searching import search_rows
from tests.bench.stages import stage_table, stages_by_round
from tests.bench.stock import Stock, stock_of
from tests.build.county import LAST_DAY, Size, size_with

_COUNTY_DAY: Final = LAST_DAY
_AREA_DAY: Final = "2026-10-15"
"""When every report of an invented area has come in."""

_PUBLIC: Final = ("--audience", Audience.PUBLIC.value)
_COLD: Final = ("--clean",)

_CHECKED_VILLAGES: Final = 20_000


@click.command()
@click.option("--pages", default=1000, show_default=True, help="一个县的站点有多少页")
@click.option("--rounds", default=3, show_default=True, help="轮流运行几遍")
@click.option("--townships", default=200, show_default=True, help="市有多少个乡镇；0 为不做")
@click.option("--quick", is_flag=True, help="不做省（1300个乡镇、20000个村）")
@click.option("--seed", default=1, show_default=True, help="虚构数据的种子")
def main(*, pages: int, rounds: int, townships: int, quick: bool, seed: int) -> None:
    """量出通报的各种生成工作，与原装 MkDocs 在同一次运行里生成同样的页面相比。"""
    console = Console(highlight=False)
    console.print(
        f"{platform.machine()}，{os.cpu_count()}个处理器核，Python {platform.python_version()}；"
        f"{rounds}遍取中位；超过上限{MARGIN:.0%}以上算未达到"
    )
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="tongbao-bench-") as temporary:
        folder = Path(temporary)
        rows += _county_rows(console, folder / "county", pages, rounds, seed)
        rows += _example_rows(folder / "example", rounds)
        rows += search_rows(folder / "searching", seed)
        console.print(table_of("同一次运行里的比值", rows))
        console.print(interval_table(league(*LEAGUE, seed), LEAGUE[1], seed))
        if townships:
            found = list(_city_rows(console, folder / "city", townships))
            console.print(table_of("一个市", found))
            rows += found
        _print_check(console, folder / "checked", seed)
        if not quick:
            found = list(_province_rows(folder / "province", folder / "county"))
            console.print(table_of("一个省", found))
            rows += found
    missed = [row.work for row in rows if row.is_missed]
    if missed:
        raise click.ClickException(f"没有达到：{'、'.join(missed)}")


def _county_rows(console: Console, folder: Path, pages: int, rounds: int, seed: int) -> list[Row]:
    project = projects.county(folder / "project", size_with(pages), seed)
    stock = stock_of(project, _COUNTY_DAY, folder / "stock")
    build = ("build", "--project", project, "--as-of", _COUNTY_DAY, *_PUBLIC, "--site-dir", folder / "ours")
    cold: list[Run] = []
    same: list[Run] = []
    changed: list[Run] = []
    short: list[Run] = []
    whole: list[Run] = []
    written: list[Run] = []
    for _ in range(rounds):
        cold.append(tongbao(*build, *_COLD))
        same.append(tongbao(*build))
        short.append(run(stock.short_menu))
        projects.change_a_report(project, projects.COUNTY_FIGURE)
        changed.append(tongbao(*build))
        whole.append(run(stock.whole_menu))
        written.append(_write_again(folder / "ours", folder / "copy"))
    sites = {
        "通报": folder / "ours",
        "原装，菜单同通报": stock.short_site,
        "原装，菜单列全部页面": stock.whole_site,
    }
    console.print(product_table(sites), stage_table(stages_by_round(project, folder / "stages", rounds)))
    name = f"{stock.pages}页，一种读者"
    return [
        wall_row(f"{name}，从头生成", cold, short, 0.35),
        wall_row(f"{name}，没有变化", same, short, 0.05),
        wall_row(f"{name}，改了一份报表", changed, short, 0.15),
        wall_row(f"{name}，原装的菜单列全部页面", cold, whole),
        wall_row(f"{name}，只把同样的字节写一遍", written, short),
    ]


def _write_again(site: Path, copy: Path) -> Run:
    shutil.rmtree(copy, ignore_errors=True)
    return run([sys.executable, "-c", f"import shutil; shutil.copytree({str(site)!r}, {str(copy)!r})"])


def _example_rows(folder: Path, rounds: int) -> list[Row]:
    project = projects.example(folder / "project")
    stock: Stock = stock_of(project, _AREA_DAY, folder / "stock")
    build = ("build", "--project", project, "--as-of", _AREA_DAY, "--site-dir", folder / "ours", *_COLD)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(tongbao(*build))
        theirs.append(run(stock.short_menu))
    return [wall_row(f"示例县，两种读者，从头生成（原装只做公开的{stock.pages}页）", ours, theirs, 0.7)]


def _city_rows(console: Console, folder: Path, townships: int) -> Iterator[Row]:
    checkout = projects.earlier_checkout(folder / "earlier")
    theirs = projects.earlier_city(checkout, folder / "earlier-city", projects.city(townships))
    ours = projects.for_us(theirs, folder / "city")
    common = ("build", "--as-of", _AREA_DAY, "--site-dir")
    earlier = tongbao(*common, folder / "earlier-site", "--project", theirs, checkout=checkout)
    build = (*common, folder / "site", "--project", ours)
    cold = tongbao(*build, *_COLD)
    on_cluster = cluster_row(
        f"市（{townships}个乡镇），两种读者", ours, _AREA_DAY, folder / "site", cold, folder / "on-cluster"
    )
    projects.change_a_report(ours, projects.AREA_FIGURE)
    changed = tongbao(*build)
    console.print(largest_pages(folder / "site" / Audience.INTERNAL.value))
    name = f"市（{townships}个乡镇），两种读者"
    yield processor_row(f"{name}，从头生成，与提交 {projects.EARLIER} 比处理器时间", cold, earlier, 0.25)
    yield peak_row(f"{name}，最大的进程", cold, GIGABYTE)
    yield wall_row(f"{name}，改了一个乡镇的报表，与从头生成比", [changed], [cold], 0.10)
    yield on_cluster


def _province_rows(folder: Path, county: Path) -> Iterator[Row]:
    project = projects.province(folder / "project")
    site = folder / "site"
    build = ("--as-of", _AREA_DAY, "--site-dir", site, "--project", project)
    spent = tongbao("build", *build, *_COLD)
    pages = _pages_of(site)
    small = tongbao(
        *("build", "--project", county / "project", "--as-of", _COUNTY_DAY, "--site-dir", folder / "small"),
        *_COLD,
    )
    each, small_each = spent.wall / pages, small.wall / _pages_of(folder / "small")
    name = f"省（{pages}页），两种读者"
    yield Row(
        f"{name}，每页的时间与一千页的县比",
        f"{each * 1000:.1f}毫秒",
        f"{small_each * 1000:.1f}毫秒",
        each / small_each,
        1.2,
    )
    yield peak_row(f"{name}，最大的进程", spent, 2 * GIGABYTE)
    yield cluster_row(name, project, _AREA_DAY, site, spent, folder / "on-cluster")


def _pages_of(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def _print_check(console: Console, folder: Path, seed: int) -> None:
    large = Size(_CHECKED_VILLAGES)
    county = projects.county(folder, large, seed)
    spent = tongbao("check", "--project", county, "--as-of", _COUNTY_DAY)
    console.print(
        f"单独检查{_CHECKED_VILLAGES}个村的{large.records}条记录（区划、目标、数值）：{spent.wall:.1f}秒，"
        f"每秒{large.records / spent.wall:.0f}条"
    )
    sheet = folder.with_suffix(".xlsx")
    rows = villages_sheet(county, sheet)
    spent = import_run(county, sheet)
    console.print(
        f"导入{rows}行的一张表，连同读取和前后各检查一遍：{spent.wall:.1f}秒，处理器{spent.processor:.1f}秒，"
        f"最大的进程{spent.peak / GIGABYTE:.1f}GB"
    )


if __name__ == "__main__":
    main()
