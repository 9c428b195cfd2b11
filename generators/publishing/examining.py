"""Examines a project with all that decides its site: data, prose, templates, and ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from generators.pipeline import Examined, OnStage, examine, unannounced
from generators.publishing.configuration.problems import configuration_problems
from generators.reading.configuration.files import CONFIGURATION
from generators.reading.early import Load
from generators.reading.project_files import NO_DRAFTS
from generators.store.store import Store
from generators.workers import beside


def examine_project(  # noqa: PLR0913 - what is examined, and how
    project: Path,
    as_of: date,
    today: date | None = None,
    on_stage: OnStage = unannounced,
    *,
    jobs: int = 1,
    store: Store | None = None,
    drafts: Mapping[str, Path] = NO_DRAFTS,
    load: Load | None = None,
) -> Examined:
    """Return the project examined as by :func:`generators.pipeline.examine`, with ``mkdocs.yml``.

    Whatever is wrong is among the problems, the causes first.
    """
    with beside(partial(configuration_problems, project, CONFIGURATION), jobs) as problems:
        examined = examine(project, as_of, today, on_stage, jobs=jobs, store=store, drafts=drafts, load=load)
        return examined.with_problems(problems())
