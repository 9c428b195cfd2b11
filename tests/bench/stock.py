"""Stock MkDocs with Material and search, over the Markdown that ours gives its own engine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generators.model.anchors import EXTENSIONS
from generators.model.visibility import Audience
from tests.bench.processes import MKDOCS, tongbao


@dataclass(frozen=True, slots=True)
class Stock:
    """Commands that build the public pages: with the short menu that ours has, and with every page in it."""

    pages: int
    short_menu: tuple[str, ...]
    whole_menu: tuple[str, ...]
    short_site: Path
    whole_site: Path


def stock_of(project: Path, day: str, folder: Path) -> Stock:
    """Write the Markdown tree of the public pages and the configurations into the new ``folder``."""
    markdown = folder / "markdown"
    tongbao(
        *("build", "--project", project, "--as-of", day),
        *("--audience", Audience.PUBLIC.value, "--markdown", markdown),
    )
    menu = markdown / "navigation.json"
    short = _configuration(folder, "short", {"nav": json.loads(menu.read_text(encoding="utf-8"))})
    menu.unlink()
    whole = _configuration(folder, "whole", {})
    return Stock(
        pages=sum(1 for _ in markdown.rglob("*.md")),
        short_menu=(*MKDOCS, "build", "--quiet", "--config-file", str(short)),
        whole_menu=(*MKDOCS, "build", "--quiet", "--config-file", str(whole)),
        short_site=folder / "short",
        whole_site=folder / "whole",
    )


def _configuration(folder: Path, name: str, further: Mapping[str, object]) -> Path:
    """Write a plain configuration with our Markdown extensions; JSON is YAML, too."""
    config = {
        "site_name": "通报",
        "docs_dir": "markdown",
        "site_dir": name,
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": ["search"],
        "markdown_extensions": list(EXTENSIONS),
        **further,
    }
    path = folder / f"{name}.yml"
    path.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    return path
