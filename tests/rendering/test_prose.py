from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from generators.composing.kit.parts import Parts
from generators.composing.kit.unknown_reference import UnknownReferenceError
from generators.composing.kit.views import FigureView, Link
from generators.composing.prose.citations import Citations
from generators.disclosing import Audience
from generators.pipeline import examine
from generators.reading.prose import parsed_prose
from generators.rendering.prose import ProseRenderer
from tests.build.project import FIXTURES, FIXTURES_DAY
from tests.build.publications import disclosed_project


def _drawn(found: FigureView | Link) -> Markup:
    text = found.text if isinstance(found, FigureView) else found.label
    return Markup("<i>{}</i>").format(text)


@pytest.fixture
def prose() -> ProseRenderer:
    examined = examine(FIXTURES / "minimal", FIXTURES_DAY)
    publication = disclosed_project(examined, Audience.PUBLIC)
    return ProseRenderer(Citations(Parts(publication)), parsed_prose, drawn=_drawn)


def test_a_call_becomes_what_it_stands_for(prose: ProseRenderer) -> None:
    text = '{{ division("yunxi") }}已清理{{value("yunxi/east-bridge", "clear-stream/cleaned-streams")}}'
    assert prose.block(text) == "<i>云溪县</i>已清理<i>3条</i>"
    assert prose.plain(text) == "云溪县已清理3条"


def test_arguments_may_be_named(prose: ProseRenderer) -> None:
    text = '{{ value("yunxi/east-bridge", "clear-stream/cleaned-streams", period="2024-Q1") }}'
    assert prose.plain(text) == "1条"
    assert prose.plain("{{ division(id='yunxi', text='全县') }}") == "全县"


def test_inline_prose_is_escaped_around_its_calls(prose: ProseRenderer) -> None:
    assert prose.inline('a < {{ division("yunxi") }} & b') == "a &lt; <i>云溪县</i> &amp; b"
    assert prose.inline("<b>") == escape("<b>")


def test_what_an_editor_passes_as_text_is_escaped(prose: ProseRenderer) -> None:
    assert prose.block('{{ division("yunxi", "<b>") }}') == "<i>&lt;b&gt;</i>"


@pytest.mark.parametrize(
    "expression",
    [
        "{{ ''.__class__ }}",
        "{{ value.__globals__ }}",
        "{{ range(3) }}",
        "{{ 1 + 1 }}",
        '{{ division("yunxi")|upper }}',
        '{{ division("yunxi").label }}',
        '{{ division("nowhere") }}',
    ],
)
def test_nothing_else_is_run(prose: ProseRenderer, expression: str) -> None:
    with pytest.raises(UnknownReferenceError):
        prose.block(expression)
