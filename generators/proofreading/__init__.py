"""Proofreading: finds departures from the style of official documents, and corrects those that are safe.

A stage beside checking: it reads the files as written, and never stops a build.
"""

from __future__ import annotations

from generators.proofreading.files import prose_files
from generators.proofreading.proofread import Proofread, proofread, proofreader_of

__all__ = ["Proofread", "proofread", "proofreader_of", "prose_files"]
