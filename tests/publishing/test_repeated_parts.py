"""What many pages share is drawn once for all of them; a theme of one's own is drawn as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing import plugin
from generators.publishing.build import build_site
from generators.publishing.defaults import complete, load_configuration
from generators.publishing.repeated_parts import draw_repeated_parts_once
from tests.build.project import copy_county, files_below

MENU = "partials/nav.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county."""
    return copy_county(tmp_path / "project")


def _counting(environment: Environment, drawn: Counter[str]) -> None:
    """Count how often the menu is drawn."""
    template = environment.get_template(MENU)
    draw = template.root_render_func

    def counted(context: Any) -> Iterator[str]:  # noqa: ANN401 - a context of Jinja
        drawn[MENU] += 1
        yield from draw(context)

    template.root_render_func = counted


def _is_drawn_once(project: Path) -> bool:
    """Whether the environment of ``project`` draws the menu in another way than its template does."""
    config = load_configuration(project)
    complete(config)
    environment = config.theme.get_env()
    draw = environment.get_template(MENU).root_render_func
    draw_repeated_parts_once(environment, config)
    return environment.get_template(MENU).root_render_func is not draw


def test_pages_are_the_same_with_fewer_drawings(
    project: Path, county: Examined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, drawn = county.site(Audience.PUBLIC), Counter[str]()

    def counted_and_drawn_once(environment: Environment, config: Any) -> None:  # noqa: ANN401 - of MkDocs
        _counting(environment, drawn)
        draw_repeated_parts_once(environment, config)

    monkeypatch.setattr(plugin, "draw_repeated_parts_once", counted_and_drawn_once)
    build_site(project, site, tmp_path / "once")
    assert 0 < drawn[MENU] < len(site.pages)
    drawn.clear()
    monkeypatch.setattr(plugin, "draw_repeated_parts_once", lambda env, _: _counting(env, drawn))
    build_site(project, site, tmp_path / "always")
    assert drawn[MENU] == len(site.pages) + 1  # and that of 404
    assert files_below(tmp_path / "once") == files_below(tmp_path / "always")


def test_copies_of_the_shipped_templates_are_as_good(project: Path) -> None:
    assert (project / "theme" / MENU).is_file()
    assert _is_drawn_once(project)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("theme/partials/footer.html", "{{ page.title }}"),
        ("theme/.icons/material/magnify.svg", "<svg>{{ page.title }}</svg>"),
        ("theme/partials/new.html", ""),
        ("hook.py", "def on_page_markdown(markdown, **_):\n    return markdown\n"),
    ],
)
def test_what_is_not_shipped_is_drawn_for_every_page(project: Path, path: str, written: str) -> None:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written, encoding="utf-8")
    if file.suffix == ".py":
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
            config.write(f"\nhooks: [{path}]\n")
    assert not _is_drawn_once(project)


def test_pages_of_the_project_that_lie_among_the_theme_are_no_templates(project: Path) -> None:
    (project / "theme/assets/note.html").write_text("{{ page.title }}", encoding="utf-8")
    assert _is_drawn_once(project)
