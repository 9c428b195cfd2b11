"""Pages made in several processes: the bytes, the warnings and the progress of one process."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import generators.publishing.build
import generators.workers
from generators.disclosing import Audience
from generators.pipeline import Examined, examine
from generators.publishing.build import PublishingError, build_site
from generators.publishing.finished_pages import Earlier
from generators.publishing.page_maker import PageMaker
from generators.publishing.search import index
from generators.publishing.side_by_side import Processes
from generators.rendering import RenderedSite
from generators.rendering.links import BrokenLinkError
from generators.store.store import Store
from generators.workers import WorkerEndedError
from tests.build.project import COUNTY_SMALL, FIXTURES_DAY, SHILI, SHILI_DAY, copy_county, files_below

HOOK = """
pages = []


def on_startup(**_):
    pages.clear()


def on_page_markdown(markdown, **_):
    pages.append(markdown)
    return f"{markdown}\\n\\n第{len(pages)}页\\n"
"""
READS_OTHERS = "{% for file in pages %}{{ file.page.content | length }}{% endfor %}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county."""
    return copy_county(tmp_path / "project")


@pytest.fixture
def site(county: Examined) -> RenderedSite:
    """Return the public site of the fictional county."""
    return county.site(Audience.PUBLIC)


def _refuse_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        pytest.fail("built in one process")

    monkeypatch.setattr(generators.publishing.build, "mkdocs_build", refused)


@pytest.mark.parametrize(
    ("source", "day", "audience"),
    [
        (COUNTY_SMALL, FIXTURES_DAY, Audience.PUBLIC),
        (COUNTY_SMALL, FIXTURES_DAY, Audience.INTERNAL),
        (SHILI, SHILI_DAY, Audience.INTERNAL),
    ],
)
def test_every_file_is_what_mkdocs_and_its_search_plugin_write(
    source: Path, day: date, audience: Audience, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examined = examine(source, day)
    with monkeypatch.context() as plain:
        plain.setattr(index, "sections_of", lambda _: None)
        build_site(source, examined.site(audience), tmp_path / "one", workers=Processes(1))
    _refuse_one_process(monkeypatch)
    build_site(source, examined.site(audience), tmp_path / "several", workers=Processes(3))
    expected, made = files_below(tmp_path / "one"), files_below(tmp_path / "several")
    assert list(made) == list(expected)
    assert [name for name in made if made[name] != expected[name]] == []


@pytest.mark.parametrize(("jobs", "forks"), [(1, True), (2, True), (2, False)])
def test_a_build_that_may_take_finished_pages_has_each_search_entry_once(
    project: Path,
    site: RenderedSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    jobs: int,
    *,
    forks: bool,
) -> None:
    if not forks:
        monkeypatch.setattr(generators.workers, "can_fork", lambda: False)
    build_site(project, site, tmp_path / "plain", workers=Processes(1))
    _refuse_one_process(monkeypatch)
    earlier = Earlier(Store(project), tmp_path / "site")
    build_site(project, site, tmp_path / "site", workers=Processes(jobs), earlier=earlier)
    build_site(project, site, tmp_path / "again", workers=Processes(jobs), earlier=earlier)
    expected = files_below(tmp_path / "plain")
    assert files_below(tmp_path / "site") == expected
    assert files_below(tmp_path / "again") == expected


def test_every_page_counts_once(project: Path, site: RenderedSite, tmp_path: Path) -> None:
    done: list[None] = []
    build_site(project, site, tmp_path / "site", lambda: done.append(None), workers=Processes(2))
    assert len(done) == len(site.pages)


def _hook(project: Path) -> None:
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nhooks: [hook.py]\n")


def _theme_that_reads_other_pages(project: Path) -> None:
    with (project / "theme/partials/footer.html").open("a", encoding="utf-8") as footer:
        footer.write(READS_OTHERS)


def _site_map_that_reads_pages(project: Path) -> None:
    with (project / "theme/404.html").open("a", encoding="utf-8") as template:
        template.write("{% block scripts %}" + READS_OTHERS + "{% endblock %}")


@pytest.mark.parametrize("share", [_hook, _theme_that_reads_other_pages, _site_map_that_reads_pages])
def test_where_pages_share_something_they_are_made_in_one_process(
    share: Callable[[Path], None], project: Path, site: RenderedSite, tmp_path: Path
) -> None:
    share(project)
    done: list[None] = []
    build_site(project, site, tmp_path / "several", lambda: done.append(None), workers=Processes(2))
    build_site(project, site, tmp_path / "one", workers=Processes(1))
    assert files_below(tmp_path / "several") == files_below(tmp_path / "one")
    assert len(done) == len(site.pages)


def _spoil_one_page(project: Path, site: RenderedSite) -> RenderedSite:
    with (project / "theme/partials/footer.html").open("a", encoding="utf-8") as footer:
        footer.write("{% if page and page.url.startswith('sources/') %}{{ 1 / 0 }}{% endif %}")
    return site


def _warn_of_links(project: Path, site: RenderedSite) -> RenderedSite:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nvalidation:\n  links:\n    unrecognized_links: warn\n")
    *pages, first, second = site.pages
    linking = (replace(page, write=lambda: "[甲](nowhere)") for page in (first, second))
    return replace(site, pages=(*pages, *linking))


def _write_nothing(_: Path, site: RenderedSite) -> RenderedSite:
    def failing() -> str:
        raise BrokenLinkError("nowhere/")

    *pages, last = site.pages
    return replace(site, pages=(*pages, replace(last, write=failing)))


@pytest.mark.parametrize("spoil", [_spoil_one_page, _warn_of_links, _write_nothing])
def test_what_is_wrong_is_told_as_by_one_process(
    spoil: Callable[[Path, RenderedSite], RenderedSite], project: Path, site: RenderedSite, tmp_path: Path
) -> None:
    spoilt = spoil(project, site)
    told = []
    for jobs in (1, 2):
        with pytest.raises((PublishingError, BrokenLinkError)) as caught:
            build_site(project, spoilt, tmp_path / "site", workers=Processes(jobs))
        told.append(repr(caught.value))
    assert told[0] == told[1]


def test_a_worker_that_is_killed_is_told_of(
    project: Path, site: RenderedSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()
    usual = PageMaker.page

    def killed(maker: PageMaker, key: int) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        usual(maker, key)

    monkeypatch.setattr(PageMaker, "page", killed)
    with pytest.raises(WorkerEndedError, match=r"进程中途被终止.*--jobs 1"):
        build_site(project, site, tmp_path / "site", workers=Processes(2))
