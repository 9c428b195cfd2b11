"""Reader of a project's own draft templates in ``templates/``; they are parsed, but not run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile, project_files
from generators.reading.source_text import read_text
from generators.reading.template_errors import template_reason

TEMPLATES: Final = "templates"
"""The folder of the templates, beside ``data/`` and ``content/``."""

_SUFFIX: Final = ".j2"


def read_templates(root: Path) -> Outcome[dict[str, str]]:
    """Return the texts of the project's templates by their paths below ``templates/``.

    Problems are those of reading a text, E310 for a file that is not a template, E540 for a syntax error.
    """
    files, problems = project_files(root, TEMPLATES)
    texts: dict[str, str] = {}
    found = list(problems)
    for file in files:
        if not file.parts[-1].endswith(_SUFFIX):
            found.append(problem("E310", Place(file.file), f"模板的文件名须以 {_SUFFIX} 结尾"))
            continue
        read = _read_template(file)
        found += read.problems
        if read.value is not None:
            texts["/".join(file.parts[1:])] = read.value
    return Outcome(texts, tuple(found))


def _read_template(file: ProjectFile) -> Outcome[str]:
    read = read_text(file.location, file.file)
    if read.value is None:
        return read
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415 - few projects have templates

    try:
        Environment(autoescape=True).parse(read.value)
    except TemplateSyntaxError as mistake:
        return Outcome(None, (template_problem(file.file, mistake.lineno, mistake.message or ""),))
    except (RecursionError, MemoryError):
        return Outcome(None, (template_problem(file.file, 1, "嵌套过深"),))
    except ValueError:  # thousands of digits
        return Outcome(None, (template_problem(file.file, 1, "数字太长"),))
    return read


def template_problem(file: str, line: int, reason: str) -> Problem:
    """Return E540 at a line of a template; ``reason`` is the template engine's message, often in English."""
    return problem("E540", Place(file, line), template_reason(reason))
