"""The data of one circular's sections, and the calls that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from generators.drafting.circulars.calls import call
from generators.drafting.circulars.views import Names, Noted
from generators.drafting.circulars.words import PeriodWords, collective, period_words, whole
from generators.measuring.facts import PeriodFacts
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.period import Period
from generators.model.programme import Programme
from generators.results.facts import TargetsFact
from generators.results.figures import Progress
from generators.results.rankings import PeriodRanking

FEW: Final = 3
"""How many divisions are named of a longer list; if there is only one more, all are named."""


@dataclass(frozen=True)
class Material:
    """One programme in one past period; ``ranking`` is the ranking to report, if there is one."""

    facts: PeriodFacts
    ranking: PeriodRanking | None

    @property
    def dataset(self) -> Dataset:
        """Return the dataset."""
        return self.facts.dataset

    @property
    def programme(self) -> Programme:
        """Return the programme."""
        return self.dataset.programmes[self.facts.programme]

    @property
    def owner(self) -> str:
        """Return the id of the division whose programme it is."""
        return self.programme.owner

    @property
    def period(self) -> Period:
        """Return the period."""
        return self.facts.period

    @cached_property
    def words(self) -> PeriodWords:
        """Return the Chinese words for the period."""
        return period_words(self.period)

    @cached_property
    def below(self) -> tuple[str, ...]:
        """Return the divisions directly below the owner at the end of the period."""
        return self.facts.below(self.owner)

    @property
    def area(self) -> str:
        """Return the word for the whole area, such as 全县."""
        return whole(self.dataset.divisions[self.owner].on(self.facts.day))

    @property
    def places(self) -> str:
        """Return the word for the divisions below, such as 乡镇."""
        return collective(self.dataset.divisions[each].on(self.facts.day) for each in self.below)

    @cached_property
    def targets(self) -> TargetsFact:
        """Return the targets in force of the divisions directly below the owner."""
        return self.facts.targets(self.owner, Address(self.programme.id))

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Return the addresses of the programme's indicators, those of its headline first."""
        names = dict.fromkeys((*self.programme.headline, *self.programme.indicators))
        return tuple(Address.of(self.programme.id, name) for name in names)

    def covered(self, addresses: Iterable[Address]) -> date | None:
        """Return the last day that reports on the indicators cover, ``None`` if there are none.

        The reports are those of all divisions that count in the period, for the indicators or what they are
        computed from.
        """
        return _covered(self.facts, addresses)

    def covered_before(self, address: Address) -> date | None:
        """Return the same for one indicator in the period before."""
        return _covered(self.facts.before, (address,)) if self.facts.before is not None else None

    def division(self, division: str) -> str:
        """Return the call that links to a division, by its name at the end of the period if that differs."""
        now = self.dataset.divisions[division]
        then = now.on(self.facts.day)
        return call("division", division, *([] if then.name == now.name else [then.name]))

    def indicator(self, address: str) -> str:
        """Return the call that links to an indicator's definition."""
        return call("indicator", address)

    def period_call(self, function: str, division: str, subject: str, *words: str) -> str:
        """Return a call of ``function`` for this period; ``words`` are further arguments."""
        return call(function, division, subject, self.period.text, *words)

    def target(self, progress: Progress) -> str:
        """Return the call for a target; an ``each`` target is called for the division that set it."""
        setters = (filed.division for filed in self.dataset.targets if filed.target is progress.target)
        setter = next(setters, progress.division)
        return call("target", setter, progress.indicator, by=progress.target.due.isoformat())

    def names(self, divisions: Iterable[str], total: str) -> Names:
        """Return the calls of the first few divisions, with the call ``total`` if these are not all.

        ``total`` counts targets: where a division is there with several, all divisions are named without it.
        """
        named = list(divisions)
        listed = list(dict.fromkeys(named))
        shown = few(listed) if len(listed) == len(named) else listed
        return Names(tuple(map(self.division, shown)), total if len(shown) < len(listed) else "")

    def noted(self, division: str, *notes: str) -> Noted:
        """Return the link to a division with the non-empty ``notes``."""
        return Noted(self.division(division), tuple(filter(None, notes)))


def _covered(facts: PeriodFacts, addresses: Iterable[Address]) -> date | None:
    wanted: set[Address] = set()
    for address in addresses:
        wanted |= facts.dataset.rests_on(address)
        where = facts.dataset.indicators[address].where
        if where is not None:
            wanted |= facts.dataset.rests_on(address.sibling(where.indicator))
    days = (
        day
        for (_, address), items in facts.figures.observations.items()
        if address in wanted
        for each in items
        if (day := each.covers_until) is not None
    )
    return max(days, default=None)


def few(listed: Sequence[str]) -> Sequence[str]:
    """Return the first ``FEW`` items, or all if there is at most one more."""
    return listed if len(listed) <= FEW + 1 else listed[:FEW]


def standing_out(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the divisions to name, given their counts, largest first: the first few without splitting a tie.

    If a tie would make them too many, only the divisions with larger counts are returned, which may be none.
    """
    listed = list(counts)
    if len(listed) <= FEW + 1:
        return tuple(listed)
    edge = counts[listed[FEW - 1]]
    sharing = [each for each in listed if counts[each] >= edge]
    return tuple(sharing if len(sharing) <= FEW + 1 else (each for each in listed if counts[each] > edge))
