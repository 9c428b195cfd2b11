"""Remarks of townships: all of them, those of a division, and those on a ranking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.columns import (
    data_column,
    day_column,
    division_cell,
    fictional_column,
    iso_day,
)
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import DivisionPart, MenuEntry, Section, SectionData, SectionType
from generators.composing.kit.table import (
    Cell,
    Column,
    DataTable,
    DataType,
    Table,
    TableView,
    Width,
    cell,
    flag,
    small,
)
from generators.composing.kit.views import Link
from generators.languages import gettext, marked, translated
from generators.model.address import Address
from generators.model.period import Period
from generators.model.remark import FiledRemark

REMARKS: Final = f"{urls.SCHEME}remarks/"
"""The address of the page of all remarks."""

_DRAFT: Final = marked("草稿，未审核")


def remark_pages(parts: Parts) -> Iterator[Page]:
    """Yield the page of all remarks, the last first."""
    yield SECTION.first_page(
        "remarks/remarks.md.j2",
        lambda: _table(parts).view(
            _last_first(parts.publication.remarks), gettext("乡镇说明"), board="remarks-list"
        ),
    )


def remarks_of_division(parts: Parts, division: str) -> TableView | None:
    """Return the remarks of a division, of a township with those of its villages; ``None`` without any."""
    own = [each for each in parts.publication.remarks if division in (each.township, each.division)]
    if not own:
        return None
    name = parts.publication.divisions[division].name
    return _table(parts).view(_last_first(own), gettext("%(name)s的说明", name=name))


def remarks_on_ranking(parts: Parts, scheme: Address, period: Period) -> TableView:
    """Return the remarks on the ranks of one period of a scheme."""
    found = (
        each
        for each in parts.publication.remarks
        if each.remark.scheme == scheme and each.remark.period.text == period.text
    )
    return _table(parts).view(found, gettext("对名次的说明"), without=("subject",))


def remark_data(parts: Parts) -> tuple[DataTable, ...]:
    """Return the table of the open data; none without remarks."""
    remarks = parts.publication.remarks
    if not remarks:
        return ()
    description = gettext("乡镇对本地的数和名次所作的说明")
    return (_table(parts).data("remarks", gettext("乡镇说明"), description, lambda: remarks),)


def _last_first(remarks: Iterable[FiledRemark]) -> list[FiledRemark]:
    return sorted(remarks, key=lambda each: (-each.remark.on.toordinal(), each.division, each.id))


def _table(parts: Parts) -> Table[FiledRemark]:
    def subject(each: FiledRemark) -> Cell:
        remark = each.remark
        when = small(period_text(remark.period))
        if remark.indicator is not None:
            return cell(parts.indicator_link(remark.indicator), when)
        scheme, period = parts.publication.schemes[remark.subject], remark.period.text
        rankings = parts.publication.rankings.get(remark.subject)
        is_ranked = rankings is not None and any(each.period.text == period for each in rankings.periods)
        href = urls.ranking(remark.subject, period) if is_ranked else ""
        return cell(Link(scheme.name, href), when)

    def said(each: FiledRemark) -> Cell:
        reviewed = each.remark.reviewed
        state = (
            flag(translated(_DRAFT))
            if reviewed is None
            else small(gettext("%(by)s审核，%(on)s", by=reviewed.by, on=day_text(reviewed.on)))
        )
        return cell(each.remark.text, " ", state)

    return Table(
        (
            Column("place", marked("单位"), lambda each: division_cell(parts, each.division), is_head=True),
            Column("subject", marked("什么数"), subject),
            Column("text", marked("说明"), said, is_sortable=False, width=Width.WIDE),
            Column("by", marked("由谁"), lambda each: cell(each.remark.by)),
            day_column("on", marked("日期"), lambda each: each.remark.on),
            data_column("division", marked("区划的标识"), lambda each: each.division),
            data_column("indicator", marked("指标；说名次的为空"), lambda each: each.remark.indicator or ""),
            data_column("scheme", marked("考核办法；说数的为空"), lambda each: each.remark.scheme or ""),
            data_column("period", marked("期间"), lambda each: each.remark.period.text),
            data_column("remark", marked("说明"), lambda each: each.remark.text),
            data_column("office", marked("由哪个单位说明"), lambda each: each.remark.by),
            data_column("date", marked("说明的日期"), lambda each: iso_day(each.remark.on), DataType.DATE),
            fictional_column(lambda each: parts.publication.divisions[each.division].fictional),
        ),
        open_data="remarks",
    )


SECTION: Final = Section(
    address=REMARKS,
    title=marked("乡镇说明"),
    description=marked("乡镇对自己的数和名次所作的说明，经审核后公布"),
    type=SectionType.OPEN,
    keywords=(marked("说明"), marked("申辩")),
    menu=MenuEntry(group=marked("考核"), position=1),
    division_part=DivisionPart(
        template="remarks/of-division.md.j2", view=remarks_of_division, position=-2, open_data="remarks"
    ),
    data=SectionData(tables=remark_data, position=2),
    compose=remark_pages,
    has_content=lambda publication: bool(publication.remarks),
)
