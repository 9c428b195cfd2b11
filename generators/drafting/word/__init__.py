"""Bulletins from Word documents: what is recognised, what is lost, and the Markdown that is written of it."""
