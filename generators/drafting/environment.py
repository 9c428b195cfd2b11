"""The Jinja environment of all draft templates: sandboxed with limits, without HTML escaping."""

from __future__ import annotations

from jinja2 import BaseLoader

from generators.drafting.sandbox import LimitedEnvironment


def draft_environment(loader: BaseLoader) -> LimitedEnvironment:
    """Return a new environment for one text from the templates of ``loader``."""
    return LimitedEnvironment(loader=loader, autoescape=False, trim_blocks=True, lstrip_blocks=True)
