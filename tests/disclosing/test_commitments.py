from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.disclosing import Audience
from generators.model.dataset import Dataset
from generators.model.scalars import Disclosure
from tests.build.commitments import filed_commitment, judged, made, published, reviewed
from tests.build.datasets import dataset
from tests.build.divisions import EAST
from tests.build.figures import indicator
from tests.build.programmes import programme
from tests.build.publications import disclosed

DAY = date(2025, 6, 30)
_KEPT = (
    made(date(2024, 1, 8)),
    reviewed(date(2024, 1, 12)),
    published(date(2024, 1, 15)),
    judged(date(2025, 3, 1)),
)


def _given(*disclosures: Disclosure) -> Dataset:
    commitments = tuple(
        filed_commitment(*_KEPT, name=f"c{at}", points=Decimal(at + 1), disclosure=each)
        for at, each in enumerate(disclosures)
    )
    return replace(dataset(programme({"main": indicator()})), commitments=commitments)


def test_the_public_sees_public_commitments_and_sums_of_these_alone() -> None:
    given = _given(Disclosure.PUBLIC, Disclosure.INTERNAL)
    publication = disclosed(given, DAY, Audience.PUBLIC)
    book = publication.commitment_books["example"]
    assert [each.filed.id for each in book.standings] == ["c0"]
    assert (book.counts.total, book.counts.points, book.is_whole) == (1, Decimal(1), False)
    assert book.townships[EAST].total == 1
    assert [each.filed.id for each in publication.commitments_by_division[EAST]] == ["c0"]


def test_what_is_all_internal_is_not_there_for_the_public() -> None:
    given = _given(Disclosure.INTERNAL)
    assert disclosed(given, DAY, Audience.PUBLIC).commitment_books == {}


def test_what_is_all_public_is_whole() -> None:
    given = _given(Disclosure.PUBLIC, Disclosure.PUBLIC)
    assert disclosed(given, DAY, Audience.PUBLIC).commitment_books["example"].is_whole


def test_the_internal_audience_sees_everything() -> None:
    given = _given(Disclosure.PUBLIC, Disclosure.INTERNAL)
    book = disclosed(given, DAY, Audience.INTERNAL).commitment_books["example"]
    assert (book.counts.total, book.is_whole) == (2, True)
