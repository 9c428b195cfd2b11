"""The Jinja environment of all draft templates: sandboxed, without HTML escaping, strict about names."""

from __future__ import annotations

from jinja2 import BaseLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


def draft_environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Return a new environment for the templates of ``loader``; an undefined name raises an error."""
    return ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
