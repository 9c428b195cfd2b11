"""Checks the templates of a project's own theme: they are compiled, but not run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.project_files import ProjectFile, project_files
from generators.reading.quoting import quoted
from generators.reading.source_text import read_text
from generators.reading.template_errors import template_reason

THEME: Final = "theme"
"""The folder of a project's own theme, beside ``data/`` and ``content/``."""

_SUFFIX: Final = ".html"
_OTHER_TEMPLATES: Final = frozenset({"sitemap.xml"})
_FILTERS_OF_MKDOCS: Final = ("url", "script_tag")
_PERHAPS_NOT_RUN: Final = (nodes.If, nodes.For, nodes.Macro, nodes.CallBlock, nodes.CondExpr)

_REFERENCES: Final = (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)

IsTemplate = Callable[[str], bool]
"""Whether the theme that the project's theme extends has a template of this name."""


@dataclass(frozen=True, slots=True)
class _Template:
    """A template that was compiled: its file, and what it names."""

    file: ProjectFile
    tree: nodes.Template

    def place(self, line: int) -> Place:
        """Return the beginning of a line of the template."""
        return Place(self.file.file, line)


def theme_problems(
    root: Path,
    folders: Iterable[str],
    is_template: IsTemplate | None = None,
    *,
    has_own_filters: bool = False,
) -> tuple[Problem, ...]:
    """Return the problems of the templates in ``folders`` of the project at ``root``.

    Problems are those of reading a text, and E121: syntax, names of filters that are not known (unless
    the project ``has_own_filters``, of plugins or hooks), names of templates that neither are in the
    folders nor by ``is_template`` in the theme below (``None``: not judged), and a template that in any
    case includes or extends itself.
    """
    environment = _environment()
    problems: list[Problem] = []
    compiled: dict[str, _Template] = {}
    for file in _template_files(root, folders):
        read = read_text(file.location, file.file)
        if read.value is None:
            problems += [each for each in read.problems if each.code != "E110"]
            continue
        found = _compiled(environment, file, read.value, has_own_filters=has_own_filters)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            compiled.setdefault("/".join(file.parts[1:]), found)
    # A file that could not be compiled is there nevertheless.
    names = {"/".join(file.parts[1:]) for file in _template_files(root, folders)}
    if is_template is not None:
        problems += _missing(compiled.values(), lambda name: name in names or is_template(name))
    problems += _circles(compiled)
    return tuple(problems)


def _environment() -> Environment:
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    for name in _FILTERS_OF_MKDOCS:
        environment.filters[name] = str
    return environment


def _template_files(root: Path, folders: Iterable[str]) -> Iterator[ProjectFile]:
    for folder in dict.fromkeys(folders):
        for file in project_files(root, folder)[0]:
            name = file.parts[-1]
            if name.endswith(_SUFFIX) or name in _OTHER_TEMPLATES:
                yield file


def _compiled(
    environment: Environment, file: ProjectFile, text: str, *, has_own_filters: bool
) -> _Template | Problem:
    try:
        tree = environment.parse(text)
        if not has_own_filters:
            environment.compile(tree)
    except TemplateSyntaxError as mistake:
        return template_problem(file.file, mistake.lineno, template_reason(mistake.message or ""))
    except (RecursionError, MemoryError):
        return template_problem(file.file, 1, "嵌套过深")
    except (ValueError, SyntaxError):  # thousands of digits; more blocks than Python nests
        return template_problem(file.file, 1, "数字太长，或嵌套过深")
    return _Template(file, tree)


def template_problem(file: str, line: int, reason: str) -> Problem:
    """Return E121 at a line of a template of the theme; ``reason`` says in Chinese what is wrong."""
    return problem("E121", Place(file, max(line, 1)), reason)


def _name(reference: nodes.Node) -> str | None:
    """Return the name of the template that is referred to; ``None`` if it is only known while running."""
    named = getattr(reference, "template", None)
    return named.value if isinstance(named, nodes.Const) and isinstance(named.value, str) else None


def _missing(templates: Iterable[_Template], is_known: IsTemplate) -> Iterator[Problem]:
    for template in templates:
        for reference in template.tree.find_all(_REFERENCES):
            name = _name(reference)
            if name is None or getattr(reference, "ignore_missing", False) or is_known(name):
                continue
            yield template_problem(template.file.file, reference.lineno, f"没有{quoted(name)}这个模板")


def _always_run(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the nodes below ``node`` that run whenever it does."""
    children = list(node.iter_child_nodes())
    extends = any(isinstance(child, nodes.Extends) for child in children)
    for child in children:
        if isinstance(child, _PERHAPS_NOT_RUN):
            continue
        if extends and not isinstance(child, (nodes.Extends, nodes.Block)):
            continue  # a template that extends another is its blocks only
        yield child
        yield from _always_run(child)


def _circles(templates: Mapping[str, _Template]) -> Iterator[Problem]:
    """Yield a problem for each template that runs itself again, however often it is run."""
    runs = {name: dict(_runs(template)) for name, template in templates.items()}
    for name in sorted(runs):
        for other, line in sorted(runs[name].items()):
            if _leads_to(name, other, runs):
                through = "" if other == name else f"，经过{quoted(other)}"
                yield template_problem(templates[name].file.file, line, f"模板套用了自己{through}，没有尽头")
                break


def _runs(template: _Template) -> Iterator[tuple[str, int]]:
    for node in _always_run(template.tree):
        if isinstance(node, _REFERENCES):
            name = _name(node)
            if name is not None:
                yield os.path.normpath(name), node.lineno


def _leads_to(goal: str, start: str, runs: Mapping[str, Mapping[str, int]]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            waiting += runs.get(name, {})
    return False
