"""The templates of drafts: Markdown with front matter, filled in with YAML that reads back as meant."""

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
"""Text that means itself in YAML, within a list too; anything else is put in quotation marks."""


def yaml_value(value: str | Sequence[str]) -> str:
    """Return a text, or a list of texts, as YAML on one line."""
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return f"[{', '.join(map(yaml_value, value))}]"


def filled(template: str, **values: object) -> str:
    """Return the template of this name filled in; it ends in exactly one line break.

    Raises ``jinja2.TemplateError`` when the template is wrong or asks for what is not given.
    """
    environment = draft_environment(FileSystemLoader(_FOLDER, encoding="utf-8"))
    environment.filters["yaml"] = yaml_value
    return environment.get_template(template).render(values).rstrip("\n") + "\n"
