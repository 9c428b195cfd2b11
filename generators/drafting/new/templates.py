"""Renders the templates of new files: Markdown with front matter, with values as valid YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import FileSystemLoader

from generators.drafting.environment import draft_environment

_FOLDER: Final = Path(__file__).parents[1] / "templates"

_PLAIN: Final = re.compile(r"[\u4e00-\u9fff“《（〔][^:#{}\[\],&*!|>'\"%@`\\]*(?<! )")
"""Text that needs no quotation marks in YAML, also within a list."""


def yaml_value(value: str | Sequence[str]) -> str:
    """Return a text, or a list of texts, as one line of YAML."""
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return f"[{', '.join(map(yaml_value, value))}]"


def filled(template: str, **values: object) -> str:
    """Return the text of the template with ``values``; it ends in exactly one line break.

    Raises ``jinja2.TemplateError`` if the template is invalid or uses a name not in ``values``.
    """
    environment = draft_environment(FileSystemLoader(_FOLDER, encoding="utf-8"))
    environment.add_filter("yaml", yaml_value)
    return environment.get_template(template).render(values).rstrip("\n") + "\n"
