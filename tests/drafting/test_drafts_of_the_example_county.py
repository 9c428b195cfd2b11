"""A week, a quarter and a year of the example county: sound bulletins with the figures of the open data.

``pytest tests/drafting --bless`` writes the golden files anew, calls and all.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from generators.composing.kit.views import FigureView
from generators.disclosing import Audience
from generators.model.address import Address
from generators.model.calendar import months_before
from generators.model.prose import ProseCall
from generators.model.prose_functions import SIGNATURES
from generators.reading.prose import parsed_prose
from generators.rendering import render
from generators.rendering.prose import ProseRenderer
from tests.build.drafts import FIRST_NUMBER, ORDERS
from tests.build.project import ROOT
from tests.drafting.conftest import Published
from tests.reading_sites.open_data import OpenData, one_decimal, period_of, read
from tests.reading_sites.rendered_site import pages_of

GOLDEN: Final = ROOT / "tests" / "golden" / "drafts"
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


def _name(at: int) -> str:
    return f"{ORDERS[at].programme}-{ORDERS[at].period}.md"


@pytest.mark.parametrize("at", range(len(ORDERS)), ids=_name)
def test_a_draft_is_the_expected_one(texts: tuple[str, ...], at: int, *, bless: bool) -> None:
    golden = GOLDEN / _name(at)
    if bless:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(texts[at], encoding="utf-8", newline="\n")
    assert texts[at] == golden.read_text(encoding="utf-8")


def test_no_figure_is_written_out(published: Published) -> None:
    """Beside calls only dates and weeks have digits; and nothing is wrong with any draft."""
    drafts = {f"content/bulletins/shili-circular/2026/{FIRST_NUMBER + at}.md" for at in range(len(ORDERS))}
    assert not [each for each in published.problems if each.place.file in drafts]
    for text in published.texts:
        body = parsed_prose(text.partition("\n---\n")[2]).stripped
        left = re.sub(r"\d{4}年|\d{1,2}月(?:\d{1,2}日)?|第\d{1,2}周|至\d{1,2}日", "", body)
        assert not re.search(r"\d", left)


@pytest.mark.parametrize("at", range(len(ORDERS)), ids=_name)
def test_headings_are_numbered_without_gaps_and_stand_over_text(texts: tuple[str, ...], at: int) -> None:
    blocks = texts[at].partition("\n---\n")[2].strip().split("\n\n")
    assert all(block.strip() and "\n" not in block for block in blocks)
    numerals = [block[3] for block in blocks if block.startswith("## ")]
    assert "".join(numerals) == "一二三四五六七八九十"[: len(numerals)]
    assert not any(
        first.startswith("## ") and second.startswith("## ")
        for first, second in zip(blocks, [*blocks[1:], "## "], strict=True)
    )
    for section in texts[at].split("\n## ")[1:]:
        inner = re.findall(r"^（(.)）", section, re.MULTILINE)
        assert "".join(inner) == "一二三四五六七八九十"[: len(inner)]


@pytest.mark.parametrize("at", range(len(ORDERS)), ids=_name)
def test_sentences_are_whole(published: Published, at: int) -> None:
    said = _plain(published, at)
    assert "disclosure: internal" in published.texts[at]
    assert not re.search(
        r"，。|、。|；。|：。|，，|。。|，；|、、|（）|（，|，）|“”|[ \t]。|None|\{|\}", said
    )
    assert not re.search(r"[一-龥] [一-龥0-9]", said)
    paragraphs = [line for line in said.splitlines() if line and not line.startswith("#")]
    assert all(line.endswith("。") for line in paragraphs)
    assert "未报送" not in said.replace("，未报送", "")
    assert not re.search(r"不可比|没有目标|尚未公布|未排名|没有这一项", said)


def _plain(published: Published, at: int) -> str:
    prose = ProseRenderer(published.composition.citations, parsed_prose, drawn=lambda _: NotImplemented)
    return prose.plain(published.texts[at].partition("\n---\n")[2])


def _calls(published: Published) -> list[ProseCall]:
    return [call for text in published.texts for call in parsed_prose(text).calls]


def _shown(published: Published, call: ProseCall) -> FigureView:
    found = published.composition.citations.functions[call.function](*call.arguments, **call.keywords)
    assert isinstance(found, FigureView)
    return found


def _number(found: FigureView) -> Decimal:
    match = _NUMBER.fullmatch(found.number)
    assert match is not None, found
    return Decimal(found.number)


def test_every_figure_is_that_of_the_open_data(published: Published) -> None:
    data = read(published.composition.downloads)
    told: Counter[str] = Counter()
    unproved: Counter[str] = Counter()
    for call in _calls(published):
        if "period" in SIGNATURES[call.function].parameters and call.function != "ranking":
            proved = _proved(published, data, call)
            (told if proved else unproved)[call.function] += 1
    functions = {name for name in SIGNATURES if SIGNATURES[name].is_of_a_period} - {"ranking", "progress"}
    assert told.keys() == functions | {"value"}
    # Shares of a population, marks of inspections and quotients cannot be had by adding up values.csv.
    assert unproved.keys() <= {"value", "change", "compare", "attainment", "gap"}
    assert unproved.total() * 5 < told.total()


def _proved(  # noqa: C901 - one case for each function
    published: Published, data: OpenData, call: ProseCall
) -> bool:
    """Whether the open data say anything of a figure by themselves; raises if it is another one."""
    shown = _shown(published, call)
    period = period_of(call.argument("period") or "")
    given = [call.argument(name) or "" for name in call.parameters[:2]]
    match call.function:
        case "value" | "change":
            return _proved_value(published, data, call, shown)
        case "compare":
            return _proved_growth(published, data, call, shown)
        case "attainment" | "gap":
            found = data.attainment(given[0], given[1], period)
            if found is None:
                return False
            expected = one_decimal(found[call.function == "gap"])
            assert _number(shown) == abs(expected)
            assert ("低于" in shown.before) is (call.function == "gap" and expected < 0)
        case "rank" | "score" | "movement":
            row = data.rank(given[0], given[1], period.text)
            if call.function == "movement" and row["newcomer"] == "true":
                assert shown.text == "新进入排名"
            else:
                assert _number(shown) == abs(Decimal(row[call.function]))
                assert ("下降" in shown.before) is row[call.function].startswith("-")
        case "ranked":
            rows = [row for row in data.tables["rankings"] if row["scheme"] == call.arguments[0]]
            assert _number(shown) == sum(
                row["period"] == call.arguments[1] and row["status"] == "ranked" for row in rows
            )
        case "points":
            _prove_points(data, call, shown)
        case "targets":
            return _proved_targets(data, call, shown)
        case "problems" | "commitments":
            return _proved_counts(data, call, shown)
    return True


def _proved_value(published: Published, data: OpenData, call: ProseCall, shown: FigureView) -> bool:
    division, address, text = call.arguments
    indicator = published.publication.indicators[Address(address)]
    if indicator.derived or indicator.computed or indicator.where or indicator.measure == "%":
        return False
    is_flow = indicator.kind.value == "flow"
    periods = [period_of(text)]
    if call.function == "change":
        earlier = {"2026-Q3": "2026-Q2", "2026-W40": "2026-W39", "2025": "2024"}[text]
        periods.append(period_of(earlier))
    found = []
    for period in periods:
        assert period.start is not None
        assert period.end is not None
        span = (period.start, period.end)
        found.append(
            data.flow(division, address, *span) if is_flow else data.value(division, address, period)
        )
    values = [each for each in found if each is not None]
    if len(values) < len(periods):
        return False
    expected = values[0] if len(values) == 1 else values[0] - values[1]
    if shown.number in {"持平", "基本持平"}:
        assert abs(expected) * 100 < values[-1]
    else:
        assert _number(shown) == abs(expected)
        assert shown.before == ("" if len(values) == 1 else "增加" if expected > 0 else "减少")
    return True


def _proved_growth(published: Published, data: OpenData, call: ProseCall, shown: FigureView) -> bool:
    division, address, text, by = call.arguments
    period = period_of(text)
    if published.publication.indicators[Address(address)].kind.value != "flow" or by != "year-on-year":
        return False
    assert period.start is not None
    assert period.end is not None
    years = (0, 1)
    now, then = (
        data.flow(division, address, *(months_before(each, 12 * year) for each in (period.start, period.end)))
        for year in years
    )
    if now is None or not then:
        return False
    growth = 100 * (now - then) / then
    assert _number(shown) == abs(Decimal(one_decimal(growth)))
    assert shown.before == ("同比增长" if growth > 0 else "同比下降")
    return True


def _prove_points(data: OpenData, call: ProseCall, shown: FigureView) -> None:
    division, scheme, period, component = call.arguments
    if component in {"加分", "扣分"}:
        column = "bonus" if component == "加分" else "deduction"
        assert _number(shown) == Decimal(data.rank(division, scheme, period)[column])
        return
    rows = data.contributions(scheme, period, component)
    own = Decimal(rows[division]["contribution"])
    ranked = [
        Decimal(row["contribution"])
        for place, row in rows.items()
        if row["contribution"] and data.rank(place, scheme, period)["status"] == "ranked"
    ]
    compared = {
        None: own,
        "full": Decimal(100) * Decimal(rows[division]["share"]) - own,
        "average": own - sum(ranked, Decimal(0)) / max(len(ranked), 1),
    }[call.argument("against")]
    assert abs(_number(shown) - compared) <= Decimal("0.0501")
    assert shown.before == {None: "", "full": "比满分少", "average": "高于平均"}[call.argument("against")]


def _proved_targets(data: OpenData, call: ProseCall, shown: FigureView) -> bool:
    division, subject, text, status = call.arguments
    period = period_of(text)
    if status != "all":
        return True
    of = {
        (row["division"], f"{row['programme']}/{row['indicator']}")
        for row in data.tables["progress"]
        if row["division"].rpartition("/")[0] == division
        and subject in {row["programme"], f"{row['programme']}/{row['indicator']}"}
        and row["status"] != "not-applicable"
    }
    in_force = [each for each in of if data.target(*each, period) is not None]
    outstanding = [row for each in of for row in data.outstanding(*each, period)]
    assert _number(shown) == len(in_force) + len(outstanding)
    return True


def _proved_counts(data: OpenData, call: ProseCall, shown: FigureView) -> bool:
    division, programme, text, count = call.arguments
    counting = data.problems if call.function == "problems" else data.commitments
    counts = counting(division, programme, period_of(text))
    if count == "clearance":
        expected = one_decimal(Decimal(100 * counts["all-cleared"]) / counts["all"])
        assert _number(shown) == expected
    elif count in counts:
        assert _number(shown) == counts[count]
    return True


def test_the_built_page_shows_what_the_calls_say(published: Published) -> None:
    pages = pages_of(render(published.composition, parsed_prose))
    for at in range(len(ORDERS)):
        markdown = pages[f"bulletins/shili-circular/2026/{FIRST_NUMBER + at}.md"]
        calls = parsed_prose(published.texts[at].partition("\n---\n")[2]).calls
        figures = [each for call in calls if isinstance(each := _any(published, call), FigureView)]
        printed = re.findall(r'tb-figure__number">(.*?)</span>', markdown)
        assert printed == [each.number for each in figures]
        assert all(each.href or each.is_missing for each in figures), "every figure leads to where it is from"


def _any(published: Published, call: ProseCall) -> object:
    return published.composition.citations.functions[call.function](*call.arguments, **call.keywords)


def test_drafts_are_for_the_office_alone(published: Published) -> None:
    assert published.publication.audience is Audience.INTERNAL
    assert all("disclosure: internal" in text for text in published.texts)
    assert Path(GOLDEN).is_dir()
