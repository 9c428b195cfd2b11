"""What the gate lets through of the problem ledger, and what its sums are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generators.disclosing import Audience, Publication, disclose
from generators.measuring.snapshot import measure
from generators.model.dataset import Dataset
from generators.model.ledger import FiledEntry
from generators.model.scalars import Disclosure
from generators.model.source import Citation, Source
from tests.build import datasets, programmes
from tests.build.ledgers import assigned, filed_problem, found, rectified, verified
from tests.build.publications import disclosed

DAY = date(2024, 4, 30)
START = date(2024, 3, 1)


def _cleared(name: str, disclosure: Disclosure, township: str = "county/east") -> FiledEntry:
    life = (
        found(START),
        assigned(START, START + timedelta(days=20)),
        rectified(START + timedelta(days=9)),
        verified(START + timedelta(days=11)),
    )
    return filed_problem(*life, name=name, township=township, disclosure=disclosure)


def _open(name: str, disclosure: Disclosure, township: str = "county/east") -> FiledEntry:
    return filed_problem(found(START), name=name, township=township, disclosure=disclosure)


def _dataset(*entries: FiledEntry, programme: Disclosure = Disclosure.PUBLIC) -> Dataset:
    work = programmes.programme({}).model_copy(update={"disclosure": programme})
    return replace(datasets.dataset(work), ledger=entries)


def _publication(dataset: Dataset, audience: Audience = Audience.PUBLIC) -> Publication:
    return disclosed(dataset, DAY, audience)


MIXED = (
    _cleared("a", Disclosure.PUBLIC),
    _open("b", Disclosure.INTERNAL),
    _open("c", Disclosure.INTERNAL, "county/west"),
)


def test_the_internal_audience_sees_the_ledger_as_measured() -> None:
    dataset = _dataset(*MIXED)
    measurements = measure(dataset, DAY)
    assert disclose(dataset, measurements, Audience.INTERNAL).ledgers == measurements.ledgers


def test_the_public_sees_public_problems_and_sums_of_these_alone() -> None:
    ledger = _publication(_dataset(*MIXED)).ledgers["example"]
    assert [each.filed.id for each in ledger.standings] == ["a"]
    assert (ledger.counts.found, ledger.counts.cleared) == (1, 1)
    assert list(ledger.townships) == ["county/east"]
    assert [(each.found, each.remaining) for each in ledger.burn_down] == [(1, 1), (1, 0)]
    assert not ledger.is_whole


def test_a_ledger_of_public_problems_alone_is_whole() -> None:
    ledger = _publication(_dataset(_cleared("a", Disclosure.PUBLIC))).ledgers["example"]
    assert ledger.is_whole
    assert ledger.counts.clearance == 1


@pytest.mark.parametrize(
    ("entry", "programme"),
    [
        (_open("a", Disclosure.INTERNAL), Disclosure.PUBLIC),
        (_open("a", Disclosure.PUBLIC), Disclosure.INTERNAL),
    ],
)
def test_where_the_public_sees_no_problem_there_is_no_ledger(
    entry: FiledEntry, programme: Disclosure
) -> None:
    dataset = _dataset(entry, programme=programme)
    assert _publication(dataset).ledgers == {}
    assert list(_publication(dataset, Audience.INTERNAL).ledgers) == ["example"]


def test_the_name_of_an_inspection_is_not_public() -> None:
    spotted: dict[str, object] = {"found": {"on": START, "by": "县巡查组", "inspection": "surprise"}}
    dataset = _dataset(filed_problem(spotted, disclosure=Disclosure.PUBLIC))
    (public,) = _publication(dataset).ledgers["example"].standings
    (internal,) = _publication(dataset, Audience.INTERNAL).ledgers["example"].standings
    for events in (public.events, public.filed.entry.events):
        assert events[0].found is not None
        assert events[0].found.inspection is None
        assert events[0].found.by == "县巡查组"
    assert internal.events[0].found is not None
    assert internal.events[0].found.inspection == "surprise"


def test_the_source_of_a_public_problem_is_listed() -> None:
    sources = {
        name: Source(title=name, issuer="县巡查组", disclosure=Disclosure.PUBLIC) for name in ("seen", "kept")
    }
    public, internal = _open("a", Disclosure.PUBLIC), _open("b", Disclosure.INTERNAL)
    cited = {
        name: replace(each, entry=each.entry.model_copy(update={"source": Citation(document=name)}))
        for name, each in (("seen", public), ("kept", internal))
    }
    dataset = replace(_dataset(*cited.values()), sources=sources)
    assert list(_publication(dataset).sources) == ["seen"]
    assert list(_publication(dataset, Audience.INTERNAL).sources) == ["seen", "kept"]


def test_a_township_shows_what_lies_in_its_villages_and_a_village_its_own() -> None:
    in_village = replace(_open("a", Disclosure.PUBLIC))
    in_village = replace(in_village, entry=in_village.entry.model_copy(update={"division": "county/east/a"}))
    publication = _publication(_dataset(in_village, _open("b", Disclosure.PUBLIC)))
    shown = {
        division: [each.filed.id for each in standings]
        for division, standings in publication.problems_by_division.items()
    }
    assert shown == {"county/east": ["a", "b"], "county/east/a": ["a"]}
