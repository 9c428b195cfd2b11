"""Values that must be unique within a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from generators.checking.kit.context import Context
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import framework_nodes
from generators.model.record import Place
from generators.reading.quoting import quoted

Key = TypeVar("Key", bound=Hashable)


def repetitions(keyed: Iterable[tuple[Key, Place]]) -> Iterator[tuple[Key, Place, Place]]:
    """Yield each key that occurs again, with the place of the repetition and of the first, in file order."""
    first: dict[Key, Place] = {}
    for key, place in sorted(keyed, key=lambda each: each[1]):
        if key in first:
            yield key, place, first[key]
        else:
            first[key] = place


def repeated_framework_ids(context: Context) -> Iterator[Problem]:
    """Within a programme's framework every node has its own id."""
    for programme in context.dataset.programmes.values():
        nodes = ((node.id, node.place("id")) for node in framework_nodes(programme))
        for name, place, first in repetitions(nodes):
            yield problem("E308", place, f"标识{quoted(name)}已在 {first} 用过")
