"""Columns of the records that townships file: problems and commitments."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Column, cell
from generators.languages import gettext, marked, translated
from generators.model.history import FiledHistory

Row = TypeVar("Row")


def place_columns(
    parts: Parts,
    filed_of: Callable[[Row], FiledHistory],
    programme_of: Callable[[Row], str],
    *,
    name: str,
    noun: str,
    division_meaning: str,
) -> tuple[Column[Row], ...]:
    """Return the columns of the programme, the township, the division and the id of a record.

    ``name`` is the name of the column of the id, ``noun`` the Chinese word for the record in the
    descriptions of the columns, ``division_meaning`` the description of the column of the division.
    """
    return (
        Column(
            "programme",
            marked("工作"),
            lambda row: cell(parts.programme_link(programme_of(row))),
            meaning=marked("工作的标识"),
            value=programme_of,
        ),
        Column(
            "township",
            meaning=gettext("登记该%(noun)s的乡镇的标识", noun=translated(noun)),
            value=lambda row: filed_of(row).township,
        ),
        Column(
            "division",
            marked("区划"),
            lambda row: cell(parts.division_link(filed_of(row).division)),
            meaning=division_meaning,
            value=lambda row: filed_of(row).division,
        ),
        Column(
            name,
            meaning=gettext("%(noun)s的标识，在该乡镇内不重复", noun=translated(noun)),
            value=lambda row: filed_of(row).id,
        ),
    )


def varying_place_columns(parts: Parts, division: str, programmes: Collection[str]) -> tuple[str, ...]:
    """Return the names of the place columns that differ between the records of a division.

    ``division`` if there are divisions below it, ``programme`` if the records have several programmes.
    """
    below = ("division",) if parts.publication.children.get(division) else ()
    several = ("programme",) if len(programmes) > 1 else ()
    return (*below, *several)
