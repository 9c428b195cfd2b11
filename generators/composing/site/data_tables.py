"""All tables of the open data, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generators.composing.figures.computed_data import computed_data
from generators.composing.figures.progress_table import progress_data
from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.figures.tables import value_data
from generators.composing.kit.section import SiteParts
from generators.composing.kit.table import DataTable
from generators.composing.site.reference_tables import reference_tables


def data_tables(site: SiteParts, rows: Sequence[FigureRow] | None = None) -> tuple[DataTable, ...]:
    """Return the tables: values, progress, computed values, those of the sections, then what these refer to.

    ``rows`` are the figures of the first, all that the site publishes by default.
    """
    figures = site.once(figure_rows) if rows is None else rows
    return (
        value_data(figures),
        progress_data(site),
        computed_data(site),
        *_of_sections(site),
        *reference_tables(site),
    )


def _of_sections(site: SiteParts) -> Iterable[DataTable]:
    found = (each.data for each in site.sections if each.data is not None)
    return (table for data in sorted(found, key=lambda each: each.position) for table in data.tables(site))
