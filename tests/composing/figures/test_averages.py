"""The average of places of the same kind: exact, of enough complete values, from what the audience sees."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generators.composing.figures.averages import average_note
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import small, unbroken
from generators.disclosing import Audience
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.report import Value
from tests.build import figures
from tests.build.peers import DAY, county_with
from tests.build.publications import disclosed
from tests.build.rankings import township
from tests.reading_sites.shown_tables import text_of


def _average(county: Dataset, at: int = 0, audience: Audience = Audience.INTERNAL) -> str:
    parts = Parts(disclosed(county, DAY, audience))
    (progress,) = parts.publication.progress_by_division[township(at)]
    note = average_note(parts, progress)
    return text_of(note) if note is not None else ""


def test_the_average_is_of_places_of_the_same_kind() -> None:
    county = county_with((10, 20, 31, 100), rural=1)
    assert _average(county) == "3个镇平均20.3个"
    assert _average(county, 3) == ""


def test_the_average_of_the_public_is_of_what_it_sees() -> None:
    county = county_with((10, 20, 30, 1000), hidden=3)
    assert _average(county) == "4个镇平均265个"
    assert _average(county, audience=Audience.PUBLIC) == "3个镇平均20个"
    assert _average(county_with((10, 20, 30), hidden=2), audience=Audience.PUBLIC) == ""


def test_an_internal_value_changes_nothing_that_the_public_is_told() -> None:
    told = {
        _average(county_with((10, 20, 30, hidden), hidden=3), audience=Audience.PUBLIC)
        for hidden in (0, 7, 10**9)
    }
    assert told == {"3个镇平均20个"}


def test_the_average_of_ratios_is_that_of_their_sums() -> None:
    ratio = figures.indicator(IndicatorKind.RATIO, measure="%")
    values = [
        Value.model_validate({"numerator": top, "denominator": bottom})
        for top, bottom in ((1, 2), (1, 4), (0, 10))
    ]
    assert _average(county_with(values, indicator=ratio)) == "3个镇平均12.5%"


def test_a_ratio_without_its_parts_has_no_average() -> None:
    ratio = figures.indicator(IndicatorKind.RATIO, measure="%")
    assert _average(county_with((50, 60, 70), indicator=ratio)) == ""


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("10", "20", {"value": 30, "qualifier": "nearly"}), "3个镇平均近20个"),
        (("10", {"value": 20, "qualifier": "over"}, {"value": 30, "qualifier": "nearly"}), "3个镇平均约20个"),
        (("0", "0", "0"), "3个镇平均0个"),
        (("10", "20", "30"), "3个镇平均20个"),
    ],
)
def test_the_average_of_hedged_values_is_hedged(values: Sequence[object], told: str) -> None:
    stated = [
        Value.model_validate(each if isinstance(each, dict) else {"value": int(str(each))}) for each in values
    ]
    assert _average(county_with(stated)) == told


def test_the_number_keeps_its_unit_where_the_words_break() -> None:
    parts = Parts(disclosed(county_with((10, 20, 31)), DAY, Audience.INTERNAL))
    (progress,) = parts.publication.progress_by_division[township(0)]
    assert average_note(parts, progress) == small("3个镇平均", unbroken("20.3个"), is_unbroken=True)
