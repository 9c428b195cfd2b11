"""What MkDocs, a template or a hook raises while a site is built, as problems of the project's files."""

from __future__ import annotations

import errno
import os
import re
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from mkdocs.exceptions import MkDocsException, PluginError

from generators.diagnostics import render_text
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place, PlacedList, PlacedMapping
from generators.publishing import defaults
from generators.publishing.shipped import PROGRAM
from generators.reading.configuration.files import CONFIGURATION, read_configuration
from generators.reading.masking import masked
from generators.reading.project_files import printable
from generators.reading.template_errors import template_reason
from generators.reading.theme_templates import template_problem

_TEMPLATES: Final = frozenset({".html", ".xml"})
_LONGEST: Final = 400
_MERELY_WHERE: Final = ("Error building", "Error reading")
"""How MkDocs begins its own account of an exception that follows."""

_QUOTED: Final = re.compile(r"'([^']+)'")
_SKIPPED: Final = re.compile(r"Template skipped: '([^']*)' not found in docs_dir")

_OF_THE_SYSTEM: Final = frozenset(
    (
        *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS),
        *(errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM),
    )
)
"""A full or damaged disk, one that is only read, too little memory: nothing in the project is the cause."""

NOT_UPDATED: Final = "没有更新；网页仍是上一次生成的。"
"""What a preview says with the errors for which it shows the last good site."""

_Frame = tuple[Path, int]


class ProjectError(PluginError):
    """The project has problems; the message shows them as ``tongbao check`` does."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep ``problems`` in the order given."""
        self.problems = tuple(problems)
        super().__init__(render_text(self.problems))


def problems_of_failure(
    error: Exception, messages: Iterable[str], project: Path, entrances: Iterable[Path] = ()
) -> tuple[Problem, ...] | None:
    """Return what ``error``, raised while building, says about the project; ``None`` if that is nothing.

    It says nothing if the system is the cause, or a fault of ours. ``messages`` are the warnings and errors
    that MkDocs logged before. An exception is a fault of ours if a module of this program is nearest to it,
    except those that only call MkDocs: ``entrances``.
    """
    if isinstance(error, ProjectError):
        return error.problems
    said = [each for each in messages if not each.startswith(_MERELY_WHERE)]
    frames = [
        (Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if isinstance(error, MkDocsException) and said:
        return problems_of_messages(said, project)
    cause = _problem_of(error, frames, project, {*entrances, Path(defaults.__file__), Path(__file__)})
    return None if cause is None else (*problems_of_messages(said, project), cause)


def problems_of_messages(messages: Iterable[str], project: Path) -> tuple[Problem, ...]:
    """Return E122 for each message that MkDocs, a plugin or a hook logged."""
    return tuple(_failed(project, _said(each), _named(each, project)) for each in dict.fromkeys(messages))


def _said(message: str) -> str:
    if found := _SKIPPED.match(message):
        return f"extra_templates 中的“{found[1]}”不会生成：它不在 content/ 里，或没有文章引用它"
    return f"MkDocs 报告：{message}"


def _named(message: str, project: Path) -> Place | None:
    """Return the place in ``mkdocs.yml`` of the first text there that ``message`` quotes."""
    quoted = frozenset(_QUOTED.findall(message))
    return _place_of(quoted, read_configuration(project).value) if quoted else None


def _place_of(texts: frozenset[str], node: object) -> Place | None:
    if isinstance(node, PlacedMapping):
        parts = [(value, node.value_place(key)) for key, value in node.items()]
    elif isinstance(node, PlacedList):
        parts = [(value, node.item_place(at)) for at, value in enumerate(node)]
    else:
        return None
    for value, place in parts:
        found = place if isinstance(value, str) and value in texts else _place_of(texts, value)
        if found is not None:
            return found
    return None


def _failed(project: Path, detail: str, place: Place | None = None) -> Problem:
    line = masked(printable(" ".join(detail.split())))
    shown = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    nowhere = CONFIGURATION if (project / CONFIGURATION).is_file() else "theme"
    return problem("E122", place or Place(nowhere), shown)


def _problem_of(
    error: Exception, frames: list[_Frame], project: Path, entrances: set[Path]
) -> Problem | None:
    reason = _reason(error)
    if isinstance(error, TemplateSyntaxError) and error.filename:
        frames = [*frames, (Path(error.filename), error.lineno)]
    templates = [frame for frame in frames if frame[0].suffix in _TEMPLATES]
    own = [frame for frame in templates if _is_below(frame[0], project)]
    if own and (own[-1] == templates[-1] or isinstance(error, RecursionError)):
        return template_problem(_shown(own[-1][0], project), own[-1][1], reason)
    if templates:
        file, line = templates[-1]
        detail = f"主题的模板 {file.parent.name}/{file.name}:{line}：{reason}"
        missing = error.name or "" if isinstance(error, TemplateNotFound) else ""
        # Material's names of parts end with what a setting says, such as the provider of analytics.
        return _failed(project, detail, _named(f"'{Path(missing).stem}'", project))
    if isinstance(error, OSError) and error.errno in _OF_THE_SYSTEM:
        return None
    hooks = [each for each in frames if each[0].suffix == ".py" and _is_hook(each[0], project)]
    if hooks:
        file, line = hooks[-1]
        return _failed(project, f"hooks 出错：{reason}", Place(_shown(file, project), line))
    nearest = next((file for file, _ in reversed(frames) if file.is_relative_to(PROGRAM)), None)
    if isinstance(error, (MkDocsException, TemplateError)) or nearest is None or nearest in entrances:
        return _failed(project, reason)
    return None


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "套用自己，或嵌套过深"
    if isinstance(error, TemplateNotFound):
        return f"没有“{error.name}”这个模板"
    if isinstance(error, TemplateError):
        return template_reason(error.message or "")
    return str(error) if isinstance(error, MkDocsException) else f"{type(error).__name__}: {error}"


def _is_below(file: Path, project: Path) -> bool:
    return file.resolve().is_relative_to(project.resolve())


def _is_hook(file: Path, project: Path) -> bool:
    return _is_below(file, project) and not file.is_relative_to(PROGRAM) and "site-packages" not in file.parts


def _shown(file: Path, project: Path) -> str:
    return printable(os.path.relpath(file.resolve(), project.resolve()).replace(os.sep, "/"))


def guarded(
    build: Callable[[], None],
    refuse: Callable[[], tuple[Problem, ...]],
    project: Path,
    say: Callable[[str], None],
) -> Callable[[], None]:
    """Return ``build`` wrapped to tell errors by ``say`` instead of raising them.

    ``refuse`` returns the errors for which ``build`` is not even tried. After an exception MkDocs' server
    answers no request until the next successful build.
    """

    def rebuild() -> None:
        found = refuse()
        try:
            if not found:
                build()
        except Exception as error:
            found = problems_of_failure(error, (), project) or ()
            if not found and isinstance(error, OSError):
                say(f"{NOT_UPDATED}\n{error}")
            elif not found:
                raise
        if found:
            say(f"{render_text(found)}\n有错误，{NOT_UPDATED}")

    return rebuild
