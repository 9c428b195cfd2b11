"""Section 与上期相比: targets achieved, newly behind or recovered since the period before."""

from __future__ import annotations

from generators.drafting.circulars.material import Material
from generators.drafting.circulars.views import ChangesView, Turned
from generators.model.grouping import grouped


def changes(material: Material) -> ChangesView | None:
    """Return the section, ``None`` if no target has changed in this way."""
    achieved = _turned(material, "newly-achieved")
    behind = _turned(material, "newly-behind")
    recovered = _turned(material, "recovered")
    if not achieved and not behind and not recovered:
        return None
    return ChangesView(f"与{material.words.previous}相比", achieved, behind, recovered)


def _turned(material: Material, status: str) -> tuple[Turned, ...]:
    by_indicator = grouped((each.indicator, each.division) for each in material.targets.chosen(status))
    return tuple(
        Turned(
            material.indicator(address),
            material.names(divisions, material.period_call("targets", material.owner, address, status)),
        )
        for address, divisions in by_indicator.items()
    )
