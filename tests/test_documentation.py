"""What the READMEs promise is there: commands, options, folders, links."""

from __future__ import annotations

import re
import subprocess
from typing import Final

import click
import pytest

from generators.cli import main
from tests.build.project import ROOT

READMES: Final = ("README.md", "README.zh-CN.md")
WRITTEN: Final = (*READMES, "CONTRIBUTING.md", "CHANGELOG.md", "MAINTAINING.md", "UPGRADING.md")
STAGES: Final = ("data", "content", "generators", "theme", "tests")


def _code(name: str) -> list[str]:
    """Every inline code span and every line of a code block, in the order of the page."""
    text = (ROOT / name).read_text(encoding="utf-8")
    fenced = r"^```\w*\n(?P<block>.*?)^```$"
    indented = r"^ {4}(?P<line>\S.*)$"
    inline = r"`(?P<span>[^`\n]+)`"
    found = re.finditer(f"{fenced}|{indented}|{inline}", text, re.MULTILINE | re.DOTALL)
    return [line for match in found for line in (match[match.lastgroup or 0]).splitlines()]


def _commands(name: str) -> list[str]:
    """The code of a page that calls a program of ours, or sets it up."""
    programs = re.compile(r"(?:^|\s|\\)(?:make|tongbao|mkdocs|pip|py|activate)(?:\s|$)")
    return [code for code in _code(name) if programs.search(code)]


def _make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def _options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}


def _calls(program: str) -> list[str]:
    calls = (re.search(rf"\b{program} (.+)", code) for name in WRITTEN for code in _commands(name))
    return [call[1] for call in calls if call]


def test_both_readmes_list_the_same_commands() -> None:
    english, chinese = (_commands(name) for name in READMES)
    assert english == chinese
    assert "make site" in english


@pytest.mark.parametrize("name", READMES)
def test_a_readme_lists_every_make_target(name: str) -> None:
    listed = {words.split()[-1] for words in _commands(name) if re.search(r"\bmake [a-z]+$", words)}
    assert listed == _make_targets()


def test_commands_of_make_are_targets() -> None:
    named = {call.split()[0] for call in _calls("make")}
    assert named <= _make_targets()


def test_make_help_lists_every_target() -> None:
    said = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert set(re.findall(r"^make ([a-z]+)\t\S", said.stdout, re.MULTILINE)) == _make_targets()


@pytest.mark.parametrize("call", sorted(set(_calls("tongbao"))))
def test_a_call_of_tongbao_names_a_command_and_its_options(call: str) -> None:
    assert isinstance(main, click.Group)
    command: click.Command | None = main
    words = call.split()
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        command = command.get_command(click.Context(command), words.pop(0))
    assert command is not None
    assert command is not main
    named = {argument for argument in words if argument.startswith("--")}
    assert named <= _options(command) | _options(main)


@pytest.mark.parametrize("name", READMES)
def test_a_readme_names_every_command_of_tongbao(name: str) -> None:
    assert isinstance(main, click.Group)
    named = {code.split()[1] for code in _commands(name) if code.startswith("tongbao ")}
    assert named == set(main.list_commands(click.Context(main)))


@pytest.mark.parametrize("folder", STAGES)
def test_a_folder_says_what_lives_in_it(folder: str) -> None:
    readme = ROOT / folder / "README.md"
    assert len(readme.read_text(encoding="utf-8").splitlines()) > 2
    assert all(f"]({folder}/README.md)" in (ROOT / name).read_text(encoding="utf-8") for name in READMES)


@pytest.mark.parametrize("name", WRITTEN)
def test_links_lead_to_files(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_contributors_document_lists_every_lock_file() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(requirements\S*\.lock)` \|", text, re.MULTILINE)
    assert sorted(listed) == sorted(path.name for path in ROOT.glob("requirements*.lock"))


def test_the_changelog_has_a_place_for_what_is_not_released() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_tests_readme_lists_every_builder_and_nothing_that_is_gone() -> None:
    text = (ROOT / "tests/README.md").read_text(encoding="utf-8")
    builders = {path.name for path in (ROOT / "tests/build").glob("*.py")}
    described = {
        span
        for row in re.findall(r"^\| (.+?) \|", text, re.MULTILINE)
        for span in re.findall(r"`(.+?)`", row)
    }
    assert builders <= described
    missing = [span for span in described if "<" not in span and not (ROOT / "tests" / span).exists()]
    assert [span for span in missing if span not in builders] == []
