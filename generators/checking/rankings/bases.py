"""What components score besides values, and how equal scores are ranked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generators.checking.kit.comparability import not_comparable
from generators.checking.kit.context import Context
from generators.checking.kit.wording import named, near_miss
from generators.model.address import Address
from generators.model.indicator import Indicator
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.scheme import Attainment, Component, Goalposts, SchemeVersion, ScoredBy, Steps
from generators.reading.quoting import quoted


def invalid_bases(context: Context) -> Iterator[Problem]:
    """Gaps, growth and improvements are scored by goalposts or steps, of indicators that have them."""
    for programme, version in _versions(context):
        for component in version.components.values():
            indicator = context.indicator(Address.of(programme, component.indicator))
            reason = _mistake(component, indicator) if indicator is not None else None
            if reason is not None:
                yield problem("E496", component.place("by"), f"{named(component.name)}：{reason}")


def _mistake(component: Component, indicator: Indicator) -> str | None:
    if component.by is ScoredBy.VALUE:
        return None
    match component.normalise:
        case Attainment():
            return f"by: {component.by} 不是数值，不能用 attainment"
        case Goalposts() | Steps():
            pass
        case never:
            assert_never(never)
    by = component.by.compared_by
    if by is None:
        return f"指标{named(indicator.name)}只有是与否，没有差距" if indicator.kind.is_flag else None
    return not_comparable(indicator, by)


def invalid_tie_breaks(context: Context) -> Iterator[Problem]:
    """Ties are broken by components of the version, each once."""
    for _, version in _versions(context):
        for at, name in enumerate(version.tie_breaks):
            if name not in version.components:
                detail = f"这一版没有计分项{quoted(name)}{near_miss(name, version.components)}"
                yield problem("E497", version.place("tie_breaks", at), detail)
            elif name in version.tie_breaks[:at]:
                yield problem("E497", version.place("tie_breaks", at), f"{quoted(name)}写了两次")


def _versions(context: Context) -> Iterator[tuple[str, SchemeVersion]]:
    for programme in context.dataset.programmes.values():
        for scheme in programme.schemes.values():
            yield from ((programme.id, version) for version in scheme.versions)
