from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generators.reading.load import Loaded, load_project
from tests.build.project import SOUND, write_files
from tests.running import LoadWith


@pytest.fixture
def load_with(tmp_path: Path) -> LoadWith:
    """Return a function that loads the sound project with some files changed, added or (None) left out."""

    def load(changes: Mapping[str, str | bytes | None] | None = None) -> Loaded:
        files = {**SOUND, **(changes or {})}
        write_files(tmp_path, {name: text for name, text in files.items() if text is not None})
        return load_project(tmp_path)

    return load
