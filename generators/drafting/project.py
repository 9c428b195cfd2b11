"""Loads a project for drafting."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import render_text
from generators.drafting.errors import DraftError
from generators.model.dataset import Dataset
from generators.model.problem import Severity
from generators.reading.load import load_project


def read_for_drafting(project: Path, *needed: str) -> Dataset:
    """Return the dataset of the project at ``project``.

    Raises :class:`DraftError` with the problems if it cannot be read, or if a file whose path begins with
    one of ``needed`` has an error: the draft would be based on incomplete data.
    """
    loaded = load_project(project)
    errors = [each for each in loaded.problems if each.severity is Severity.ERROR]
    dataset = loaded.dataset
    hindering = errors if dataset is None else [each for each in errors if each.place.file.startswith(needed)]
    if dataset is None or hindering:
        raise DraftError(f"请先改正下面的错误\n{render_text(hindering)}".rstrip())
    return dataset
