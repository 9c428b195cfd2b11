"""Released aggregates of internal records: which of them may be published together.

Whatever rests on an internal record is internal. An editor may release an indicator, so that what it adds up
of internal records is public; but sums, differences and quotients of what is published must not give any
record away. Records that enter exactly the same published figures cannot be told apart by any computation.
So a figure is admitted only if, with all those admitted before it, every group of records that cannot be told
apart is still of several contributors, and none of its amount has been admitted with more or fewer records.
What is not admitted is withheld (complementary suppression).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from typing import Final, assert_never

from generators.measuring.provenance import united
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.grouping import grouped
from generators.model.programme import Programme
from generators.model.record import Place
from generators.model.visibility import Visibility
from generators.results.contributions import Contribution, Contributions
from generators.results.facts import (
    ChangeFact,
    CompareFact,
    CountsFact,
    Fact,
    ProgressFact,
    TargetsFact,
    ValueFact,
)
from generators.results.figures import Measured
from generators.results.measurements import Measurements
from generators.results.rankings import scores_of
from generators.results.snapshot import Snapshot

_ANYWHERE: Final = Place("")
"""The place of records that count as one, whichever of them it is."""


@dataclass
class Groups:
    """Internal records in groups that no admitted figure tells apart.

    ``least`` is the number of contributors that each group must have. ``alike`` has one record for all those
    of a contributor and period that an identity adds up: who knows the others knows one by another.
    """

    least: int
    alike: Mapping[Contribution, Contribution] = field(default_factory=dict)
    _group_of: dict[Contribution, int] = field(default_factory=dict)
    _members: dict[int, set[Contribution]] = field(default_factory=dict)
    _admitted: set[Contributions] = field(default_factory=set)

    def admits(self, figure: Contributions) -> bool:
        """Whether ``figure`` has been admitted."""
        return figure in self._admitted

    def admit(self, figure: Contributions) -> bool:
        """Admit a figure with these contributions if no group becomes too small; return whether it is.

        The records of each subject are taken for a sum of their own: of a quotient the reader may know
        both parts. A record that only decides what the figure leaves out conceals no other.
        """
        if figure in self._admitted:
            return True
        sums = self._sums(figure)
        parts = [part for each in sums for part in self._parts(each)]
        if _overlap(sums) or not all(self._stays_large(group, set(inside)) for group, inside in parts):
            return False
        for _, inside in parts:
            self._separate(inside)
        self._admitted.add(figure)
        return True

    def know(self, figure: Contributions) -> None:
        """Take the sum of these contributions for known, though no released figure says it."""
        for each in self._sums(figure):
            for _, inside in self._parts(each):
                self._separate(inside)

    def _sums(self, figure: Contributions) -> set[Contributions]:
        return {
            frozenset(self.alike.get(each, each) for each in of_subject)
            for of_subject in grouped((each.subject, each) for each in figure if each.enters).values()
        }

    def _parts(self, records: Contributions) -> Iterable[tuple[int, tuple[Contribution, ...]]]:
        by_group = grouped(((self._group_of.get(each, 0), each.subject), each) for each in records)
        return [(group, inside) for (group, _), inside in by_group.items()]

    def _stays_large(self, group: int, inside: set[Contribution]) -> bool:
        """Whether records taken from a group, and those left in it, are of enough contributors.

        Group 0 is that of all records that no figure has been admitted of: nothing is known of the rest.
        """
        rest = self._members[group] - inside if group else set[Contribution]()
        return self._is_large(inside) and (not rest or self._is_large(rest))

    def _is_large(self, records: Iterable[Contribution]) -> bool:
        return len({each.contributor for each in records}) >= self.least

    def _separate(self, inside: Iterable[Contribution]) -> None:
        records = set(inside)
        number = len(self._members) + 1
        for each in records:
            before = self._group_of.get(each)
            if before is not None:
                self._members[before].discard(each)
            self._group_of[each] = number
        self._members[number] = records


def _overlap(sums: Collection[Contributions]) -> bool:
    """Whether two sums have records in common and are not the same; their difference may say too much."""
    return any(not one.isdisjoint(other) for one, other in combinations(sums, 2))


def _alike(programmes: Iterable[Programme], internal: Contributions) -> dict[Contribution, Contribution]:
    """Return for each internal record in an identity the one that stands for all that add up with it.

    Its subject says which of these are internal, for only contributors of whom the same are hidden conceal
    one another: of others a total less its parts is a sum of fewer.
    """
    names = _added_up(programmes)
    concerned = [each for each in internal if each.subject in names]
    found: dict[Contribution, Contribution] = {}
    for (contributor, name, reading), records in grouped(
        ((each.contributor, names[each.subject], each.reading), each) for each in concerned
    ).items():
        subject = " ".join((name, *sorted(each.subject for each in records)))
        found |= dict.fromkeys(records, Contribution(contributor, subject, reading, _ANYWHERE))
    return found


def _added_up(programmes: Iterable[Programme]) -> dict[str, str]:
    """Return for each indicator in an identity one that stands for all that add up with it."""
    found: dict[str, str] = {}
    for programme in programmes:
        for identity in programme.identities:
            members: list[str] = [
                Address.of(programme.id, each) for each in (identity.total, *identity.parts)
            ]
            known = {found.get(each, each) for each in members}
            for each in (*members, *(name for name, other in found.items() if other in known)):
                found[each] = min(known)
    return found


@dataclass(frozen=True)
class Releases:
    """The released figures that are published of a dataset, of today and of the days compared with it.

    ``refused`` are those aggregates that are withheld: (indicator, division, contributions), in the order of
    asking. What a division reported itself is none.
    """

    visibility: Visibility
    groups: Groups
    refused: tuple[tuple[Address, str, Contributions], ...] = ()

    @classmethod
    def of(cls, dataset: Dataset, visibility: Visibility, measurements: Measurements) -> Releases:
        """Return the releases among everything measured for ``measurements``.

        Figures of today come before those that prose calls for, rankings, then earlier days; among them
        those of the upper divisions come first, since more people read them. A total that a division reports
        publicly itself is known in any case.
        """
        least = dataset.site.thresholds.inseparable_contributors
        groups = Groups(least)
        refused: dict[tuple[Address, str, Contributions], None] = {}
        if not visibility.is_whole:
            candidates = list(_candidates(dataset, measurements))
            groups = Groups(
                least, _alike(dataset.programmes.values(), united(each.internal for *_, each in candidates))
            )
            for address, _, measured in candidates:
                if measured.below and not measured.internal and visibility.indicator(address):
                    groups.know(measured.below)
            amounts: dict[tuple[Address, Decimal], list[Contributions]] = {}
            for address, division, measured in candidates:
                internal = measured.internal
                if not internal or not visibility.releases(address) or groups.admits(internal):
                    continue
                alike = amounts.setdefault((address, measured.internal_amount), [])
                if not (measured.internal_amount and _is_told_by(internal, alike)) and groups.admit(internal):
                    alike.append(internal)
                elif not _is_own(division, internal):
                    refused[address, division, internal] = None
        return cls(visibility, groups, tuple(refused))

    def shows(self, address: Address, internal: Contributions) -> bool:
        """Whether the audience sees a figure of the indicator at ``address`` that rests on ``internal``."""
        return (
            not internal
            or self.visibility.is_whole
            or (self.visibility.releases(address) and self.groups.admits(internal))
        )


def _is_told_by(internal: Contributions, alike: Iterable[Contributions]) -> bool:
    """Whether a figure, or one of those of the same amount, has records that the other lacks, and no others.

    The amount of these is then 0: a reader sees that a period or a place was added, and nothing by it.
    """
    return any(internal < each or each < internal for each in alike)


def _is_own(division: str, internal: Contributions) -> bool:
    """Whether a figure of a division rests on internal records of that division alone."""
    return all(each.contributor == division for each in internal)


_Candidate = tuple[Address, str, Measured]


def _candidates(dataset: Dataset, measurements: Measurements) -> Iterator[_Candidate]:
    """Yield indicator, division and value of every figure that may be shown, first come first."""
    depth = {name: len(tuple(dataset.upwards(name))) for name in dataset.divisions}
    yield from sorted(_of_day(measurements), key=lambda each: depth[each[1]])
    for request, fact in measurements.facts.items():
        yield from _of_fact(request.subject, request.division, fact)
    yield from _of_rankings(measurements)
    for (division, address), columns in measurements.comparisons.items():
        yield from ((address, division, term.measured) for each in columns for term in each.terms)
    for past in measurements.past.values():
        yield from sorted(_of_day(past), key=lambda each: depth[each[1]])
        yield from _of_rankings(past)


def _of_day(measurements: Snapshot) -> Iterator[_Candidate]:
    for (division, address), measured in measurements.values.items():
        yield address, division, measured
    for progress in measurements.progress:
        yield progress.indicator, progress.division, progress.measured


def _of_rankings(measurements: Snapshot) -> Iterator[_Candidate]:
    for rankings in measurements.rankings.values():
        for period in rankings.periods:
            for score in scores_of(period):
                for part in score.components:
                    yield part.indicator, score.division, part.measured
                    for term in part.compared.terms if part.compared is not None else ():
                        yield part.indicator, score.division, term.measured


def _of_fact(address: Address, division: str, fact: Fact) -> Iterator[_Candidate]:
    match fact:
        case ValueFact(measured):
            yield address, division, measured
        case ChangeFact(before, after):
            yield from ((address, division, each) for each in (before, after))
        case CompareFact(compared):
            yield from ((address, division, each.measured) for each in compared.terms)
        case ProgressFact(progress):
            if progress is not None:
                yield address, division, progress.measured
        case TargetsFact(targets):
            for each in (one for pair in targets for one in pair if one is not None):
                yield each.indicator, each.division, each.measured
        case CountsFact():
            return
        case never:
            assert_never(never)
