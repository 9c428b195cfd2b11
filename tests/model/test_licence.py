from __future__ import annotations

import pytest

from generators.model.licence import LICENCE_NAMES, Licence, licence_of


@pytest.mark.parametrize("name", LICENCE_NAMES)
def test_every_listed_licence_has_a_title_and_an_address(name: str) -> None:
    found = licence_of(name)
    assert found is not None
    assert (found.name, bool(found.title)) == (name, True)
    assert found.url.startswith("https://")


def test_the_address_of_terms_is_a_licence_without_a_name() -> None:
    terms = "https://example.gov.cn/terms/"
    assert licence_of(terms) == Licence("", "主办单位的使用条款", terms)


@pytest.mark.parametrize(
    "text", ["", "CC-BY", "cc-by-4.0", "javascript:alert(1)", "https://a b", "https://例.cn/"]
)
def test_anything_else_is_none(text: str) -> None:
    assert licence_of(text) is None
