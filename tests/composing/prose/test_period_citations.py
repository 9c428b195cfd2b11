"""The words of figures of past periods: they are part of the figure, and so stay true."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Final

import pytest

from generators.composing.kit.parts import Parts
from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.kit.views import FigureView, Link
from generators.composing.prose.citations import Citations
from generators.disclosing import Publication
from generators.model.address import Address
from generators.model.prose_functions import SIGNATURES
from generators.model.scalars import Qualifier
from generators.results.facts import (
    ChangeFact,
    CountsFact,
    Fact,
    FactKind,
    FactRequest,
    ProgressFact,
    ValueFact,
)
from generators.results.figures import Coverage, Measured, Origin, Progress, Status, ValueState

PERIOD: Final = "2025-Q1"
PLACE: Final = "fengping/liuwan"


def _known(value: str, **more: object) -> Measured:
    return replace(Measured(ValueState.KNOWN, Origin.ROLLED_UP, Decimal(value)), **more)  # type: ignore[arg-type]


def _said(publication: Publication, fact: Fact, kind: FactKind, address: Address, *call: str) -> FigureView:
    facts = {FactRequest(kind, PLACE, address, PERIOD): fact}
    function, *words = call
    found = Citations(Parts(replace(publication, facts=facts))).functions[function](
        PLACE, address, PERIOD, *words
    )
    assert isinstance(found, FigureView)
    return found


def _address(publication: Publication, kind: str, measure: str = "") -> Address:
    return next(
        address
        for address, indicator in publication.indicators.items()
        if indicator.kind.value == kind and measure in indicator.measure
    )


@pytest.mark.parametrize(
    ("kind", "measure", "before", "after", "said"),
    [
        ("cumulative", "", "1000", "1001", "增加1"),
        ("cumulative", "", "7", "5", "减少2"),
        ("cumulative", "", "7", "7", "持平"),
        ("ratio", "%", "60.2", "60.6", "基本持平"),
        ("ratio", "%", "60.2", "61.24", "提高1个百分点"),
        ("ratio", "%", "60", "55.55", "下降4.5个百分点"),
    ],
)
def test_a_change_is_told_without_false_precision(
    publication: Publication, kind: str, measure: str, before: str, after: str, said: str
) -> None:
    fact = ChangeFact(_known(before), _known(after))
    address = _address(publication, kind, measure)
    unit = publication.indicators[address].measure if kind == "cumulative" and said[-1].isdigit() else ""
    assert _said(publication, fact, FactKind.CHANGE, address, "change").text == said + unit


@pytest.mark.parametrize(
    "before",
    [
        Measured(ValueState.UNREPORTED),
        _known("3", qualifier=Qualifier.OVER),
        _known("3", coverage=Coverage(1, 2)),
        replace(_known("1"), value=True),
    ],
)
def test_what_cannot_be_compared_is_not(publication: Publication, before: Measured) -> None:
    address = _address(publication, "cumulative")
    found = _said(publication, ChangeFact(before, _known("4")), FactKind.CHANGE, address, "change")
    assert (found.text, found.is_missing) == ("与上期不可比", True)


@pytest.mark.parametrize(
    ("gap", "days_left", "said"),
    [
        ("5.04", 30, "高于序时进度5个百分点"),
        ("-12.36", 30, "低于序时进度12.4个百分点"),
        ("0", 30, "与序时进度持平"),
        ("-0.01", 30, "低于序时进度0.1个百分点"),
        ("-20", 0, "低于目标20个百分点"),
    ],
)
def test_a_gap_says_on_which_side(publication: Publication, gap: str, days_left: int, said: str) -> None:
    progress = _progress(publication, gap=Decimal(gap))
    progress = replace(progress, day=progress.target.due - timedelta(days=days_left))
    fact = ProgressFact(progress)
    assert _said(publication, fact, FactKind.PROGRESS, progress.indicator, "gap").text == said


def _progress(publication: Publication, **more: object) -> Progress:
    found = next(each for each in publication.progress if each.target.due.year == 2025)
    return replace(found, **more)  # type: ignore[arg-type]


def test_what_is_short_of_all_is_never_shown_as_all(publication: Publication) -> None:
    progress = _progress(publication, attainment=Decimal("0.9996"))
    fact = ProgressFact(progress)
    assert _said(publication, fact, FactKind.PROGRESS, progress.indicator, "attainment").text == "99.96%"
    short = ValueFact(_known("99.96", origin=Origin.DERIVED))
    address = _address(publication, "ratio", "%")
    assert _said(publication, short, FactKind.VALUE, address, "value").text == "99.96%"


def test_without_numbers_there_are_words(publication: Publication) -> None:
    bare = _progress(publication, gap=None, attainment=None, status=Status.UNREPORTED)
    for function in ("gap", "attainment"):
        found = _said(publication, ProgressFact(bare), FactKind.PROGRESS, bare.indicator, function)
        assert (found.text, found.is_missing) == ("未报送", True)
    nobody = _said(publication, ProgressFact(None), FactKind.PROGRESS, bare.indicator, "progress")
    assert nobody.text == "没有目标"
    programme = Address(bare.indicator.programme)
    counts = CountsFact({"overdue": 3}, {"clearance": None})
    assert _said(publication, counts, FactKind.PROBLEMS, programme, "problems", "overdue").text == "3"
    assert _said(publication, counts, FactKind.PROBLEMS, programme, "problems", "clearance").is_missing


def test_every_function_of_prose_is_there(publication: Publication) -> None:
    assert Citations(Parts(publication)).functions.keys() == SIGNATURES.keys()


def test_what_was_not_asked_for_or_is_withheld_is_not_there(publication: Publication) -> None:
    functions = Citations(Parts(replace(publication, facts={}))).functions
    with pytest.raises(UnknownReferenceError):
        functions["gap"](PLACE, _address(publication, "cumulative"), PERIOD)


def test_an_indicator_is_linked_to_its_definition(publication: Publication) -> None:
    address = _address(publication, "cumulative")
    found = Citations(Parts(publication)).functions["indicator"](address)
    assert found == Link(
        publication.indicators[address].name, f"site:/programmes/{address.programme}/#i-{address.name}"
    )
    with pytest.raises(UnknownReferenceError):
        Citations(Parts(publication)).functions["indicator"](address.sibling("none"))
