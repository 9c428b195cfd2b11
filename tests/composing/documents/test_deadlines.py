from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.composing.documents.deadlines import DeadlinesView, deadlines_view
from generators.disclosing import Audience, disclose
from generators.pipeline import Examined
from generators.results.deadlines import DeadlineState, PublicationDeadline
from tests.build.publications import disclosed_project
from tests.reading_sites.shown_tables import column

_FIRST = "content/bulletins/tidy-notes/2025/1.md"
_SECOND = "content/bulletins/tidy-notes/2025/2.md"
_CASE = "content/cases/village-map.md"


def _view(county: Examined, *terms: PublicationDeadline) -> DeadlinesView:
    assert county.dataset is not None
    assert county.measurements is not None
    measurements = replace(county.measurements, publication_deadlines=terms)
    return deadlines_view(disclose(county.dataset, measurements, Audience.INTERNAL))


def test_the_most_pressing_comes_first_and_what_was_kept_is_left_out(county: Examined) -> None:
    view = _view(
        county,
        PublicationDeadline(_FIRST, date(2025, 5, 9), DeadlineState.LATE, 2),
        PublicationDeadline(_SECOND, date(2025, 7, 25), DeadlineState.DUE_SOON, 3, (2025,)),
        PublicationDeadline(_CASE, date(2025, 6, 3), DeadlineState.OVERDUE, 19),
    )
    assert [(row.document.label, row.due, row.state, row.is_pressing) for row in view.rows] == [
        ("一村一图", "2025年6月3日", "未发布，已过19个工作日", True),
        ("“净村”行动二季度情况", "2025年7月25日", "未发布，还剩3个工作日", True),
        ("“净村”行动一季度情况", "2025年5月9日", "发布时晚了2个工作日", False),
    ]
    assert column(view.table, "state") == [row.state for row in view.rows]
    assert view.caveat == "2025年的放假安排尚未收录，这一部分只按周末推算，期限可能有出入。"


def test_nothing_to_tell(county: Examined) -> None:
    kept = PublicationDeadline(_FIRST, date(2025, 5, 9), DeadlineState.KEPT, 3)
    view = _view(county, kept)
    assert (view.rows, bool(view.table), view.caveat) == ((), False, "")


def test_the_public_is_told_nothing_of_terms(county: Examined) -> None:
    assert county.dataset is not None
    assert county.measurements is not None
    assert county.measurements.publication_deadlines
    assert disclosed_project(county, Audience.PUBLIC).publication_deadlines == ()
    public, internal = county.site(Audience.PUBLIC), county.site(Audience.INTERNAL)
    (of_public,) = [page.markdown for page in public.pages if page.path == "quality.md"] or [""]
    shown = [page.markdown for page in internal.pages if "#publication-terms" in page.markdown]
    assert len(shown) == 1
    assert "#publication-terms" not in of_public
