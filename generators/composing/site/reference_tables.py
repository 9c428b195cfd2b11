"""The tables of the open data that others refer to: programmes, divisions and sources."""

from __future__ import annotations

from collections.abc import Iterator

from generators.composing.kit.columns import data_column, fictional_column, iso_day
from generators.composing.kit.kinds import KIND_TEXT
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import DataTable, DataType, Table
from generators.languages import gettext, marked
from generators.model.programme import Programme
from generators.model.source import Source


def reference_tables(parts: Parts) -> Iterator[DataTable]:
    """Yield the tables of the programmes, divisions and sources that the audience sees."""
    publication = parts.publication
    yield _programmes(parts).data(
        "programmes",
        gettext("工作"),
        gettext("每项工作一行，其他各表以标识引用"),
        publication.programmes.values,
    )
    yield _divisions(parts).data(
        "divisions", gettext("区划"), gettext("每个区划一行，其他各表以标识引用"), publication.divisions.keys
    )
    yield _sources(parts).data(
        "sources", gettext("出处"), gettext("每个出处一行，其他各表以标识引用"), publication.sources.items
    )


def _programmes(parts: Parts) -> Table[Programme]:
    return Table(
        (
            data_column("id", marked("标识"), lambda each: each.id),
            data_column("name", marked("名称"), lambda each: each.name),
            data_column("short_name", marked("简称"), lambda each: each.short_name),
            data_column("division", marked("主办单位所在区划的标识"), lambda each: each.owner),
            data_column("office", marked("主管单位"), lambda each: each.office),
            fictional_column(lambda each: parts.publication.is_fictional(each.id)),
        ),
        key=("id",),
    )


def _divisions(parts: Parts) -> Table[str]:
    found = parts.publication.divisions
    kinds = gettext("，").join(f"{kind.value} {word}" for kind, word in KIND_TEXT.items())
    return Table(
        (
            data_column("id", marked("标识，按级以“/”相连"), lambda name: name),
            data_column("name", marked("名称"), lambda name: found[name].name),
            data_column("kind", kinds, lambda name: found[name].kind.value),
            data_column(
                "within",
                marked("上级区划的标识；没有登记的为空"),
                lambda name: found[name].within or "",
            ),
            fictional_column(lambda name: found[name].fictional),
        ),
        key=("id",),
    )


def _sources(parts: Parts) -> Table[tuple[str, Source]]:
    return Table(
        (
            data_column("id", marked("标识"), lambda each: each[0]),
            data_column("title", marked("标题"), lambda each: each[1].title),
            data_column("issuer", marked("发文单位"), lambda each: each[1].issuer),
            data_column("number", marked("文号；没有的为空"), lambda each: each[1].number or ""),
            data_column(
                "date",
                marked("日期；没有写明的为空"),
                lambda each: iso_day(each[1].date),
                DataType.DATE,
            ),
            data_column("url", marked("网址；没有的为空"), lambda each: each[1].url or ""),
            # A source belongs to no division: it is invented where all of them are.
            fictional_column(lambda _: parts.publication.is_wholly_fictional),
        ),
        key=("id",),
    )
