"""How the prose of official documents is read: a Markdown extension for hand-written and generated pages."""

from __future__ import annotations

from generators.model.prose_markup.extension import ProseMarkup

__all__ = ["ProseMarkup"]
