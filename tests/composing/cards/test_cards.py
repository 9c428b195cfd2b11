"""Report cards: what comes first, that it fits a sheet, and who has one."""

from __future__ import annotations

import pytest

from generators.composing.cards.pages import (
    MOST_SIMILAR,
    MOST_TARGETS,
    MOST_UNMET,
    SECTION,
    CardView,
    card_of_division,
    card_pages,
    has_card,
)
from generators.composing.cards.urgent import MOST_TASKS, urgent_tasks
from generators.composing.kit.section import SiteParts
from generators.disclosing import Audience
from generators.model.division import Level
from generators.pipeline import Examined, examine
from generators.results.figures import Status
from generators.results.ledgers import ProblemState
from tests.build.project import SHILI, SHILI_LATER_DAY
from tests.build.publications import disclosed_project

_ORDER = ("逾期未完成", "问题逾期", "承诺到期", "欠报", "严重滞后", "重开", "滞后", "快到期")


@pytest.fixture(scope="module")
def examined() -> Examined:
    """Return the example county, measured."""
    return examine(SHILI, SHILI_LATER_DAY)


@pytest.fixture(scope="module", params=[Audience.PUBLIC, Audience.INTERNAL])
def site(request: pytest.FixtureRequest, examined: Examined) -> SiteParts:
    """Return what one audience sees of it."""
    return SiteParts(disclosed_project(examined, request.param))


def test_every_township_that_exists_has_a_card(site: SiteParts) -> None:
    townships = {
        name
        for name, each in site.publication.divisions.items()
        if each.level is Level.TOWNSHIP and each.exists_on(site.publication.as_of)
    }
    assert {name for name in site.publication.divisions if has_card(site, name)} == townships
    assert len(list(card_pages(site))) == len(townships) + 1


def test_tasks_are_in_the_order_of_urgency_and_complete(site: SiteParts) -> None:
    publication = site.publication
    found = 0
    for name in filter(lambda each: has_card(site, each), publication.divisions):
        kinds = [task.kind for task in urgent_tasks(site, name)]
        assert kinds == sorted(kinds, key=_ORDER.index)
        progress = publication.progress_by_division.get(name, ())
        assert kinds.count("逾期未完成") == sum(each.status is Status.MISSED for each in progress)
        assert kinds.count("严重滞后") == sum(each.status is Status.FAR_BEHIND for each in progress)
        problems = publication.problems_by_division.get(name, ())
        overdue = sum(each.state is ProblemState.OVERDUE for each in problems)
        assert kinds.count("问题逾期") == overdue
        found += len(kinds)
    assert found


def test_a_card_keeps_to_its_sheet(site: SiteParts) -> None:
    for page in card_pages(site):
        if page.kind != "card":
            continue
        view = page.view
        assert isinstance(view, CardView)
        assert len(view.tasks) <= MOST_TASKS
        targets, similar = (
            sum(len(group.rows) for group in table.groups) for table in (view.targets, view.similar)
        )
        assert targets <= MOST_TARGETS
        assert similar <= MOST_UNMET * MOST_SIMILAR


def test_villages_have_no_card_and_met_targets_no_examples(site: SiteParts) -> None:
    villages = [name for name, each in site.publication.divisions.items() if each.level is Level.VILLAGE]
    assert all(card_of_division(site, each) is None for each in villages[:20])


def test_a_site_of_townships_has_the_section(site: SiteParts) -> None:
    assert SECTION.has_content(site.publication)


def test_a_card_has_a_pdf_beside_its_page_and_links_to_it_only_where_it_is_made(site: SiteParts) -> None:
    made = SiteParts(site.publication, has_pdfs=True)
    for parts in (site, made):
        (card, *_) = (page for page in card_pages(parts) if page.kind == "card")
        assert card.pdf.removesuffix(".pdf") + "/" == card.address.removeprefix("site:/")
        assert isinstance(card.view, CardView)
        assert bool(card.view.pdf.href) is parts.has_pdfs
