"""``make bench``: our build beside stock MkDocs with Material and search, over the same pages, in one run.

Three engines take turns, each as a whole process. Ours goes from the YAML of a fictional county to the
public site; stock MkDocs starts from the Markdown that ours gave its own engine, once with the short
menu that ours has and once, as by default, with every page in the menu. Apart from that it times the rank
intervals of a large league, and builds an invented city. How long anything takes is the machine's affair as
well, so that it fails only when a build does, when a seed does not give the same twice, or when a page that
compares the whole city has grown beyond a megabyte.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Final

import click
from rich.console import Console
from rich.table import Table

from examples.fictional_county.sizes import Sizes
from examples.write_county import write_project
from generators.checking import check_dataset
from generators.composing.site.compose import compose
from generators.disclosing import Audience, disclose
from generators.measuring.rankings.intervals import DRAWS, rank_intervals
from generators.measuring.rankings.ranking import ranks_of
from generators.measuring.snapshot import measure
from generators.model.anchors import EXTENSIONS
from generators.publishing.build import build_site
from generators.reading.load import load_project
from generators.reading.prose import parsed_prose
from generators.rendering import render
from generators.results.rankings import DivisionScore
from tests.build.county import LAST_DAY, Size, size_with, write_county
from tests.build.project import ROOT
from tests.build.rankings import scored

#: The console command by this interpreter, whatever is on the PATH.
TONGBAO: Final = (sys.executable, "-c", "from generators.cli import main; main()")
MKDOCS: Final = (sys.executable, "-m", "mkdocs")

OURS: Final = "通报"
STOCK_SHORT: Final = "原装，菜单同通报"
STOCK_WHOLE: Final = "原装，菜单列全部页面"


#: When every report of the invented city has come in, and the sections whose pages compare all of it.
CITY_DAY: Final = "2026-10-15"
COMPARING_SECTIONS: Final = (
    *("boards", "rankings", "ledgers", "commitments", "inspections", "tiers", "consequences", "changes"),
)
VILLAGES_IN_A_CITY_TOWNSHIP: Final = 15

LEAGUE: Final = (100, 50)
_MISSING_SHARE: Final = 0.05
_INTERVAL_ROUNDS: Final = 2
_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """How long a process took: by the clock on the wall, and of the processors' time, in seconds."""

    wall: float
    processor: float


def run(*command: str) -> Run:
    """Run a command in the root of the repository; raises ``ClickException`` with its words if it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    spent_before, began = os.times(), time.perf_counter()
    finished = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    wall, spent = time.perf_counter() - began, os.times()
    if finished.returncode:
        said = (finished.stdout + finished.stderr).decode(errors="replace")
        raise click.ClickException(f"{' '.join(command)}\n{said}")
    processor = spent.children_user + spent.children_system
    return Run(wall, processor - spent_before.children_user - spent_before.children_system)


def make_project(folder: Path, size: Size, seed: int) -> Path:
    """Write the county with this repository's theme, and return its folder."""
    write_county(folder, size, seed)
    shutil.copytree(ROOT / "theme", folder / "theme")
    return folder


def engines(project: Path, folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Write the Markdown tree and stock configurations into ``folder``; return each engine's command."""
    markdown = folder / "markdown"
    common = ("build", "--project", str(project), "--as-of", LAST_DAY, "--audience", Audience.PUBLIC.value)
    run(*TONGBAO, *common, "--markdown", str(markdown))
    menu = markdown / "navigation.json"
    short = _stock_config(folder, "short", {"nav": json.loads(menu.read_text(encoding="utf-8"))})
    menu.unlink()
    whole = _stock_config(folder, "whole", {})
    return {
        OURS: (*TONGBAO, *common, "--site-dir", str(folder / "ours")),
        STOCK_SHORT: (*MKDOCS, "build", "--quiet", "--config-file", str(short)),
        STOCK_WHOLE: (*MKDOCS, "build", "--quiet", "--config-file", str(whole)),
    }


def _stock_config(folder: Path, name: str, further: Mapping[str, object]) -> Path:
    """Write a plain configuration with our Markdown extensions; JSON is YAML, too."""
    config = {
        "site_name": "通报",
        "docs_dir": "markdown",
        "site_dir": name,
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": ["search"],
        "markdown_extensions": list(EXTENSIONS),
        **further,
    }
    path = folder / f"{name}.yml"
    path.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    return path


def stage_seconds(project: Path, folder: Path) -> Mapping[str, float]:
    """Return the processor's seconds of each stage of our build, in order; wants a process of its own."""
    spent: dict[str, float] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        began = time.process_time()
        yield
        spent[name] = time.process_time() - began

    day = date.fromisoformat(LAST_DAY)
    with stage("读取"):
        dataset = load_project(project).dataset
    if dataset is None:
        raise click.ClickException("虚构的县没有读成")
    with stage("检查"):
        check_dataset(dataset, day)
    with stage("计算"):
        measurements = measure(dataset, day)
    with stage("筛选"):
        publication = disclose(dataset, measurements, Audience.PUBLIC)
    with stage("编排"):
        composition = compose(publication)
    with stage("写成 Markdown"):
        site = render(composition, parsed_prose)
        for page in site.pages:
            page.write()
    with stage("MkDocs"):
        build_site(project, site, folder)
    return spent


def stages_by_round(project: Path, folder: Path, rounds: int) -> Sequence[Mapping[str, float]]:
    """Return :func:`stage_seconds` of each round, each from a new process."""
    found = []
    for _ in range(rounds):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            found.append(fresh.submit(stage_seconds, project, folder).result())
    return found


def league(divisions: int, components: int, seed: int) -> list[DivisionScore]:
    """Return scores of random components, one in twenty of them missing."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    return [
        scored(
            f"d{at:04}",
            *(
                (0, 100) if chance.random() < _MISSING_SHARE else chance.randrange(101)
                for _ in range(components)
            ),
        )
        for at in range(divisions)
    ]


def interval_table(scores: Sequence[DivisionScore], components: int, seed: int) -> Table:
    """Return how long the rank intervals of a league take; ``ClickException`` if not reproducible."""
    ranks = ranks_of(scores)
    began = time.process_time()
    found = [rank_intervals(scores, ranks, 2, f"bench/{seed}") for _ in range(_INTERVAL_ROUNDS)]
    spent = (time.process_time() - began) / _INTERVAL_ROUNDS
    if found[0] != found[-1]:
        raise click.ClickException("同一个种子算出了不同的名次范围")
    table = _table("名次范围", "处理器秒", "重算")
    table.add_row(f"{len(scores)}个单位×{components}项×{DRAWS}次", f"{spent:.1f}", "一致")
    return table


def city_table(project: Path, site: Path) -> Table:
    """Build the internal site of a city; return how long it took and the largest page of each section.

    Raises ``ClickException`` for a page that compares all of it and is not below a megabyte.
    """
    spent = run(
        *(*TONGBAO, "build", "--project", str(project), "--as-of", CITY_DAY),
        *("--audience", Audience.INTERNAL.value, "--site-dir", str(site)),
    )
    largest: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        section = address.partition("/")[0]
        largest[section] = max(largest.get(section, (0, "")), (path.stat().st_size, address))
    table = _table(f"一个市的内部网站，{spent.wall:.0f}秒（处理器{spent.processor:.0f}秒）", "最大的页")
    for section in COMPARING_SECTIONS:
        if section in largest:
            size, address = largest[section]
            table.add_row(address, f"{size / _MEGABYTE:.2f} MB")
            if size >= _MEGABYTE:
                raise click.ClickException(f"{address} 有 {size} 字节，应小于 1 MB")
    return table


def comparison_table(runs: Mapping[str, Sequence[Run]]) -> Table:
    """Return the engines side by side; ratios are ours over theirs."""
    table = _table("整个过程", "中位秒", "最短秒", "处理器秒", "通报÷它", "按处理器")
    wall = {name: median(each.wall for each in found) for name, found in runs.items()}
    processor = {name: median(each.processor for each in found) for name, found in runs.items()}
    for name, found in runs.items():
        table.add_row(
            name,
            f"{wall[name]:.1f}",
            f"{min(each.wall for each in found):.1f}",
            f"{processor[name]:.1f}",
            f"{wall[OURS] / wall[name]:.2f}",
            # Not every system tells how much of its processors a child took.
            f"{processor[OURS] / processor[name]:.2f}" if processor[name] else "",
        )
    return table


def product_table(sites: Mapping[str, Path]) -> Table:
    """Return how much each engine's site asks of its readers."""
    table = _table("生成的站点", "检索索引", "压缩后", "最大的页")
    for name, folder in sites.items():
        index = (folder / "search" / "search_index.json").read_bytes()
        biggest = max(path.stat().st_size for path in folder.rglob("*.html"))
        sizes = (len(index), len(gzip.compress(index, mtime=0)), biggest)
        table.add_row(name, *(f"{size / 1_000_000:.2f} MB" for size in sizes))
    return table


def stage_table(rounds: Sequence[Mapping[str, float]]) -> Table:
    """Return the median of each stage and its share of all stages together."""
    seconds = {name: median(each[name] for each in rounds) for name in rounds[0]}
    table = _table("通报的各阶段", "处理器秒", "占比")
    total = sum(seconds.values())
    for name, spent in seconds.items():
        table.add_row(name, f"{spent:.2f}", f"{spent / total:.0%}")
    return table


def _table(title: str, *heads: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    return table


@click.command()
@click.option("--pages", default=1000, show_default=True, help="站点有多少页")
@click.option("--rounds", default=3, show_default=True, help="轮流运行几遍")
@click.option("--villages", default=20_000, show_default=True, help="单独检查的项目有多少个村；0 为不做")
@click.option("--townships", default=200, show_default=True, help="另外生成的市有多少个乡镇；0 为不做")
@click.option("--seed", default=1, show_default=True, help="虚构数据的种子")
def main(pages: int, rounds: int, villages: int, townships: int, seed: int) -> None:
    """比较通报与原装 MkDocs 生成同样的页面各要多久。"""
    console = Console(highlight=False)
    with tempfile.TemporaryDirectory(prefix="tongbao-bench-") as temporary:
        folder = Path(temporary)
        project = make_project(folder / "project", size_with(pages), seed)
        commands = engines(project, folder)
        found = sum(1 for _ in (folder / "markdown").rglob("*.md"))
        splitter = "有" if importlib.util.find_spec("jieba") else "没有"
        console.print(f"{found}个 Markdown 页面，{rounds}遍；环境中{splitter}jieba（原装检索的分词）")
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(run(*command))
        sites = {OURS: folder / "ours", STOCK_SHORT: folder / "short", STOCK_WHOLE: folder / "whole"}
        console.print(comparison_table(runs), product_table(sites))
        console.print(stage_table(stages_by_round(project, folder / "stages", rounds)))
        if villages:
            large = Size(villages)
            county = make_project(folder / "large", large, seed)
            spent = run(*TONGBAO, "check", "--project", str(county), "--as-of", LAST_DAY)
            console.print(
                f"单独检查{villages}个村的{large.records}条记录（区划、目标、数值）：{spent.wall:.1f}秒，"
                f"每秒{large.records / spent.wall:.0f}条"
            )
        divisions, components = LEAGUE
        console.print(interval_table(league(divisions, components, seed), components, seed))
        if townships:
            city = folder / "city"
            write_project(city, Sizes(townships, townships * VILLAGES_IN_A_CITY_TOWNSHIP))
            console.print(city_table(city, folder / "city-site"))


if __name__ == "__main__":
    main()
