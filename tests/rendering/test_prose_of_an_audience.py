"""Prose finds what its audience may see, and names in it stay names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup

from generators.composing.kit.parts import Parts
from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.kit.views import FigureView, Link
from generators.composing.prose.citations import Citations
from generators.disclosing import Publication
from generators.reading.prose import parsed_prose
from generators.rendering.prose import ProseRenderer

VALUE = '{{ value("fengping/liuwan", "tidy-villages/outlay", period="2025-Q2") }}'
PLACE = '{{ division("fengping/liuwan", "柳湾") }}'


def _drawn(found: FigureView | Link) -> Markup:
    text = found.text if isinstance(found, FigureView) else found.label
    return Markup('<a href="{}">{}</a>').format(found.href, text)


@pytest.fixture(scope="module")
def prose(publication: Publication) -> ProseRenderer:
    """Return the renderer of the fictional county's public prose."""
    return ProseRenderer(Citations(Parts(publication)), parsed_prose, drawn=_drawn)


def test_a_page_keeps_its_markdown_and_gets_its_figures(prose: ProseRenderer) -> None:
    place = '<a href="site:/divisions/fengping/liuwan/">柳湾</a>'
    anchor = "tidy-villages_outlay.fengping_liuwan.2025-q2"
    value = f'<a href="site:/sources/monthly-return/#{anchor}">15余万元</a>'
    assert prose.block(f"## 一 *重点*\n\n{PLACE}投入{VALUE}。") == f"## 一 *重点*\n\n{place}投入{value}。"


def test_plain_words_have_no_links(prose: ProseRenderer) -> None:
    assert prose.plain(f"{PLACE}投入{VALUE}。") == "柳湾投入15余万元。"


def test_every_function_of_prose_finds_its_page(prose: ProseRenderer) -> None:
    calls = (
        '{{ target("fengping", "tidy-villages/tidied", by="2025-12-31") }}',
        '{{ programme(id="tidy-villages") }}',
        '{{ source("plan", text="方案") }}',
        '{{ case("village-map") }}',
        '{{ bulletin("tidy-notes/2025/1") }}',
    )
    assert [prose.plain(call) for call in calls] == [
        "8个",
        "“净村”行动",
        "方案",
        "一村一图",
        "“净村”行动一季度情况",
    ]


def test_braces_within_quotes_do_not_end_a_call(prose: ProseRenderer) -> None:
    assert prose.plain("""{{ division("fengping", "a}}b") }}{{ division('fengping', '"') }}""") == 'a}}b"'


def test_a_name_with_markdown_in_it_stays_a_name(publication: Publication) -> None:
    divisions = dict(publication.divisions)
    divisions["fengping/liuwan"] = replace(divisions["fengping/liuwan"], name="*柳*湾_镇_ [x](y)")
    prose = ProseRenderer(
        Citations(Parts(replace(publication, divisions=divisions))), parsed_prose, drawn=_drawn
    )
    shown = prose.block('{{ division("fengping/liuwan") }}')
    assert not any(mark in shown for mark in "*_[]")


@pytest.mark.parametrize(
    "call",
    [
        '{{ value("fengping/bianjie", "tidy-villages/complaints") }}',
        '{{ value("fengping", "tidy-villages/score") }}',
        '{{ value("fengping/wangxi", "tidy-villages/complaints") }}',
        '{{ value("fengping/liuwan", "tidy-villages/outlay", period="2024") }}',
        '{{ target("fengping/yunling", "tidy-villages/outlay") }}',
        '{{ programme("zzinternal70") }}',
        '{{ source("zzinternal10") }}',
        '{{ case("zzinternal53") }}',
        '{{ bulletin("tidy-notes/2025/3") }}',
    ],
)
def test_what_the_audience_may_not_see_is_not_found(prose: ProseRenderer, call: str) -> None:
    for render in (prose.block, prose.inline, prose.plain):
        with pytest.raises(UnknownReferenceError):
            render(call)
