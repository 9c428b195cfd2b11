"""Maps of one county: which divisions they show, with borders or with tiles, and in what words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generators.composing.figures.current import current_targets
from generators.composing.maps.drawing import LEAST_MARKED
from generators.composing.maps.statuses import URGENCY, status_maps
from generators.composing.maps.values import value_maps
from generators.composing.maps.views import MapView
from generators.disclosing import Audience
from generators.model.indicator import IndicatorKind
from generators.model.report import Value
from generators.model.source import Citation
from generators.results.figures import Status
from tests.build.figures import MAIN
from tests.build.maps import TOWNS, area_map, mapped, row_of
from tests.reading_sites.shown_tables import texts

VALUES: Mapping[str, int] = {name: number for number, name in enumerate(TOWNS[:5], start=1)}


def _map(**given: object) -> MapView:
    (view,) = value_maps(mapped(VALUES, **given), MAIN, TOWNS)  # type: ignore[arg-type] # whatever a test gives
    return view


def test_tiles_are_in_the_order_of_the_divisions_and_say_their_values() -> None:
    view = _map()
    assert [(each.division.label, each.mark.text) for each in view.tiles] == [
        *((name, f"{number}个") for name, number in VALUES.items()),
        (TOWNS[5], "没有这项数"),
    ]
    assert (view.areas, view.columns) == ((), 0)
    assert [each.division.href for each in view.tiles] == [f"site:/divisions/{name}/" for name in TOWNS]
    assert "位置和大小不代表实地" in view.basis


def test_the_legend_counts_every_tile() -> None:
    view = _map()
    assert [(state.label, count) for state, count in view.legend] == [
        ("1个", 1),
        ("2个", 1),
        ("3个", 1),
        ("4个", 1),
        ("5个", 1),
        ("没有这项数", 1),
    ]
    assert view.description == "1个1个，2个1个，3个1个，4个1个，5个1个，没有这项数1个"


def test_stated_places_are_kept_and_the_others_follow_below() -> None:
    tiles = {name: {"row": 3 + at // 2, "column": 1 + at % 2} for at, name in enumerate(TOWNS[:3])}
    view = _map(record=area_map(tiles=tiles))
    assert view.columns == 2
    assert [(each.row, each.column) for each in view.tiles] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (3, 1),
        (3, 2),
        (4, 1),
    ]


def test_borders_stand_in_place_of_tiles() -> None:
    record = area_map(fictional=True, source=Citation(document="borders"))
    view = _map(record=record, outlines=row_of(TOWNS))
    assert view.tiles == ()
    assert [each.division.label for each in view.areas] == list(TOWNS)
    assert [each.mark.sign for each in view.areas] == ["1个", "2个", "3个", "4个", "5个", "·"]
    assert [state.shape for state, _ in view.legend] == ["", "", "", "", "", "·"]
    assert view.areas[0].path.startswith("M")
    assert view.areas[0].path.endswith("z")
    assert view.basis == "边界是虚构的，不表示任何实地。CGCS2000 坐标，化简到画面所需。许可：虚构。"


def test_the_public_has_tiles_where_the_internal_site_has_unapproved_borders() -> None:
    record = area_map()
    assert _map(record=record, outlines=row_of(TOWNS)).tiles
    inside = _map(record=record, outlines=row_of(TOWNS), audience=Audience.INTERNAL)
    assert len(inside.areas) == len(TOWNS)
    assert "未经审图，不得公开" in inside.basis


def test_the_number_of_the_approval_is_shown() -> None:
    view = _map(record=area_map(map_approval="示S(2026)12号"), outlines=row_of(TOWNS))
    assert "审图号：示S(2026)12号" in view.basis


def test_few_places_are_no_map() -> None:
    few = dict(list(VALUES.items())[: LEAST_MARKED - 1])
    assert value_maps(mapped(few), MAIN, TOWNS) == ()
    assert value_maps(mapped({**few, TOWNS[5]: 7}), MAIN, TOWNS) != ()


def test_a_value_that_is_not_known_is_in_no_class() -> None:
    given: dict[str, Value | int] = {**VALUES, TOWNS[5]: Value.model_validate({"not_applicable": "没有"})}
    (view,) = value_maps(mapped(given), MAIN, TOWNS)
    assert view.tiles[5].mark.text == "不适用"
    assert view.tiles[5].mark.sign == "?"


def test_zero_is_a_value() -> None:
    (view,) = value_maps(mapped({**VALUES, TOWNS[5]: 0}), MAIN, TOWNS)
    assert (view.tiles[5].mark.text, view.tiles[5].mark.state.key) == ("0个", "class-1")


def test_flags_are_yes_or_no() -> None:
    given = {name: name != TOWNS[0] for name in TOWNS}
    (view,) = value_maps(mapped(given, kind=IndicatorKind.FLAG), MAIN, TOWNS)
    assert [(state.key, count) for state, count in view.legend] == [("flag-no", 1), ("flag-yes", 5)]


def test_a_map_by_status_has_the_most_urgent_of_each_place_and_a_table_beside() -> None:
    parts = mapped({name: 20 * number for name, number in VALUES.items()}, goal=60)
    progress = parts.publication.progress
    (view,) = status_maps(parts, current_targets(progress), "目标进度", has_table=True)
    found = {each.division: each.status for each in progress}
    assert [each.mark.state.key for each in view.tiles[:5]] == [found[name].value for name in VALUES]
    assert view.tiles[5].mark.text == "没有目标"
    assert view.title == "county：目标进度"
    assert len(texts(view.table)) == len(TOWNS)
    (bare,) = status_maps(parts, current_targets(progress), "目标进度")
    assert not bare.table


def test_every_status_has_its_place_in_the_order() -> None:
    assert sorted(URGENCY) == sorted(Status)


@pytest.mark.parametrize("audience", Audience)
def test_withheld_values_move_no_class(audience: Audience) -> None:
    """What the public sees of the others is the same, whatever an internal report says."""
    signs = set()
    for secret in (1, 1000):
        parts = mapped({**VALUES, TOWNS[5]: secret}, audience=audience, internal=[TOWNS[5]])
        (view,) = value_maps(parts, MAIN, TOWNS)
        signs.add(tuple((each.mark, each.division) for each in view.tiles))
    assert len(signs) == (1 if audience is Audience.PUBLIC else 2)
