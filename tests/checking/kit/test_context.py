from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generators.checking import personal_data
from generators.checking.kit.context import Context
from generators.checking.kit.public_text import site_texts
from generators.checking.personal_data import Finding, findings
from generators.model.address import Address
from generators.model.indicator import IndicatorKind
from generators.reading.load import load_project
from tests.build.project import FIXTURES_DAY


@pytest.fixture
def context(minimal_project: Path) -> Context:
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    return Context(dataset, FIXTURES_DAY)


def test_what_is_unknown_is_named_as_written(context: Context) -> None:
    assert context.figure_name("yunxi", Address("clear-stream/streams")) == "云溪县的“溪流总数”"
    assert context.figure_name("nowhere", Address("clear-stream/none")) == "“nowhere”的“clear-stream/none”"


def test_series_are_of_the_kinds_asked_for(context: Context) -> None:
    assert {address for _, address, _, _ in context.series(IndicatorKind.FLOW, IndicatorKind.FLAG)} == {
        "clear-stream/patrols",
        "clear-stream/signposted",
    }


def test_without_a_last_day_a_programme_is_judged_today(context: Context) -> None:
    assert context.day_of(Address("clear-stream/streams")) == FIXTURES_DAY
    assert context.day_of(Address("nowhere/streams")) == FIXTURES_DAY


def test_a_text_is_searched_for_personal_data_once(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: Counter[tuple[str, str, bool]] = Counter()

    def counted(text: str, title: str, *, is_contact: bool) -> tuple[Finding, ...]:
        searched[text, title, is_contact] += 1
        return findings(text, title, is_contact=is_contact)

    monkeypatch.setattr(personal_data, "findings", counted)
    texts = [text for text in site_texts(context.dataset) if text.fact is None]
    assert context.personal_findings == ()
    assert searched.keys() >= {(each.text, each.title, each.is_contact) for each in texts}
    assert len(searched) < len(texts)
    assert set(searched.values()) == {1}
