"""Reckons a period for closing, and compares what was closed with what the data give now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generators.measuring.closings.figures import closed_figures
from generators.measuring.closings.inputs import closed_inputs, correction_key
from generators.measuring.closings.restricting import as_if_made_by, of_programme, without
from generators.measuring.facts import PeriodFacts
from generators.measuring.once import Once
from generators.model.canonical import canonical, sha256_of
from generators.model.closing import (
    ClosedRecord,
    Closing,
    FigureKey,
    InputKey,
    can_concern,
    periods_in_force,
)
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.results.closings import (
    ClosedFigure,
    ClosingState,
    CorrectedFigure,
    Difference,
    Input,
    Reckoning,
)


def reckoned(dataset: Dataset, closing: Closing) -> Reckoning:
    """Return the figures of a period and their inputs, as known on the day of its closing."""
    facts = _facts(Once(of_programme(dataset, closing.programme)), closing)
    figures = closed_figures(facts, closing.on)
    return Reckoning(figures, closed_inputs(facts, closing.on, divisions_in(figures)))


def divisions_in(figures: Iterable[FigureKey]) -> set[str]:
    """Return the ids of the divisions that figures are of."""
    return {key[1] for key in figures}


def disclosures_digest(inputs: Mapping[InputKey, Input]) -> str:
    """Return the digest of which inputs are public."""
    return sha256_of(canonical([[*key, "public" if each.is_public else ""] for key, each in inputs.items()]))


def closing_states(dataset: Dataset, as_of: date, methods: str) -> tuple[ClosingState, ...]:
    """Return every closed period that is in force on ``as_of``, compared with the dataset.

    ``methods`` is the digest of the code that computes. Where it and all inputs are the same, so are the
    figures, and none is computed again. A programme that is no longer on record has no states; a check says
    that it is missing.
    """
    comparing = _Comparing(dataset, as_of, methods)
    known = tuple(each for each in dataset.closed if each.closing.on <= as_of)
    return tuple(
        comparing.state(each)
        for each in periods_in_force(known)
        if each.closing.programme in dataset.programmes
    )


def _facts(once: Once, closing: Closing) -> PeriodFacts:
    return PeriodFacts(once, closing.programme, closing.period, closing.on)


@dataclass(frozen=True)
class _Comparing:
    dataset: Dataset
    as_of: date
    methods: str
    _parts: dict[str, Dataset] = field(default_factory=dict)
    _once: dict[tuple[str, frozenset[int]], Once] = field(default_factory=dict)

    def state(self, record: ClosedRecord) -> ClosingState:
        """Return the state of one closed period."""
        closing = record.closing
        later = tuple(each for each in self._part(closing.programme).corrections if _is_later(each, record))
        facts = _facts(self._known(closing.programme, later), closing)
        inputs = closed_inputs(facts, closing.on, divisions_in(record.figures))
        is_same_program = closing.methods == self.methods
        state = ClosingState(
            record,
            inputs,
            corrections=tuple(each for each in later if each.on <= self.as_of),
            is_same_program=is_same_program,
            is_seen_alike=disclosures_digest(_recorded(inputs, record)) == record.disclosures,
        )
        if not is_same_program or {key: each.digest for key, each in inputs.items()} != record.inputs:
            now = closed_figures(facts, closing.on)
            state = replace(state, altered=tuple(_differences(record, now)))
        return replace(state, corrected=tuple(self._corrected(state))) if state.corrections else state

    def _part(self, programme: str) -> Dataset:
        if programme not in self._parts:
            self._parts[programme] = of_programme(self.dataset, programme)
        return self._parts[programme]

    def _known(self, programme: str, later: tuple[Correction, ...]) -> Once:
        """Return the programme without the corrections ``later``, one for all that leave out the same."""
        key = (programme, frozenset(map(id, later)))
        if key not in self._once:
            self._once[key] = Once(without(self._part(programme), later))
        return self._once[key]

    def _corrected(self, state: ClosingState) -> Iterator[CorrectedFigure]:
        """Yield the figures that the corrections made since have changed, beside those that were closed."""
        closing = state.record.closing
        concerned = [each for each in state.corrections if can_concern(each.period, closing.period)]
        if not concerned:
            return
        known = self._known(closing.programme, state.corrections).dataset
        once = Once(as_if_made_by(known, concerned, closing.on))
        now = closed_figures(_facts(once, closing), closing.on)
        for each in _differences(state.record, now):
            yield CorrectedFigure(each, now.get(each.key))


def _recorded(inputs: Mapping[InputKey, Input], record: ClosedRecord) -> dict[InputKey, Input]:
    """Return those of the inputs that were there when the period was closed."""
    return {key: each for key, each in inputs.items() if key in record.inputs}


def _is_later(correction: Correction, record: ClosedRecord) -> bool:
    """Whether a correction was made after the period was closed, be it on the same day."""
    closed = record.closing.on
    return correction.on > closed or (
        correction.on == closed and correction_key(correction) not in record.inputs
    )


def _differences(record: ClosedRecord, now: Mapping[FigureKey, ClosedFigure]) -> Iterator[Difference]:
    """Yield each figure that was closed otherwise than ``now``, in the order of their keys."""
    for key in sorted({*record.figures, *now}):
        before = record.figures.get(key)
        found = now.get(key)
        if before != (None if found is None else found.says):
            yield Difference(key, before, None if found is None else found.says)
