"""Tables of closed periods: the links of the chain, and closed figures beside the corrected ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.composing.closings.words import (
    CLOSINGS,
    STEP_TEXT,
    closing_link,
    field_text,
    said_text,
    subject_link,
)
from generators.composing.kit.columns import fictional_column, iso_day
from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataTable,
    DataType,
    Emphasis,
    Styled,
    Table,
    TableView,
    Width,
    cell,
    day_key,
    small,
)
from generators.composing.kit.urls import path_of
from generators.disclosing.closings import PublishedClosing
from generators.languages import gettext, marked, translated
from generators.model.closing import FOLDER, SHORT_DIGEST, Closing, FigureKey
from generators.results.closings import Difference

HIDDEN: Final = marked("内部事项")


@dataclass(frozen=True, slots=True)
class SaidTwice:
    """One part of a closed figure: as it was closed, and as corrections have made it."""

    closing: Closing
    difference: Difference
    name: str

    @property
    def key(self) -> FigureKey:
        """Return which figure it is."""
        return self.difference.key

    @property
    def division(self) -> str:
        """Return the id of the division that the figure is of."""
        return self.key[1]


def said_twice(closing: Closing, difference: Difference) -> Iterator[SaidTwice]:
    """Yield each part of a figure that differs, that which decides the others first."""
    before, now = difference.before or {}, difference.now or {}
    for name in dict.fromkeys((*before, *now)):
        if before.get(name) != now.get(name):
            yield SaidTwice(closing, difference, name)


def file_address(each: PublishedClosing) -> str:
    """Return the address of the file of a record, as far as the audience may have it."""
    return f"{CLOSINGS}{each.file.removeprefix(f'{FOLDER}/')}"


def corrected_rows(parts: Parts) -> tuple[SaidTwice, ...]:
    """Return each part of a closed figure that corrections have changed, in the order of the chain."""
    return tuple(
        row
        for each in parts.publication.closings
        if each.closing is not None
        for difference in each.corrected
        for row in said_twice(each.closing, difference)
    )


def chain_table(parts: Parts) -> TableView:
    """Return the table of the links, the last first."""
    return _chain(parts).view(reversed(parts.publication.closings), gettext("结账链"), board="closings-list")


def corrected_table(parts: Parts, rows: tuple[SaidTwice, ...], label: str) -> TableView:
    """Return the table of closed figures beside what they are by corrections."""
    return _corrected(parts).view(rows, label, board="corrected-list")


def closing_data(parts: Parts) -> tuple[DataTable, ...]:
    """Return the tables of the open data; none if nothing was ever closed."""
    closings = parts.publication.closings
    if not closings:
        return ()
    head = closings[-1].link
    return (
        _chain(parts).data(
            "closings",
            gettext("结账"),
            gettext(
                "每次结账和重开，前后以散列相接；链头是第%(number)s环 %(digest)s",
                number=head.number,
                digest=head.digest,
            ),
            lambda: closings,
        ),
        _corrected(parts).data(
            "closed-corrections",
            gettext("结账后更正"),
            gettext("已结账的数因更正而不同的，原数与更正后的数并列"),
            lambda: corrected_rows(parts),
        ),
    )


def _is_fictional(parts: Parts, closing: Closing | None) -> bool:
    """Whether what was closed is invented; of a closing that is not shown, whether all divisions are."""
    if closing is None:
        return all(each.fictional for each in parts.publication.divisions.values())
    return parts.publication.is_fictional(closing.programme)


def _digest_cell(digest: str) -> Cell:
    return cell(Styled(digest[:SHORT_DIGEST], Emphasis.CODE) if digest else NOTHING)


def _chain(parts: Parts) -> Table[PublishedClosing]:
    def what(each: PublishedClosing) -> Cell:
        if each.closing is None:
            return cell(translated(HIDDEN))
        return cell(closing_link(parts, each.closing), small(each.closing.reason))

    def step(each: PublishedClosing) -> Cell:
        if each.closing is None:
            return cell(NOTHING)
        state = small(gettext("现在有效")) if each.is_closed else None
        return cell(STEP_TEXT[each.closing.step], state)

    def day(each: PublishedClosing) -> date | None:
        return None if each.closing is None else each.closing.on

    def shown_day(each: PublishedClosing) -> Cell:
        on = day(each)
        return cell(NOTHING if on is None else day_text(on), sort=day_key(on))

    return Table(
        (
            Column(
                "number",
                marked("环"),
                lambda each: cell(gettext("第%(number)s环", number=each.link.number), sort=each.link.number),
                is_head=True,
                width=Width.UNBROKEN,
                meaning=marked("第几环，从1起"),
                value=lambda each: str(each.link.number),
                type=DataType.INTEGER,
            ),
            Column("what", marked("工作与期间"), what),
            Column(
                "programme",
                meaning=marked("工作的标识；内部的为空"),
                value=lambda each: each.closing.programme if each.closing else "",
            ),
            Column(
                "period",
                meaning=marked("期间；内部的为空"),
                value=lambda each: each.closing.period.text if each.closing else "",
            ),
            Column(
                "step",
                marked("事项"),
                step,
                meaning=marked("closed 结账，reopened 重开"),
                value=lambda each: each.closing.step.value if each.closing else "",
            ),
            Column(
                "on",
                marked("日期"),
                shown_day,
                width=Width.UNBROKEN,
                meaning=marked("结账或重开的日期"),
                value=lambda each: iso_day(day(each)),
                type=DataType.DATE,
            ),
            Column(
                "by",
                marked("由谁"),
                lambda each: cell(each.closing.by if each.closing else NOTHING),
                meaning=marked("由哪个科室或职务"),
                value=lambda each: each.closing.by if each.closing else "",
            ),
            Column(
                "reason",
                meaning=marked("重开的理由"),
                value=lambda each: each.closing.reason if each.closing else "",
            ),
            Column(
                "sha256",
                marked("散列"),
                lambda each: _digest_cell(each.link.digest),
                is_sortable=False,
                meaning=marked("这一环的散列（SHA-256）"),
                value=lambda each: each.link.digest,
            ),
            Column(
                "previous",
                marked("接在"),
                lambda each: _digest_cell(each.link.previous),
                is_sortable=False,
                meaning=marked("前一环的散列；第一环为空"),
                value=lambda each: each.link.previous,
            ),
            Column(
                "public",
                meaning=marked("公开部分的散列；没有的为空"),
                value=lambda each: each.link.public,
            ),
            Column("internal", meaning=marked("内部部分的散列"), value=lambda each: each.link.internal),
            Column(
                "file",
                meaning=marked("可以下载的文件；没有的为空"),
                value=lambda each: path_of(file_address(each)) if each.lines else "",
            ),
            fictional_column(lambda each: _is_fictional(parts, each.closing)),
        ),
        is_searchable=False,
        open_data="closings",
        key=("number",),
    )


def _corrected(parts: Parts) -> Table[SaidTwice]:
    def said(row: SaidTwice, *, is_now: bool) -> str:
        sides = (row.difference.before, row.difference.now)
        return said_text(parts, row.key, row.name, sides[is_now], sides[not is_now])

    return Table(
        (
            Column(
                "place",
                marked("地方"),
                lambda row: cell(parts.division_link(row.division)),
                is_head=True,
            ),
            Column(
                "item",
                marked("什么数"),
                lambda row: cell(subject_link(parts, row.key), small(field_text(parts, row.key, row.name))),
            ),
            Column(
                "before",
                marked("结账时"),
                lambda row: cell(said(row, is_now=False)),
                is_number=True,
                is_sortable=False,
            ),
            Column(
                "now",
                marked("更正后"),
                lambda row: cell(said(row, is_now=True)),
                is_number=True,
                is_sortable=False,
            ),
            Column("programme", meaning=marked("工作的标识"), value=lambda row: row.closing.programme),
            Column("period", meaning=marked("已结账的期间"), value=lambda row: row.closing.period.text),
            Column("division", meaning=marked("区划的标识"), value=lambda row: row.division),
            Column(
                "kind",
                meaning=marked("value 数，status 目标状态，tier 等次，score 得分，其他为计数"),
                value=lambda row: row.key[0],
            ),
            Column(
                "subject",
                meaning=marked("指标、等次或办法，及其日期"),
                value=lambda row: " ".join(row.key[2:]),
            ),
            Column("field", meaning=marked("这个数的哪一项"), value=lambda row: row.name),
            Column(
                "closed",
                meaning=marked("结账时"),
                value=lambda row: (row.difference.before or {}).get(row.name, ""),
                type=DataType.ANY,
            ),
            Column(
                "corrected",
                meaning=marked("更正后"),
                value=lambda row: (row.difference.now or {}).get(row.name, ""),
                type=DataType.ANY,
            ),
            fictional_column(lambda row: _is_fictional(parts, row.closing)),
        ),
        is_tall=True,
        is_searchable=False,
        open_data="closed-corrections",
    )
