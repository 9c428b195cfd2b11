"""Which large packages a command imports: the rest is imported where a project needs it."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import pytest

from generators.cli import COMMANDS, main
from tests.build.project import FIXTURES_DAY, MINIMAL
from tests.running import environment

HEAVY: Final = frozenset(
    {
        *(
            "PIL",
            "babel",
            "cryptography",
            "defusedxml",
            "docx",
            "holidays",
            "jinja2",
            "lxml",
            "mammoth",
            "markdown",
            "material",
        ),
        *("mkdocs", "nh3", "pydantic", "pypdf", "rich", "selectolax", "stdnum", "weasyprint", "yaml"),
        *(
            "generators.composing.site",
            "generators.measuring",
            "generators.rendering",
            "generators.publishing.build",
        ),
    }
)

_READING: Final = {"defusedxml", "markdown", "nh3", "pydantic", "yaml"}
_CHECKING: Final = {*_READING, "generators.measuring", "stdnum"}

ALLOWED: Final = {
    ("--help",): set[str](),
    ("--version",): set[str](),
    ("lint", "--help"): _READING,
    ("lint", "--project", str(MINIMAL)): _READING,
    ("check", "--help"): _CHECKING,
    ("check", "--project", str(MINIMAL), "--as-of", str(FIXTURES_DAY)): _CHECKING,
}

_PROGRAM: Final = """
import sys
from generators.cli import main
try:
    main(sys.argv[1:])
except SystemExit as exit:
    assert not exit.code, exit
print("MODULES", *sys.modules)
"""


@pytest.mark.parametrize("words", ALLOWED)
def test_a_command_imports_only_what_it_needs(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *words],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    imported = set(done.stdout.rpartition("MODULES ")[2].split())
    assert "click" in imported
    assert imported & HEAVY <= ALLOWED[words]


def test_the_list_of_commands_says_what_they_say_of_themselves() -> None:
    with main.make_context("tongbao", ["check"], resilient_parsing=True) as context:
        commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    assert commands.keys() == COMMANDS.keys()
    for name, command in commands.items():
        assert command is not None
        assert command.name == name
        assert (command.help or "").partition("\n\n")[0] == COMMANDS[name]
