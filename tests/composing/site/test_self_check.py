"""The self-check by a frozen clock: each rule just kept, and just broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from generators.composing.kit import urls
from generators.composing.kit.parts import Parts
from generators.composing.site.compose import compose
from generators.composing.site.quality import SECTION as QUALITY
from generators.composing.site.self_check import (
    FAILED,
    PASSED,
    REMARK,
    SECTION,
    RuleResult,
    SelfCheckView,
    self_check_pages,
)
from generators.disclosing import Audience, Publication
from generators.model.document import Bulletin, Document
from generators.model.scalars import Disclosure
from generators.model.series import SeriesColumn
from generators.pipeline import Examined

DAY: Final = date(2025, 6, 30)


def _sections(publication: Publication) -> dict[str, RuleResult]:
    (page,) = self_check_pages(Parts(publication))
    assert isinstance(page.view, SelfCheckView)
    return {result.anchor: result for result in page.view.results}


@pytest.fixture
def quiet(internal_publication: Publication) -> Publication:
    """Return the county without a report or case, so that its bulletins alone say when it was updated."""
    return replace(internal_publication, observations={}, cases=())


def _issued(publication: Publication, day: date | None, column: SeriesColumn | None = None) -> Publication:
    """Return the publication with one public bulletin of ``day``, and its series in ``column``."""
    document = next(each for each in publication.bulletins if each.front.disclosure is Disclosure.PUBLIC)
    front = document.front.model_copy(update={"date": day, "published": None})
    series = publication.series[front.series].model_copy(update={"column": column})
    return replace(publication, bulletins=(replace(document, front=front),), series={front.series: series})


@pytest.mark.parametrize(("age", "verdict"), [(0, PASSED), (14, PASSED), (15, FAILED), (400, FAILED)])
def test_home_is_stale_after_two_weeks(quiet: Publication, age: int, verdict: object) -> None:
    section = _sections(_issued(quiet, DAY - timedelta(days=age)))["home"]
    assert section.verdict == verdict
    if verdict is FAILED:
        assert section.findings[0].text.endswith(f"已过{age}天")


def test_home_without_any_day_is_stale(quiet: Publication) -> None:
    assert _sections(_issued(quiet, None))["home"].verdict == FAILED


def test_a_public_report_of_an_internal_indicator_updates_nothing(internal_publication: Publication) -> None:
    observation = next(
        each for each in internal_publication.all_observations if each.report.disclosure is Disclosure.PUBLIC
    )
    report = observation.report.model_copy(update={"on": DAY})
    publication = replace(
        _issued(internal_publication, DAY - timedelta(days=15)),
        observations={(observation.division, observation.indicator): (replace(observation, report=report),)},
        cases=(),
    )
    assert _sections(publication)["home"].verdict == PASSED
    programme = publication.programmes[observation.indicator.partition("/")[0]]
    hidden = programme.model_copy(update={"disclosure": Disclosure.INTERNAL})
    publication = replace(publication, programmes={**publication.programmes, programme.id: hidden})
    assert _sections(publication)["home"].verdict == FAILED


def test_what_is_dated_ahead_updates_nothing(quiet: Publication) -> None:
    assert _sections(_issued(quiet, DAY + timedelta(days=1)))["home"].verdict == FAILED


@pytest.mark.parametrize(
    ("column", "day", "verdict"),
    [
        (SeriesColumn.NEWS, date(2025, 6, 16), PASSED),
        (SeriesColumn.NEWS, date(2025, 6, 15), FAILED),
        (SeriesColumn.NOTICES, date(2024, 12, 31), PASSED),
        (SeriesColumn.NOTICES, date(2024, 12, 30), FAILED),
        (SeriesColumn.NEWS, None, FAILED),
        (None, date(2001, 1, 1), REMARK),
    ],
)
def test_a_column_is_stale_by_its_own_limit(
    quiet: Publication, column: SeriesColumn | None, day: date | None, verdict: object
) -> None:
    assert _sections(_issued(quiet, day, column))["columns"].verdict == verdict


def test_blank_columns_are_told_and_five_fail(quiet: Publication) -> None:
    name, series = next(iter(quiet.series.items()))
    column = series.model_copy(update={"column": SeriesColumn.NEWS})
    empty = replace(quiet, bulletins=(), series={name: column})
    section = _sections(empty)["blank"]
    assert {finding.text for finding in section.findings} == {
        "没有公开的一期",
        "没有公开的通报",
        "没有公开的案例",
    }
    assert section.verdict == REMARK
    many = replace(empty, series={f"{name}-{at}": column for at in range(3)})
    assert _sections(many)["blank"].verdict == FAILED


def test_undated_articles_are_told(quiet: Publication) -> None:
    section = _sections(_issued(quiet, None))["undated"]
    assert [finding.link.href for finding in section.findings] == [
        urls.bulletin(each.id) for each in _issued(quiet, None).bulletins
    ]
    assert _sections(_issued(quiet, DAY))["undated"].verdict == PASSED


def _with_body(publication: Publication, body: str) -> Sequence[Document[Bulletin]]:
    first, *others = publication.bulletins
    return (replace(first, body=body), *others)


def test_a_link_to_no_place_on_a_page_is_told(quiet: Publication) -> None:
    body = "见[下文](#here)、[那里](#nowhere)。\n\n## 这里 {: #here }\n"
    section = _sections(replace(quiet, bulletins=tuple(_with_body(quiet, body))))["links"]
    assert section.verdict == FAILED
    assert ["nowhere" in finding.text for finding in section.findings] == [True]


def test_overdue_reports_and_what_site_yml_leaves_open_are_told(internal_publication: Publication) -> None:
    sections = _sections(internal_publication)
    assert sections["reports"].verdict == REMARK
    assert all(finding.link.href == f"{QUALITY.address}#overdue" for finding in sections["reports"].findings)
    open_facts = {finding.link.label for finding in sections["facts"].findings}
    assert open_facts == {"承办单位", "ICP备案号", "公安备案号"}


def test_only_the_internal_site_has_it(publication: Publication, internal_publication: Publication) -> None:
    assert SECTION.address not in {page.address for page in compose(publication).pages}
    assert SECTION.address in {page.address for page in compose(internal_publication).pages}


def test_no_byte_of_the_public_site_speaks_of_it(county: Examined) -> None:
    site = county.site(Audience.PUBLIC)
    assert not [page.path for page in site.pages if "self-check" in page.source or "网站自查" in page.source]
    assert not [each.path for each in site.downloads if b"self-check" in each.content]
