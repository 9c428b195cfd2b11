from __future__ import annotations

from datetime import date

import pytest

from generators.composing.divisions.history import history_sentences
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.disclosing import Audience
from generators.model.dataset import Dataset
from generators.model.division import DivisionStep
from tests.build.places import CHANGED, NORTH, SOUTH, changed, event, former, given_places, moved_to
from tests.build.publications import disclosed

MAY, DAY = date(2024, 5, 1), date(2024, 6, 30)


def _told(dataset: Dataset, division: str = CHANGED, day: date = DAY) -> list[str]:
    """Return the sentences on a division's page, with the labels of links in square brackets."""
    sentences = history_sentences(Parts(disclosed(dataset, day, Audience.PUBLIC)), division)
    return [
        "".join(f"[{each.label}]" if isinstance(each, Link) else each for each in sentence)
        for sentence in sentences
    ]


def test_a_renamed_and_converted_town_tells_its_former_name_and_kind() -> None:
    was = former(name="旧乡", kind="township")
    dataset = changed(given_places(), CHANGED, event(DivisionStep.CONVERTED, MAY, was=was))
    assert _told(dataset) == [f"2024年5月1日由乡改设为镇，更名为{CHANGED}，曾用名旧乡。"]
    assert _told(dataset, day=date(2024, 4, 30)) == []
    before = disclosed(dataset, date(2024, 4, 30), Audience.PUBLIC).divisions[CHANGED]
    assert (before.name, before.kind.value) == ("旧乡", "township")


def test_a_moved_town_tells_whence_and_whither() -> None:
    moved = moved_to(given_places(), CHANGED, SOUTH, event(DivisionStep.MOVED, MAY, was=former(within=NORTH)))
    assert _told(moved) == [f"2024年5月1日由[{NORTH}]划归[{SOUTH}]。"]


def test_a_split_town_and_its_successors_tell_of_each_other() -> None:
    split = changed(given_places(), CHANGED, event(DivisionStep.SPLIT, MAY, into=("two", "three")))
    assert _told(split) == ["已于2024年5月1日拆分并入[north/two]、[north/three]，此后不再单独统计。"]
    assert _told(split, "north/two") == [f"[{CHANGED}]于2024年5月1日拆分，部分划入这里。"]


@pytest.mark.parametrize(
    ("origins", "ended", "told"),
    [
        (("two",), (), "由[north/two]析出设立"),
        (("two", "three"), (), "由[north/two]、[north/three]析出设立"),
        (("two", "three"), ("two", "three"), "由[north/two]、[north/three]合并设立"),
        (("two", "three"), ("two",), "由[north/two]、[north/three]设立"),
        (("two",), ("two",), "由[north/two]改设"),
    ],
)
def test_a_town_tells_what_it_was_formed_from(
    origins: tuple[str, ...], ended: tuple[str, ...], told: str
) -> None:
    dataset = changed(given_places(), CHANGED, event(DivisionStep.BEGUN, MAY, out_of=origins))
    into = (CHANGED.rpartition("/")[2],)
    for name in ended:
        dataset = changed(dataset, f"{NORTH}/{name}", event(DivisionStep.MERGED, MAY, into=into))
    assert _told(dataset) == [f"2024年5月1日{told}。"]


@pytest.mark.parametrize(
    ("origins", "begun", "told"),
    [
        (("two",), MAY, "改设为"),
        (("two", "three"), MAY, "并入"),
        (("two",), date(2024, 4, 1), "并入"),
        ((), MAY, "并入"),
    ],
)
def test_a_town_that_alone_became_another_says_so(origins: tuple[str, ...], begun: date, told: str) -> None:
    dataset = changed(given_places(), CHANGED, event(DivisionStep.BEGUN, begun, out_of=origins))
    into = (CHANGED.rpartition("/")[2],)
    dataset = changed(dataset, f"{NORTH}/two", event(DivisionStep.MERGED, MAY, into=into))
    assert _told(dataset, f"{NORTH}/two") == [f"已于2024年5月1日{told}[{CHANGED}]，此后不再单独统计。"]


def test_a_town_tells_what_was_merged_into_it_later() -> None:
    dataset = changed(given_places(), CHANGED, event(DivisionStep.BEGUN, date(2024, 2, 1)))
    into = (CHANGED.rpartition("/")[2],)
    dataset = changed(dataset, f"{NORTH}/two", event(DivisionStep.MERGED, MAY, into=into))
    assert _told(dataset) == ["2024年2月1日设立。", "[north/two]于2024年5月1日并入这里。"]


def test_the_end_is_told_first() -> None:
    renamed = event(DivisionStep.RENAMED, date(2024, 2, 1), was=former(name="旧镇"))
    ended = changed(given_places(), CHANGED, renamed, event(DivisionStep.ENDED, MAY))
    assert _told(ended) == [
        "已于2024年5月1日撤销，此后不再单独统计。",
        f"2024年2月1日更名为{CHANGED}，曾用名旧镇。",
    ]
