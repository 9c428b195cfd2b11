"""Every figure once, with an anchor that no other figure of the site has."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.kit.figure_places import figure_anchor
from generators.composing.kit.parts import Parts
from generators.disclosing import Publication
from generators.model.address import Address

_SLUG = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
_ADDRESS = st.tuples(_SLUG, _SLUG).map("/".join)
_DIVISION = st.lists(_SLUG, min_size=1, max_size=3).map("/".join)
_MOMENT = st.sampled_from(["2025", "2025-q1", "2025-01/2025-02", "unstated", "by-2025-12-31"])


def _row(rows: tuple[FigureRow, ...], indicator: str, division: str, role: str) -> FigureRow:
    (found,) = (row for row in rows if (row.indicator, row.division, row.role) == (indicator, division, role))
    return found


def test_each_figure_has_its_own_anchor(rows: tuple[FigureRow, ...]) -> None:
    assert max(Counter(row.anchor for row in rows).values()) == 1


@given(st.tuples(_ADDRESS, _DIVISION, _MOMENT), st.tuples(_ADDRESS, _DIVISION, _MOMENT))
def test_anchors_of_different_figures_differ(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert (figure_anchor(*one) == figure_anchor(*other)) is (one == other)


def test_every_target_observation_and_declared_count_is_there(
    publication: Publication, rows: tuple[FigureRow, ...]
) -> None:
    roles = Counter(row.role for row in rows)
    assert roles["target"] == len(publication.targets)
    assert len(rows) == len(publication.targets) + len(publication.all_observations) + 1


def test_rows_run_by_programme_indicator_and_division(
    publication: Publication, rows: tuple[FigureRow, ...]
) -> None:
    divisions = list(publication.divisions)
    addresses = list(publication.indicators)
    keys = [
        (addresses.index(Address.of(row.programme, row.indicator)), divisions.index(row.division))
        for row in rows
        if not row.indicator.startswith("framework-")
    ]
    assert keys == sorted(keys)


def test_a_ratio_is_published_by_its_parts(rows: tuple[FigureRow, ...]) -> None:
    row = _row(rows, "compliance", "fengping/liuwan", "achievement")
    assert (row.value, row.qualifier, row.figure.text) == ("9/12", "parts", "75%")
    lone = _row(rows, "online-share", "fengping/wangxi", "achievement")
    assert (lone.value, lone.figure.text, lone.figure.note) == ("640/", "无法计算", "分子为640，缺少分母")


def test_a_count_of_the_framework_is_a_figure_of_the_owner(rows: tuple[FigureRow, ...]) -> None:
    row = _row(rows, "framework-two-steps", "fengping", "context")
    assert (row.value, row.measure, row.name, row.locator) == ("2", "步", "分步推进（项数）", "第一部分")


def test_a_correction_shows_on_the_figure(rows: tuple[FigureRow, ...]) -> None:
    corrected = [row for row in rows if row.figure.is_corrected]
    assert [(row.value, row.when) for row in corrected] == [("20.5", "2025年第1季度")]


def test_the_internal_site_shows_internal_figures_too(internal_publication: Publication) -> None:
    values = {row.value for row in figure_rows(Parts(internal_publication))}
    assert {"73300021", "73300044", "73300051", "73300065", "73300094"} <= values
