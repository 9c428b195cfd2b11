"""What real counties have and this one must have: each once at least, at a place that tests can name.

Townships are meant by their numbers, counted from 0: they occur in areas of every size.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from examples.fictional_county.months import START


class Occasion(NamedTuple):
    """A township, by its number, and a period as it is written."""

    township: int
    period: str


TIED: Final = (2, 6)
"""Two townships that reach everything the public scheme asks for, and so share the first rank.

The first prize is meant for one: by tying they both have it.
"""

VIGOUR: Final = dict.fromkeys(TIED, 100)
"""Townships whose vigour is not drawn."""

MISSING_REPORT: Final = Occasion(3, "2026-05")
"""A monthly report that never came."""

LATE_REPORT: Final = Occasion(4, "2026-09")
"""A monthly report that came after the days of grace."""

LATE_DAYS: Final = 12

ZERO_TARGET: Final = 5
"""A township that has nothing to build, and says so in its target of 0 for ``sites``."""

NOT_APPLICABLE: Final = 11
"""A township to which ``sites`` does not apply at all."""

OVER_FULFILLED: Final = 2
"""A township with about twice as many alliances as it was asked for."""

VETO: Final = Occasion(7, "2026-Q2")
"""一票否决: the township is not ranked in this quarter."""

PLACED_LAST: Final = Occasion(3, "2026-Q3")
"""一票否决 with the other effect: the township comes last, whatever its score."""

CORRECTION: Final = Occasion(8, "2026-03")
"""One village too many was reported as compliant, and corrected later."""

CORRECTED_ON: Final = date(2026, 4, 20)

MERGED: Final = 9
"""A township whose second village was merged into its first on ``MERGED_ON``."""

MERGED_ON: Final = date(2026, 4, 1)

NEWCOMER: Final = 11
"""A township that takes part from 2026 on, and is new in the ranking of that year's first quarter."""

FORMED_ON: Final = date(2026, 1, 1)
"""The day on which the newcomer and its communities were formed, and a former township was merged into it."""

STARTS: Final = {NEWCOMER: FORMED_ON}
"""From when townships take part that do not from the beginning."""

RENAMED: Final = 4
"""A township that had another name until ``RENAMED_ON``."""

RENAMED_ON: Final = date(2025, 11, 1)

CONVERTED: Final = 8
"""A town that was a township (乡) until ``CONVERTED_ON``."""

CONVERTED_ON: Final = date(2026, 4, 1)

REOPENED: Final = 0
"""A township with a problem that was struck off, and reopened when somebody looked again."""

REOPENED_PROBLEM: Final = "reopened-board"

NEGLECTED: Final = 10
"""A township that has left at least three problems undone when they were due."""

NEGLECTED_PROBLEMS: Final = ("overdue-signs", "overdue-accounts", "overdue-hall")

LAPSED_CHECK: Final = 1
"""A township whose first village lost a star that it had."""

OVERDUE_COMMITMENT: Final = 1
"""A township with a commitment whose day has passed, neither kept nor delayed."""

OVERDUE_COMMITMENT_ID: Final = "overdue-centre"

RELEASED: Final = "shili-1357/petitions"
"""An indicator that townships report internally, and of which the total over all of them is public."""

DIFFERING_TOTAL: Final = "shili-1357/visited-households"
"""What the first county reports itself, by ``TOTAL_DIFFERS_BY`` more than its townships do together."""

TOTAL_DIFFERS_BY: Final = 12


def start_of(township: int) -> date:
    """Return the day from which a township takes part."""
    return STARTS.get(township, START)
