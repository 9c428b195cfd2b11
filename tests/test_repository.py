"""What holds for every file here: nothing of a machine or a person, locked packages, docstrings."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from mkdocs.__main__ import serve_command

from tests.build.project import ROOT

LOCKS: Final = (
    "requirements-build.lock",
    "requirements.lock",
    "requirements-pdf.lock",
    "requirements-dev.lock",
)

#: What a file may not hold, by name. Addresses of the reserved example domains are free to use.
FORBIDDEN: Final = {
    "package registry": re.compile(
        r"--(?:extra-)?index-url|--find-links\b(?=[= ])|--trusted[-]host|https?://\S+/simple\b|pythonhosted\.org"
    ),
    "machine path": re.compile(r"(?<![\w./-])(?:/(?:root|home|Users|opt|work)/\w|[A-Z]:\\Users\\)"),
    "e-mail address": re.compile(
        r"[\w.+-]+@(?!(?:[\w-]+\.)*(?:example(?:\.\w+)?|invalid|test)\b)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b"
    ),
}


def _texts() -> Iterator[tuple[Path, str]]:
    """Every text file that is in git, or would be with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        path = ROOT / name
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            continue  # deleted and not yet committed; or no text, as some fixtures


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _locked(lock: str) -> dict[str, tuple[str, list[str]]]:
    """The packages of a lock: name to version and hashes."""
    packages = {}
    for requirement in (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        pinned = re.match(r"([\w.-]+)==([\w.!+]+)(?=[ ;])", requirement)
        assert pinned, requirement
        packages[_normal(pinned[1])] = (pinned[2], re.findall(r"--hash=sha256:([0-9a-f]{64})\b", requirement))
    return packages


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _names(requirements: list[str]) -> set[str]:
    return {_normal(re.split(r"[^\w.-]", requirement)[0]) for requirement in requirements}


def _undocumented(module: ast.Module) -> Iterator[str]:
    """The module itself and its public classes, functions and methods that have no docstring."""
    if not ast.get_docstring(module):
        yield "the module"
    parents: list[ast.Module | ast.ClassDef] = [module]
    parents += [node for node in module.body if isinstance(node, ast.ClassDef)]
    for parent in parents:
        for node in parent.body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if not node.name.startswith("_") and not ast.get_docstring(node):
                yield node.name


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_tells_of_a_machine_or_a_person(kind: str) -> None:
    found = [
        f"{path}:{number}: {match[0]}"
        for path, text in _texts()
        for number, line in enumerate(text.splitlines(), start=1)
        for match in FORBIDDEN[kind].finditer(line)
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    packages = _locked(lock)
    assert packages
    assert [name for name, (_, hashes) in packages.items() if not hashes] == []


def test_locks_agree_with_each_other() -> None:
    everything = _locked("requirements-dev.lock")
    for lock in ("requirements.lock", "requirements-pdf.lock"):
        runtime = _locked(lock)
        assert {name: everything.get(name) for name in runtime} == runtime


def test_every_declared_dependency_is_locked() -> None:
    project = _pyproject()
    assert _names(project["project"]["dependencies"]) <= _locked("requirements.lock").keys()
    assert (
        _names(project["project"]["optional-dependencies"]["pdf"]) <= _locked("requirements-pdf.lock").keys()
    )
    assert _names(project["dependency-groups"]["dev"]) <= _locked("requirements-dev.lock").keys()


def test_the_build_tool_is_the_locked_one() -> None:
    locked = {f"{name}=={version}" for name, (version, _) in _locked("requirements-build.lock").items()}
    assert set(_pyproject()["build-system"]["requires"]) <= locked


def test_every_exception_to_a_rule_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    rules = re.findall(r'^    "[A-Z]+\d*",.*$', text, re.MULTILINE)
    assert rules
    assert [rule for rule in rules if not re.search(r", # \S", rule)] == []


def test_every_public_name_of_generators_has_a_docstring() -> None:
    missing = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "generators").rglob("*.py"))
        for name in _undocumented(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert missing == []


def _strings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every text in a module, and every piece of one with values in it, with its line."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _is_possessive(pattern: str) -> bool:
    """Whether a text, taken for a regular expression, has a possessive quantifier or an atomic group."""
    plain = re.sub(r"\\.", "x", pattern, flags=re.DOTALL)
    plain = re.sub(r"\[\^?\]?[^\]]*\]", "x", plain)
    return re.search(r"\(\?>|(?<!\()[*?}+]\+", plain) is not None


@pytest.mark.parametrize(
    ("pattern", "is_possessive"),
    [
        (r'"[^"]*+"', True),
        (r"(?:a|b)*+", True),
        (r"a++b", True),
        (r"a?+", True),
        (r"a{1,2}+", True),
        (r"(?>a*)b", True),
        (r"[-*+]", False),
        (r"[]*+]+", False),
        (r"\*+", False),
        (r"\++", False),
        (r"(?:a+)+", False),
        (r"a+?", False),
    ],
)
def test_possessive_patterns_are_recognised(pattern: str, *, is_possessive: bool) -> None:
    assert _is_possessive(pattern) is is_possessive


def test_no_pattern_is_possessive() -> None:
    """Python 3.11.2, which Debian 12 has, matches possessive quantifiers and atomic groups wrongly."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for folder in ("generators", "examples")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line, text in _strings(ast.parse(path.read_text(encoding="utf-8")))
        if _is_possessive(text)
    ]
    assert found == []


def test_plain_mkdocs_serve_reloads() -> None:
    """Between 8.2.2 and 8.4 click gave MkDocs the opposite of its default."""
    assert serve_command.make_context("serve", []).params["livereload"] is True
