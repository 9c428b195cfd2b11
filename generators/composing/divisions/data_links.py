"""Which tables of the open data hold the rows of a division's page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generators.composing.figures.progress_table import progress_data
from generators.composing.figures.tables import value_data
from generators.composing.kit import urls
from generators.composing.kit.section import SiteParts
from generators.composing.kit.views import Link


def data_links(site: SiteParts, tables: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to the named ``tables`` where these are described beside their files."""
    titles = site.once(_titles)
    return tuple(Link(titles[name], urls.data_table(name)) for name in tables if name in titles)


def _titles(site: SiteParts) -> Mapping[str, str]:
    """Return the titles of the tables that have divisions, by the names of their files."""
    of_sections = (each.data.tables(site) for each in site.sections if each.data is not None)
    found = (value_data(()), progress_data(site), *(table for tables in of_sections for table in tables))
    return {
        table.name: table.title
        for table in found
        if any(column.name == "division" for column in table.columns)
    }
