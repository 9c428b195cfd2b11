"""Public prose calls for figures that the public sees (E504).

The checks before measuring refuse what declarations alone decide. Whether a computed figure rests on an
internal record, only its measuring shows; so the gate is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.disclosing.publication import Publication
from generators.model.address import Address
from generators.model.period import Period, stated_period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.prose import ProseCall
from generators.results.facts import KINDS, FactRequest
from generators.results.measurements import Measurements

_OF_RANKINGS: Final = frozenset({"rank", "score", "movement", "points", "ranked", "ranking"})


def calls_of_withheld_figures(
    context: Context, measurements: Measurements, public: Publication
) -> Iterator[Problem]:
    """Yield E504 for every call in a public text for a figure that was measured and is not in ``public``."""
    for passage in context.prose:
        if passage.passage.is_public:
            for call in passage.prose.calls:
                withheld = _withheld(context, measurements, public, call)
                if withheld is not None:
                    detail = f"{call.function}(…) 引用的{withheld}由内部的事项算出，公开网站不显示"
                    yield problem("E504", passage.place_of(call), detail)


def _withheld(
    context: Context, measurements: Measurements, public: Publication, call: ProseCall
) -> str | None:
    """Return in words the figure that a call is for if it is not in ``public``, else ``None``."""
    period = stated_period(call.argument("period") or "")
    if call.function in _OF_RANKINGS:
        return _withheld_ranking(context, measurements, public, call, period)
    kind, division = KINDS.get(call.function), call.argument("division") or ""
    if kind is None:
        return None
    subject = Address(call.argument(call.parameters[1]) or "")
    name = f"{context.division_name(division)}的{context.indicator_name(subject)}"
    if subject not in context.dataset.indicators:
        name = context.division_name(division)
    if call.argument("period") is None:
        is_withheld = (division, subject) in measurements.values and (division, subject) not in public.values
    else:
        request = FactRequest(kind, division, subject, call.argument("period") or "")
        is_withheld = request in measurements.facts and request not in public.facts
        reported = public.observations.get((division, subject), ())
        is_withheld = is_withheld and not any(each.period == period for each in reported)
    return name if is_withheld else None


def _withheld_ranking(
    context: Context,
    measurements: Measurements,
    public: Publication,
    call: ProseCall,
    period: Period | None,
) -> str | None:
    address = Address(call.argument("scheme") or "")
    scheme, shown = context.dataset.schemes.get(address), public.rankings.get(address)
    if scheme is None or period is None or address not in measurements.rankings:
        return None
    closed = measurements.rankings[address].periods
    hidden = {_span(each.period) for each in closed}
    if shown is not None:
        hidden -= {_span(each.period) for each in shown.periods}
    return f"{named(scheme.name)}{period.text}排名" if _span(period) in hidden else None


def _span(period: Period) -> Period:
    """Return the period without the words that named it: 2026-Q3 is 2026-07/2026-09."""
    return Period("", period.start, period.end)
