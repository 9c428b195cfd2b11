"""Addresses of the site become links relative to the page they stand on."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.rendering.links import BrokenLinkError, relative_address, with_relative_links

KNOWN = frozenset({"", "cases/", "cases/x/", "divisions/a/b/", "open-data/values.csv"})


@pytest.mark.parametrize(
    ("path", "page", "expected"),
    [
        ("", "", "./"),
        ("", "cases/x/", "../../"),
        ("cases/x/", "", "cases/x/"),
        ("cases/x/", "cases/", "x/"),
        ("cases/", "cases/x/", "../"),
        ("divisions/a/b/", "cases/x/", "../../divisions/a/b/"),
        ("open-data/values.csv", "open-data/", "values.csv"),
        ("open-data/values.csv", "", "open-data/values.csv"),
    ],
)
def test_how_one_page_reaches_another(path: str, page: str, expected: str) -> None:
    assert relative_address(path, page) == expected


_FOLDERS = st.lists(st.sampled_from("abc"), max_size=4).map(
    lambda names: "".join(f"{name}/" for name in names)
)


@given(_FOLDERS, st.sampled_from(("", "b.csv")), _FOLDERS)
def test_the_way_is_that_of_the_standard_library(folder: str, file: str, page: str) -> None:
    expected = posixpath.relpath(f"/{folder}{file}", f"/{page}")
    assert relative_address(folder + file, page) == (expected if file else f"{expected}/")


def test_links_are_rewritten_where_they_stand() -> None:
    text = '<a href="site:/cases/x/#top">甲</a><a class="b" href="site:/">乙</a>'
    assert with_relative_links(text, "cases/", KNOWN) == (
        '<a href="x/#top">甲</a><a class="b" href="../">乙</a>'
    )


def test_an_anchor_of_the_page_itself_needs_no_path() -> None:
    assert with_relative_links('<a href="site:/cases/x/#top">甲</a>', "cases/x/", KNOWN) == (
        '<a href="#top">甲</a>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "site:/nowhere/",
        "见site:/cases/",
        "[x](site:/nowhere/)",
        'title="site:/a/"',
        'xhref="site:/a/"',
        '见href="site:/a/"',
    ],
)
def test_text_that_looks_like_an_address_is_text(text: str) -> None:
    assert with_relative_links(text, "cases/", KNOWN) == text


def test_an_address_that_no_page_has_is_an_error() -> None:
    with pytest.raises(BrokenLinkError, match="cases/: nowhere/"):
        with_relative_links('<a href="site:/nowhere/">甲</a>', "cases/", KNOWN)
