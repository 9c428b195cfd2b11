"""``datapackage.json``: the CSV files of the open data described as a Data Package, version 2.

The profile is https://datapackage.org/profiles/2.0/datapackage.json; columns follow its Table
Schema. Beside its properties a field has ``unit``, the unit of all its values, or ``unitField``, the column
that has it in each row, and a package of invented data has ``fictional``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from generators.composing.kit.columns import FICTIONAL
from generators.composing.kit.csv_file import CsvFile
from generators.composing.kit.data_files import heading_of
from generators.composing.kit.page import Download
from generators.composing.kit.site_address import own_texts, site_address
from generators.composing.kit.table import Column, DataTable, DataType
from generators.disclosing.publication import Publication
from generators.languages import translated
from generators.model.licence import licence_of
from generators.model.visibility import Audience

PACKAGE: Final = "datapackage.json"

_PROFILES: Final = "https://datapackage.org/profiles/2.0/"
_REFERRED: Final = {
    "programme": "programmes",
    "division": "divisions",
    "township": "divisions",
    "within": "divisions",
    "source": "sources",
}
"""The tables whose ``id`` the columns of these names have, in every table."""


def package_file(publication: Publication, files: Iterable[CsvFile]) -> Download:
    """Return the file that describes the CSV ``files``, which stand beside it."""
    return Download(f"open-data/{PACKAGE}", partial(_bytes, publication, tuple(files)))


def _bytes(publication: Publication, files: tuple[CsvFile, ...]) -> bytes:
    return (json.dumps(_package(publication, files), ensure_ascii=False, indent=1) + "\n").encode()


def _package(publication: Publication, files: tuple[CsvFile, ...]) -> dict[str, Any]:
    site, texts = publication.site, own_texts(publication)
    address, licence = site_address(publication), licence_of(site.licence)
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": "tongbao" if publication.audience is Audience.PUBLIC else "tongbao-internal",
        "title": texts.title,
        "description": "".join(part for part in (site.description, texts.notice) if part),
        "version": publication.as_of.isoformat(),
    }
    if publication.is_wholly_fictional:
        found[FICTIONAL] = True
    if address:
        found["homepage"] = address
    if licence is not None:
        named = {"name": licence.name} if licence.name else {}
        found["licenses"] = [{**named, "title": translated(licence.title), "path": licence.url}]
    found["contributors"] = [{"title": site.owner, "roles": ["publisher"]}]
    sources = [_source(each.title, each.url) for each in publication.sources.values()]
    if sources:
        found["sources"] = sources
    found["resources"] = [_resource(each) for each in files]
    return found


def _source(title: str, url: str | None) -> dict[str, str]:
    is_web = url is not None and url.startswith(("https://", "http://"))
    return {"title": title, **({"path": url} if is_web and url is not None else {})}


def _resource(file: CsvFile) -> dict[str, Any]:
    table = file.table
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.facts.size,
        "hash": f"sha256:{file.facts.digest}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table),
    }


def _schema(table: DataTable) -> dict[str, Any]:
    names = {each.name for each in table.columns}
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": [_field(each, names, is_key=each.name in table.key) for each in table.columns],
        "missingValues": [""],
    }
    if table.key:
        found["primaryKey"] = list(table.key)
    references = [
        *((name, table_name, "id") for name, table_name in _REFERRED.items() if name in names),
        *((list(columns), table_name, list(columns)) for table_name, columns in table.references),
    ]
    if references:
        found["foreignKeys"] = [
            {"fields": fields, "reference": {"resource": resource, "fields": referred}}
            for fields, resource, referred in references
        ]
    return found


def _field(column: Column[Any], names: set[str], *, is_key: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if is_key or column.name == FICTIONAL:
        constraints["required"] = True
    if column.codes:
        constraints["enum"] = list(column.codes)
    found = {
        "name": column.name,
        "title": heading_of(column),
        "type": column.type.value,
        "description": translated(column.meaning),
    }
    if column.type is DataType.DATE:
        found["format"] = "default"
    if column.measured_in:
        found["unitField" if column.measured_in in names else "unit"] = column.measured_in
    return {**found, **({"constraints": constraints} if constraints else {})}
