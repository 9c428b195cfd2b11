"""Renders circulars by our templates, or a project's own ones of the same names, in a sandbox.

A template has access to the view and nothing else: it cannot read files or reach into the program, and
what it may take of time and memory is limited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import TracebackType
from typing import Final

from jinja2 import FunctionLoader, TemplateError, TemplateNotFound, TemplateSyntaxError

from generators.drafting.circulars.calls import call
from generators.drafting.circulars.views import CircularView, Names, Noted
from generators.drafting.environment import draft_environment
from generators.drafting.errors import TemplateProblemError
from generators.drafting.sandbox import LimitedEnvironment
from generators.reading.draft_templates import TEMPLATES, template_problem

CIRCULAR: Final = "circular.md.j2"

_NUMERALS: Final = "一二三四五六七八九十"
_MISTAKES: Final = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError)
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_SHIPPED: Final = "generators/drafting/templates"

_Loaded = tuple[str, str, Callable[[], bool]]


def circular_text(view: CircularView, own: Mapping[str, str]) -> str:
    """Return the Markdown of a circular; ``own`` maps names to the project's templates, which replace ours.

    Raises :class:`TemplateProblemError` for an error in a template of the project.
    """
    environment = _environment(own, view.places)
    try:
        text = environment.get_template(CIRCULAR).render(view=view)
    except RecursionError as error:
        raise _problem(error, own, "嵌套过深，或互相引用成了循环") from error
    except _MISTAKES as error:
        raise _problem(error, own, _reason(error)) from error
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return _BLANK_LINES.sub("\n\n", lines).strip() + "\n"


def _environment(own: Mapping[str, str], places: str) -> LimitedEnvironment:
    shipped = dict(_texts(files("generators.drafting").joinpath("templates")))

    def load(name: str) -> _Loaded | None:
        for folder, texts in ((TEMPLATES, own), (_SHIPPED, shipped)):
            if name in texts:
                return texts[name], f"{folder}/{name}", lambda: True
        return None

    environment = draft_environment(FunctionLoader(load))
    environment.globals["call"] = call
    environment.add_filter("numeral", lambda number: _NUMERALS[number - 1])
    environment.add_filter("yaml", lambda value: json.dumps(value, ensure_ascii=False))
    environment.add_filter("noted", _noted)
    environment.add_filter("names", lambda names: _names(names, places))
    return environment


def _texts(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    """Yield the templates below ``folder`` by their names: no other file can be named by a template."""
    for entry in folder.iterdir():
        name = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _texts(entry, f"{name}/")
        elif name.endswith(".j2"):
            yield name, entry.read_text(encoding="utf-8")


def _noted(noted: Noted) -> str:
    """Return A（完成80%，低于序时进度5个百分点）."""
    return f"{noted.name}（{'，'.join(noted.notes)}）" if noted.notes else noted.name


def _names(names: Names, places: str) -> str:
    """Return A、B、C等5个乡镇."""
    shown = "、".join(names.shown)
    return f"{shown}等{names.total}个{places}" if names.total else shown


def _reason(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"没有模板“{error.name}”"
        case TemplateError():
            return error.message or type(error).__name__
    return f"{type(error).__name__}: {error}"


def _problem(error: Exception, own: Mapping[str, str], reason: str) -> Exception:
    """Return a ``TemplateProblemError`` for an error in a project's template, else ``error`` itself."""
    if isinstance(error, TemplateSyntaxError) and error.name in own:
        return TemplateProblemError(template_problem(f"{TEMPLATES}/{error.name}", error.lineno, reason))
    line = _line_in_own(error.__traceback__, {f"{TEMPLATES}/{name}" for name in own})
    return error if line is None else TemplateProblemError(template_problem(*line, reason))


def _line_in_own(traceback: TracebackType | None, names: set[str]) -> tuple[str, int] | None:
    """Return file and line of the innermost frame in a project's template, ``None`` if there is none."""
    found = None
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file in names:
            found = (file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
