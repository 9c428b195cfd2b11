"""The gate and the checks agree: both ask one policy, and where a check is stricter it is never laxer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.checking.disclosure.disclosure import calls_of_internal_matters
from generators.checking.kit.context import Context
from generators.composing.kit.parts import Parts
from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.prose.citations import Citations
from generators.disclosing import Audience, Publication, disclose
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.document import Document, FreePage
from generators.model.indicator import Condition, IndicatorKind, RatioParts, Release, Rollup
from generators.model.names import Meaning
from generators.model.record import Place
from generators.model.report import Value
from generators.model.scalars import Disclosure
from generators.model.scheme import Scheme
from generators.model.source import Citation
from generators.model.visibility import Visibility
from generators.model.walk import records_of, walk
from generators.pipeline import examine, measured_whole, withheld_calls
from generators.reading.prose import parsed_prose
from generators.reviewing.prose import calls_of_withheld_figures
from tests.build import datasets, divisions, figures, programmes
from tests.build.project import COUNTY_SMALL, SHILI
from tests.reading_sites.marks import objects_within, texts_within

PUBLIC: Final = Disclosure.PUBLIC
PROJECTS: Final = [(COUNTY_SMALL, date(2025, 6, 30)), (SHILI, date(2026, 10, 15))]


@pytest.fixture(scope="module", params=PROJECTS, ids=["county_small", "shili"])
def project(request: pytest.FixtureRequest) -> tuple[Dataset, Publication]:
    """Return a project and what the public sees of it."""
    path, day = request.param
    examined = examine(Path(path), day)
    assert examined.dataset is not None
    assert examined.measurements is not None
    return examined.dataset, disclose(examined.dataset, examined.measurements, Audience.PUBLIC)


def test_what_the_checks_take_for_internal_the_gate_does_not_let_through(
    project: tuple[Dataset, Publication],
) -> None:
    dataset, publication = project
    hidden, public = _texts(dataset)
    assert len(hidden) > 20
    assert sorted((hidden - public) & set(texts_within(publication))) == []


def _texts(dataset: Dataset) -> tuple[set[str], set[str]]:
    """Return the words and prose that the policy hides from the public, and all those it does not."""
    policy, found = Visibility(dataset, Audience.PUBLIC), (set[str](), set[str]())
    for record in records_of(dataset):
        for text, is_public in policy.texts(record):
            if is_public or text.meaning in {Meaning.TEXT, Meaning.PROSE}:
                found[is_public].add(text.text)
    names = {each.name for each in dataset.divisions.values()}
    return found[False], found[True] | names


def test_every_citation_that_the_public_sees_is_among_those_its_sources_are_taken_from(
    project: tuple[Dataset, Publication],
) -> None:
    _, publication = project
    reachable = {each.document for each in objects_within(publication) if isinstance(each, Citation)}
    listed = {name.text for record in records_of(publication) for name in walk(record, Meaning.SOURCE)}
    assert len(reachable) > 1
    assert reachable <= listed


# A small county of which anything may be internal.

DAY: Final = date(2017, 6, 30)
EAST: Final = divisions.EAST
VILLAGE: Final = "county/east/a"
QUARTER: Final = "2017-Q1"
INDICATORS: Final = ("part", "whole", "base", "middle", "top", "latest", "total", "met")

CALLS: Final = tuple(
    call
    for place, name in product((EAST, VILLAGE), INDICATORS)
    for call in (
        f'{{{{ value("{place}", "example/{name}") }}}}',
        f'{{{{ value("{place}", "example/{name}", "2017-02") }}}}',
        f'{{{{ value("{place}", "example/{name}", "{QUARTER}") }}}}',
        f'{{{{ target("{place}", "example/{name}") }}}}',
        f'{{{{ progress("{place}", "example/{name}", "{QUARTER}") }}}}',
        f'{{{{ indicator("example/{name}") }}}}',
    )
) + tuple(f'{{{{ {name}("{EAST}", "example/league", "{QUARTER}") }}}}' for name in ("rank", "score"))

MET: Final = {"indicator": "total", "level": "village", "at-least": 6}
LEAGUE: Final = {
    "name": "考核",
    "level": "township",
    "every": "quarter",
    "closes_after_days": 10,
    "disclosure": "public",
    "versions": [
        {
            "from": QUARTER,
            "missing": "reweight",
            "components": {
                "total": {
                    "name": "合计",
                    "weight": 1,
                    "indicator": "total",
                    "normalise": {"goalposts": {"low": 0, "high": 40}},
                }
            },
        }
    ],
}

PERIODS: Final = ("2017-01", "2017-02", "2017-05")
FILED: Final = tuple(
    (name, place, period)
    for name, place, period in product(
        ("part", "whole", "base", "latest", "total"), (EAST, VILLAGE, divisions.B, divisions.C), PERIODS
    )
    if (name, place) != ("latest", EAST) and (name == "total") == (place != EAST)
)
CORRECTED: Final = (("2017-01", 3), ("2017-02", 3), ("2017-02", 9))
ANYTHING: Final = ("programme", *INDICATORS, *FILED, *CORRECTED, *(("target", name) for name in INDICATORS))
"""What may be internal: the programme, an indicator, a report, a correction or a target."""


@st.composite
def counties(draw: st.DrawFn) -> Dataset:
    """Return a county with reports, corrections and targets, of which a few are internal."""
    hidden = draw(st.sets(st.sampled_from(ANYTHING), max_size=4))
    released = draw(st.sets(st.sampled_from(INDICATORS), max_size=3))

    def of(key: object) -> Disclosure:
        return Disclosure.INTERNAL if key in hidden else Disclosure.PUBLIC

    level, ratio = IndicatorKind.LEVEL, IndicatorKind.RATIO
    indicators = {
        "part": figures.indicator(level),
        "whole": figures.indicator(level),
        "base": figures.indicator(level),
        "middle": figures.indicator(ratio, derived=RatioParts(numerator="part", denominator="whole")),
        "top": figures.indicator(ratio, derived=RatioParts(numerator="middle", denominator="base")),
        "latest": figures.indicator(level, rollup=Rollup.LATEST),
        "total": figures.indicator(rollup=Rollup.SUM),
        "met": figures.indicator(level, rollup=Rollup.COUNT_WHERE, where=Condition.model_validate(MET)),
    }
    # A disclosure that is written, even public, releases what an indicator adds up.
    declared = {name: {"disclosure": of(name)} if name in hidden else {} for name in indicators}
    work = programmes.programme(
        {
            name: each.detached(
                release=Release(reason="示例") if name in released else None, **declared[name]
            )
            for name, each in indicators.items()
        }
    ).detached(schemes={"league": Scheme.model_validate(LEAGUE)})
    reports = (
        (key, figures.report(key[2], 7, division=key[1], address=Address(f"example/{key[0]}")))
        for key in FILED
    )
    corrections = (
        (key, figures.correction(key[0], Decimal(7), Decimal(8), date(2017, key[1], 1), division=VILLAGE))
        for key in CORRECTED
    )
    targets = (
        (name, figures.target(20, division=VILLAGE, indicator=f"example/{name}")) for name in INDICATORS
    )
    return datasets.dataset(
        work.detached(disclosure=of("programme")),
        reports=[replace(each, report=each.report.detached(disclosure=of(key))) for key, each in reports],
        corrections=[
            each.detached(indicator="example/part", disclosure=of(key)) for key, each in corrections
        ],
        targets=[
            replace(each, target=each.target.detached(disclosure=of(("target", name))))
            for name, each in targets
        ],
    )


def _with_page(dataset: Dataset, body: str) -> Dataset:
    page: Document[FreePage] = Document("page", FreePage(title="页"), body, Place("content/page.md"))
    return replace(dataset, pages=(page,))


def _answers(dataset: Dataset, audience: Audience, calls: Sequence[str]) -> dict[str, object]:
    """Return what a page prints for each of the calls, where the audience sees an answer at all."""
    body = "\n".join(calls)
    dataset = _with_page(dataset, body)
    citations = Citations(Parts(disclose(dataset, measured_whole(dataset, DAY), audience)))
    found: dict[str, object] = {}
    for text, call in zip(calls, parsed_prose(body).calls, strict=True):
        arguments = {name: call.argument(name) for name in call.parameters}
        with suppress(UnknownReferenceError):
            found[text] = citations.functions[call.function](**arguments)
    return found


@settings(max_examples=30, deadline=None)
@given(counties())
def test_what_the_check_lets_pass_the_gate_answers(county: Dataset) -> None:
    calls = list(_answers(county, Audience.INTERNAL, CALLS))
    page = _with_page(county, "\n".join(calls))
    context, measurements = Context(page, DAY), measured_whole(page, DAY)
    public = disclose(page, measurements, Audience.PUBLIC)
    problems = (
        *calls_of_internal_matters(context),
        *calls_of_withheld_figures(context, withheld_calls(page, measurements, public, context.prose)),
    )
    refused = {calls[each.place.line - 1] for each in problems}
    assert len(calls) > 20
    assert set(calls) - refused <= _answers(county, Audience.PUBLIC, calls).keys()


@settings(max_examples=30, deadline=None)
@given(counties())
def test_no_answer_to_the_public_depends_on_what_is_internal(county: Dataset) -> None:
    answers = _answers(county, Audience.PUBLIC, CALLS)
    assert _answers(_with_other_secrets(county), Audience.PUBLIC, CALLS) == answers


def _with_other_secrets(county: Dataset) -> Dataset:
    """Return the county with other numbers in everything that the public does not see."""
    public = Visibility(county, Audience.PUBLIC)
    other = Value(value=Decimal(5))
    return replace(
        county,
        reports=tuple(
            each
            if public.filed(each.report)
            else replace(each, report=each.report.detached(values=dict.fromkeys(each.report.values, other)))
            for each in county.reports
        ),
        corrections=tuple(
            each if public.filed(each) else each.detached(new=Decimal(6)) for each in county.corrections
        ),
        targets=tuple(
            each
            if public.filed(each.target)
            else replace(each, target=each.target.detached(value=Decimal(30)))
            for each in county.targets
        ),
    )
