"""Compiles the templates of pages and of the theme in a second process, before they are needed."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generators.publishing.defaults import complete, load_configuration
from generators.rendering.environment import COMPILED_TEMPLATES, compile_with_all_it_names
from generators.rendering.site import compile_page_templates
from generators.workers import beside

_OF_PAGES: Final = "main.html"
"""The template of the theme that MkDocs renders pages with; others are named in it."""


@contextmanager
def compiling_templates(project: Path, jobs: int) -> Iterator[None]:
    """Compile the templates of ``project`` while the body runs, if ``jobs`` are more than one.

    Templates that cannot be compiled are left to the build of the site, which tells of them.
    """
    with beside(lambda: _compiled(project), jobs) as compiled:
        yield
        if jobs > 1:
            COMPILED_TEMPLATES.add(compiled())


def _compiled(project: Path) -> Mapping[str, tuple[str, bytes]]:
    logging.disable()  # the build of the site tells of whatever there is to tell
    try:
        compile_page_templates()
        config = load_configuration(project)
        complete(config)
        environment = config.theme.get_env()
        environment.bytecode_cache = COMPILED_TEMPLATES
        for name in (_OF_PAGES, *config.theme.static_templates):
            compile_with_all_it_names(environment, name)
    except Exception:  # noqa: BLE001 - raised again where the site is built
        return COMPILED_TEMPLATES.all()
    finally:
        logging.disable(logging.NOTSET)
    return COMPILED_TEMPLATES.all()
