"""How every template of a draft is set: in a sandbox, for Markdown and YAML, without silent gaps."""

from __future__ import annotations

from jinja2 import BaseLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


def draft_environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Return a new environment for the templates that ``loader`` finds; what is made is no HTML."""
    return ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
