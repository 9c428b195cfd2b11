"""The checklists of one division: the items in place and the open items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    Drawing,
    Table,
    TableView,
    Width,
    cell,
    small,
)
from generators.composing.kit.views import Link
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.standard import ItemCheck
from generators.results.tiers import Checklist, ItemState


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A standard in one division: items in place first, then open items."""

    name: str
    programme: Link
    counts: str
    result: str
    items: TableView


def checklist_views(parts: Parts, division: str) -> Iterator[ChecklistView]:
    """Yield the checklists of a division, in the order of the programmes and their standards."""
    publication = parts.publication
    for address, standard in publication.standards.items():
        found = publication.checklists.get((division, address))
        if found is not None:
            states = sorted(found.items, key=lambda each: not each.is_passed)
            yield ChecklistView(
                name=standard.name,
                programme=parts.programme_link(address.programme),
                counts=counts_text(found),
                result=_result_text(found),
                items=_item_table(parts, address).view(states, standard.name),
            )


def counts_text(checklist: Checklist) -> str:
    """Return the number of items in place and of all items, such as 4/6项."""
    return gettext("%(passed)s/%(number)s项", passed=checklist.passed, number=len(checklist.items))


def _result_text(checklist: Checklist) -> str:
    if not checklist.is_on_record:
        return gettext("还没有验收记录")
    if checklist.is_passed:
        return gettext("已达标")
    return gettext("还差%(number)s项达标", number=checklist.required - checklist.passed)


def _item_table(parts: Parts, standard: Address) -> Table[ItemState]:
    """Return the table of a standard's items: day and evidence if in place, else the revocation if any."""
    items = parts.publication.standards[standard].items
    return Table(
        (
            Column(
                "item",
                marked("条目"),
                lambda state: cell(items[state.item].name, small(items[state.item].definition)),
                is_head=True,
            ),
            Column("state", marked("情况"), lambda state: cell(_checkbox(state)), width=Width.UNBROKEN),
            Column("passed", marked("日期"), _day_cell, width=Width.UNBROKEN),
            Column("evidence", marked("依据"), lambda state: _evidence_cell(parts, state)),
        ),
        is_searchable=False,
    )


def _checkbox(state: ItemState) -> Drawing:
    mark, words = ("☑", gettext("已验收")) if state.is_passed else ("☐", gettext("未完成"))
    return Drawing("tiers/parts.j2", "checkbox", (mark, words), text=words)


def _passed(state: ItemState) -> ItemCheck | None:
    """Return the check that found an item in place; ``None`` for an open item."""
    return state.check if state.is_passed else None


def _day_cell(state: ItemState) -> Cell:
    check = _passed(state)
    return cell(day_text(check.on) if check is not None else NOTHING)


def _evidence_cell(parts: Parts, state: ItemState) -> Cell:
    check = _passed(state)
    if check is not None:
        return cell(check.evidence, small(parts.source_link(check.source)))
    revoked = state.check.revoked if state.check is not None else None
    return cell(
        gettext("%(on)s撤销：%(reason)s", on=day_text(revoked.on), reason=revoked.reason)
        if revoked is not None
        else NOTHING
    )
