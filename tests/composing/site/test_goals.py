"""The targets that a home page lists while little is known of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.site.goals import goals, is_mostly_unknown
from generators.results.figures import Status
from tests.reading_sites.shown_tables import column


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), "known"),
        ((Status.UNREPORTED,), "unknown"),
        ((Status.UNREPORTED, Status.BEHIND), "known"),
        ((Status.UNREPORTED, Status.INCOMPUTABLE, Status.ACHIEVED), "unknown"),
    ],
)
def test_more_than_half_without_a_value_is_mostly_unknown(
    parts: Parts, statuses: tuple[Status, ...], expected: str
) -> None:
    one = parts.publication.progress[0]
    progress = [replace(one, status=each) for each in statuses]
    assert is_mostly_unknown(progress) is (expected == "unknown")


def test_the_first_targets_of_each_programme_are_listed_with_value_and_day(parts: Parts) -> None:
    view, progress = goals(parts), parts.publication.progress
    first = {
        name: [each for each in progress if each.indicator.programme == name][:3]
        for name in dict.fromkeys(each.indicator.programme for each in progress)
    }
    assert [group.head for group in view.groups] == [parts.programme_link(name) for name in first]
    shown = [each for found in first.values() for each in found]
    assert column(view, "target") == [parts.target_figure(each.division, each.target).text for each in shown]
    assert column(view, "by") == [day_text(each.target.due) for each in shown]


def test_without_targets_there_is_no_table(parts: Parts) -> None:
    assert not goals(Parts(replace(parts.publication, progress=())))
