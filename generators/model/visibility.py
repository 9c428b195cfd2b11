"""The policy of visibility: what each audience may see, for the gate, the checks and the self-check.

This is the only module that reads the field ``disclosure`` of a record. It decides from declarations
alone; the gate finds out which records a measured figure is computed from, and asks about each.

The checks run before measuring. Where they must be stricter than the gate, their rule is a method that
gives the reason: :meth:`Visibility.texts`, :meth:`Visibility.figure`, :meth:`Visibility.every_reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from itertools import pairwise
from typing import Protocol, assert_never, cast

from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.allowance import Allowance
from generators.model.commitment import Commitment, FiledCommitment
from generators.model.consequence import ProblemsTrigger, RankTrigger, StatusTrigger, TierTrigger, Trigger
from generators.model.correction import Correction
from generators.model.document import AnyDocument
from generators.model.glossary import GlossaryEntry
from generators.model.import_layout import ImportLayout
from generators.model.inspection import Inspection
from generators.model.ladder import Assessment
from generators.model.ledger import FiledEntry, LedgerEntry
from generators.model.links import links_of
from generators.model.names import Meaning
from generators.model.observation import Observation
from generators.model.record import Record
from generators.model.register import Register
from generators.model.remark import Remark
from generators.model.report import Report
from generators.model.scalars import Disclosure
from generators.model.site import Audiences
from generators.model.standard import ItemCheck
from generators.model.target import Target
from generators.model.walk import RecordText, walk


class Audience(StrEnum):
    """For whom a site is built."""

    PUBLIC = "public"
    INTERNAL = "internal"

    @property
    def sees_everything(self) -> bool:
        """Whether nothing is withheld from this audience."""
        return self is Audience.INTERNAL


class _Declaring(Protocol):
    @property
    def disclosure(self) -> Disclosure:
        """Return who may see the record, as declared or by default."""


@cache
def _can_declare(kind: type[Record]) -> bool:
    """Whether records of a kind have a disclosure; pydantic is slow to say so."""
    return "disclosure" in kind.model_fields


def _is_internal(record: Record | None) -> bool:
    if record is None or not _can_declare(type(record)):
        return False
    return cast("_Declaring", record).disclosure is Disclosure.INTERNAL


def is_public(*records: Record | None) -> bool:
    """Return whether none of the records is declared internal; ``None`` counts as public."""
    return not any(map(_is_internal, records))


def declares(record: Record) -> bool:
    """Return whether an editor wrote the disclosure of a record, instead of leaving the default."""
    return "disclosure" in record.model_fields_set


@dataclass(frozen=True)
class Visibility:
    """What an audience sees of a register; addresses are ``programme/name``.

    A name that leads to no record hides nothing: other checks report it.
    """

    register: Register
    audience: Audience

    @cached_property
    def is_whole(self) -> bool:
        """Whether the audience sees everything."""
        return self.audience.sees_everything

    def shows(self, *records: Record | None) -> bool:
        """Whether the audience sees all of these records by their own declarations."""
        return self.is_whole or is_public(*records)

    def programme(self, name: str) -> bool:
        """Whether the audience sees a programme, given by its id."""
        return self.shows(self.register.programmes.get(name))

    def indicator(self, address: Address) -> bool:
        """Whether the audience sees an indicator."""
        known = self._indicators.get(address)
        return self._part(address, None) if known is None else known

    @cached_property
    def _indicators(self) -> Mapping[Address, bool]:
        """Return whether the audience sees each indicator: it is asked for every value and report."""
        return {address: self._part(address, each) for address, each in self.register.indicators.items()}

    def scheme(self, address: Address) -> bool:
        """Whether the audience sees a scheme."""
        return self._part(address, self.register.schemes.get(address))

    def standard(self, address: Address) -> bool:
        """Whether the audience sees a standard."""
        return self._part(address, self.register.standards.get(address))

    def ladder(self, address: Address) -> bool:
        """Whether the audience sees a ladder, its standards and its indicator."""
        ladder = self.register.ladders.get(address)
        return self._part(address, ladder) and (
            ladder is None
            or (
                all(self.standard(address.sibling(name)) for name in ladder.standards)
                and (ladder.indicator is None or self.indicator(address.sibling(ladder.indicator)))
            )
        )

    def consequence(self, address: Address) -> bool:
        """Whether the audience sees a consequence and what triggers it."""
        consequence = self.register.consequences[address]
        return self._part(address, consequence) and self._trigger(address, consequence.when)

    def filed(self, record: Record) -> bool:
        """Whether the audience sees a record and what it was filed for: its indicator, programme and so on.

        A report is seen if one of its values is. Allowances, the glossary and import layouts are on no site.
        """
        match record:
            case Allowance() | GlossaryEntry() | ImportLayout():
                is_subject_seen = False
            case Report():
                is_subject_seen = any(map(self.indicator, record.values))
            case Target() | Correction():
                is_subject_seen = self.indicator(record.indicator)
            case LedgerEntry() | Commitment() | Inspection():
                is_subject_seen = self.programme(record.programme)
            case Remark():
                is_subject_seen = (
                    self.indicator(record.subject) if record.indicator else self.scheme(record.subject)
                )
            case Adjustment():
                is_subject_seen = self.scheme(record.scheme)
            case ItemCheck():
                is_subject_seen = self.standard(record.standard)
            case Assessment():
                is_subject_seen = self._part(record.ladder, self.register.ladders.get(record.ladder))
            case _:
                is_subject_seen = True
        return is_subject_seen and self.shows(record)

    def observation(self, observation: Observation) -> bool:
        """Whether the audience sees a reported value, perhaps without its corrections."""
        return self.shows(observation.report) and self.indicator(observation.indicator)

    def reading(self, observation: Observation, day: date) -> bool:
        """Whether the audience sees a reported value and its correction in force on ``day``, if any."""
        return self.observation(observation) and self.shows(observation.correction(day))

    def problems(self, filed: Iterable[FiledEntry]) -> bool:
        """Whether the audience sees all of these problems, and so may see how many they are."""
        return self.shows(*(each.entry for each in filed))

    def commitments(self, filed: Iterable[FiledCommitment]) -> bool:
        """Whether the audience sees all of these commitments, and so may see how many they are."""
        return self.shows(*(each.commitment for each in filed))

    def links(self, documents: Iterable[AnyDocument]) -> frozenset[str]:
        """Return the paths below ``content/`` that visible documents link to: the visible attachments."""
        return frozenset(link.path for each in documents if self.shows(each.front) for link in links_of(each))

    def figure(self, address: Address) -> bool:
        """Whether the audience sees an indicator and all indicators that it is derived from.

        Stricter than :meth:`indicator`: the gate shows the definition of a public ratio of a hidden
        indicator and withholds all its values. Prose, schemes and consequences need the values, so the
        checks refuse such an indicator there, unless it is released.
        """
        return self.hidden_part(address) is None

    def releases(self, address: Address) -> bool:
        """Whether an editor released what a visible indicator adds up of internal records.

        An indicator releases it by ``release``, or by a disclosure that an editor wrote for it.
        """
        indicator = self.register.indicators.get(address)
        return (
            indicator is not None
            and self.indicator(address)
            and (indicator.release is not None or declares(indicator))
        )

    def hidden_part(self, address: Address) -> Address | None:
        """Return the first hidden indicator among those that a figure is derived from and itself, if any.

        Of a released figure only itself counts: of its values the gate decides.
        """
        if self.releases(address):
            return None
        parts = sorted(self.register.rests_on(address))
        return next((part for part in parts if not self.indicator(part)), None)

    def every_reading(self, observation: Observation) -> bool:
        """Whether the audience sees a report and all its corrections, of whatever day.

        Stricter than :meth:`reading`: for a past period the checks do not compute which reports and
        corrections the figure is computed from. A later report or correction may change that, and
        published prose would then lose its figure.
        """
        return self.shows(observation.report, *observation.corrections)

    def texts(self, record: Record, *meanings: Meaning) -> Iterator[tuple[RecordText, bool]]:
        """Yield the texts in a record, all or those of ``meanings``, each with whether the audience sees it.

        Stricter than the gate: only the record of the text, the records around it, and what these were filed
        for can hide it. The gate also withholds, for example, a ladder with a hidden standard and a source
        that nothing cites. An edit elsewhere would publish these, so they may hold neither personal data nor
        internal sources either.
        """
        is_seen = self.filed(record)
        around, is_open = None, True
        for text in walk(record, *meanings):
            if text.records is not around:
                around = text.records
                is_open = self.shows(*around) and not self._is_of_the_other_site(around)
            yield text, is_seen and is_open

    def _trigger(self, address: Address, when: Trigger) -> bool:
        match when:
            case RankTrigger(scheme=scheme):
                return self.scheme(address.sibling(scheme))
            case StatusTrigger(indicator=indicator):
                return self.indicator(address.sibling(indicator))
            case TierTrigger(ladder=ladder):
                return self.ladder(address.sibling(ladder))
            case ProblemsTrigger():
                return True  # the rule names no problem; entries that do are withheld with their problems
            case never:
                assert_never(never)

    def _is_of_the_other_site(self, records: Sequence[Record]) -> bool:
        """Whether ``records`` lead to the texts of the internal site, which the audience does not see."""
        return not self.is_whole and any(
            isinstance(outer, Audiences) and inner is outer.internal for outer, inner in pairwise(records)
        )

    def _part(self, address: Address, record: Record | None) -> bool:
        """Whether the audience sees a part of a programme and the programme."""
        return self.shows(record) and self.programme(address.programme)
