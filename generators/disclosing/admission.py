"""What may be seen by an audience, of all that an editor can mark as internal.

Each answer is about one declaration and whatever it cannot be told without; no value is looked at here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from generators.disclosing.publication import Audience
from generators.model.address import Address
from generators.model.consequence import (
    ProblemsTrigger,
    RankTrigger,
    StatusTrigger,
    TierTrigger,
    Trigger,
)
from generators.model.dataset import Dataset
from generators.model.scalars import Disclosure
from generators.model.target import FiledTarget


@dataclass(frozen=True)
class Admission:
    """Which declarations of a dataset an audience sees; all take addresses ``programme/name``."""

    dataset: Dataset
    audience: Audience

    @property
    def is_whole(self) -> bool:
        """Whether the audience sees everything."""
        return self.audience is Audience.INTERNAL

    def admits(self, *disclosures: Disclosure) -> bool:
        """Whether the audience sees what rests on records of all these disclosures."""
        return self.is_whole or Disclosure.INTERNAL not in disclosures

    def programme(self, programme: str) -> bool:
        """Whether the audience sees a programme, given by its id."""
        return self.admits(self.dataset.programmes[programme].disclosure)

    def indicator(self, address: Address) -> bool:
        """Whether the audience sees an indicator."""
        return self._within_programme(address, self.dataset.indicators[address].disclosure)

    def target(self, filed: FiledTarget) -> bool:
        """Whether the audience sees a target, which it does not without its indicator."""
        return self.admits(filed.target.disclosure) and self.indicator(filed.target.indicator)

    def scheme(self, address: Address) -> bool:
        """Whether the audience sees a scheme."""
        return self._within_programme(address, self.dataset.schemes[address].disclosure)

    def standard(self, address: Address) -> bool:
        """Whether the audience sees a standard."""
        return self._within_programme(address, self.dataset.standards[address].disclosure)

    def ladder(self, address: Address) -> bool:
        """Whether the audience sees a ladder: not without what it goes by."""
        ladder = self.dataset.ladders[address]
        return (
            self._within_programme(address, ladder.disclosure)
            and all(self.standard(address.sibling(name)) for name in ladder.standards)
            and (ladder.indicator is None or self.indicator(address.sibling(ladder.indicator)))
        )

    def consequence(self, address: Address) -> bool:
        """Whether the audience sees a consequence: not without what it goes by."""
        consequence = self.dataset.consequences[address]
        return self._within_programme(address, consequence.disclosure) and self._trigger(
            address, consequence.when
        )

    def _trigger(self, address: Address, when: Trigger) -> bool:
        match when:
            case RankTrigger(scheme=scheme):
                return self.scheme(address.sibling(scheme))
            case StatusTrigger(indicator=indicator):
                return self.indicator(address.sibling(indicator))
            case TierTrigger(ladder=ladder):
                return self.ladder(address.sibling(ladder))
            case ProblemsTrigger():
                return True  # the rule names no problem; entries that do are left out with what they rest on
            case never:
                assert_never(never)

    def inspection(self, name: str) -> bool:
        """Whether the audience sees an inspection, given by its id; one that is not on record is not seen."""
        inspection = self.dataset.inspections.get(name)
        return (
            inspection is not None
            and self.admits(inspection.disclosure)
            and self.programme(inspection.programme)
        )

    def checks_of(self, division: str, standard: str) -> bool:
        """Whether the audience sees every check of a division for a standard."""
        checks = self.dataset.checks_of.get((division, standard), ())
        return self.admits(*(check.disclosure for check in checks))

    def _within_programme(self, address: Address, disclosure: Disclosure) -> bool:
        return self.admits(disclosure) and self.programme(address.programme)
