from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints

import pytest

from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.allowance import Allowance
from generators.model.area_map import AreaMap
from generators.model.closing import Closing
from generators.model.commitment import Commitment
from generators.model.consequence import Consequence
from generators.model.dataset import Dataset
from generators.model.division import DivisionEvent
from generators.model.document import Bulletin, Case, FreePage
from generators.model.glossary import GlossaryEntry
from generators.model.import_layout import ImportLayout
from generators.model.indicator import IndicatorKind, RatioParts, Release
from generators.model.inspection import Inspection
from generators.model.ladder import Assessment, Ladder
from generators.model.ledger import LedgerEntry
from generators.model.names import Meaning
from generators.model.observation import Observation
from generators.model.programme import Programme
from generators.model.record import Record
from generators.model.remark import Remark
from generators.model.scalars import Disclosure
from generators.model.scheme import Scheme
from generators.model.series import Series
from generators.model.site import Audiences, AudienceText, Site
from generators.model.source import Citation, Source
from generators.model.standard import ItemCheck, Standard
from generators.model.visibility import Audience, Visibility, declares, is_public
from tests.build import datasets, divisions, figures, programmes
from tests.build.project import ROOT

PUBLIC: Final = Disclosure.PUBLIC
INTERNAL: Final = Disclosure.INTERNAL
DAY: Final = date(2017, 3, 1)

# One place.

GENERATORS: Final = ROOT / "generators"
WORDS: Final = GENERATORS / "model" / "choice_words.py"
"""Lists the words for every choice, and decides nothing."""

CANONICAL: Final = GENERATORS / "model" / "canonical.py"
"""Leaves the field out of what is closed: who may see a figure may change afterwards."""

POLICY: Final = GENERATORS / "model" / "visibility.py"
FIELD: Final = "disclosure"


def _decisions(source: str, *, is_of_model: bool = False) -> list[str]:
    """Return where a module could find out who may see a record: in any way but to ask the policy.

    A record of the model declares the field, and a message may stand at the place where it is written.
    """
    tree = ast.parse(source)
    allowed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "place":
            allowed.update(node.args)
        if is_of_model and isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == FIELD:
            allowed.update(ast.walk(node))
    return [ast.unparse(node) for node in ast.walk(tree) if node not in allowed and _is_decision(node)]


def _is_decision(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr=name):
            return name == FIELD
        case ast.Name(id=name):
            return name == "Disclosure"
        case ast.Constant(value=text):
            return text == FIELD
        case ast.MatchClass(kwd_attrs=names):
            return FIELD in names
        case _:
            return False


@pytest.mark.parametrize("path", sorted(GENERATORS.rglob("*.py")), ids=lambda path: path.stem)
def test_nobody_else_reads_who_may_see_a_record(path: Path) -> None:
    found = _decisions(path.read_text("utf-8"), is_of_model=path.parent == GENERATORS / "model")
    if path == WORDS:
        assert set(found) == {"Disclosure"}
    elif path == CANONICAL:
        assert set(found) == {f"{FIELD!r}"}
    else:
        assert bool(found) is (path == POLICY)


@pytest.mark.parametrize(
    "source",
    [
        "if target.disclosure is x: pass",
        "if getattr(target, 'disclosure', None): pass",
        "if 'disclosure' in target.model_fields_set: pass",
        "hidden = {Disclosure.INTERNAL}",
        "match record:\n    case Record(disclosure=x): pass",
        "target.model_dump()['disclosure']",
    ],
)
def test_whoever_read_it_would_be_noticed(source: str) -> None:
    assert _decisions(source) != []


def test_a_message_may_stand_where_it_is_written() -> None:
    assert _decisions("yield problem('E503', front.place('disclosure'), '')") == []


def test_templates_of_pages_do_not_read_it_either() -> None:
    templates = list((GENERATORS / "rendering").rglob("*.j2"))
    assert templates != []
    assert [path.name for path in templates if FIELD in path.read_text("utf-8")] == []


# What is filed, and what it is filed for.

AT: Final = Address("example/l")
"""The address of the ladder that there is."""

SCHEME: Final = {
    "name": "考核",
    "level": "township",
    "every": "year",
    "closes_after_days": 0,
    "versions": [
        {
            "start": "2017",
            "missing": "zero",
            "components": {
                "main": {
                    "name": "示例",
                    "weight": 1,
                    "indicator": "main",
                    "normalise": {"attainment": {}},
                }
            },
        }
    ],
}
LADDER: Final = {"name": "等次", "by": "assessment", "tiers": [{"id": "one", "name": "一等"}]}
STANDARD: Final = {"name": "标准", "items": {"flag": {"name": "一旗"}}}

FILED: Final[Mapping[str, tuple[Callable[[], Record], str]]] = {
    "target": (lambda: figures.target().target, "indicators"),
    "report": (lambda: figures.report("2017-01", 1).report, "indicators"),
    "correction": (
        lambda: figures.correction("2017-01", Decimal(1), Decimal(2), DAY),
        "indicators",
    ),
    "problem": (lambda: LedgerEntry(programme="example", title="垃圾", events=()), "programme"),
    "commitment": (
        lambda: Commitment(programme="example", by="办", text="修路", points=Decimal(1), due=DAY, events=()),
        "programme",
    ),
    "inspection": (
        lambda: Inspection.model_validate(
            {"id": "r", "programme": "example", "name": "督查", "kind": "scheduled", "from": DAY, "to": DAY}
        ),
        "programme",
    ),
    "adjustment": (
        lambda: Adjustment.model_validate(
            {
                "scheme": "example/s",
                "division": "county",
                "period": "2017",
                "rule": "r",
                "on": DAY,
                "reason": "好",
            }
        ),
        "schemes",
    ),
    "remark": (
        lambda: Remark.model_validate(
            {"scheme": "example/s", "period": "2017", "text": "好", "by": "办", "on": DAY}
        ),
        "schemes",
    ),
    "check": (lambda: ItemCheck(item="example/d/flag", on=DAY), "standards"),
    "assessment": (lambda: Assessment(ladder=AT, tier="one", on=DAY, by="办"), "ladders"),
}
"""One of each noun that is filed for something, and for what."""

FOR_NOTHING: Final = {
    *(Site, Series, Source, Programme, Bulletin, Case, FreePage, DivisionEvent, Closing),
    AreaMap,
}
"""What stands for itself: nothing but its own declaration says who sees it."""

IN_NO_SITE: Final = {Allowance, GlossaryEntry, ImportLayout}


def _dataset(home: str = "", disclosure: Disclosure = PUBLIC) -> Dataset:
    """Return a dataset with one part of each kind, of which the one called ``home`` is as disclosed."""
    work = programmes.programme({"main": figures.indicator(IndicatorKind.LEVEL)}).detached(
        schemes={"s": Scheme.model_validate(SCHEME).detached(disclosure=PUBLIC)},
        ladders={"l": Ladder.model_validate(LADDER)},
        standards={"d": Standard.model_validate(STANDARD)},
    )
    if home == "programme":
        work = work.detached(disclosure=disclosure)
    elif home:
        parts = getattr(work, home).items()
        work = work.detached(**{home: {name: each.detached(disclosure=disclosure) for name, each in parts}})
    return datasets.dataset(work)


def _public(dataset: Dataset) -> Visibility:
    return Visibility(dataset, Audience.PUBLIC)


@pytest.mark.parametrize("noun", FILED)
@pytest.mark.parametrize("own", Disclosure)
@pytest.mark.parametrize("homes", Disclosure)
@pytest.mark.parametrize("works", Disclosure)
def test_what_is_filed_is_seen_with_what_it_is_filed_for(
    noun: str, own: Disclosure, homes: Disclosure, works: Disclosure
) -> None:
    make, home = FILED[noun]
    record = make().detached(disclosure=own)
    dataset = _dataset(home, homes)
    if works is INTERNAL:
        work = dataset.programmes["example"].detached(disclosure=INTERNAL)
        dataset = replace(dataset, programmes={"example": work})
    assert _public(dataset).filed(record) is ({own, homes, works} == {PUBLIC})
    assert Visibility(dataset, Audience.INTERNAL).filed(record)


@pytest.mark.parametrize("noun", FILED)
def test_what_is_not_on_record_hides_nothing(noun: str) -> None:
    nothing = replace(_dataset(), programmes={})
    record = FILED[noun][0]()
    assert _public(nothing).filed(record.detached(disclosure=PUBLIC))
    assert not _public(nothing).filed(record.detached(disclosure=INTERNAL))


def test_it_was_decided_for_every_noun_of_a_dataset_what_it_is_filed_for() -> None:
    decided = {type(make()) for make, _ in FILED.values()} | FOR_NOTHING | IN_NO_SITE
    held = {kind for hint in get_type_hints(Dataset).values() for kind in _records_held(hint)}
    assert held == decided


def _records_held(hint: Any) -> Iterator[type[Record]]:  # noqa: ANN401 - types have no common type
    if get_origin(hint) is not None:
        for part in (get_origin(hint), *get_args(hint)):
            yield from _records_held(part)
    elif isinstance(hint, type) and issubclass(hint, Record):
        yield hint
    elif is_dataclass(hint) and hint is not Dataset:
        for field in get_type_hints(hint).values():
            yield from _records_held(field)


def test_what_the_office_notes_for_itself_is_in_no_site() -> None:
    allowance = Allowance.model_validate({"file": "a", "kind": "mobile", "masked": "1**", "reason": "好"})
    term = GlossaryEntry(wrong=("帐户",), right="账户", reason="好")
    for audience in Audience:
        assert not any(map(Visibility(_dataset(), audience).filed, (allowance, term)))


def test_a_report_is_seen_with_one_of_its_values() -> None:
    work = programmes.programme(
        {
            "open": figures.indicator(),
            "shut": figures.indicator(disclosure=INTERNAL),
        }
    )
    public = _public(datasets.dataset(work))
    both = figures.report("2017-01", 1, address=Address("example/open")).report
    shut = figures.report("2017-01", 1, address=Address("example/shut")).report
    assert public.filed(both.detached(values={**both.values, **shut.values}))
    assert not public.filed(shut)


# What goes by something else.


@pytest.mark.parametrize(
    ("home", "is_seen"),
    [("", True), ("standards", False), ("indicators", False), ("ladders", False), ("programme", False)],
)
def test_a_ladder_is_seen_with_what_it_goes_by(home: str, is_seen: bool) -> None:  # noqa: FBT001 - a table
    dataset = _dataset(home, INTERNAL)
    work = dataset.programmes["example"]
    ladder = work.ladders["l"].detached(standard="d", indicator="main")
    dataset = replace(dataset, programmes={"example": work.detached(ladders={"l": ladder})})
    assert _public(dataset).ladder(AT) is is_seen


@pytest.mark.parametrize(
    ("when", "home"),
    [
        ({"rank": {"scheme": "s", "first": 1}}, "schemes"),
        ({"status": {"indicator": "main", "is": ["missed"]}}, "indicators"),
        ({"tier": {"ladder": "l", "at-least": "one"}}, "ladders"),
    ],
)
def test_a_consequence_is_seen_with_what_it_goes_by(when: dict[str, object], home: str) -> None:
    consequence = Consequence.model_validate(
        {"name": "通报", "kind": "reward", "level": "township", "when": when, "disclosure": "public"}
    )
    for hidden, is_seen in (("", True), (home, False), ("programme", False)):
        dataset = _dataset(hidden, INTERNAL)
        work = dataset.programmes["example"].detached(consequences={"c": consequence})
        assert (
            _public(replace(dataset, programmes={"example": work})).consequence(Address("example/c"))
            is is_seen
        )


TOP: Final = Address("example/top")


def _ratios(hidden: str = "", released: str = "") -> Dataset:
    """Return indicators of which ``top`` rests on ``middle``, and that on ``part`` and ``whole``."""
    kinds = {"part": None, "whole": None, "middle": ("part", "whole"), "top": ("middle", "whole")}
    return datasets.dataset(
        programmes.programme(
            {
                name: figures.indicator(
                    IndicatorKind.RATIO if parts else IndicatorKind.LEVEL,
                    derived=RatioParts(numerator=parts[0], denominator=parts[1]) if parts else None,
                    release={"reason": "示例"} if name == released else None,
                ).detached(**({"disclosure": INTERNAL} if name == hidden else {}))
                for name, parts in kinds.items()
            }
        )
    )


@pytest.mark.parametrize("hidden", ["part", "whole", "middle", "top"])
def test_a_figure_is_seen_with_all_that_it_is_derived_from(hidden: str) -> None:
    assert _public(_ratios()).figure(TOP)
    assert _public(_ratios(hidden)).hidden_part(TOP) == f"example/{hidden}"
    assert _public(_ratios(hidden)).indicator(TOP) is (hidden != "top")


RELEASE: Final = Release(reason="示例")


def test_of_a_released_figure_the_gate_decides() -> None:
    assert _public(_ratios("part", released="top")).figure(TOP)
    assert not _public(_ratios("part", released="middle")).figure(TOP)
    assert not _public(_ratios("top", released="top")).figure(TOP)


@pytest.mark.parametrize(
    ("fields", "is_released"),
    [
        ({}, False),
        ({"disclosure": PUBLIC}, True),
        ({"disclosure": INTERNAL}, False),
        ({"release": RELEASE}, True),
        ({"release": RELEASE, "disclosure": INTERNAL}, False),
    ],
)
def test_an_indicator_is_released_by_name(fields: dict[str, object], *, is_released: bool) -> None:
    work = programmes.programme({"main": figures.indicator().detached(**fields)})
    assert _public(datasets.dataset(work)).releases(figures.MAIN) is is_released
    hidden = datasets.dataset(work.detached(disclosure=INTERNAL))
    assert not _public(hidden).releases(figures.MAIN)
    assert not _public(hidden).releases(Address("example/none"))


@pytest.mark.parametrize(
    ("report", "early", "late", "now", "ever"),
    [
        (PUBLIC, PUBLIC, PUBLIC, True, True),
        (INTERNAL, PUBLIC, PUBLIC, False, False),
        (PUBLIC, PUBLIC, INTERNAL, True, False),
        (PUBLIC, INTERNAL, PUBLIC, False, False),
    ],
)
def test_a_report_reads_as_its_last_correction_until_a_day_and_in_the_end_as_any(
    report: Disclosure, early: Disclosure, late: Disclosure, *, now: bool, ever: bool
) -> None:
    corrections = tuple(
        figures.correction("2017-01", Decimal(1), Decimal(2), date(2017, month, 1)).detached(disclosure=each)
        for month, each in ((2, early), (5, late))
    )
    filed = figures.report("2017-01", 1).report.detached(disclosure=report)
    observation = Observation(
        divisions.EAST, figures.MAIN, filed, next(iter(filed.values.values())), corrections
    )
    public = _public(_dataset())
    assert public.reading(observation, DAY) is now
    assert public.every_reading(observation) is ever


def test_a_value_of_an_internal_indicator_is_not_seen() -> None:
    filed = figures.report("2017-01", 1).report
    observation = Observation(divisions.EAST, figures.MAIN, filed, next(iter(filed.values.values())), ())
    assert _public(_dataset()).observation(observation)
    assert not _public(_dataset("indicators", INTERNAL)).observation(observation)
    assert not _public(_dataset("indicators", INTERNAL)).reading(observation, DAY)


# Texts.


def test_a_text_is_seen_unless_something_around_it_is_internal() -> None:
    scheme = Scheme.model_validate({**SCHEME, "note": "细则", "disclosure": "internal"})
    work = programmes.programme({"main": figures.indicator(definition="口径", disclosure=INTERNAL)})
    work = work.detached(schemes={"s": scheme}, sources=("plan",))
    texts = {text.path: is_seen for text, is_seen in _public(datasets.dataset(work)).texts(work)}
    assert texts["sources", 0]
    assert texts["indicators", "main"]
    assert not texts["definition",]
    assert not texts["note",]
    assert [text.text for text, _ in _public(datasets.dataset(work)).texts(work, Meaning.SOURCE)] == ["plan"]


def test_a_ladder_is_searched_although_the_gate_hides_it_for_its_standard() -> None:
    dataset = _dataset("standards", INTERNAL)
    ladder = dataset.ladders[AT].detached(standard="d", source=Citation(document="secret"))
    work = dataset.programmes["example"].detached(ladders={"l": ladder})
    dataset = replace(dataset, programmes={"example": work})
    public = _public(dataset)
    assert not public.ladder(AT)
    assert {text.text: is_seen for text, is_seen in public.texts(work)}["secret"]
    assert public.filed(Assessment(ladder=AT, tier="one", on=DAY, by="办"))


def test_what_the_internal_site_says_of_itself_is_not_public() -> None:
    dataset = _dataset()
    same = AudienceText(title="通报")
    site = dataset.site.detached(audiences=Audiences(public=same, internal=same.detached()))
    for audience, seen in ((Audience.PUBLIC, [True, False]), (Audience.INTERNAL, [True, True])):
        texts = Visibility(dataset, audience).texts(site)
        assert [is_seen for text, is_seen in texts if text.text == "通报"] == seen


def test_a_record_may_leave_it_to_the_default() -> None:
    assert not declares(figures.indicator())
    assert declares(figures.indicator(disclosure=PUBLIC))
    assert is_public(figures.indicator(), None)
    assert not is_public(figures.indicator(), figures.indicator(disclosure=INTERNAL))
