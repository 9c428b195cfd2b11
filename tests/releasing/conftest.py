from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.releasing.layout import ServedFolder


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ServedFolder:
    """Return a folder to publish into, where nothing waits for the disk, which takes long."""
    monkeypatch.setattr(os, "sync", lambda: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return ServedFolder(tmp_path / "served")
