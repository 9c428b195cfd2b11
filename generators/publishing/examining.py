"""Examines a project with all that decides its site: data, prose, templates, and ``mkdocs.yml``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generators.pipeline import Examined, OnStage, examine, unannounced
from generators.publishing.configuration.problems import configuration_problems
from generators.reading.configuration.files import CONFIGURATION
from generators.store.store import Store


def examine_project(
    project: Path,
    as_of: date,
    today: date | None = None,
    on_stage: OnStage = unannounced,
    jobs: int = 1,
    store: Store | None = None,
) -> Examined:
    """Return the project examined as by :func:`generators.pipeline.examine`, with ``mkdocs.yml``.

    Whatever is wrong is among the problems, the causes first.
    """
    return examine(project, as_of, today, on_stage, jobs, store).with_problems(
        configuration_problems(project, CONFIGURATION)
    )
