"""Visible facts of past periods: those that depend on no withheld record (decisions/058)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from generators.disclosing.comparisons import redacted, shows_comparison
from generators.disclosing.figures import VisibleFigures
from generators.model.address import Address
from generators.results.comparisons import Compared
from generators.results.facts import (
    ChangeFact,
    CompareFact,
    CountsFact,
    Fact,
    FactKind,
    FactRequest,
    ProgressFact,
    TargetsFact,
    ValueFact,
)
from generators.results.figures import Measured, Progress


def visible_facts(figures: VisibleFigures, facts: Mapping[FactRequest, Fact]) -> dict[FactRequest, Fact]:
    """Return the visible facts, without the withheld reports of their values."""
    if figures.visibility.is_whole:
        return dict(facts)
    gate = _Facts(figures)
    found = ((request, gate.visible(request, fact)) for request, fact in facts.items())
    return {request: fact for request, fact in found if fact is not None}


@dataclass(frozen=True)
class _Facts:
    figures: VisibleFigures

    def visible(  # noqa: PLR0911 - one answer for each kind of fact
        self, request: FactRequest, fact: Fact
    ) -> Fact | None:
        """Return the visible form of a fact; ``None`` if it is withheld."""
        if not self.figures.visibility.programme(request.programme):
            return None
        match fact:
            case ValueFact(measured):
                return ValueFact(self._redacted(measured)) if self._shows(request, measured) else None
            case ChangeFact(before, after):
                is_shown = self._shows(request, before) and self._shows(request, after)
                return ChangeFact(self._redacted(before), self._redacted(after)) if is_shown else None
            case CompareFact(compared):
                return CompareFact(redacted(compared)) if self._shows_comparison(request, compared) else None
            case ProgressFact(progress):
                return self._visible_progress(progress)
            case TargetsFact():
                return self._visible_targets(request, fact)
            case CountsFact():
                return fact if self._is_all_public(request) else None
            case never:
                assert_never(never)

    def _visible_progress(self, progress: Progress | None) -> ProgressFact | None:
        if progress is None:
            return ProgressFact(None)
        return ProgressFact(self._redacted_progress(progress)) if self._shows_progress(progress) else None

    def _visible_targets(self, request: FactRequest, fact: TargetsFact) -> TargetsFact | None:
        """Return the targets if all of them are visible, else ``None``: a count of some would be misleading.

        ``None`` also if the programme has an internal indicator, even one without targets.
        """
        addresses = self.figures.dataset.indicators_of(request.subject)
        everything = [each for pair in fact.targets for each in pair if each is not None]
        is_shown = all(self._shows_progress(each) for each in everything)
        if not (is_shown and all(map(self.figures.visibility.indicator, addresses))):
            return None
        return TargetsFact(
            tuple(
                (before and self._redacted_progress(before), self._redacted_progress(after))
                for before, after in fact.targets
            )
        )

    def _shows_progress(self, progress: Progress) -> bool:
        is_shown = self.figures.visibility.filed(progress.target)
        return is_shown and self._shows_value(progress.indicator, progress.measured)

    def _shows(self, request: FactRequest, measured: Measured) -> bool:
        visibility = self.figures.visibility
        return visibility.indicator(request.subject) and self._shows_value(request.subject, measured)

    def _shows_comparison(self, request: FactRequest, compared: Compared) -> bool:
        return shows_comparison(self.figures, request.subject, compared)

    def _shows_value(self, address: Address, measured: Measured) -> bool:
        return self.figures.shows_with_past(address, measured)

    def _is_all_public(self, request: FactRequest) -> bool:
        """Whether all problems, or commitments, of a division are visible."""
        key = (request.subject, request.division)
        dataset, visibility = self.figures.dataset, self.figures.visibility
        if request.kind is FactKind.PROBLEMS:
            return visibility.problems(dataset.ledger_by_division.get(key, ()))
        return visibility.commitments(dataset.commitments_by_division.get(key, ()))

    def _redacted(self, measured: Measured) -> Measured:
        return self.figures.redact(measured)

    def _redacted_progress(self, progress: Progress) -> Progress:
        return replace(progress, measured=self._redacted(progress.measured))
