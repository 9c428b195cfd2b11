"""Problems of the folders and files that ``mkdocs.yml`` names."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.publishing.configuration.settings import Path_, Settings
from generators.publishing.configuration.words import expected
from generators.publishing.sources import CONTENT, SOURCES, THEME
from generators.reading.project_files import is_file, printable
from generators.reading.quoting import quoted
from generators.reading.source_text import read_text

_KEPT: Final = (*SOURCES, THEME)


def sources_in(folder: Path, project: Path, names: tuple[str, ...] = SOURCES) -> str | None:
    """Return the name of the project's folder that ``folder`` is, is in, or contains; ``None`` if none."""
    for name in names:
        source = project.resolve() / name
        if folder.is_relative_to(source) or source.is_relative_to(folder):
            return name
    return None


def folder_problems(settings: Settings) -> Iterator[Problem]:
    """Yield the problems of ``docs_dir``, ``site_dir`` and ``hooks``."""
    yield from _docs_dir_problems(settings)
    yield from _site_dir_problems(settings)
    yield from _hook_problems(settings)


def _is_path(value: object) -> bool:
    return isinstance(value, str) and bool(value) and "\0" not in value


def _docs_dir_problems(settings: Settings) -> Iterator[Problem]:
    written = settings.written.get("docs_dir")
    if "docs_dir" not in settings.written:
        yield settings.problem("E120", (), f"没有写 docs_dir；请写 docs_dir: {CONTENT}")
    elif isinstance(written, str) and settings.folder(written) != settings.project.resolve() / CONTENT:
        yield settings.problem("E120", ("docs_dir",), f"docs_dir 应为 {CONTENT}，现为{quoted(written)}")


def _site_dir_problems(settings: Settings) -> Iterator[Problem]:
    written = settings.written.get("site_dir")
    if not isinstance(written, str):
        return
    target, project = settings.folder(written), settings.project.resolve()
    source = sources_in(target, project, _KEPT)
    if source is not None:
        detail = f"site_dir 不能是{quoted(written)}：生成时会先清空它，{source}/ 就没有了"
    elif not target.is_relative_to(project):
        detail = f"site_dir 应在项目的文件夹里，现为{quoted(written)}"
    else:
        return
    yield settings.problem("E120", ("site_dir",), detail)


def _hook_problems(settings: Settings) -> Iterator[Problem]:
    hooks = settings.written.get("hooks")
    if hooks is None:
        return
    if not isinstance(hooks, list):
        yield settings.problem("E118", ("hooks",), f"hooks {expected(('list',), hooks)}")
        return
    for at, hook in enumerate(hooks):
        yield from _problems_of_hook(settings, ("hooks", at), hook)


def _problems_of_hook(settings: Settings, path: Path_, hook: object) -> Iterator[Problem]:
    if not isinstance(hook, str) or not _is_path(hook):
        yield settings.problem("E118", path, f"hooks 的每一项是 .py 文件的路径，现为{quoted(hook)}")
        return
    file = settings.project / hook
    if file.suffix != ".py" or not is_file(file):
        reason = "不是 .py 文件" if is_file(file) else "没有这个文件"
        yield settings.problem("E120", path, f"hooks 中的{quoted(hook)}：{reason}")
        return
    shown = printable(os.path.relpath(file, settings.project).replace(os.sep, "/"))
    read = read_text(file, shown)
    yield from (each for each in read.problems if each.code != "E110")
    try:
        # Compiled, never run: checking a project runs nothing that the project brings.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(read.value or "", shown, "exec", dont_inherit=True)
    except SyntaxError as error:
        place = Place(shown, error.lineno or 1, max(error.offset or 1, 1))
        yield problem("E119", place, f"Python 语法错误：{error.msg}")
    except (RecursionError, MemoryError, ValueError):
        yield problem("E119", Place(shown), "Python 读不了这个文件：嵌套过深，或数字太长")
