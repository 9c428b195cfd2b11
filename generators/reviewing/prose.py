"""Public prose calls for figures that the public sees (E504).

The checks before measuring refuse what declarations alone decide. Whether a computed figure rests on an
internal record, only its measuring shows; so the functions of prose are asked with what the public sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generators.checking.kit.context import Context
from generators.checking.kit.prose import ParsedPassage
from generators.checking.kit.wording import named
from generators.model.address import Address
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.prose import ProseCall
from generators.results.facts import KINDS

CallInPassage: TypeAlias = tuple[ParsedPassage, ProseCall]


def calls_of_withheld_figures(context: Context, withheld: Iterable[CallInPassage]) -> Iterator[Problem]:
    """Yield E504 for each call of a public text for what is withheld from the public."""
    for passage, call in withheld:
        detail = f"{call.function}(…) 引用的{_figure(context, call)}由内部的事项算出，公开网站不显示"
        yield problem("E504", passage.place_of(call), detail)


def _figure(context: Context, call: ProseCall) -> str:
    """Return in words the figure that a call is for."""
    scheme = context.dataset.schemes.get(Address(call.argument("scheme") or ""))
    if scheme is not None:
        return f"{named(scheme.name)}{call.argument('period') or ''}排名"
    if call.function not in KINDS:
        return named(" ".join(call.arguments))
    division, subject = (call.argument(name) or "" for name in call.parameters[:2])
    if subject not in context.dataset.indicators:
        return context.division_name(division)
    return f"{context.division_name(division)}的{context.indicator_name(Address(subject))}"
