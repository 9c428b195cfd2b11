"""The part of a dataset that decides the figures of one programme."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from generators.model.correction import Correction
from generators.model.dataset import Dataset


def of_programme(dataset: Dataset, programme: str) -> Dataset:
    """Return the dataset with nothing but one programme and what was filed for it."""

    def is_own(address: str) -> bool:
        return address.partition("/")[0] == programme

    return replace(
        dataset,
        programmes={programme: dataset.programmes[programme]},
        targets=tuple(each for each in dataset.targets if is_own(each.target.indicator)),
        reports=tuple(each for each in dataset.reports if any(map(is_own, each.report.values))),
        corrections=tuple(each for each in dataset.corrections if is_own(each.indicator)),
        checks=tuple(each for each in dataset.checks if is_own(each.check.item)),
        assessments=tuple(each for each in dataset.assessments if is_own(each.assessment.ladder)),
        adjustments=tuple(each for each in dataset.adjustments if is_own(each.scheme)),
        ledger=tuple(each for each in dataset.ledger if each.entry.programme == programme),
        commitments=tuple(each for each in dataset.commitments if each.commitment.programme == programme),
        inspections={name: each for name, each in dataset.inspections.items() if each.programme == programme},
        closed=(),
    )


def without(dataset: Dataset, corrections: Collection[Correction]) -> Dataset:
    """Return the dataset without some corrections; itself if there are none."""
    if not corrections:
        return dataset
    left_out = {id(each) for each in corrections}
    kept = tuple(each for each in dataset.corrections if id(each) not in left_out)
    return replace(dataset, corrections=kept)


def as_if_made_by(dataset: Dataset, corrections: Iterable[Correction], day: date) -> Dataset:
    """Return the dataset with some corrections made on ``day``, in the order in which they were made.

    So what is measured of that day differs by the corrections, and by nothing else.
    """
    moved = {id(each): each.detached(on=day) for each in sorted(corrections, key=lambda each: each.on)}
    kept = tuple(each for each in dataset.corrections if id(each) not in moved)
    return replace(dataset, corrections=(*kept, *moved.values()))
