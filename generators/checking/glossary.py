"""The glossary is consistent: correcting one term does not produce another wrong one."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checking.kit.context import Context
from generators.model.glossary import contradictions
from generators.model.problem import Problem
from generators.model.problem_codes import problem


def contradictory_terms(context: Context) -> Iterator[Problem]:
    """No right term of the glossary contains a wrong one, and no wrong term is listed twice."""
    for entry, reason in contradictions(context.dataset.glossary):
        yield problem("E701", entry.place(), reason)
