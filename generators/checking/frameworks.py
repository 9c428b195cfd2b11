"""The number of children of a framework node is the declared one."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import framework_nodes


def miscounted_children(context: Context) -> Iterator[Problem]:
    """A node that declares a number and has children has that many children."""
    for programme in context.dataset.programmes.values():
        for node in framework_nodes(programme):
            if node.declared is not None and node.children and node.declared != len(node.children):
                listed = f"{len(node.children)} {node.measure}"
                detail = f"{named(node.name)}declared: {node.declared}，实列 {listed}"
                yield problem("E420", node.place("declared"), detail)
