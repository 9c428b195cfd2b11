from __future__ import annotations

from generators.composing.rankings.bump_charts import LEAST_MARGIN, BumpView, bump_view

PERIODS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
RANKS = (
    {"a": 1, "b": 2, "c": 2},
    {"b": 1, "a": 2, "c": 3},
    {"b": 1, "c": 2},
    {"a": 1, "b": 1, "c": 3},
)
NAMES = {"a": "甲镇", "b": "乙镇", "c": "丙乡"}


def _view() -> BumpView:
    view = bump_view(PERIODS, RANKS, NAMES)
    assert view is not None
    return view


def test_who_shares_a_rank_stands_below_one_another() -> None:
    lines = {line.name: line for line in _view().lines}
    first = {name: line.nodes[0] for name, line in lines.items()}
    assert [first[name].rank for name in ("甲镇", "乙镇", "丙乡")] == ["1", "2", "2"]
    assert first["甲镇"].y < first["乙镇"].y < first["丙乡"].y


def test_a_line_is_broken_where_its_division_was_not_ranked() -> None:
    lines = {line.name: line for line in _view().lines}
    whole, broken = lines["乙镇"], lines["甲镇"]
    assert [len(points.split(" ")) for points in whole.stretches] == [4]
    assert [len(points.split(" ")) for points in broken.stretches] == [2]
    assert [node.rank for node in broken.nodes] == ["1", "2", "1"]
    assert (broken.starts_at, broken.ends_at) == (broken.nodes[0].y, broken.nodes[-1].y)
    assert broken.description == "甲镇：1、2、—、1"


def test_everything_lies_within_the_box() -> None:
    view = _view()
    assert view.columns[0] == (LEAST_MARGIN, "2024-Q1")
    assert view.last_x == view.columns[-1][0] < view.width
    assert all(0 < node.y < view.height for line in view.lines for node in line.nodes)
    assert view.description == "3个单位在2024-Q1至2024-Q4共4期的名次，数字见下表"


def test_a_long_name_has_room_on_either_side() -> None:
    view = bump_view(PERIODS, RANKS, {**NAMES, "a": "某某蒙古族哈萨克族达斡尔族自治乡"})
    assert view is not None
    assert view.first_x == view.width - view.last_x > LEAST_MARGIN
    assert view.first_x > 16 * 13


def test_one_period_and_crowds_are_not_drawn() -> None:
    assert bump_view(PERIODS[:1], RANKS[:1], NAMES) is None
    crowd = {f"d{number}": number + 1 for number in range(251)}
    assert bump_view(PERIODS[:2], (crowd, crowd), dict.fromkeys(crowd, "镇")) is None
    assert bump_view(PERIODS, RANKS, {}) is None


def test_numbers_are_left_out_where_there_is_no_room_for_them() -> None:
    many = {f"d{number}": number + 1 for number in range(200)}
    view = bump_view(PERIODS, (many,) * 4, dict.fromkeys(many, "镇"))
    assert view is not None
    assert {node.rank for line in view.lines for node in line.nodes} == {""}
