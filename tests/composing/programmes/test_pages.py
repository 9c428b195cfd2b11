from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.composing.kit.section import SiteParts
from generators.composing.programmes.figure_groups import MAX_ROWS
from generators.composing.programmes.pages import ProgrammeView, programme_pages
from generators.disclosing import Audience
from generators.model.programme import FrameworkNode
from tests.build.places import TOWNSHIPS, given_places, report_of
from tests.build.publications import disclosed
from tests.reading_sites.shown_tables import column


def _view(months: int) -> ProgrammeView:
    """Return the page of a programme in which every township reports a level of 1, 2, … by month."""
    reports = [
        report_of(town, "level", f"2024-{month:02}", month)
        for town in TOWNSHIPS
        for month in range(1, months + 1)
    ]
    given = given_places(reports)
    (programme,) = given.programmes.values()
    node = FrameworkNode.model_validate({"id": "node", "name": "示例", "indicators": ("level",)})
    framed = programme.model_copy(update={"framework": (node,)})
    dataset = replace(given, programmes={framed.id: framed})
    pages = programme_pages(SiteParts(disclosed(dataset, date(2024, 12, 31), Audience.PUBLIC)))
    (view,) = (page.view for page in pages if isinstance(page.view, ProgrammeView))
    return view


def test_few_reports_are_listed_and_the_framework_has_the_latest_of_each_division() -> None:
    view = _view(months=2)
    (group,) = view.groups
    assert column(group.table, "division") == [town for town in TOWNSHIPS for _ in range(2)]
    (node,) = view.framework
    assert [(each.name, each.figure.text) for each in node.figures] == [
        (f"{town}示例", "2个") for town in TOWNSHIPS
    ]


def test_of_many_reports_the_sum_of_the_owner_is_shown_and_none_of_a_single_division() -> None:
    view = _view(months=12)
    assert view.figures_more == 12 * len(TOWNSHIPS) > MAX_ROWS
    assert view.groups == ()
    (node,) = view.framework
    assert [(each.name, each.figure.text) for each in node.figures] == [("示例", f"{12 * len(TOWNSHIPS)}个")]
    assert column(view.computed, "figure")[0] == f"{12 * len(TOWNSHIPS)}个"
