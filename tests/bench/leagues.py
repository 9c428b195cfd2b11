"""The rank intervals of a large league: how long they take, and that a seed gives the same twice."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from typing import Final

import click
from rich.table import Table

from generators.measuring.rankings.intervals import DRAWS, rank_intervals
from generators.measuring.rankings.ranking import ranks_of
from generators.results.rankings import DivisionScore
from tests.build.rankings import scored

LEAGUE: Final = (100, 50)
"""How many divisions, and how many components of their scores."""

_MISSING_SHARE: Final = 0.05
_INTERVAL_ROUNDS: Final = 2


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
    table = Table(title="名次范围", title_justify="left")
    for head in ("", "处理器秒", "重算"):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_row(f"{len(scores)}个单位×{components}项×{DRAWS}次", f"{spent:.1f}", "一致")
    return table
