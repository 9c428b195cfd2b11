"""What the gate lets through, above all that it lets nothing through that it should not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generators.composing.site.compose import compose
from generators.disclosing import Audience, Publication, disclose
from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.indicator import Condition, IndicatorKind, RatioParts, Rollup
from generators.model.report import FiledReport
from generators.model.scalars import Disclosure
from generators.pipeline import Examined
from generators.reading.prose import parsed_prose
from generators.rendering import render
from tests.build import datasets, divisions, figures, programmes
from tests.build.project import COUNTY_SMALL
from tests.build.publications import disclosed
from tests.reading_sites.marks import marks_in, printed, texts_below, texts_within

INTERNAL = Disclosure.INTERNAL
PUBLIC = Disclosure.PUBLIC
DAY = date(2017, 3, 1)

Disclose = Callable[[Audience], Publication]


@pytest.fixture(scope="module")
def county_for(county: Examined) -> Disclose:
    """Return a function that discloses the fictional county."""
    assert county.dataset is not None
    assert county.measurements is not None
    dataset, measurements = county.dataset, county.measurements
    return lambda audience: disclose(dataset, measurements, audience)


def _disclosed(dataset: Dataset, audience: Audience = Audience.PUBLIC) -> Publication:
    return disclosed(dataset, DAY, audience)


def _internal(filed: FiledReport) -> FiledReport:
    return replace(filed, report=filed.report.model_copy(update={"disclosure": INTERNAL}))


def _correction(new: int, disclosure: Disclosure, on: date = date(2017, 2, 20)) -> Correction:
    made = figures.correction("2017-01", Decimal(5), Decimal(new), on)
    return made.model_copy(update={"disclosure": disclosure})


# The fictional county, in which every internal text and number is marked.


def test_nothing_internal_is_reachable_from_a_public_publication(county_for: Disclose) -> None:
    assert marks_in(texts_within(county_for(Audience.PUBLIC))) == frozenset()


def test_everything_internal_is_reachable_from_an_internal_publication(county_for: Disclose) -> None:
    everything = marks_in(texts_below(COUNTY_SMALL))
    in_an_attachment = frozenset({"zzinternal49"})
    assert len(everything) > 80
    assert everything - marks_in(texts_within(county_for(Audience.INTERNAL))) == in_an_attachment


def test_the_walk_looks_into_private_attributes(county: Examined) -> None:
    assert county.dataset is not None
    programme = county.dataset.programmes["tidy-villages"]
    emptied = programme.model_copy(update={"indicators": {}})
    assert "data/programmes/tidy-villages.yml" in set(texts_within(emptied))


def test_a_record_reaches_no_key_of_others_in_its_file(county: Examined) -> None:
    """They share the sheet of the file's places, in which keys are numbers."""
    assert county.dataset is not None
    programme = county.dataset.programmes["tidy-villages"]
    emptied = programme.model_copy(update={"indicators": {}})
    assert programme.place("indicators", "tidied") != programme.place()
    assert "strong-villages" not in set(texts_within(emptied))


def test_a_record_keeps_no_value_of_what_it_was_read_from(county: Examined) -> None:
    assert county.dataset is not None
    programme = county.dataset.programmes["tidy-villages"]
    assert "zzinternal41" in marks_in(texts_within(programme))
    assert "zzinternal41" not in marks_in(texts_within(programme.model_copy(update={"indicators": {}})))


def test_the_internal_publication_holds_the_records_themselves(
    county: Examined, county_for: Disclose
) -> None:
    assert county.dataset is not None
    publication = county_for(Audience.INTERNAL)
    assert publication.site is county.dataset.site
    assert publication.targets == county.dataset.targets
    assert publication.sources == county.dataset.sources


def test_a_source_that_nothing_public_cites_is_not_listed(county_for: Disclose) -> None:
    assert list(county_for(Audience.PUBLIC).sources) == ["plan", "monthly-return", "window-notice"]
    assert "never-cited" in county_for(Audience.INTERNAL).sources


def test_a_series_without_public_issues_is_not_listed(county_for: Disclose) -> None:
    assert list(county_for(Audience.PUBLIC).series) == ["tidy-notes"]
    assert len(county_for(Audience.INTERNAL).series) == 2


def test_attachments_go_where_a_visible_page_links_to_them(county_for: Disclose) -> None:
    assert county_for(Audience.PUBLIC).attachments == ("cases/village-map.svg",)
    assert len(county_for(Audience.INTERNAL).attachments) == 2


def test_an_internal_indicator_leaves_headline_framework_and_identities(county_for: Disclose) -> None:
    programme = county_for(Audience.PUBLIC).programmes["tidy-villages"]
    assert programme.headline == ("tidied", "outlay", "score")
    assert programme.framework[0].children[0].indicators == (
        "households",
        "joined",
        "waiting",
        "joined-share",
    )


def test_a_public_report_keeps_its_public_values_only(county_for: Disclose) -> None:
    reports = [
        each.report
        for each in county_for(Audience.PUBLIC).all_observations
        if each.division == "fengping/liuwan" and each.period.text == "2025-05"
    ]
    assert {name for report in reports for name in report.values} == {
        "tidy-villages/tidied",
        "tidy-villages/complaints",
        "tidy-villages/compliance",
        "tidy-villages/score",
    }


def test_nothing_forgets_what_is_public(county: Examined, county_for: Disclose) -> None:
    assert county.dataset is not None
    publication = county_for(Audience.PUBLIC)
    public_targets = [
        filed
        for filed in county.dataset.targets
        if filed.target.disclosure is PUBLIC and "zzinternal" not in filed.target.indicator
    ]
    assert list(publication.targets) == public_targets
    assert len(publication.bulletins) == 2
    assert len(publication.cases) == 1
    assert [page.id for page in publication.pages] == ["about"]
    assert publication.divisions == county.dataset.divisions


# One rule each, on the smallest dataset that shows it.


def _work(
    *, kind: IndicatorKind = IndicatorKind.LEVEL, rollup: Rollup = Rollup.NONE, release: object = None
) -> Dataset:
    """Return a dataset with a target of the main indicator for the eastern township."""
    work = programmes.programme({"main": figures.indicator(kind, rollup=rollup, release=release)})
    return datasets.dataset(work, targets=[figures.target()])


def test_a_value_with_an_internal_report_is_withheld_with_its_progress() -> None:
    reports = (figures.report("2017-01", 5), _internal(figures.report("2017-02", 7)))
    dataset = replace(_work(), reports=reports)
    public, internal = _disclosed(dataset), _disclosed(dataset, Audience.INTERNAL)
    assert public.values == {}
    assert public.progress == ()
    assert [each.period.text for each in public.all_observations] == ["2017-01"]
    assert [each.value for each in internal.progress] == [7]


def test_a_value_that_reads_as_an_internal_correction_is_withheld() -> None:
    dataset = replace(
        _work(), reports=(figures.report("2017-01", 5),), corrections=(_correction(7, INTERNAL),)
    )
    public = _disclosed(dataset)
    assert public.values == {}
    assert public.progress == ()
    assert [each.amount(DAY) for each in public.all_observations] == [5]
    assert public.corrections == ()


def test_a_public_correction_is_shown() -> None:
    dataset = replace(_work(), reports=(figures.report("2017-01", 5),), corrections=(_correction(7, PUBLIC),))
    public = _disclosed(dataset)
    assert [each.value for each in public.progress] == [7]
    assert len(public.corrections) == 1


def test_only_what_something_is_withheld_of_is_made_anew() -> None:
    reports = (figures.report("2017-01", 5), figures.report("2017-02", 6))
    corrections = (_correction(7, INTERNAL, on=date(2017, 3, 2)),)
    dataset = replace(_work(), reports=reports, corrections=corrections)
    (kept,) = dataset.observations.values()
    (shown,) = _disclosed(dataset).observations.values()
    assert [one is other for one, other in zip(shown, kept, strict=True)] == [False, True]
    assert _disclosed(dataset, Audience.INTERNAL).observations is dataset.observations


def test_an_internal_correction_yet_to_come_hides_nothing() -> None:
    later = _correction(7, INTERNAL, on=date(2017, 3, 2))
    dataset = replace(_work(), reports=(figures.report("2017-01", 5),), corrections=(later,))
    assert [each.value for each in _disclosed(dataset).progress] == [5]


def test_an_internal_target_goes_and_the_value_stays() -> None:
    dataset = _work()
    hidden = replace(
        dataset.targets[0], target=dataset.targets[0].target.model_copy(update={"disclosure": INTERNAL})
    )
    dataset = replace(dataset, targets=(hidden,), reports=(figures.report("2017-01", 5),))
    public = _disclosed(dataset)
    assert (public.targets, public.progress) == ((), ())
    assert [measured.value for measured in public.values.values()] == [5]


def _shown_values(dataset: Dataset) -> dict[str, object]:
    return {division: each.value for (division, _), each in _disclosed(dataset).values.items()}


def test_a_sum_that_an_internal_report_enters_is_withheld_at_every_level() -> None:
    reports = (
        figures.report("2017-01", 5, division=divisions.A),
        _internal(figures.report("2017-01", 7, division=divisions.B)),
        figures.report("2017-01", 9, division=divisions.C),
    )
    dataset = replace(_work(rollup=Rollup.SUM), reports=reports)
    assert _shown_values(dataset) == {divisions.A: 5, divisions.C: 9, divisions.WEST: 9}
    assert _disclosed(dataset).progress == ()


def test_a_released_sum_is_published_where_three_internal_reports_are_inseparable() -> None:
    internal = [
        _internal(figures.report("2017-01", 7, division=each))
        for each in (divisions.A, divisions.B, divisions.C)
    ]
    dataset = replace(
        _work(rollup=Rollup.SUM, release={"reason": "示例"}),
        reports=(*internal, figures.report("2017-01", 5, division="county/west/d")),
    )
    # West has one internal village and east two; from each the other would follow.
    assert _shown_values(dataset) == {divisions.COUNTY: 26, "county/west/d": 5}
    assert _shown_values(replace(dataset, reports=dataset.reports[1:])) == {"county/west/d": 5}


def test_the_latest_value_below_is_withheld_when_it_is_an_internal_report() -> None:
    reports = (
        figures.report("2017-01", 5, division="county/east/a"),
        _internal(figures.report("2017-02", 7, division="county/east/b")),
    )
    public = _disclosed(replace(_work(rollup=Rollup.LATEST), reports=reports))
    assert [division for division, _ in public.values] == ["county/east/a"]
    assert public.progress == ()


def test_a_ratio_is_withheld_with_either_of_its_parts() -> None:
    work = programmes.programme(
        {
            "part": figures.indicator(IndicatorKind.LEVEL),
            "whole": figures.indicator(IndicatorKind.LEVEL),
            "main": figures.indicator(
                IndicatorKind.RATIO, derived=RatioParts(numerator="part", denominator="whole")
            ),
        }
    )
    part = figures.report("2017-01", 5, address=Address("example/part"))
    whole = figures.report("2017-01", 10, address=Address("example/whole"))
    for reports, shown in (((part, whole), True), ((part, _internal(whole)), False)):
        public = _disclosed(datasets.dataset(work, targets=[figures.target()], reports=reports))
        assert ((divisions.EAST, figures.MAIN) in public.values) is shown
        assert bool(public.progress) is shown


def test_a_public_indicator_does_not_name_the_internal_ones_it_is_made_of() -> None:
    work = programmes.programme(
        {
            "secret": figures.indicator(IndicatorKind.LEVEL, disclosure=INTERNAL),
            "open": figures.indicator(IndicatorKind.LEVEL),
            "share": figures.indicator(
                IndicatorKind.RATIO, derived=RatioParts(numerator="open", denominator="secret")
            ),
            "count": figures.indicator(
                IndicatorKind.LEVEL,
                rollup=Rollup.COUNT_WHERE,
                where=Condition(indicator="secret", at_least=Decimal(1)),
            ),
            "open-count": figures.indicator(
                IndicatorKind.LEVEL,
                rollup=Rollup.COUNT_WHERE,
                where=Condition(indicator="open", at_least=Decimal(1)),
            ),
        }
    )
    public = _disclosed(datasets.dataset(work))
    assert "secret" not in set(texts_within(public))
    assert list(public.indicators) == [
        "example/open",
        "example/share",
        "example/count",
        "example/open-count",
    ]
    kept = public.indicators[Address("example/open-count")].where
    assert kept is not None
    assert kept.indicator == "open"


def test_a_difference_is_told_of_where_the_report_is_public() -> None:
    reports = (figures.report("2017-01", 9), figures.report("2017-01", 5, division="county/east/a"))
    dataset = replace(_work(rollup=Rollup.SUM), reports=reports)
    assert [each.rolled_up for each in _disclosed(dataset).discrepancies] == [5]
    below = replace(dataset, reports=(reports[0], _internal(reports[1])))
    assert _disclosed(below).discrepancies == ()
    hidden = replace(dataset, reports=(_internal(reports[0]), reports[1]))
    assert _disclosed(hidden).discrepancies == ()
    assert len(_disclosed(hidden, Audience.INTERNAL).discrepancies) == 1


def test_an_internal_programme_is_gone_with_all_that_is_filed_for_it() -> None:
    dataset = _work()
    work = dataset.programmes[programmes.PROGRAMME].model_copy(update={"disclosure": INTERNAL})
    dataset = replace(dataset, programmes={work.id: work}, reports=(figures.report("2017-01", 5),))
    public = _disclosed(dataset)
    assert (public.programmes, public.targets, public.observations) == ({}, (), {})
    assert (public.progress, public.values, public.days) == ((), {}, {})


def test_the_internal_sites_own_words_are_not_the_publics() -> None:
    texts = _disclosed(_work()).site.audiences
    assert texts.internal == texts.public


# The sites built of it: every byte, every file name.


def test_no_byte_of_the_public_site_is_internal(county_project: Path) -> None:
    assert marks_in(texts_below(county_project / "site" / "public")) == frozenset()


def test_the_internal_site_shows_all_of_it(county_project: Path) -> None:
    everything = printed(marks_in(texts_below(COUNTY_SMALL)))
    assert everything - marks_in(texts_below(county_project / "site" / "internal")) == frozenset()


@pytest.mark.parametrize(("disclosure", "shown"), [(PUBLIC, True), (INTERNAL, False)])
def test_a_source_is_listed_where_visible_prose_alone_names_it(
    county: Examined, disclosure: Disclosure, *, shown: bool
) -> None:
    assert county.dataset is not None
    assert county.measurements is not None
    page = next(each for each in county.dataset.pages if each.id == "about")
    front = page.front.detached(disclosure=disclosure)
    naming = replace(page, front=front, body='见{{ source("never-cited", text="文件") }}。')
    dataset = replace(county.dataset, pages=(naming,))
    publication = disclose(dataset, county.measurements, Audience.PUBLIC)
    assert ("never-cited" in publication.sources) == shown
    assert render(compose(publication), parsed_prose).pages
