"""Measures the divisions of a part of a dataset apart; measuring the whole then goes on from their values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Final, TypeAlias, assert_never

from generators.county_work import CountyWork
from generators.measuring.changes import days_compared
from generators.measuring.comparisons.columns import declared_comparisons
from generators.measuring.computing import figures_on_day
from generators.measuring.figures.cutoff import KnownAt
from generators.measuring.figures.equal_cutoffs import cutoffs_asked_for, earliest_equal
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import assigned_targets, progress_of
from generators.measuring.figures.values import values_of
from generators.measuring.once import Figure, Once
from generators.measuring.rankings.rankings import closed_periods, scores_of
from generators.measuring.tiers.ladders import ladder_result, ranks_alone
from generators.model.address import Address
from generators.model.county_parts import CountyParts
from generators.model.dataset import Dataset
from generators.model.ladder import ByAssessment, ByChecklist, ByThreshold
from generators.model.observation import Observation
from generators.model.packing import packed, unpacked
from generators.results.figures import Measured

_TASK: Final = "measured"

_FEWEST_JOBS: Final = 4
"""With fewer, measuring the parts takes longer than it spares: that is a quarter of measuring the whole."""

MeasuredPart: TypeAlias = Mapping[KnownAt, Mapping[Figure, Measured]]
"""Values of the divisions of a part, by what they rest on."""


def measured_parts(work: CountyWork, as_of: date) -> Iterable[MeasuredPart]:
    """Return what is measured of each part by ``work``; nothing if that is not divided among enough jobs."""
    if not work.is_divided or work.jobs < _FEWEST_JOBS:
        return ()
    read = partial(unpacked_part, work.parts.dataset)
    return work.results(_TASK, partial(_packed_part, work.parts, as_of), read, (f"{as_of}",))


def _packed_part(parts: CountyParts, as_of: date, part: int) -> bytes:
    return packed_part(measured_part(parts.measured_of(part), parts.divisions_of(part), as_of))


def measured_part(part: Dataset, divisions: Collection[str], as_of: date) -> MeasuredPart:
    """Return the values of ``divisions`` that measuring the whole on ``as_of`` asks for.

    ``part`` is the dataset with nothing but these divisions, those above all parts, and what was filed for
    any of them. Values that depend on inspections are left out: visits elsewhere count in them. A task for
    any process: what it takes and returns can be sent.
    """
    once = Once(part)
    for day in (as_of, *days_compared(part, as_of).values()):
        figures = figures_on_day(once, day)
        _ask_as_whole(figures, day, is_past=day != as_of)
    left_out = frozenset(filter(once.provenance.rests_on_visits, part.indicators))
    found = {
        known: {
            figure: measured
            for kept in made
            for figure, measured in kept.items()
            if figure[0] in divisions and figure[1].programme == known.programme and figure[1] not in left_out
        }
        for known, made in once.made.items()
        if isinstance(known, KnownAt)
    }
    for programme, asked, equal in cutoffs_asked_for(once):
        for is_of_all in (True, False):
            values = found.get(KnownAt(programme, equal, is_of_all))
            if values is not None:
                found[KnownAt(programme, asked, is_of_all)] = values
    return found


def _ask_as_whole(figures: Figures, day: date, *, is_past: bool) -> None:
    """Measure what the snapshot of ``day`` needs, also below the divisions that are above the part."""
    once, dataset = figures.once, figures.dataset
    values = values_of(figures)
    days = {programme: cutoff.day for programme, cutoff in figures.cutoffs.items()}
    for filed in assigned_targets(dataset, days):
        progress_of(figures, filed)
    for address, scheme in dataset.schemes.items():
        for closed in closed_periods(address, scheme, dataset.programmes[address.programme], day):
            scores_of(once, closed, day)
    for address, ladder in dataset.ladders.items():
        match ladder.rule:
            case ByThreshold():
                (ranks_alone if is_past else ladder_result)(figures, address)
            case ByChecklist() | ByAssessment():
                pass  # which need no figures
            case never:
                assert_never(never)
    if not is_past:
        declared_comparisons(figures, values.items())


def use_measured(once: Once, parts: Iterable[MeasuredPart]) -> None:
    """Let figures of the whole dataset of ``once`` start from the values of parts.

    Figures at cutoffs between which nothing differs in the whole are the same ones, and those of each of the
    cutoffs hold for all.
    """
    for part in parts:
        for known, values in part.items():
            equal = known._replace(cutoff=earliest_equal(once, known.programme, known.cutoff))
            for each in {known, equal}:
                once.apart.setdefault(each, {}).update(values)


def packed_part(measured: MeasuredPart) -> bytes:
    """Return the values of a part as bytes; of the observations no more than which they are."""
    return packed(measured, {Observation: lambda each: (each.division, each.indicator, each.at)})


def unpacked_part(dataset: Dataset, content: bytes) -> MeasuredPart:
    """Return the values of a part that were packed, with the observations of ``dataset``, the whole.

    Raises ``pickle.UnpicklingError`` if they are of something else.
    """

    def observation(division: str, indicator: Address, at: int) -> Observation:
        return dataset.observations[division, indicator][at]

    found: MeasuredPart = unpacked(content, observation)
    return found
