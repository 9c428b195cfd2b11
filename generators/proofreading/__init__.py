"""Slips of writing: what official papers write otherwise, found and, where that is safe, mended.

A stage beside checking: it looks at the files as they are written, and never stops a build.
"""

from __future__ import annotations

from generators.proofreading.files import prose_files
from generators.proofreading.proofread import Proofread, proofread, proofreader_of

__all__ = ["Proofread", "proofread", "proofreader_of", "prose_files"]
