from __future__ import annotations

import pytest

from generators.publishing.offline.file_links import with_file_links


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<a href="../cases/x/">', '<a href="../cases/x/index.html">'),
        ('<a class="b" href="./">', '<a class="b" href="./index.html">'),
        ('<a href=".">', '<a href="index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="../compare/#?places=a/b">', '<a href="../compare/index.html#?places=a/b">'),
        ('<a href="../?q=1/">', '<a href="../index.html?q=1/">'),
        ('<a title="甲 > 乙" href="x/">', '<a title="甲 > 乙" href="x/index.html">'),
        ('<form action="../" method="get">', '<form action="../index.html" method="get">'),
        ('<link rel="prev" href="../1/">', '<link rel="prev" href="../1/index.html">'),
    ],
)
def test_links_to_folders_lead_to_the_page_in_them(written: str, expected: str) -> None:
    assert with_file_links(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        '<a href="#here">',
        '<a href="">',
        '<a href="open-data/values.csv">',
        '<a href="https://example.org/x/">',
        '<a href="mailto:a@example.org">',
        '<a href="/x/">',
        '<a data-href="x/">',
        '<p title="href=">href="x/"</p>',
        '<code>&lt;a href="x/"&gt;</code>',
    ],
)
def test_everything_else_stays(written: str) -> None:
    assert with_file_links(written) == written
