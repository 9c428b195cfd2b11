"""The targets of the year before that have none after them, and the same for the new year."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generators.carrying.wanted import CarryOverWanted
from generators.importing.filing.insertion import Line
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.model.grouping import grouped
from generators.model.programme import Programme
from generators.model.target import FiledTarget, Target, last_due
from generators.model.visibility import is_public
from generators.reading.yaml_writing import Written, yaml_mapping, yaml_value


class Obstacle(Enum):
    """Why the value of a target cannot be that of the next year."""

    BASELINE = "写了基数，新年的基数要重定"
    RUNNING_TOTAL = "累计数从工作开始算起，不是一年的数"


@dataclass(frozen=True, slots=True)
class EndedTarget:
    """The last target of a division for an indicator, due in the year before."""

    filed: FiledTarget
    obstacle: Obstacle | None

    @property
    def target(self) -> Target:
        """Return the target itself."""
        return self.filed.target


def ended_targets(dataset: Dataset, programmes: Iterable[Programme], year: int) -> tuple[EndedTarget, ...]:
    """Return the targets of ``programmes`` due in the year before ``year``, none of the same after them.

    Those of divisions that no longer exist at the beginning of ``year`` are left out.
    """
    wanted = {each.id for each in programmes}
    by_key = grouped(
        ((filed.division, filed.target.indicator, filed.target.each), filed.target)
        for filed in dataset.targets
        if filed.target.indicator.programme in wanted
    )
    return tuple(_ended(dataset, by_key.items(), year))


def _ended(
    dataset: Dataset,
    targets: Iterable[tuple[tuple[str, Address, Level | None], tuple[Target, ...]]],
    year: int,
) -> Iterator[EndedTarget]:
    for (division, address, _), filed in targets:
        last = last_due(filed)
        if last is None or last.due.year != year - 1:
            continue
        if dataset.divisions[division].exists_on(date(year, 1, 1)):
            yield EndedTarget(FiledTarget(division, last), _obstacle(dataset, address, last))


def _obstacle(dataset: Dataset, address: Address, target: Target) -> Obstacle | None:
    indicator = dataset.indicators[address]
    if target.baseline is not None:
        return Obstacle.BASELINE
    is_running = indicator.kind.counts_from_zero and not indicator.kind.is_summed
    if is_running and indicator.restarts is None:
        return Obstacle.RUNNING_TOTAL
    return None


def same_target_lines(target: Target, wanted: CarryOverWanted) -> tuple[Line, ...]:
    """Return the lines of the target with the same value for the whole of the new year, milestones moved."""
    fields: dict[str, Written] = {
        "indicator": target.indicator,
        "value": target.value,
        "from": wanted.first_day,
        "by": wanted.last_day,
    }
    if target.qualifier is not None:
        fields["qualifier"] = target.qualifier.value
    if target.measure is not None:
        fields["measure"] = target.measure
    if target.each is not None:
        fields["each"] = target.each.value
    lines = [f"{key}: {yaml_value(value)}" for key, value in fields.items()]
    steps = {
        _in_year(day, wanted.year).isoformat(): number
        for day, number in sorted(target.milestones.items())
        if day.year == wanted.year - 1
    }
    if steps:
        lines.append(f"milestones: {yaml_mapping({**steps})}")
    lines.append(f"source: {wanted.citation}")
    lines.append(f"note: {yaml_value(f'与{wanted.year - 1}年相同')}")
    if not is_public(target):
        lines.append("disclosure: internal")
    return tuple(Line(line) for line in lines)


def _in_year(day: date, year: int) -> date:
    """Return the same day of another year; of the 29th of February the 28th where there is none."""
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
