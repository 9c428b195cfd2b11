"""What the gate lets through of rankings: whole periods or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from generators.disclosing import Audience, Publication, disclose
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.dataset import Dataset
from generators.model.division import DivisionKind
from generators.model.period import parse_period
from generators.model.report import FiledReport
from generators.model.scalars import Disclosure
from generators.model.scheme import BlackList, RedList, Scheme
from generators.model.source import Citation, Source
from generators.results.rankings import DivisionScore, SchemeRankings
from tests.build.datasets import dataset
from tests.build.divisions import EAST, WEST, fictional_division
from tests.build.figures import correction, indicator, report
from tests.build.programmes import PROGRAMME, programme

AS_OF: Final = date(2018, 3, 1)
ADDRESS: Final = Address(f"{PROGRAMME}/league")
QUARTERS: Final = ("2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4")
_ENDS: Final = (date(2017, 4, 2), date(2017, 7, 2), date(2017, 10, 2), date(2018, 1, 2))
INTERNAL: Final = Disclosure.INTERNAL


def _scheme(**fields: Any) -> Scheme:  # noqa: ANN401 - what YAML may hold
    version = {
        "from": "2017-Q1",
        "missing": "reweight",
        "components": {
            "main": {
                "name": "示例",
                "weight": 1,
                "indicator": "main",
                "normalise": {"goalposts": {"low": 0, "high": 10}},
            }
        },
        "bonuses": {"honour": {"name": "表彰", "points": 2}},
        "vetoes": {"out": {"name": "否决", "effect": "unranked"}},
    }
    plain = {
        "name": "考核",
        "level": "township",
        "every": "quarter",
        "closes_after_days": 10,
        "disclosure": "public",
        "versions": [version],
    }
    return Scheme.model_validate(plain | fields)


def _reports() -> list[FiledReport]:
    """Return reports of four quarters in which the first place changes every time."""
    values = {EAST: (1, 5, 2, 6), WEST: (2, 3, 4, 5)}
    return [
        report(QUARTERS[at], values[division][at], division=division, on=_ENDS[at])
        for division in values
        for at in range(4)
    ]


def _dataset(reports: list[FiledReport] | None = None, **fields: Any) -> Dataset:  # noqa: ANN401 - as above
    work = programme({"main": indicator()}).model_copy(update={"schemes": {"league": _scheme(**fields)}})
    return dataset(work, reports=_reports() if reports is None else reports)


def _publication(given: Dataset, audience: Audience = Audience.PUBLIC) -> Publication:
    measurements = measure(given, AS_OF)
    rankings = rank(Once(given), AS_OF, 1)
    return disclose(given, replace(measurements, rankings=rankings.schemes), audience)


def _league(given: Dataset, audience: Audience = Audience.PUBLIC) -> SchemeRankings:
    return _publication(given, audience).rankings[ADDRESS]


def _periods(rankings: SchemeRankings) -> list[str]:
    return [period.period.text for period in rankings.periods]


def _moves(rankings: SchemeRankings) -> dict[str, list[int | None]]:
    return {
        period.period.text: sorted((each.movement for each in period.ranked), key=str)
        for period in rankings.periods
    }


def test_a_public_scheme_of_public_figures_is_shown_whole() -> None:
    rankings = _league(_dataset())
    assert rankings == _league(_dataset(), Audience.INTERNAL)
    assert _periods(rankings) == list(QUARTERS)


@pytest.mark.parametrize("where", ["scheme", "programme"])
def test_an_internal_scheme_is_not_there_for_the_public(where: str) -> None:
    given = _dataset() if where == "programme" else _dataset(disclosure="internal")
    if where == "programme":
        work = given.programmes[PROGRAMME].model_copy(update={"disclosure": INTERNAL})
        given = replace(given, programmes={PROGRAMME: work})
    assert _publication(given).rankings == {}
    assert list(_publication(given, Audience.INTERNAL).rankings) == [ADDRESS]


def _internal_report(given: Dataset) -> Dataset:
    second = given.reports[1]
    hidden = replace(second, report=second.report.model_copy(update={"disclosure": INTERNAL}))
    return replace(given, reports=(given.reports[0], hidden, *given.reports[2:]))


def _internal_correction(given: Dataset) -> Dataset:
    hidden = correction("2017-Q2", Decimal(5), Decimal(4), date(2018, 2, 1)).model_copy(
        update={"disclosure": INTERNAL}
    )
    return replace(given, corrections=(hidden,))


def _internal_correction_after_all(given: Dataset) -> Dataset:
    """Return the same where the programme's data speak only until a day before the correction."""
    work = given.programmes[PROGRAMME].model_copy(update={"observed_until": date(2018, 1, 15)})
    return replace(_internal_correction(given), programmes={PROGRAMME: work})


@pytest.mark.parametrize("hide", [_internal_report, _internal_correction, _internal_correction_after_all])
def test_a_period_that_rests_on_what_is_internal_is_not_published(hide: Callable[[Dataset], Dataset]) -> None:
    given = hide(_dataset())
    rankings = _league(given)
    assert _periods(rankings) == ["2017-Q1", "2017-Q3", "2017-Q4"]
    assert rankings.withheld == 1
    assert _league(given, Audience.INTERNAL).withheld == 0
    # How the next one moved would tell how the hidden one stood.
    assert _moves(rankings)["2017-Q3"] == [None, None]
    assert _moves(rankings)["2017-Q4"] == [-1, 1]


def _applied(disclosure: Disclosure, rule: str = "honour", document: str = "notice") -> Adjustment:
    return Adjustment(
        scheme=ADDRESS,
        division=EAST,
        period=parse_period("2017-Q4"),
        rule=rule,
        on=date(2018, 1, 3),
        reason="理由",
        source=Citation(document=document, at="第1行"),
        disclosure=disclosure,
    )


def _score_of(rankings: SchemeRankings, division: str) -> DivisionScore:
    last = rankings.periods[-1]
    scores = [*(each.score for each in last.ranked), *last.vetoed]
    return next(each for each in scores if each.division == division)


@pytest.mark.parametrize("rule", ["honour", "out"])
def test_internal_points_and_vetoes_withhold_their_period(rule: str) -> None:
    given = replace(_dataset(), adjustments=(_applied(INTERNAL, rule),))
    rankings = _league(given)
    assert _periods(rankings) == ["2017-Q1", "2017-Q2", "2017-Q3"]
    assert rankings.withheld == 1
    assert _periods(_league(given, Audience.INTERNAL)) == list(QUARTERS)


def test_public_points_are_shown_with_their_reason() -> None:
    rankings = _league(replace(_dataset(), adjustments=(_applied(Disclosure.PUBLIC),)))
    score = _score_of(rankings, EAST)
    assert (score.score, score.bonus) == (Decimal("62.00"), Decimal(2))
    assert [each.adjustment.reason for each in score.bonuses] == ["理由"]
    assert rankings.withheld == 0


def test_the_score_of_a_released_sum_is_public() -> None:
    for release, shown in ((None, []), ({"reason": "示例"}, ["2017-Q1"])):
        reports = [
            report("2017-Q1", 2, division=f"{place}/{village}", on=_ENDS[0])
            for place in (EAST, WEST)
            for village in ("v1", "v2", "v3")
        ]
        work = programme({"main": indicator(rollup="sum", release=release)}).model_copy(
            update={"schemes": {"league": _scheme()}}
        )
        given = dataset(
            work,
            reports=[replace(each, report=each.report.detached(disclosure=INTERNAL)) for each in reports],
        )
        villages = {
            each.division: fictional_division(each.division, DivisionKind.VILLAGE, each.division[:-3])
            for each in reports
        }
        given = replace(given, divisions={**given.divisions, **villages})
        shows = _league(given)
        assert [each for each in _periods(shows) if each == "2017-Q1"] == shown


def test_documents_of_public_adjustments_are_listed() -> None:
    sources = {
        name: Source(title=name, issuer="县里", disclosure=Disclosure.PUBLIC) for name in ("seen", "kept")
    }
    hidden = _applied(INTERNAL, document="kept").detached(period=parse_period("2017-Q3"))
    given = replace(
        _dataset(), sources=sources, adjustments=(_applied(Disclosure.PUBLIC, document="seen"), hidden)
    )
    assert list(_publication(given).sources) == ["seen"]
    assert list(_publication(given, Audience.INTERNAL).sources) == ["seen", "kept"]


@pytest.mark.parametrize("disclosure", [None, "internal", "public"])
def test_a_black_list_is_internal_unless_declared(disclosure: str | None) -> None:
    version = _scheme().versions[0]
    said = {} if disclosure is None else {"disclosure": disclosure}
    lists = {
        "red_list": RedList(first=1),
        "black_list": BlackList.model_validate({"last": 1} | said),
    }
    given = _dataset(versions=[version.model_copy(update=lists)])
    publication = _publication(given)
    league, work = publication.rankings[ADDRESS], publication.programmes[PROGRAMME]
    shown = [league.scheme.versions[0], work.schemes["league"].versions[0], league.periods[0].version]
    for each in shown:
        assert each.red_list == RedList(first=1)
        assert (each.black_list is not None) is (disclosure == "public")
    assert bool(league.periods[0].black) is (disclosure == "public")
    whole = _league(given, Audience.INTERNAL).periods[0]
    assert whole.version.black_list is not None
    assert (whole.red, whole.black) == ((WEST,), (EAST,))
