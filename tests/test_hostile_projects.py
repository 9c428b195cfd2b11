"""Projects that once ended in a traceback: each ends in a message about one of the project's own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import render_text
from tests.build.project import write_files
from tests.running import problems_of, try_to_build

SETTINGS = "site_name: x\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, tongbao]\n"

CONFIGURATIONS = {
    "date that is none": SETTINGS.replace("tongbao]", "{tongbao: {as_of: 2021-02-30}}]"),
    "itself": f"INHERIT: mkdocs.yml\n{SETTINGS}",
    "number to inherit": f"INHERIT: 5\n{SETTINGS}",
    "number as a style sheet": f"{SETTINGS}extra_css: [5]\n",
    "number as a name": SETTINGS.replace("site_name: x", "site_name: 5"),
    "number as extensions": f"{SETTINGS}markdown_extensions: 5\n",
    "number as a theme": SETTINGS.replace("{name: material}", "5"),
    "address": f"{SETTINGS}site_url: http://[::1/\n",
    "nesting": f"{SETTINGS}extra: {'[' * 2000}{']' * 2000}\n",
    "list": "- a\n",
    "nothing": "",
    "bytes": b"\xff\xfe\x00",
}

TEMPLATES = {
    "itself": '{% include "main.html" %}',
    "itself as its frame": '{% extends "main.html" %}',
    "division by zero": "{{ 1 / 0 }}",
    "type": "{{ 1 + 'a' }}",
    "syntax": "{% if %}",
    "bytes": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("text", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_a_mistaken_configuration_is_told(minimal_project: Path, text: str | bytes) -> None:
    write_files(minimal_project, {"mkdocs.yml": text})
    done = try_to_build(minimal_project)
    assert isinstance(done.exception, SystemExit)
    assert "mkdocs.yml:" in done.output
    assert "没有发布" in done.output


@pytest.mark.parametrize("text", TEMPLATES.values(), ids=TEMPLATES)
def test_a_mistaken_template_of_the_theme_is_told(minimal_project: Path, text: str | bytes) -> None:
    write_files(minimal_project, {"theme/main.html": text})
    done = try_to_build(minimal_project)
    assert isinstance(done.exception, SystemExit)
    assert "theme/main.html" in done.output


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\u0085", "\x00", "\x1b", "\U000e0041"])
def test_marks_that_hide_or_turn_text_are_refused(minimal_project: Path, mark: str) -> None:
    case = minimal_project / "content/cases/patrol-rota.md"
    case.write_text(f"{case.read_text(encoding='utf-8')}\n甲{mark}乙\n", encoding="utf-8")
    assert [each.code for each in problems_of(minimal_project)] == ["E103"]


@pytest.mark.parametrize("escape", [r"\u202e", r"\0", r"\e", r"\x85"])
def test_escapes_for_them_are_refused_as_well(minimal_project: Path, escape: str) -> None:
    site = minimal_project / "data/site.yml"
    text = site.read_text(encoding="utf-8").replace("name: 云溪通报", f'name: "云溪{escape}通报"')
    site.write_text(text, encoding="utf-8")
    assert [(each.code, each.place.line) for each in problems_of(minimal_project)] == [("E103", 1)]


@pytest.mark.parametrize(
    "name",
    [
        "content/a\ndata/site.yml:1:1  E101  b.md",
        "content/a\x1b[2J.txt",
        "content/cases/\u202egpj.md",
        "data/programmes/a\r.yml",
        "templates/a\n.j2",
        "theme/a\n.css",
        "data/townships/yunxi/a\nb/township.yml",
    ],
)
def test_the_name_of_a_file_forges_no_line(minimal_project: Path, name: str) -> None:
    write_files(minimal_project, {name: "x"})
    problems = problems_of(minimal_project)
    assert {each.code for each in problems} == {"E310"}
    lines = render_text(problems).splitlines()
    assert len(lines) == 3 * len(problems) + 1
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("data/townships/yunxi/east-bridge/township.yml", "by: 2025-12-31", "by: 9999-12-31", "E107"),
        ("data/townships/yunxi/east-bridge/township.yml", "period: 2024-Q2", "period: 9999-Q4", "E207"),
        ("data/townships/yunxi/east-bridge/township.yml", "value: 8", f"value: {'9' * 31}", "E106"),
        ("data/site.yml", "owner:", "thresholds: {report_grace_days: 3000000}\nowner:", "E203"),
        ("data/site.yml", "owner:", "thresholds: {due_soon_days: 3000000}\nowner:", "E203"),
    ],
)
def test_numbers_beyond_all_sense_are_refused(
    minimal_project: Path, file: str, old: str, new: str, code: str
) -> None:
    path = minimal_project / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert [each.code for each in problems_of(minimal_project)] == [code]


def test_a_look_back_says_what_was_not_yet_known(minimal_project: Path) -> None:
    case = minimal_project / "content/cases/patrol-rota.md"
    call = '{{ value("yunxi/east-bridge", "clear-stream/cleaned-streams") }}'
    case.write_text(f"{case.read_text(encoding='utf-8')}\n{call}\n", encoding="utf-8")
    done = try_to_build(minimal_project, "--as-of", "2024-01-02")
    assert isinstance(done.exception, SystemExit)
    assert "content/cases/patrol-rota.md:14:1  E306" in done.output
    assert "到 2024-01-02" in done.output
