"""Where the time of a build goes: the processor's seconds of each stage."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import click
from rich.table import Table

from generators.checking import check_dataset
from generators.composing.site.compose import compose
from generators.disclosing import Audience, disclose
from generators.measuring.snapshot import measure
from generators.publishing.build import build_site
from generators.reading.load import load_project
from generators.reading.prose import parsed_prose
from generators.rendering import render
from tests.build.county import LAST_DAY


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


def stage_table(rounds: Sequence[Mapping[str, float]]) -> Table:
    """Return the median of each stage and its share of all stages together."""
    seconds = {name: median(each[name] for each in rounds) for name in rounds[0]}
    table = Table(title="通报的各阶段", title_justify="left")
    table.add_column("")
    for head in ("处理器秒", "占比"):
        table.add_column(head, justify="right", no_wrap=True)
    total = sum(seconds.values())
    for name, spent in seconds.items():
        table.add_row(name, f"{spent:.2f}", f"{spent / total:.0%}")
    return table
