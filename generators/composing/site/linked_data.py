"""What the heads of the home page and of the open-data page tell search engines: JSON-LD of schema.org.

Home has the catalogue (``DataCatalog``), the open-data page each table of it as a ``Dataset`` with its files.
Nothing that depends on the rows is stated, so that no row is made for a head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from generators.composing.kit import urls
from generators.composing.kit.data_files import heading_of
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Page
from generators.composing.kit.section import SiteParts
from generators.composing.kit.site_address import own_texts, site_address
from generators.composing.kit.table import FILES, DataTable
from generators.composing.site.data_tables import data_tables
from generators.disclosing.publication import Publication
from generators.languages import gettext, marked, translated
from generators.model.licence import licence_of

_MEDIA_TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}
_CONTEXT: Final = "https://schema.org"
_FICTIONAL: Final = marked("虚构的示例数据")


def with_linked_data(site: SiteParts, pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return the pages, the home page and that of the open data with their linked data."""
    catalogue = _catalogue(site.publication)
    heads = {
        urls.HOME: lambda tables: {**catalogue, "dataset": list(_datasets(site.publication, tables))},
        urls.OPEN_DATA: lambda tables: {**catalogue, "dataset": list(_with_files(site.publication, tables))},
    }
    return tuple(
        replace(page, head=replace(page.head, linked_data=heads[page.address](site.once(data_tables))))
        if page.address in heads
        else page
        for page in pages
    )


def _catalogue(publication: Publication) -> dict[str, Any]:
    texts, site = own_texts(publication), publication.site
    return {
        "@context": _CONTEXT,
        "@type": "DataCatalog",
        **_described(publication, texts.title, site.description + texts.notice),
        "url": _address(publication, urls.OPEN_DATA),
    }


def _described(publication: Publication, name: str, description: str) -> dict[str, Any]:
    """Return what a catalogue and its datasets have in common."""
    licence = licence_of(publication.site.licence)
    is_fictional = publication.is_wholly_fictional
    return {
        "name": name,
        "description": gettext(
            "%(fictional)s。%(description)s", fictional=translated(_FICTIONAL), description=description
        )
        if is_fictional
        else description,
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "dateModified": publication.as_of.isoformat(),
        "publisher": {"@type": "Organization", "name": publication.site.owner},
        **({"license": licence.url} if licence is not None else {}),
        **({"keywords": [translated(_FICTIONAL)]} if is_fictional else {}),
    }


def _datasets(publication: Publication, tables: Iterable[DataTable]) -> Iterator[dict[str, Any]]:
    for table in tables:
        origin = gettext(
            "%(title)s，%(owner)s，数据截至%(as_of)s",
            title=own_texts(publication).title,
            owner=publication.site.owner,
            as_of=day_text(publication.as_of),
        )
        yield {
            "@type": "Dataset",
            **_described(
                publication,
                table.title,
                gettext("%(description)s。出自%(origin)s。", description=table.description, origin=origin),
            ),
            "url": _address(publication, urls.data_table(table.name)),
        }


def _with_files(publication: Publication, tables: Iterable[DataTable]) -> Iterator[Mapping[str, Any]]:
    tables = tuple(tables)
    for table, dataset in zip(tables, _datasets(publication, tables), strict=True):
        yield {
            **dataset,
            "creator": dataset["publisher"],
            "variableMeasured": [
                {"@type": "PropertyValue", "name": each.name, "alternateName": heading_of(each)}
                | {"description": translated(each.meaning)}
                for each in table.columns
            ],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": _MEDIA_TYPES[ending],
                    "contentUrl": _address(publication, urls.download(f"{table.name}.{ending}")),
                }
                for ending, _ in FILES
            ],
        }


def _address(publication: Publication, address: str) -> str:
    """Return the address of a page or file: absolute, or from the root of the site if it has no address."""
    return f"{site_address(publication) or '/'}{address.removeprefix(urls.SCHEME)}"
