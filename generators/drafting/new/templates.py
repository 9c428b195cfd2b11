"""Renders the templates of new files: Markdown with front matter, with values as valid YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import FileSystemLoader

from generators.drafting.environment import draft_environment
from generators.reading.yaml_writing import yaml_value

_FOLDER: Final = Path(__file__).parents[1] / "templates"


def filled(template: str, **values: object) -> str:
    """Return the text of the template with ``values``; it ends in exactly one line break.

    Raises ``jinja2.TemplateError`` if the template is invalid or uses a name not in ``values``.
    """
    environment = draft_environment(FileSystemLoader(_FOLDER, encoding="utf-8"))
    environment.add_filter("yaml", yaml_value)
    return environment.get_template(template).render(values).rstrip("\n") + "\n"
