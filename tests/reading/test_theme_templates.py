"""The templates of a theme are compiled before a build, and what they name is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.publishing.configuration.problems import configuration_problems
from generators.reading.theme_templates import theme_problems
from tests.build.project import Files, write_files

MAIN = "theme/main.html"
PART = "theme/partials/part.html"

WRONG: dict[str, tuple[Files, list[str], str]] = {
    "tag": ({MAIN: "a\n{% nonsense %}"}, ["main.html:2 E121"], "不认识标签“nonsense”"),
    "open block": ({MAIN: "{% block a %}"}, ["main.html:1 E121"], "{% endblock %}"),
    "open expression": ({MAIN: "\n\n{{ a"}, ["main.html:3 E121"], ""),
    "open comment": ({MAIN: "{# a"}, ["main.html:1 E121"], "{#"),
    "end without beginning": ({MAIN: "{% endif %}"}, ["main.html:1 E121"], "endif"),
    "block twice": (
        {MAIN: "{% block a %}{% endblock %}\n{% block a %}{% endblock %}"},
        ["main.html:2 E121"],
        "两次",
    ),
    "filter": ({MAIN: "{{ a | nothing_like_it }}"}, ["main.html:1 E121"], "过滤器"),
    "test": ({MAIN: "{{ a is nothing_like_it }}"}, ["main.html:1 E121"], "测试"),
    "character": ({MAIN: "{{ a ？ }}"}, ["main.html:1 E121"], "？"),
    "not utf-8": ({MAIN: "模板文字".encode("gbk")}, ["main.html:1 E102"], "GBK"),
    "no text": ({MAIN: b"\xff\xfe\x00"}, ["main.html:1 E103"], ""),
    "nesting": ({MAIN: "{{ " + "(" * 3000 + ")" * 3000 + " }}"}, ["main.html:1 E121"], "嵌套"),
    "long number": ({MAIN: "{{ " + "9" * 6000 + " }}"}, ["main.html:1 E121"], "数字"),
    "missing": ({MAIN: '{% include "nowhere.html" %}'}, ["main.html:1 E121"], "没有“nowhere.html”这个模板"),
    "missing frame": ({MAIN: '{% extends "bass.html" %}'}, ["main.html:1 E121"], "bass.html"),
    "long name": ({MAIN: f'{{% include "{"a" * 600}" %}}'}, ["main.html:1 E121"], "这个模板"),
    "includes itself": ({MAIN: '\n{% include "main.html" %}'}, ["main.html:2 E121"], "套用了自己"),
    "extends itself": ({MAIN: '{% extends "main.html" %}'}, ["main.html:1 E121"], "套用了自己"),
    "includes itself in a block": (
        {MAIN: '{% extends "base.html" %}{% block footer %}\n{% include "main.html" %}{% endblock %}'},
        ["main.html:2 E121"],
        "套用了自己",
    ),
    "two include each other": (
        {MAIN: '{% include "partials/part.html" %}', PART: 'a\n{% include "main.html" %}'},
        ["main.html:1 E121", "partials/part.html:2 E121"],
        "经过",
    ),
    "error page": ({"theme/404.html": "{% if %}"}, ["404.html:1 E121"], ""),
    "sitemap": ({"theme/sitemap.xml": "{% if %}"}, ["sitemap.xml:1 E121"], ""),
    "every template": (
        {MAIN: "{% if %}", PART: "{% for %}", "theme/404.html": "{{ a | b_c_d }}"},
        ["404.html:1 E121", "main.html:1 E121", "partials/part.html:1 E121"],
        "",
    ),
}

SOUND: dict[str, Files] = {
    "frame": {MAIN: '{% extends "base.html" %}{% block footer %}{{ config.site_name }}{% endblock %}'},
    "filters of MkDocs": {MAIN: "{{ 'a.css' | url }}{{ a | script_tag }}{{ a | tojson }}"},
    "translation": {MAIN: "{% trans %}a{% endtrans %}"},
    "recursion that ends": {PART: '{% for each in a %}{% include "partials/part.html" %}{% endfor %}'},
    "perhaps missing": {MAIN: '{% include "nowhere.html" ignore missing %}'},
    "name made while running": {MAIN: '{% include "partials/" ~ a ~ ".html" %}'},
    "part of Material": {
        MAIN: '{% include "partials/logo.html" %}{% import "partials/language.html" as lang %}'
    },
    "nothing": {MAIN: ""},
    "another file": {"theme/assets/a.xml": "{% if %}", "theme/assets/a.css": "{% if %}"},
    "outside blocks of a template that extends": {
        MAIN: '{% extends "base.html" %}{% set a %}{% include "main.html" %}{% endset %}'
    },
}


@pytest.mark.parametrize(("files", "told", "word"), WRONG.values(), ids=WRONG)
def test_a_wrong_template_is_told_at_its_line(
    minimal_project: Path, files: Files, told: list[str], word: str
) -> None:
    write_files(minimal_project, files)
    found = configuration_problems(minimal_project)
    assert [
        f"{each.place.file.removeprefix('theme/')}:{each.place.line} {each.code}" for each in found
    ] == told
    assert any(word in each.detail for each in found)
    assert not any("模板引擎报告" in each.detail for each in found), "a message of Jinja without explanation"


@pytest.mark.parametrize("files", SOUND.values(), ids=SOUND)
def test_a_sound_template_is_not_told_of(minimal_project: Path, files: Files) -> None:
    write_files(minimal_project, files)
    assert configuration_problems(minimal_project) == ()


def test_filters_may_come_from_plugins_and_hooks(minimal_project: Path) -> None:
    write_files(minimal_project, {MAIN: "{{ a | own }}"})
    assert [each.code for each in theme_problems(minimal_project, ["theme"])] == ["E121"]
    assert theme_problems(minimal_project, ["theme"], has_own_filters=True) == ()


def test_the_folder_that_goes_first_decides(minimal_project: Path) -> None:
    write_files(minimal_project, {MAIN: '{% include "a.html" %}', "look/a.html": "a"})
    found = theme_problems(minimal_project, ["theme"], lambda _: False)
    assert [each.detail for each in found] == ["没有“a.html”这个模板"]
    assert theme_problems(minimal_project, ["look", "theme"], lambda _: False) == ()
