"""The JSON-LD of home and open data: it has what schema.org and search engines ask of a dataset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from generators.composing.kit import urls
from generators.composing.site.compose import compose
from generators.composing.site.data_package import PACKAGE
from generators.disclosing import Publication

_DESCRIBED: Final[Mapping[str, Any]] = {
    "name": {"type": "string", "minLength": 1},
    "description": {"type": "string", "minLength": 1, "maxLength": 5000},
    "inLanguage": {"const": "zh-CN"},
    "isAccessibleForFree": {"const": True},
    "dateModified": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "publisher": {"$ref": "#/$defs/organization"},
    "license": {"type": "string", "pattern": "^https?://"},
    "keywords": {"type": "array", "items": {"type": "string"}},
    "url": {"type": "string", "pattern": "^(https?://[^ ]+/|/)open-data/"},
}
_REQUIRED: Final = ["@type", "name", "description", "dateModified", "publisher", "url"]

SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        **_DESCRIBED,
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "DataCatalog"},
        "dataset": {"type": "array", "minItems": 5, "items": {"$ref": "#/$defs/dataset"}},
    },
    "required": ["@context", *_REQUIRED, "dataset"],
    "additionalProperties": False,
    "$defs": {
        "organization": {
            "type": "object",
            "properties": {"@type": {"const": "Organization"}, "name": {"type": "string", "minLength": 1}},
            "required": ["@type", "name"],
            "additionalProperties": False,
        },
        "dataset": {
            "type": "object",
            "properties": {
                **_DESCRIBED,
                "@type": {"const": "Dataset"},
                "description": {"type": "string", "minLength": 50, "maxLength": 5000},
                "creator": {"$ref": "#/$defs/organization"},
                "variableMeasured": {"type": "array", "items": {"$ref": "#/$defs/variable"}},
                "distribution": {"type": "array", "minItems": 3, "items": {"$ref": "#/$defs/file"}},
            },
            "required": _REQUIRED,
            "additionalProperties": False,
        },
        "variable": {
            "type": "object",
            "properties": {
                "@type": {"const": "PropertyValue"},
                **{name: {"type": "string", "minLength": 1} for name in ("name", "alternateName")},
                "description": {"type": "string", "minLength": 1},
            },
            "required": ["@type", "name", "description"],
            "additionalProperties": False,
        },
        "file": {
            "type": "object",
            "properties": {
                "@type": {"const": "DataDownload"},
                "encodingFormat": {"type": "string", "pattern": "^[a-z]+/[a-z.-]+$"},
                "contentUrl": {"type": "string", "pattern": r"\.(xlsx|csv|json)$"},
            },
            "required": ["@type", "encodingFormat", "contentUrl"],
            "additionalProperties": False,
        },
    },
}
"""What https://schema.org and the guidelines of search engines for datasets ask for: descriptions of 50 to
5,000 characters, a name, files with type and address."""


def _linked_data(publication: Publication) -> dict[str, Mapping[str, Any]]:
    pages = compose(publication).pages
    return {page.address: page.head.linked_data for page in pages if page.head.linked_data}


@pytest.fixture(params=["publication", "internal_publication"])
def site(request: pytest.FixtureRequest) -> Publication:
    """Return what each audience may see in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Publication)
    return found


def test_home_and_open_data_alone_have_a_catalogue_that_the_schema_accepts(site: Publication) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    found = _linked_data(site)
    assert found.keys() == {urls.HOME, urls.OPEN_DATA}
    for each in found.values():
        assert list(Draft202012Validator(SCHEMA).iter_errors(each)) == []


def test_every_file_of_a_dataset_is_there(site: Publication) -> None:
    paths = {each.path for each in compose(site).downloads if each.path.startswith("open-data/")}
    datasets = _linked_data(site)[urls.OPEN_DATA]["dataset"]
    linked = {
        file["contentUrl"].partition("open-data/")[2] for each in datasets for file in each["distribution"]
    }
    assert {f"open-data/{name}" for name in linked} == paths - {f"open-data/{PACKAGE}"}


def test_addresses_are_absolute_where_the_site_has_one(publication: Publication) -> None:
    texts = publication.site.audiences
    placed = texts.model_copy(
        update={"public": texts.public.model_copy(update={"address": "https://fengping.example/a"})}
    )
    with_address = replace(publication, site=publication.site.model_copy(update={"audiences": placed}))
    assert _linked_data(with_address)[urls.HOME]["url"] == "https://fengping.example/a/open-data/"


def test_an_invented_county_says_so_and_a_licence_is_named(publication: Publication) -> None:
    licensed = replace(publication, site=publication.site.model_copy(update={"licence": "CC-BY-4.0"}))
    for each in _linked_data(licensed).values():
        for described in (each, *each["dataset"]):
            assert described["keywords"] == ["虚构的示例数据"]
            assert described["description"].startswith("虚构的示例数据。")
            assert described["license"] == "https://creativecommons.org/licenses/by/4.0/"
